"""A headline or caption says another figure than the text below it."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.model import Hedge, Kind, Outcome, QuantityClaim, Zone
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, fit, middle, total
from claimcheck.rules._kin import has_noun, in_base_units, same_thing
from claimcheck.units import dimension, is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Finding

_HEAD = (Zone.HEADLINE, Zone.CAPTION)
_CHECKED = (Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.RANGE)
_FAR = Decimal("0.02")
"""A figure fifty times as large is that of something else."""
_MOST = 6
"""More figures of one thing than this are too many to tell which one the headline means."""


class HeadlineMismatch(Rule):
    """A figure of the headline or a caption is not in the text below, which has another one for the same thing.

    Why it matters: headlines are written last and by somebody else; most readers see nothing but them.

    Example: headline "A lead of 50 points", text "her lead is 15 points". And a headline "saves 60 percent" over a text
    that says "up to 60 percent": the bound became the result, which is a tension.

    When it is wrong: the headline adds figures up, or speaks of another group under the same name. Sums and
    differences of the text's figures are tried before anything is said.
    """

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each such figure."""
        by_source: dict[str, list[QuantityClaim]] = {}
        for claim in comparison.claims:
            if isinstance(claim, QuantityClaim) and claim.kind in _CHECKED:
                by_source.setdefault(claim.source, []).append(claim)
        documents = {document.id: document for document in comparison.documents}
        for source, claims in by_source.items():
            document = documents.get(source)
            body = [c for c in claims if c.quote.zone is Zone.BODY]
            for head in (c for c in claims if c.quote.zone in _HEAD and (c.kind is not Kind.COUNT or has_noun(c))):
                if document is not None and document.text.count(head.quantity.literal) == 1:
                    yield from self._of(head, [c for c in body if _comparable(head, c)])
                else:
                    yield from self._repeated(head, [c for c in body if _comparable(head, c)])

    def _of(self, head: QuantityClaim, body: list[QuantityClaim]) -> Iterator[Finding]:
        """A figure whose digits the text does not have."""
        like = _nearest_first(head, _named(head, [c for c in body if _like(head, c)]))
        fits = {c.id: fit(_value(head), _value(c)) for c in body}
        met = any(fits[c.id] is Fit.MEETS for c in body) or any(fits[c.id] is Fit.STRAINS for c in like)
        if like and not met and fits[like[0].id] is Fit.APART and len(like) <= _MOST and not _made_of(head, body):
            yield self._found(head, like[0])

    def _repeated(self, head: QuantityClaim, body: list[QuantityClaim]) -> Iterator[Finding]:
        """A figure that the text has only as a bound."""
        met = [c for c in body if fit(_value(head), _value(c)) is not Fit.APART]
        if met and all(_only_a_bound(head, c) for c in met):
            message = self.say("bound", head=head.text, bound=met[0].text)
            yield self.finding([head, met[0]], message, outcome=Outcome.TENSION)

    def _found(self, head: QuantityClaim, body: QuantityClaim) -> Finding:
        message = self.say("differs", head=head.text, body=body.text)
        return self.finding([head, body], message, outcome=Outcome.CONTRADICTION)


def _like(head: QuantityClaim, body: QuantityClaim) -> bool:
    """Whether a figure of the text gives the headline's thing, in its unit."""
    same = body.aspect is head.aspect and body.quantity.unit == head.quantity.unit
    return same and same_thing(head, body)


def _named(head: QuantityClaim, like: list[QuantityClaim]) -> list[QuantityClaim]:
    """The figures that go by the very noun of the headline, if there are any."""
    return [c for c in like if c.subject.label.lower() == head.subject.label.lower()] or like


def _nearest_first(head: QuantityClaim, like: list[QuantityClaim]) -> list[QuantityClaim]:
    """The figures that may be the headline's, the one it is likeliest to be first; others are far away."""
    near = [(_ratio(head, c), c) for c in like]
    return [c for ratio, c in sorted(near, key=lambda x: -x[0]) if ratio >= _FAR or _one_slip(head, c)]


def _ratio(a: QuantityClaim, b: QuantityClaim) -> Decimal:
    """The smaller value over the larger one."""
    low, high = sorted((abs(middle(_value(a))), abs(middle(_value(b)))))
    return low / high if high else Decimal(1)


def _one_slip(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether only a scale word or zeros tell two figures apart."""
    one, two = (c.quantity.value.normalize().as_tuple().digits if c.quantity.value else () for c in (a, b))
    return one == two


def _value(claim: QuantityClaim) -> Value:
    return in_base_units(claim.quantity)


def _comparable(a: QuantityClaim, b: QuantityClaim) -> bool:
    one, two = a.quantity.unit, b.quantity.unit
    if one is None or two is None or not (is_known(one) and is_known(two)):
        return one is two is None
    return a.kind is b.kind and dimension(one) == dimension(two)


def _only_a_bound(head: QuantityClaim, body: QuantityClaim) -> bool:
    return body.quantity.hedge is Hedge.UP_TO and head.quantity.hedge in (None, Hedge.EXACTLY)


def _made_of(head: QuantityClaim, body: list[QuantityClaim]) -> bool:
    """Whether the headline's figure is a sum or a difference of two or three of the text's."""
    near = [_value(c) for c in body[: 2 * _MOST]]
    two, three = combinations(near, 2), combinations(near, 3)
    made = [result for a, b in two for result in (a + b, a - b, b - a)] + [total(t) for t in three]
    return any(fit(_value(head), result) is not Fit.APART for result in made)
