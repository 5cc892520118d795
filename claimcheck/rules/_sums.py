"""Where a sentence says that some figures are parts of another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from claimcheck.rules._arithmetic import Fit, Value, fit, middle, total
from claimcheck.rules._changes import marked
from claimcheck.rules._kin import has_noun, lent, level, like, said, same_thing, scale, value
from claimcheck.rules._passages import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from claimcheck.model import QuantityClaim
    from claimcheck.rules._passages import Passage, Scene

MOST = 8
"""More parts than this are not tried in all combinations, and so not reported."""
_SEVERAL = 3
"""Figures that look like a list."""
_LATER = 60
"""Code points from a total to its first part, if the number of parts is told between."""
_OPENING = 12
"""Code points from the start of a sentence to a total that it opens with: "Of the 48 applicants 21 came ..."."""
_NEAR = 24
"""Code points between a sum word and its figure: an article, "also", a verb."""
_COORDINATED = re.compile(r"[,;–—]|(?<!\w)(?:und|and|sowie|plus|&)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the figures that are said to be its parts.

    ``complete`` says that nothing else belongs to it; ``aside`` are figures nearby that may or may not be parts.
    """

    whole: QuantityClaim
    parts: tuple[QuantityClaim, ...]
    complete: bool
    aside: tuple[QuantityClaim, ...] = ()
    far: bool = False
    """The parts stand in other sentences than the total, and there may be more of them than are named."""

    @property
    def made(self) -> Value:
        """What the parts add up to."""
        return total(map(self._value, self.parts))

    @property
    def settled(self) -> bool:
        """Whether the parts, or any choice among them and the figures aside, do add up."""
        return any(fit(total(chosen), value(self.whole)) is Fit.MEETS for chosen in self._choices())

    def _choices(self) -> Iterator[Sequence[Value]]:
        near = [self._value(c) for c in (*self.parts, *self.aside)]
        for count in range(2, len(near) + 1):
            yield from combinations(near, count)

    def _value(self, part: QuantityClaim) -> Value:
        """What a part says; in "41, 38 and 17 million" the scale word belongs to all three."""
        scaled = [c for c in self.parts if scale(c) > 1 and start_of(c) > start_of(part)]
        return lent(part, scaled[0]) if scaled and scale(part) == 1 else value(part)


def sums(scene: Scene) -> Iterator[Sum]:
    """All that one sentence announces, with the help of its neighbours."""
    yield from _gathered(scene.before, scene.here)
    listed = list(_listed(scene.here, scene.after[0] if scene.after else None))
    yield from listed
    yield from _remaining(scene)
    if not listed and scene.after:
        yield from _told_next(scene.here, scene.after[0])


def _figures(passage: Passage) -> list[QuantityClaim]:
    return [c for c in passage.quantities if level(c)]


# ---- parts first, then their total: "40 points and 46 points, 86 in all" ---------------------------------------------


def _gathered(before: Sequence[Passage], passage: Passage) -> Iterator[Sum]:
    for whole in _figures(passage):
        if is_sum(passage, whole) and not passage.has("each"):
            parts, aside = _parts_before(passage, whole)
            far = not parts and _opens_with(passage, "sum")
            if far:
                parts = _parts_in(before, whole)
            if 2 <= len(parts) <= MOST:
                yield Sum(whole, tuple(parts), complete=True, aside=tuple(aside), far=far)


