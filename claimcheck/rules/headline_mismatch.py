"""A headline or caption says another figure than the text below it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.model import Hedge, Kind, Outcome, QuantityClaim, Zone
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, fit, total
from claimcheck.rules._kin import same_thing, value
from claimcheck.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Finding

_HEAD = (Zone.HEADLINE, Zone.CAPTION)
_CHECKED = (Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.RANGE)
_MOST = 6
"""More figures of one thing than this are too many to tell which one the headline means."""


class HeadlineMismatch(Rule):
    """A figure in the headline or a caption is not in the text below, which gives another one for the same thing.

    Why it matters: headlines are written last and by somebody else; most readers see nothing but them.

    Example: headline "Wins by 40 seconds", text "he won by 14 seconds". And a headline "cuts falls by 40 percent" over
    a text that says "up to 40 percent" for a few and 18 for all: the bound became the result, which is a tension.

    When it is wrong: the headline adds figures up, or speaks of another group under the same name. Sums and
    differences of the text's figures are tried before anything is said.
    """

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each such figure."""
        by_source: dict[str, list[QuantityClaim]] = {}
        for claim in comparison.claims:
            if isinstance(claim, QuantityClaim) and claim.kind in _CHECKED:
                by_source.setdefault(claim.source, []).append(claim)
        for claims in by_source.values():
            body = [c for c in claims if c.quote.zone is Zone.BODY]
            for head in (c for c in claims if c.quote.zone in _HEAD):
                yield from self._of(head, [c for c in body if _comparable(head, c)])

    def _of(self, head: QuantityClaim, body: list[QuantityClaim]) -> Iterator[Finding]:
        like = [c for c in body if same_thing(head, c) and c.aspect is head.aspect]
        met = [c for c in body if fit(value(head), value(c)) is not Fit.APART]
        if not met and like and len(like) <= _MOST and not _made_of(head, body):
            yield self._found(head, like[0])
        elif met and all(_only_a_bound(head, c) for c in met):
            yield from self._bound(head, met[0], [c for c in like if c not in met])

    def _found(self, head: QuantityClaim, body: QuantityClaim) -> Finding:
        message = self.say("differs", head=head.text, body=body.text)
        return self.finding([head, body], message, outcome=Outcome.CONTRADICTION)

    def _bound(self, head: QuantityClaim, bound: QuantityClaim, others: list[QuantityClaim]) -> Iterator[Finding]:
        if others:
            message = self.say("bound", head=head.text, bound=bound.text, body=others[0].text)
            yield self.finding([head, bound, others[0]], message, outcome=Outcome.TENSION)


def _comparable(a: QuantityClaim, b: QuantityClaim) -> bool:
    return a.quantity.unit == b.quantity.unit or (
        a.kind is b.kind and dimension(a.quantity.unit) == dimension(b.quantity.unit)
    )


def _only_a_bound(head: QuantityClaim, body: QuantityClaim) -> bool:
    return body.quantity.hedge is Hedge.UP_TO and head.quantity.hedge in (None, Hedge.EXACTLY)


def _made_of(head: QuantityClaim, body: list[QuantityClaim]) -> bool:
    """Whether the headline's figure is a sum or a difference of two or three of the text's."""
    near = body[: 2 * _MOST]
    two, three = combinations(map(value, near), 2), combinations(map(value, near), 3)
    made = [result for a, b in two for result in (a + b, a - b, b - a)] + [total(t) for t in three]
    return any(fit(value(head), result) is not Fit.APART for result in made)
