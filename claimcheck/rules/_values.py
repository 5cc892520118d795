"""What rules that compare numbers share: values in base units, digits, ratios."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Interval, Kind
from claimcheck.units import canonical

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim


def core(claim: AnyClaim) -> Interval:
    """What a claim asserts, in base units; a date as the interval of its day numbers."""
    if claim.quantity is not None:
        return canonical(claim.quantity.core, claim.quantity.unit)
    period = claim.period
    if period.first is None or period.last is None:
        return Interval()
    return Interval(low=Decimal(period.first.toordinal()), high=Decimal(period.last.toordinal()))


def outer(claim: AnyClaim) -> Interval:
    """What a claim still allows when stretched, in base units."""
    return core(claim) if claim.quantity is None else canonical(claim.quantity.outer, claim.quantity.unit)


def said(claim: AnyClaim) -> Decimal | None:
    """The number said, in base units; None for a range or a date."""
    if claim.quantity is None or claim.quantity.value is None:
        return None
    value = claim.quantity.value
    return canonical(Interval(low=value, high=value), claim.quantity.unit).low


def ratio(a: AnyClaim, b: AnyClaim) -> Decimal | None:
    """The larger number said over the smaller; None where one is missing or not positive."""
    x, y = said(a), said(b)
    if x is None or y is None or x <= 0 or y <= 0:
        return None
    return max(x, y) / min(x, y)


def digits(claim: AnyClaim) -> str:
    """The significant digits of the number said, without the zeros at either end: "3.2" and "3,200" have the same."""
    if claim.quantity is None or claim.quantity.value is None:
        return ""
    return "".join(map(str, claim.quantity.value.normalize().as_tuple().digits)).strip("0")


def is_figure(claim: AnyClaim) -> bool:
    """Whether it holds a number that is neither a date nor an ordinal."""
    return claim.quantity is not None and claim.kind is not Kind.ORDINAL
