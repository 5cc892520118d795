"""What quantities give each other: a unit said once for several, two bounds that make one range."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extract.hedges import LOWER, UPPER
from claimcheck.extract.measures import kind_of
from claimcheck.extract.ranges import rescale

if TYPE_CHECKING:
    from claimcheck.extract.found import Found
    from claimcheck.extract.tokens import Tokens

_LARGE = 1_000_000
_REACH = 8  # tokens between "um 4,1" and "um 2,6 Prozent"
_MARKS = frozenset(",/&")
_WHEN = frozenset({"month", "weekday", "season", "time_unit", "deixis", "shifted", "function", "side"})


def share_units(tokens: Tokens, found: list[Found]) -> None:
    """Give a bare number the unit of the next one it is coordinated with: "5, 10 und 15 Kilometer"."""
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if first.kind not in {"count", "range"} or not _lends(second):
            continue
        changes = _changes(tokens, first, second)
        if changes or _coordinated(tokens, first, second):
            first.unit, first.kind = second.unit, second.kind
        if changes:
            _share_scale(first, second)
    for first, second in pairwise(found):
        if second.kind == "count" and _lends(first) and _goes_on_in(tokens, first, second):
            second.unit, second.kind = first.unit, first.kind


def _goes_on_in(tokens: Tokens, first: Found, second: Found) -> bool:
    """Whether a large number without a noun is in the unit said before: "from 3 million euros to 5 million"."""
    if second.number is None or second.number.scale < _LARGE or second.j - first.j > _REACH:
        return False
    marks = tokens.words[first.j : second.i]
    led = tokens.role(second.i - 1, "side") is not None or tokens.role(second.i - 1, "function") is not None
    ends = second.j >= len(tokens.words) or not tokens.words[second.j][0].isalpha()
    ends = ends or tokens.role(second.j, "function") is not None
    return led and ends and first.kind == "money" and not any(mark in ".!?;:" for mark in marks)


def _changes(tokens: Tokens, first: Found, second: Found) -> bool:
    """Whether one goes over into the other: "von 31 auf 38 Millionen Euro", "from 5 to 8 percent"."""
    if second.i != first.j + 1 or tokens.role(first.j, "side") is None:
        return False
    return tokens.role(first.i - 1, "side") is not None and first.number is not None and first.number.digits


def _share_scale(first: Found, second: Found) -> None:
    if first.number is None or second.number is None or first.upper is not None:
        return
    if first.number.scale == 1 < second.number.scale:
        rescale(first.number, int(second.number.scale))


def join_bounds(tokens: Tokens, found: list[Found]) -> None:
    """Make one range of a lower and an upper bound: "more than 15 and less than 25", "at most 100, at least 20"."""
    at = 0
    while at + 1 < len(found):
        if (joined := _joined(tokens, found[at], found[at + 1])) is not None:
            found[at : at + 2] = [joined]
        at += 1


def _lends(found: Found) -> bool:
    return found.unit is not None and found.unit != "dimensionless" and found.number is not None


def first_of_series(tokens: Tokens, found: list[Found], f: Found) -> Found:
    """The figure that opens the series of a figure: what governs "by 4.1 in March" governs "and by 2.6 in April"."""
    lead = f
    for earlier in reversed(found):
        if earlier.number is None or earlier.i >= lead.i:
            continue
        if earlier.unit != lead.unit or not _coordinated(tokens, earlier, lead):
            break
        lead = earlier
    return lead


def _coordinated(tokens: Tokens, first: Found, second: Found) -> bool:
    """Whether nothing but "and", or "and" with the same preposition again, stands between the two."""
    if first.number is None or not first.number.digits or second.number is None or not second.number.digits:
        return False
    i, j = first.j, second.i
    between = tokens.words[i:j]
    if not between or len(between) > _REACH or not (_joins(tokens, i) or _dated(tokens, i, j)):
        return False
    if all(_joins(tokens, k) for k in range(i, j)):
        return True
    repeated = between[-1] == tokens.words[first.i - 1] and tokens.role(j - 1, "side") is not None
    return repeated and not any(word in ".;:!?" for word in between)


def _dated(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the tokens ``[i, j)`` say when, and go on: "by 4.1 in March and by 2.6 percent"."""
    known = (tokens.known[k] for k in range(i, j) if not _joins(tokens, k))
    calendar = all(word is not None and not _WHEN.isdisjoint(word.roles) for word in known)
    return calendar and any(_joins(tokens, k) for k in range(i, j))


def _joins(tokens: Tokens, k: int) -> bool:
    return tokens.words[k] in _MARKS or tokens.role(k, "coordinate") is not None


def _joined(tokens: Tokens, first: Found, second: Found) -> Found | None:
    if {first.hedge in LOWER, second.hedge in UPPER} == {True}:
        low, high = first, second
    elif first.hedge in UPPER and second.hedge in LOWER:
        low, high = second, first
    else:
        return None
    if low.number is None or high.number is None or low.number.value >= high.number.value:
        return None
    if not all(_joins(tokens, k) for k in range(first.j, second.i)) or first.j == second.i:
        return None
    if first.unit not in {None, second.unit}:
        return None
    first.number, first.upper, first.hedge = low.number, high.number, None
    first.unit, first.j, first.end = second.unit, second.j, second.end
    first.kind = kind_of(first.unit, ranged=True)
    return first
