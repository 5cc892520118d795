"""Axes: where a value lies between the two sides of a chart, and where to put the ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT, RIGHT = 4.0, 96.0
"""Per cent of the width between which closed ends lie; what is open runs on to the edge."""

ORDERS = 50
"""From this ratio of the largest to the smallest value on, an axis shows orders of magnitude."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from ``low`` to ``high``.

    >>> Axis(0, 100).at(50), Axis(1, 100, log=True).at(10)
    (50.0, 50.0)
    """

    low: float
    high: float
    log: bool = False

    def at(self, value: float) -> float:
        """Per cent of the width."""
        low, high, here = (math.log10(v) if self.log else v for v in (self.low, self.high, value))
        return round(LEFT + (RIGHT - LEFT) * (here - low) / (high - low), 2)

    @property
    def ticks(self) -> list[float]:
        """Some three to six round values."""
        return _powers(self.low, self.high) if self.log else _steps(self.low, self.high)


def numbers(values: Iterable[float]) -> Axis:
    """An axis on which all values find room, with some air at both ends."""
    known = sorted(values)
    low, high = known[0], known[-1]
    if low > 0 and high / low >= ORDERS:
        return Axis(low / 1.6, high * 1.6, log=True)
    air = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    return Axis(max(0.0, low - air) if low >= 0 else low - air, high + air)


def _steps(low: float, high: float) -> list[float]:
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(n * power for n in (1, 2, 2.5, 5, 10) if n * power >= rough)
    first = math.ceil(low / step)
    return [float(f"{n * step:.15g}") for n in range(first, math.floor(high / step) + 1)]


def _powers(low: float, high: float) -> list[float]:
    first, last = math.ceil(math.log10(low)), math.floor(math.log10(high))
    stride = max(1, math.ceil((last - first) / 5))
    return [10.0**n for n in range(first, last + 1, stride)]


def days(known: Iterable[date]) -> Axis:
    """An axis of days, as ordinals."""
    axis = numbers(float(day.toordinal()) for day in known)
    return Axis(axis.low, axis.high) if not axis.log else axis


def day_ticks(axis: Axis) -> list[tuple[float, date]]:
    """Some two to six days to write below an axis of days: first days of years or months, or single days."""
    first, last = (date.fromordinal(int(end)) for end in (math.ceil(axis.low), math.floor(axis.high)))
    span = max(1, (last - first).days)
    if span > 2 * 365:
        stride = max(1, span // 365 // 5)
        found = [date(year, 1, 1) for year in range(first.year, last.year + 1, stride)]
    elif span > 60:
        stride = max(1, span // 30 // 5)
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month, stride)
        found = [date(month // 12, month % 12 + 1, 1) for month in months]
    else:
        found = [first + timedelta(days=n) for n in range(0, span + 1, max(1, math.ceil(span / 4)))]
    return [(axis.at(day.toordinal()), day) for day in found if first <= day <= last]
