"""Values of claims in the base unit of their dimension, so that kilometres meet miles and the 16th meets a Thursday."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model import AnyClaim, Interval, Kind, Period
from claimcheck.units import canonical, dimension

CALENDAR = (Kind.DATE, Kind.TIME, Kind.RECURRING)


def dimension_of(claim: AnyClaim) -> str:
    """What a claim's value can be compared with: ``[count]``, ``[length]``, ``[ordinal]``, ``[calendar]`` ..."""
    if claim.quantity is None:
        return "[calendar]" if claim.kind is not Kind.RECURRING else "[recurring]"
    if claim.kind is Kind.ORDINAL:
        return "[ordinal]"
    return dimension(claim.quantity.unit)


def core(claim: AnyClaim) -> Interval:
    """What the claim asserts, in base units; a date as the interval of its days."""
    if claim.quantity is None:
        return days(claim.period)
    return canonical(claim.quantity.core, claim.quantity.unit)


def days(period: Period) -> Interval:
    """A period as an interval of day numbers (proleptic Gregorian ordinals); without ends where it is open."""
    if period.first is None or period.last is None:
        return Interval()
    return Interval(low=Decimal(period.first.toordinal()), high=Decimal(period.last.toordinal()))


def nearness(x: Decimal, y: Decimal) -> float:
    """How near two numbers said lie, from 1 (equal) towards 0: "more than 20" meets 61,000, but barely."""
    if x == y:
        return 1.0
    return float(min(abs(x), abs(y)) / max(abs(x), abs(y))) if x * y > 0 else 0.0


def middle(i: Interval) -> Decimal:
    """The middle of an interval, or its only end."""
    ends = [end for end in (i.low, i.high) if end is not None]
    return sum(ends, Decimal(0)) / (len(ends) or 1)
