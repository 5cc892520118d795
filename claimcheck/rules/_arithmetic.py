"""Reckoning with what was said: every figure is an interval, and so is every result.

A `Value` carries the core (what the words assert) and the outer interval (what they still allow when stretched)
through a sum, a difference, a product or a quotient, so that a rounded figure never looks like a slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING

from claimcheck.model import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimcheck.model import Quantity

_End = tuple[Decimal | None, bool]  # the end of an interval, None without limit; whether the end itself is left out


class Fit(IntEnum):
    """How a reckoned value and a said one stand to each other."""

    MEETS = 0
    """The cores share a point: nothing to report."""
    STRAINS = 1
    """Only the outer intervals do."""
    APART = 2
    """Not even they do."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number known to lie in an interval: as asserted (``core``), and at a stretch (``outer``).

    >>> parts = [Value.exactly(Decimal(40)), Value.exactly(Decimal(46))]
    >>> total(parts).core.low
    Decimal('86')
    """

    core: Interval
    outer: Interval

    @classmethod
    def of(cls, quantity: Quantity) -> Value:
        """What a quantity says."""
        return cls(quantity.core, quantity.outer)

    @classmethod
    def exactly(cls, number: Decimal) -> Value:
        """One point."""
        point = Interval(low=number, high=number)
        return cls(point, point)

    @classmethod
    def between(cls, low: Decimal, high: Decimal) -> Value:
        """All from ``low`` to ``high``."""
        both = Interval(low=low, high=high)
        return cls(both, both)

    def __add__(self, other: Value) -> Value:
        return self._with(other, added)

    def __sub__(self, other: Value) -> Value:
        return self._with(other, subtracted)

    def __mul__(self, other: Value) -> Value:
        return self._with(other, multiplied)

    def __truediv__(self, other: Value) -> Value:
        return self._with(other, divided)

    def scaled(self, factor: Decimal, offset: Decimal | None = None) -> Value:
        """In another unit."""
        return Value(self.core.scaled(factor, offset), self.outer.scaled(factor, offset))

    def _with(self, other: Value, reckon: Callable[[Interval, Interval], Interval]) -> Value:
        return Value(reckon(self.core, other.core), reckon(self.outer, other.outer))


def fit(a: Value, b: Value) -> Fit:
    """How two values stand to each other.

    >>> fit(Value.exactly(Decimal(3)), Value.exactly(Decimal(4))).name
    'APART'
    """
    if a.core.meets(b.core):
        return Fit.MEETS
    return Fit.STRAINS if a.outer.meets(b.outer) else Fit.APART


def total(values: Iterable[Value]) -> Value:
    """The sum; of nothing, 0."""
    result = Value.exactly(Decimal(0))
    for value in values:
        result += value
    return result


def change(before: Value, after: Value) -> Value:
    """By how many percent ``before`` became ``after``; only for positive figures.

    >>> change(Value.exactly(Decimal(400)), Value.exactly(Decimal(376))).core.low
    Decimal('-6.0000')
    """
    hundred = Value.exactly(Decimal(100))
    return after / before * hundred - hundred


def middle(value: Value) -> Decimal:
    """The middle of what is asserted; an end where the other one is open, 0 where both are."""
    ends = [end for end in (value.core.low, value.core.high) if end is not None]
    return sum(ends, Decimal(0)) / (len(ends) or 1)


def size(value: Value) -> Value:
    """The value without its sign, for one that lies on one side of 0.

    >>> size(Value.exactly(Decimal(-3))).core.high
    Decimal('3')
    """
    return Value(_positive(value.core), _positive(value.outer))


def _positive(a: Interval) -> Interval:
    if a.high is None or a.high > 0:
        return a
    low = None if a.low is None else -a.low
    return Interval(low=-a.high, high=low, low_open=a.high_open, high_open=a.low_open)


def added(a: Interval, b: Interval) -> Interval:
    """The sums of their points."""
    return _interval(_plus(_low(a), _low(b)), _plus(_high(a), _high(b)))


def subtracted(a: Interval, b: Interval) -> Interval:
    """The differences of their points."""
    return _interval(_plus(_low(a), _minus(_high(b))), _plus(_high(a), _minus(_low(b))))


def multiplied(a: Interval, b: Interval) -> Interval:
    """The products of their points, none of which is negative in ``b``."""
    return _interval(_times(_low(a), _low(b), _high(b)), _times(_high(a), _high(b), _low(b)))


def divided(a: Interval, b: Interval) -> Interval:
    """The quotients of their points, none of which is negative; without limit where ``b`` reaches down to 0."""
    return multiplied(a, _interval(_inverse(_high(b), Decimal(0)), _inverse(_low(b), None)))


def _low(a: Interval) -> _End:
    return a.low, a.low_open


def _high(a: Interval) -> _End:
    return a.high, a.high_open


def _interval(low: _End, high: _End) -> Interval:
    return Interval(low=low[0], high=high[0], low_open=low[1], high_open=high[1])


def _plus(a: _End, b: _End) -> _End:
    if a[0] is None or b[0] is None:
        return None, False
    return a[0] + b[0], a[1] or b[1]


def _minus(a: _End) -> _End:
    return (None if a[0] is None else -a[0]), a[1]


def _times(end: _End, near: _End, far: _End) -> _End:
    """An end of a product: a negative one is carried furthest by the other factor's far end."""
    by = near if end[0] is None or end[0] >= 0 else far
    for one in (end, by):
        if one[0] == 0:
            return one  # nothing times anything: the zero decides whether it is reached
    if end[0] is None or by[0] is None:
        return None, False
    return end[0] * by[0], end[1] or by[1]


def _inverse(end: _End, without: Decimal | None) -> _End:
    """One over an end; what a limitless end (``without``) or a 0 becomes."""
    if end[0] is None:
        return without, False
    return (None, False) if end[0] <= 0 else (1 / end[0], end[1])
