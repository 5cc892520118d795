"""Numbers as they were said: literal, interval, unit, hedge."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.model.base import Number, Record


class Hedge(StrEnum):
    """How a number was qualified."""

    APPROXIMATELY = "approximately"
    EXACTLY = "exactly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    NEARLY = "nearly"
    SLIGHTLY_MORE = "slightly_more"
    VAGUE = "vague"


class Interval(Record):
    """A set of numbers between two ends; an end that is None is open without limit.

    >>> from decimal import Decimal as D
    >>> Interval(low=D(9), high=D(11)).meets(Interval(low=D(11), high=None))
    True
    >>> Interval(low=D(9), high=D(11), high_open=True).meets(Interval(low=D(11), high=None))
    False
    """

    low: Number | None = None
    high: Number | None = None
    low_open: bool = False
    """The low end itself does not belong to the interval."""
    high_open: bool = False
    """The high end itself does not belong to the interval."""

    def meets(self, other: Interval) -> bool:
        """Whether the two share a point."""
        return not (_before(self, other) or _before(other, self))

    def overlap(self, other: Interval) -> Interval | None:
        """The points both have in common; None where there are none."""
        if not self.meets(other):
            return None
        low, high = (self if _reaches_below(other, self) else other), (self if _reaches_above(other, self) else other)
        return Interval(low=low.low, high=high.high, low_open=low.low_open, high_open=high.high_open)

    def covers(self, other: Interval) -> bool:
        """Whether every point of ``other`` lies in this interval."""
        return _reaches_below(self, other) and _reaches_above(self, other)

    @property
    def half_width(self) -> Number | None:
        """Half the distance of the ends; None where one end is open without limit."""
        return None if self.low is None or self.high is None else (self.high - self.low) / 2

    def scaled(self, factor: Number, offset: Number | None = None) -> Interval:
        """Every point times ``factor``, then plus ``offset``. ``factor`` must be positive."""
        shift = offset or 0
        low = None if self.low is None else self.low * factor + shift
        high = None if self.high is None else self.high * factor + shift
        return Interval(low=low, high=high, low_open=self.low_open, high_open=self.high_open)


def _before(a: Interval, b: Interval) -> bool:
    """Whether all of ``a`` lies below all of ``b``."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def _reaches_below(a: Interval, b: Interval) -> bool:
    if a.low is None:
        return True
    return b.low is not None and (a.low < b.low or (a.low == b.low and (b.low_open or not a.low_open)))


def _reaches_above(a: Interval, b: Interval) -> bool:
    if a.high is None:
        return True
    return b.high is not None and (a.high > b.high or (a.high == b.high and (b.high_open or not a.high_open)))


def separation(a: Interval, b: Interval) -> Number | None:
    """Gap between two disjoint intervals over the sum of their half-widths; 0 if they meet, None between two points.

    Source: the overlap measure of interval data, as in Ferson et al. 2015.

    >>> from decimal import Decimal as D
    >>> separation(Interval(low=D(11), high=D(13)), Interval(low=D(18), high=D(22)))
    Decimal('1.666666666666666666666666667')
    """
    if a.meets(b):
        return a.low * 0 if a.low is not None else None
    lower, upper = (a, b) if _before(a, b) else (b, a)
    if lower.high is None or upper.low is None:
        return None
    width = sum((i.half_width or 0 for i in (a, b)), start=lower.high * 0)
    return (upper.low - lower.high) / width if width else None


class Quantity(Record):
    """A number as it was said, with its core and outer interval.

    ``low`` and ``high`` are the ends of the core interval (None: open without limit), in ``unit``. ``value`` is the
    number said, None for a range. ``unit`` is a pint name (``kilometer``, ``meter ** 3 / year``, ``euro``,
    ``percent``); None for a plain count, whatever is counted.

    >>> from decimal import Decimal as D
    >>> Quantity(literal="12", value=D(12), low=D(12), high=D(12), outer=Interval(low=D(12), high=D(12))).core.low
    Decimal('12')
    """

    literal: str
    """The number as written: "5.0" and "5" differ."""
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    low_open: bool = False
    high_open: bool = False
    outer: Interval
    """What the words still allow when stretched: meeting only here is a tension."""
    unit: str | None = None
    hedge: Hedge | None = None

    @property
    def core(self) -> Interval:
        """What the words assert."""
        return Interval(low=self.low, high=self.high, low_open=self.low_open, high_open=self.high_open)
