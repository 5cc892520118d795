"""The years that a narrative leaves unsaid: "Am 3. September" in a history of 1944.

A story moves forward by days and months, seldom back, and by years mostly where it says the year. Some of the years it
says are asides ("like the war of 1870"), and the next dates are not of that year. So the most likely course through
all dates is sought at once (Viterbi 1967): each date costs the logarithm of the time it is away from the one before,
a change of the year that nobody said costs extra, and so does a year said that the story does not follow.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extract.dates.said import Said

# Costs found on narratives by a coarse search; within a factor of two of each the result hardly changes.
_BACKWARD = 1.3  # moving back, against moving forward
_SCALE = 4.0  # months below which a move hardly costs
_UNSAID = 2.5  # a change of year without a year said
_NEW_YEAR = 0.5  # of that, where December is followed by January
_ASIDE = {"year": 2.0, "month": 4.0, "day": 6.0}  # a year said and not followed, by the precision of its date
_BACK, _AHEAD = 4, 2  # years said before and after a date that it may belong to
_RESTART = 5.0  # a break in the story

_SEASONS = {"SP": 4, "SU": 7, "FA": 10, "WI": 12, "Q1": 2, "Q2": 5, "Q3": 8, "Q4": 11, "H1": 3, "H2": 9}


@dataclass(slots=True)
class _Node:
    """A date of the story: the year said, or None, and its month with the day as a fraction."""

    said: Said
    year: int | None
    month: float | None
    precision: str


@dataclass(slots=True)
class _Step:
    """The cheapest course to a year at one node: its cost, the month it is in, and the year before."""

    cost: float
    month: float | None
    before: int | None


@dataclass(slots=True)
class Timeline:
    """What `trace` found: the years of dates without one, and the dates that are asides, by their position."""

    years: dict[int, int]
    asides: set[int]


def trace(said: list[Said]) -> Timeline:
    """The course of a narrative through its dates. Years before Christ are negative.

    >>> from claimcheck.extract.dates.said import Said
    >>> dates = [Said(0, 1, "calendar", year="1944", tail="06"), Said(2, 3, "calendar", tail="09-03")]
    >>> trace(dates).years
    {2: 1944}
    """
    nodes = [node for each in said if (node := _node(each))]
    if not any(node.year for node in nodes):
        return Timeline({}, set())
    steps = list(_forward(nodes))
    timeline = Timeline({}, set())
    for node, year in zip(nodes, _backward(steps), strict=True):
        if node.year is None:
            timeline.years[node.said.i] = year
        elif node.year != year:
            timeline.asides.add(node.said.i)
    return timeline


def _node(said: Said) -> _Node | None:
    """A date that has a year, or lacks only that."""
    if said.form != "calendar":
        return None
    year = number_of(said.year) if said.year else None
    if said.year and year is None:
        return None
    precision = "year" if not said.tail else "day" if len(said.tail) > 2 else "month"
    return _Node(said, year, _month(said.tail), precision)


def number_of(year: str) -> int | None:
    """A year as a number, negative before Christ; None for decades and centuries.

    >>> number_of("1944"), number_of("BC0490"), number_of("194")
    (1944, -490, None)
    """
    if year.startswith("BC"):
        return -int(year[2:]) if len(year) == 6 else None
    return int(year) if len(year) == 4 else None


def written(year: int) -> str:
    """The TIMEX3 spelling of a year.

    >>> written(1944), written(-490)
    ('1944', 'BC0490')
    """
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def _month(tail: str) -> float | None:
    if tail in _SEASONS:
        return _SEASONS[tail]
    if not tail[:2].isdecimal():
        return None
    return int(tail[:2]) + (int(tail[3:]) / 31 if len(tail) == 5 else 0.5)


def _forward(nodes: list[_Node]) -> Iterator[dict[int, _Step]]:
    """For each node the cheapest course to each year it may have."""
    said_at = [k for k, node in enumerate(nodes) if node.year is not None]
    said_years = [year for node in nodes if (year := node.year) is not None]
    before: dict[int, _Step] = {}
    for k, node in enumerate(nodes):
        p = bisect_right(said_at, k)
        years = set(said_years[max(0, p - _BACK) : p + _AHEAD]) | {year + 1 for year in said_years[max(0, p - 2) : p]}
        now = {year: step for year in years if (step := _cheapest(node, year, before))}
        before = now or _restart(node, years, before)
        yield before


def _cheapest(node: _Node, year: int, before: dict[int, _Step]) -> _Step | None:
    """The cheapest way to a year from those before; none where an aside cannot keep it."""
    aside = node.year is not None and node.year != year
    if not before:
        return _Step(_ASIDE[node.precision] if aside else 0.0, None if aside else node.month, None)
    if aside:
        kept = before.get(year)
        return kept and _Step(kept.cost + _ASIDE[node.precision], kept.month, year)
    cost, origin = min((step.cost + _move(node, year, step, origin), origin) for origin, step in before.items())
    month = node.month if node.month is not None else before[origin].month if origin == year else None
    return _Step(cost, month, origin)


def _move(node: _Node, year: int, step: _Step, origin: int) -> float:
    """What it costs to go from one date to the next."""
    months = (year - origin) * 12.0
    known = node.month is not None and step.month is not None
    if known:
        months += (node.month or 0) - (step.month or 0)
    elif months:
        months -= 6 if months > 0 else -6
    cost = log1p(months / _SCALE) if months >= 0 else _BACKWARD * log1p(-months / _SCALE)
    if node.year is None and year != origin:
        cost += _UNSAID * (_NEW_YEAR if known and year == origin + 1 and months < 12 else 1)
    return cost


def _restart(node: _Node, years: set[int], before: dict[int, _Step]) -> dict[int, _Step]:
    """A new beginning where no course goes on."""
    origin = min(before, key=lambda year: before[year].cost)
    return {year: _Step(before[origin].cost + _RESTART, node.month, origin) for year in years}


def _backward(steps: list[dict[int, _Step]]) -> list[int]:
    """The years of the cheapest course."""
    year = min(steps[-1], key=lambda y: steps[-1][y].cost)
    course = []
    for step in reversed(steps):
        course.append(year)
        before = step[year].before
        year = year if before is None else before
    return course[::-1]
