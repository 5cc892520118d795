"""The likely cause of a difference between two numbers, told from the numbers and units themselves."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Cause, Kind
from claimcheck.rules._values import core, digits, ratio

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim

_SCALES = (Decimal(1000), Decimal(1_000_000))
_SHIFTS = (Decimal(10), Decimal(100))
_NEAR = Decimal("0.02")
"""Rounding that a slipped figure may have taken on its way."""


def cause_of(a: AnyClaim, b: AnyClaim) -> Cause | None:
    """What most likely made one figure into the other; None where nothing shows it."""
    for cause, test in _TESTS:
        if test(a, b):
            return cause
    return None


def is_unit_slip(a: AnyClaim, b: AnyClaim) -> bool:
    """The same number with another unit of the same dimension: 3,500 acres and 3,500 hectares."""
    if a.quantity is None or b.quantity is None or a.kind is Kind.MONEY:
        return False
    return a.quantity.value == b.quantity.value is not None and a.quantity.unit != b.quantity.unit


def is_magnitude_slip(a: AnyClaim, b: AnyClaim) -> bool:
    """A thousand or a million times as much: million for billion, Billion for billion."""
    return _off_by(a, b, _SCALES)


def is_decimal_slip(a: AnyClaim, b: AnyClaim) -> bool:
    """Ten or a hundred times as much, with the same digits: a moved decimal point or a lost zero."""
    return _off_by(a, b, _SHIFTS) and digits(a) == digits(b) and len(digits(a)) > 1


def is_digit_swap(a: AnyClaim, b: AnyClaim) -> bool:
    """Two neighbouring digits changed places: 187 and 178."""
    if a.quantity is None or b.quantity is None or a.quantity.unit != b.quantity.unit:
        return False
    x, y = _places(a), _places(b)
    if x is None or y is None or x[1] != y[1] or len(x[0]) != len(y[0]):
        return False
    differing = [k for k, (one, other) in enumerate(zip(x[0], y[0], strict=True)) if one != other]
    if len(differing) != 2 or differing[1] - differing[0] != 1:
        return False
    k, m = differing
    return x[0][k] == y[0][m] and x[0][m] == y[0][k]


def _places(claim: AnyClaim) -> tuple[tuple[int, ...], int] | None:
    """The significant digits of the number and the place of the last one."""
    value = claim.quantity.value if claim.quantity else None
    if value is None:
        return None
    _, digits, exponent = value.normalize().as_tuple()
    return (digits, exponent) if isinstance(exponent, int) else None


def _off_by(a: AnyClaim, b: AnyClaim, factors: tuple[Decimal, ...]) -> bool:
    times = ratio(a, b)
    return (
        times is not None and any(abs(times / factor - 1) <= _NEAR for factor in factors) and not core(a).meets(core(b))
    )


_TESTS = (
    (Cause.UNIT, is_unit_slip),
    (Cause.MAGNITUDE, is_magnitude_slip),
    (Cause.DECIMAL, is_decimal_slip),
    (Cause.DIGITS, is_digit_swap),
)
