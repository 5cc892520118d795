"""Where a sentence says how one figure became another."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model import Aspect, Direction
from claimcheck.rules._kin import POINTS, is_percent, related
from claimcheck.rules._passages import Passage, end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import QuantityClaim
    from claimcheck.rules._passages import Scene

_WORDS_ON_THE_WAY = 8
"""So many words may stand between "from 3.2 million" and "to 2.7 million"."""
_BESIDE = 12
"""Code points from a figure to the word that marks it: an article, a noun already counted as its own."""
_CLAUSE_END = re.compile(r"[;:]")


@dataclass(frozen=True, slots=True)
class Change:
    """A figure, what it was before, by how much it is said to have changed, and which way."""

    before: QuantityClaim
    after: QuantityClaim
    by: QuantityClaim | None
    way: Direction | None


def changes(scene: Scene) -> Iterator[Change]:
    """Every change of which a sentence, with its neighbours, names at least both ends."""
    here = scene.here
    pairs = [*_from_to(here), *_after_before(here)]
    amounts = _amounts(here)
    for before, after in pairs:
        by = _nearest(amounts, (before, after), pairs) or (None if amounts else _amount_nearby(scene, len(pairs)))
        yield Change(before, after, by, _way(here, before, after, by))
    if not pairs and len(amounts) == 1:
        yield from _by_to(scene, amounts[0])


# ---- the two ends ----------------------------------------------------------------------------------------------------


def _from_to(here: Passage) -> list[tuple[QuantityClaim, QuantityClaim]]:
    """As in "from 412 to 457 million", also with a year between the two."""
    figures = here.quantities
    return [(a, b) for a, b in itertools.pairwise(figures) if related(a, b) and _leads(here, a, b)]


def _leads(here: Passage, a: QuantityClaim, b: QuantityClaim) -> bool:
    gap = here.between(a, b)
    if len(gap.split()) > _WORDS_ON_THE_WAY or _CLAUSE_END.search(gap):
        return False
    return marked(here, "from", a) and marked(here, "to", b)


def marked(here: Passage, signal: str, claim: QuantityClaim) -> bool:
    """Whether a signal word stands right before a figure, or opens its own words."""
    begin = max(here.lead_start(claim), start_of(claim) - _BESIDE)
    found = here.all(signal, begin, end_of(claim))
    return any(not here.document.text[f.end() : start_of(claim)].strip() for f in found)


def _after_before(here: Passage) -> list[tuple[QuantityClaim, QuantityClaim]]:
    """As in "4.60 after 4.00 the year before", "970 million, against 1 billion a year earlier"."""
    figures = here.quantities
    return [(b, a) for a, b in itertools.pairwise(figures) if related(a, b) and _looks_back(here, b)]


def _looks_back(here: Passage, claim: QuantityClaim) -> bool:
    return marked(here, "against", claim) and here.has("previous", here.lead_start(claim), _reach(here, claim))


def _reach(here: Passage, claim: QuantityClaim) -> int:
    """Where the words that may date a figure end: the next figure, which is not a date."""
    return min([here.end, *(start_of(q) for q in here.quantities if start_of(q) >= end_of(claim))])


# ---- by how much -----------------------------------------------------------------------------------------------------


def _amounts(here: Passage) -> list[QuantityClaim]:
    return [c for c in here.quantities if is_amount(here, c)]


def is_amount(here: Passage, claim: QuantityClaim) -> bool:
    """Whether a figure says by how much something changed or differs."""
    if claim.quantity.unit == POINTS:
        return True
    if marked(here, "from", claim) or marked(here, "to", claim):
        return False
    beside = here.document.text.find(",", end_of(claim), here.end)
    tail = min(here.tail_end(claim), end_of(claim) + _BESIDE, here.end if beside < 0 else beside)
    return (
        marked(here, "by", claim)
        or marked(here, "rise_of", claim)
        or (is_percent(claim) and here.has("comparative", end_of(claim), tail))
    )


def _nearest(
    amounts: list[QuantityClaim],
    pair: tuple[QuantityClaim, QuantityClaim],
    pairs: list[tuple[QuantityClaim, QuantityClaim]],
) -> QuantityClaim | None:
    """The amount that stands nearest to this pair and to no other; None where two amounts claim the place."""
    own = [c for c in amounts if min(pairs, key=lambda p: _distance(c, p)) == pair and c not in pair]
    return own[0] if len(own) == 1 else None


def _distance(claim: QuantityClaim, pair: tuple[QuantityClaim, QuantityClaim]) -> int:
    first, last = min(map(start_of, pair)), max(map(end_of, pair))
    return first - end_of(claim) if end_of(claim) <= first else start_of(claim) - last


def _amount_nearby(scene: Scene, pairs: int) -> QuantityClaim | None:
    """The only amount of the sentence before, where this one goes on about the same thing with a pronoun."""
    if pairs != 1 or not scene.before:
        return None
    opener = scene.here.find("pronoun")
    amounts = _amounts(scene.before[-1])
    goes_on = opener is not None and opener.start() == scene.here.start
    return amounts[0] if goes_on and len(amounts) == 1 and is_percent(amounts[0]) else None


# ---- by so much to this, and what it was before told in a sentence nearby --------------------------------------------


def _by_to(scene: Scene, by: QuantityClaim) -> Iterator[Change]:
    here = scene.here
    ends = [c for c in here.quantities if marked(here, "to", c) and (related(c, by) or is_percent(by))]
    if len(ends) != 1:
        return
    earlier = [c for p in scene.around for c in p.quantities if _was(p, c, ends[0])]
    if len(earlier) == 1:
        yield Change(earlier[0], ends[0], by, _way(here, earlier[0], ends[0], by))


def _was(passage: Passage, claim: QuantityClaim, now: QuantityClaim) -> bool:
    """Whether a figure is the earlier state of another: same unit, in a clause that looks back."""
    if claim is now or claim.aspect is Aspect.CHANGE or not related(claim, now) or is_amount(passage, claim):
        return False
    return passage.has("previous", passage.lead_start(claim), _reach(passage, claim)) and _same_subject(claim, now)


def _same_subject(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether two figures measure one thing as far as the lexicon knows."""
    return a.subject.concept is not None and a.subject.concept == b.subject.concept


# ---- which way -------------------------------------------------------------------------------------------------------


def _way(here: Passage, before: QuantityClaim, after: QuantityClaim, by: QuantityClaim | None) -> Direction | None:
    """Up or down, if all that is said of the change agrees on it and nothing is denied."""
    said = {c.direction for c in (before, after, by) if c is not None and c.source == here.document.id} - {None}
    return said.pop() if len(said) == 1 and not here.has("not") else None
