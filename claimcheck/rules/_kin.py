"""Whether two figures may stand in one sum, difference or ratio."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Aspect, Kind
from claimcheck.rules._arithmetic import Value
from claimcheck.units import SHARE, canonical, dimension, is_known

if TYPE_CHECKING:
    from claimcheck.model import Quantity, QuantityClaim

_LENDING = (Kind.QUANTITY, Kind.MONEY)
SUMMABLE = (Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.RANGE, Kind.DURATION)
POINTS = "percentage_point"
_SCALED = re.compile(r"[^\W\d_]{4,}")
"""A scale word among digits ("million"), which the "to" and "auf" between them are too short for."""
_BARE = 1000
"""A number below this, before one with a scale word, shares that word."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def like(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether two figures have one unit; a bare number in a list borrows the unit that the others name.

    "7.2 million for trams, 3.1 million for ferries" are euros if their total is.
    """
    if a.kind not in SUMMABLE or b.kind not in SUMMABLE:
        return False
    return a.quantity.unit == b.quantity.unit or borrows(a, b) or borrows(b, a)


def borrows(bare: QuantityClaim, other: QuantityClaim) -> bool:
    """Whether ``bare`` names neither unit nor noun, and so may take them, and a scale word, from ``other``."""
    if bare.quantity.unit is not None or has_noun(bare) or bare.quantity.value is None:
        return False
    lends = other.kind in _LENDING or is_percent(other)
    return lends or (other.quantity.unit is None and scale(other) > 1 == scale(bare))


def scale(claim: QuantityClaim) -> Decimal:
    """What a scale word multiplies the digits by: a million in "1.2 million euros"; 1 without one."""
    literal, number = claim.quantity.literal, claim.quantity.value
    digits = _NUMBER.match(literal)
    if number is None or digits is None or not _SCALED.search(literal):
        return Decimal(1)
    step, power = number / Decimal(re.sub(r"\D", "", digits[0])), Decimal(1)
    while power < step:
        power *= 1000
    return power


def lent(claim: QuantityClaim, other: QuantityClaim) -> Value:
    """What a claim says where it may borrow unit and scale word: "from 260 to 310 million" starts from 260 million."""
    number, digits = claim.quantity.value, re.sub(r"\D", "", claim.quantity.literal)
    if not borrows(claim, other) or number is None:
        return value(claim)
    factor = scale(other) if scale(claim) == 1 and number < _BARE else Decimal(1)
    exact = other.quantity.unit is None or not digits or (other.kind is Kind.MONEY and scale(other) == 1)
    return _rounded(number * factor, Decimal(digits or 1), exact=exact)


def has_noun(claim: QuantityClaim) -> bool:
    """Whether a noun or unit follows in the figure's own words: "12 women", not "12 in the first half"."""
    begin = claim.text.find(claim.quantity.literal)
    return begin >= 0 and any(c.isalpha() for c in claim.text[begin + len(claim.quantity.literal) :])


def is_percent(claim: QuantityClaim) -> bool:
    """Whether a figure is a share: a percentage (not points) or a fraction."""
    unit = claim.quantity.unit
    return unit is not None and is_known(unit) and dimension(unit) == SHARE


def related(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether one figure can have become the other: like figures, or two percentages, the first perhaps bare."""
    return (is_percent(b) and (is_percent(a) or borrows(a, b))) or like(a, b)


def same_thing(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether the words say that two figures count or measure one thing."""
    one, two = a.subject, b.subject
    if one.concept and two.concept:
        return one.concept == two.concept
    return same_noun(a, b)


def same_noun(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether two figures count by one noun, whatever is told of what they count."""
    one, two = a.subject.label, b.subject.label
    return bool(one and two) and _stem(one) == _stem(two)


def _stem(label: str) -> str:
    word = label.lower().split()[-1]
    return word.rstrip("esn") if len(word) > 4 else word


def level(claim: QuantityClaim) -> bool:
    """Whether a figure is a size of its own, not how much something changed or differs."""
    return claim.aspect is not Aspect.CHANGE and claim.kind is not Kind.ORDINAL


def said(claim: QuantityClaim) -> Decimal:
    """The number said, or the middle of a range."""
    quantity = claim.quantity
    if quantity.value is not None:
        return quantity.value
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends, Decimal(0)) / (len(ends) or 1)


def ends_said(claim: QuantityClaim) -> tuple[Value, Value] | None:
    """The two ends of a figure such as "350 to 385 million euros", each as rounded as its digits show."""
    low, high = claim.quantity.low, claim.quantity.high
    if claim.quantity.value is not None or low is None or high is None:
        return None
    digits = [Decimal(re.sub(r"\D", "", number)) for number in _NUMBER.findall(claim.quantity.literal)]
    first, last = digits if len(digits) == 2 and all(digits) else (low, high)
    exact = claim.quantity.unit is None or (claim.kind is Kind.MONEY and not _SCALED.search(claim.quantity.literal))
    return _rounded(_scaled_too(low, high, last), first, exact=exact), _rounded(high, last, exact=exact)


def _scaled_too(low: Decimal, high: Decimal, digits: Decimal) -> Decimal:
    """The first of two numbers in the scale of the second: "20 auf 18 Millionen" starts from 20 million."""
    scale = high / digits
    return low * scale if low < _BARE <= scale else low


def _rounded(number: Decimal, digits: Decimal, *, exact: bool) -> Value:
    """A number that may be off by half its last place, as any measure; ``digits`` is it without its point."""
    half = Decimal(0) if exact or not digits else min(number / digits / 2, number / 10)
    return Value.between(number - half, number + half)


def value(claim: QuantityClaim) -> Value:
    """What a claim says, ready for reckoning; shares in percent."""
    quantity = claim.quantity
    if is_percent(claim):
        return in_base_units(quantity)
    return Value.exactly(quantity.value) if quantity.value is not None and _is_price(claim) else Value.of(quantity)


def _is_price(claim: QuantityClaim) -> bool:
    """Whether a sum of money is said to its last coin: "12 euros" on a ticket is no rounding."""
    quantity = claim.quantity
    plain = not any(c.isalpha() for c in quantity.literal) and quantity.hedge is None
    return claim.kind is Kind.MONEY and plain and quantity.value is not None and quantity.value % 10 != 0


def in_base_units(quantity: Quantity) -> Value:
    """What a quantity says, in the base unit of its dimension, if that is known."""
    if quantity.unit is None or not is_known(quantity.unit):
        return Value.of(quantity)
    return Value(canonical(quantity.core, quantity.unit), canonical(quantity.outer, quantity.unit))


def place(claim: QuantityClaim) -> Decimal:
    """The place value of the last digit that is not zero, of the number said."""
    number = claim.quantity.value
    if not number:
        return Decimal(1)
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent))
