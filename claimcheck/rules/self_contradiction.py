"""One report gives two figures for one thing."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.model import Aspect, Cause, Hedge, Kind, Outcome, QuantityClaim, Zone
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, fit
from claimcheck.rules._concepts import keys
from claimcheck.rules._kin import has_noun, said, same_thing, value
from claimcheck.rules._passages import Passage, digits_of, end_of, passages, start_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from claimcheck.model import Comparison, Finding

_CHECKED = (Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT)
_OTHER_SIDES = (Aspect.PART, Aspect.CHANGE, Aspect.BEFORE, Aspect.NEW)


class SelfContradiction(Rule):
    """A report gives a thing a second figure that reads as a slip of the first.

    Why it matters: the second mention is often a late edit, and the desk corrected only one of the two.

    Example: "the pier is 328 metres long ... the 382 metres of the pier". Two digits changed places.

    When it is wrong: the two figures are of two things that the report calls by one word. Only figures whose digits
    changed places, or that are ten, a hundred, a thousand or a million times each other, are reported, and only if the
    two sentences share ``words`` more words.
    """

    words: int = 2
    """So many words, beside the noun of the figures, both sentences must share."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each pair of figures."""
        by_source: dict[str, list[tuple[Passage, QuantityClaim]]] = {}
        for passage in passages(comparison):
            if passage.zone is Zone.BODY:
                figures = [(passage, c) for c in passage.quantities if _checked(c)]
                by_source.setdefault(passage.document.id, []).extend(figures)
        for figures in by_source.values():
            yield from self._of(figures)

    def _of(self, figures: list[tuple[Passage, QuantityClaim]]) -> Iterator[Finding]:
        for (here, a), (there, b) in combinations(figures, 2):
            if here is not there and _same(a, b) and (cause := _slip(a, b)) and self._alike(here, a, there, b):
                message = self.say("differs", one=a.text, two=b.text)
                yield self.finding([a, b], message, outcome=Outcome.CONTRADICTION, cause=cause)

    def _alike(self, here: Passage, a: QuantityClaim, there: Passage, b: QuantityClaim) -> bool:
        """Whether two sentences speak of one thing, and neither of an earlier time."""
        looks_back = here.has("previous") or there.has("previous")
        return not looks_back and len(_around(here, a) & _around(there, b)) >= self.words


def _checked(claim: QuantityClaim) -> bool:
    quantity = claim.quantity
    exact = quantity.hedge in (None, Hedge.EXACTLY) and quantity.value is not None and quantity.value >= 10
    return claim.kind in _CHECKED and exact and claim.aspect not in _OTHER_SIDES and has_noun(claim)


def _same(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether nothing that the words say tells two figures apart."""
    if (a.kind, a.quantity.unit) != (b.kind, b.quantity.unit) or fit(value(a), value(b)) is not Fit.APART:
        return False
    one, two = a.subject, b.subject
    open_ = a.kind is not Kind.COUNT and not (one.concept and two.concept)
    narrowed = (one.scope, one.place, one.per, a.when) != (two.scope, two.place, two.per, b.when)
    return (open_ or same_thing(a, b)) and not narrowed


def _around(here: Passage, claim: QuantityClaim) -> set[str]:
    """What the rest of a sentence speaks of."""
    text, code = here.document.text, here.document.source.language
    begin, end = start_of(claim), max(end_of(claim), digits_of(claim)[1])
    return keys(code, text[here.start : begin]) | keys(code, text[end : here.end])


def _slip(a: QuantityClaim, b: QuantityClaim) -> Cause | None:
    """The slip that would turn one figure into the other."""
    one, two = said(a), said(b)
    if _digits(one) == _digits(two):
        return Cause.MAGNITUDE
    return Cause.DIGITS if _swapped(str(one.normalize()), str(two.normalize())) else None


def _digits(number: Decimal) -> tuple[int, ...]:
    return number.normalize().as_tuple().digits


def _swapped(one: str, two: str) -> bool:
    """Whether two neighbouring digits changed places.

    >>> _swapped("328", "382"), _swapped("328", "383")
    (True, False)
    """
    if len(one) != len(two):
        return False
    apart = [i for i, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == two[apart[1]]
        and one[apart[1]] == two[apart[0]]
    )