def is_sum(passage: Passage, whole: QuantityClaim) -> bool:
    """Whether a sum word belongs to a figure: right before it, right after it or among its own words."""
    lead = max(passage.lead_start(whole), start_of(whole) - _NEAR)
    tail = min(passage.tail_end(whole), end_of(whole) + _NEAR // 2)
    return passage.has("sum", lead, end_of(whole)) or passage.has("sum_after", end_of(whole), tail)


def _parts_before(passage: Passage, whole: QuantityClaim) -> tuple[list[QuantityClaim], list[QuantityClaim]]:
    """The list that leads up to a total, and the figures in it that are only named as part of another one."""
    parts: list[QuantityClaim] = []
    aside: list[QuantityClaim] = []
    following: QuantityClaim = whole
    for claim in reversed([c for c in _figures(passage) if end_of(c) <= start_of(whole)]):
        if not like(claim, whole) or not _COORDINATED.search(passage.between(claim, following)):
            break
        (aside if _is_subset(passage, claim) else parts).insert(0, claim)
        following = claim
    return parts, aside


def _is_subset(passage: Passage, claim: QuantityClaim) -> bool:
    """Whether "among them" or the like stands right before a figure."""
    return passage.has("subset", passage.lead_start(claim), start_of(claim))


def _parts_in(before: Sequence[Passage], whole: QuantityClaim) -> list[QuantityClaim]:
    """The figures of one noun in the sentences that lead up to a total, as far back as each one has some.

    It is the total's own noun, or, for three and more parts, another: votes make ballots.
    """
    parts: list[QuantityClaim] = []
    for passage in reversed(before):
        found = [c for c in _figures(passage) if like(c, whole) and same_thing(c, parts[0] if parts else c)]
        if not found:
            break
        parts = [*(c for c in found if not _is_subset(passage, c)), *parts]
    return parts if len(parts) > 2 or all(same_thing(c, whole) for c in parts) else []


# ---- a total first, then its parts: "45 calls: 22 falls, 14 ...", "38.5 million. Of this, 18.2 ..." -----------------


def _listed(passage: Passage, after: Passage | None) -> Iterator[Sum]:
    figures = _figures(passage)
    for at, whole in enumerate(figures):
        rest = figures[at + 1 :]
        if opening := _opens_list(passage, whole, rest) or _opens_later(passage, whole, rest):
            rest = [c for c in rest if like(c, whole)] if opening == "later" else rest
            parts = _run(passage, whole, rest)
            yield from _announced(passage, whole, parts, opening)
    if after and figures and _opens_with(after, "of_which"):
        whole = figures[-1]
        parts = _run(after, whole, _figures(after))
        yield from _announced(after, whole, parts, "of_which")


def _opens_list(passage: Passage, whole: QuantityClaim, rest: list[QuantityClaim]) -> str | None:
    """How a list after a total is opened: by a colon (a date may stand before it), by "of which", or not at all."""
    tail = passage.between(whole, rest[0]) if rest else ""
    if ":" in tail and not re.search(r"\d\s*:\s*\d", tail):
        return "colon"
    if passage.has("of_which", end_of(whole), passage.tail_end(whole)):
        return "of_which"
    return "of_whole" if start_of(whole) - passage.start <= _OPENING and marked(passage, "of_all", whole) else None


def _opens_later(passage: Passage, whole: QuantityClaim, rest: list[QuantityClaim]) -> str | None:
    """As in "90,000 euros go to three homes: 40,000 to ...": a count of the parts stands before the colon."""
    first = next((c for c in rest if like(c, whole)), None)
    if first is None or first is rest[0] or whole.quantity.unit is None:
        return None
    gap = passage.document.text[end_of(whole) : start_of(first)]
    return "later" if gap.count(":") == 1 and len(gap) <= _LATER else None


def _opens_with(passage: Passage, signal: str) -> bool:
    found = passage.find(signal)
    return found is not None and found.start() - passage.start <= 2


def _told_next(here: Passage, after: Passage) -> Iterator[Sum]:
    """A total, and three parts or more in the next sentence that has no other such figures: who pays how much."""
    figures = _figures(here)
    whole = figures[-1] if figures else None
    if whole is None or [c for c in figures[:-1] if like(c, whole)]:
        return
    parts = [c for c in _figures(after) if like(c, whole)]
    if len(parts) >= _SEVERAL and parts == _run(after, whole, parts) and all(said(c) < said(whole) for c in parts):
        yield from _announced(after, whole, parts, "next")


def _run(passage: Passage, whole: QuantityClaim, figures: list[QuantityClaim]) -> list[QuantityClaim]:
    """The figures that follow one another as a list, without gaps that a list does not have."""
    run: list[QuantityClaim] = []
    for claim in figures:
        if not like(claim, whole) or is_sum(passage, claim):
            break
        if run and not _COORDINATED.search(passage.between(run[-1], claim)):
            break
        run.append(claim)
    return run


def _announced(passage: Passage, whole: QuantityClaim, parts: list[QuantityClaim], opening: str) -> Iterator[Sum]:
    inner = [c for c in parts if _is_subset(passage, c) and opening != "of_which"]
    outer = [c for c in parts if c not in inner]
    if len(outer) >= 2 and len(parts) <= MOST and not passage.has("each"):
        complete = opening in {"colon", "later"} or any(_is_rest(passage, c) for c in outer)
        yield Sum(whole, tuple(outer), complete, tuple(inner))


def _is_rest(passage: Passage, claim: QuantityClaim) -> bool:
    """Whether a figure is said to be all that remains."""
    return passage.has("rest", max(passage.lead_start(claim), start_of(claim) - _NEAR), end_of(claim))


# ---- a total, some parts, and what remains: "of 240 beds 130 are ..., 70 are ..., the remaining 40 are ..." ----------


def _remaining(scene: Scene) -> Iterator[Sum]:
    earlier = [c for passage in scene.before[-1:] for c in _figures(passage)][-1:]
    here = _figures(scene.here)
    for at, last in enumerate(here):
        if _is_rest(scene.here, last):
            found = list(_filled_up(here[: at + 1])) or list(_filled_up([*earlier, *here[: at + 1]]))
            if found and not any(one.settled for one in found):
                yield min(found, key=_miss)


def _filled_up(figures: list[QuantityClaim]) -> Iterator[Sum]:
    """The totals that the last figures, up to the rest, may be parts of: any before them that is larger than each."""
    for start in range(len(figures) - 3, -1, -1):
        whole, parts = figures[start], figures[start + 1 :]
        if not all(like(whole, part) for part in parts) or len(parts) > MOST:
            return
        if said(whole) > max(map(said, parts)):
            yield Sum(whole, tuple(parts), complete=True)


def _miss(one: Sum) -> Decimal:
    """By how much the parts miss their total, as a share of it."""
    return abs(middle(one.made) / said(one.whole) - 1)


# ---- a part that cannot be larger than its whole: "23 injured, among them 32 children" -------------------------------


def subsets(passage: Passage) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Each whole with a figure right after it that is only a part of it."""
    figures = _figures(passage)
    for whole, part in pairwise(figures):
        if like(whole, part) and (has_noun(whole) or not has_noun(part)):
            gap = passage.find("subset", end_of(whole), start_of(part))
            lead = passage.document.text[gap.end() : start_of(part)] if gap else ""
            if gap and len(lead) <= _NEAR and "," not in lead and ";" not in passage.between(whole, part):
                yield whole, part
