"""Two things happened, and the reports differ in which came first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Identity, Kind, Outcome, Period, PeriodClaim, Quote
from claimcheck.rules import Rule
from claimcheck.rules._concepts import events
from claimcheck.rules._orders import Order, orders
from claimcheck.rules._passages import passages
from claimcheck.rules._spans import stretch
from claimcheck.rules._years import explicit_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, EventPair, Finding

_LONGEST = 80
_ENOUGH = 2
"""Words that two sentences of two reports must share to speak of one thing, if no event says so."""
_ENOUGH_INSIDE = 3
"""Within one report, where many things of a kind are told, as many words besides."""


class OrderMismatch(Rule):
    """One report has a thing happen before another, and a second one after it.

    Why it matters: who acted first is often what a story is about, and the order turns around easily in retelling.

    Example: "the inspection of the shaft was finished two hours before the evacuation" and "only after the evacuation
    did the inspection begin".

    When it is wrong: the second report tells of another round of the same thing. Only orders that are said in words
    ("before", "after", "thereafter") are read, and only if both reports tell one event. A stretch of time that ends
    before it starts is reported where both years are written.
    """

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each two passages that turn an order around."""
        begins: dict[str, set[int]] = {}
        for claim in comparison.claims:
            if claim.start is not None:
                begins.setdefault(claim.source, set()).add(claim.start)
        documents = sorted(comparison.documents, key=lambda d: d.id)  # the order of reports must not matter
        told = [order for d in documents for order in orders(d, begins.get(d.id, ()))]
        together = {frozenset((p.a.source, p.b.source)) for p in comparison.events if _one_story(p)}
        yield from self._backwards(comparison)
        seen: set[frozenset[str]] = set()
        for a, b in _candidates(told):
            pair = frozenset((a.document.id, b.document.id))
            enough = _ENOUGH_INSIDE if len(pair) == 1 else _ENOUGH
            if (pair in together or len(pair) == 1) and pair not in seen and _reversed(a, b, enough):
                seen.add(pair)
                yield from self._found(a, b)

    def _backwards(self, comparison: Comparison) -> Iterator[Finding]:
        """A stretch of time whose written end lies before its start."""
        for passage in passages(comparison):
            ends = stretch(passage)
            if ends is not None and len(ends) == 2 and all(explicit_year(c) is not None for c in ends):
                start, end = ends[0].period.first, ends[1].period.last
                if start is not None and end is not None and end < start:
                    message = self.say("backwards", one=ends[0].text, two=ends[1].text)
                    yield self.finding(ends, message, outcome=Outcome.CONTRADICTION)

    def _found(self, a: Order, b: Order) -> Iterator[Finding]:
        message = self.say(
            "reversed", a=a.document.source.label, one=a.words.strip(), b=b.document.source.label, two=b.words.strip()
        )
        yield self.finding([_claim(a), _claim(b)], message, outcome=Outcome.CONTRADICTION)


def _candidates(told: list[Order]) -> Iterator[tuple[Order, Order]]:
    """Pairs of which the second is anchored in something that the first one speaks of."""
    by_key: dict[str, list[int]] = {}
    for at, order in enumerate(told):
        for key in order.anchor:
            by_key.setdefault(key, []).append(at)
    pairs = {
        (min(at, other), max(at, other))
        for at, order in enumerate(told)
        for key in order.anchor | order.what
        for other in by_key.get(key, ())
        if other != at
    }
    yield from ((told[a], told[b]) for a, b in sorted(pairs))


def _one_story(pair: EventPair) -> bool:
    """Whether two reports may tell of one event."""
    return pair.identity is not Identity.ANOTHER and pair.reason != "unrelated"


def _reversed(a: Order, b: Order, enough: int) -> bool:
    """Whether two orders are of the same two things and go opposite ways."""
    if not (a.named or b.named) or (enough == _ENOUGH_INSIDE and not (a.named and b.named)):
        return False
    if a.before is not b.before:
        return bool(a.anchor & b.anchor) and _same(a, b, enough)
    crossed = bool(a.anchor & b.what) and bool(b.anchor & a.what) and not a.anchor & b.anchor
    return crossed and enough == _ENOUGH


def _same(a: Order, b: Order, enough: int) -> bool:
    """Whether two orders tell of one thing: an event that both name, or several words; within one report, the words."""
    anchors = a.anchor | b.anchor
    direct = (a.what & b.what) - anchors
    shared = (events(a.what | a.context) & events(b.what | b.context)) - anchors
    known = enough == _ENOUGH and any(key.startswith("#") for key in a.anchor & b.anchor)
    return len(direct) >= enough or (bool(shared) and known)


def _claim(order: Order) -> PeriodClaim:
    """The passage as a claim: a time that is only known to lie before or after another."""
    end = min(order.end, order.start + _LONGEST)
    quote = Quote(
        source=order.document.id, start=order.start, end=end, text=order.document.text[order.start : end],
        sentence=" ".join(order.sentence.split()),
    )  # fmt: skip
    period = Period(timex="XXXX-XX-XX", mod="BEFORE" if order.before else "AFTER")
    return PeriodClaim(kind=Kind.DATE, quote=quote, period=period)
