"""Exact values as columns of floats: what was said, in base units, with ends that belong to the interval.

A float column cannot say "up to, but not including". An end that does not belong to its interval is moved to the next
float inside (IEEE 754 ``nextafter``), an end without limit is an infinity: then all intervals are closed, and two meet
if neither begins above where the other ends.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.units import canonical, dimension

if TYPE_CHECKING:
    from decimal import Decimal

DIGITS = 15
"""Significant digits that every decimal number keeps on its way through a float (``DBL_DIG``, IEEE 754)."""


@lru_cache(maxsize=1 << 16)
def double(value: Decimal, unit: str | None = None) -> float:
    """A number in its base unit, converted before it becomes a float, to 15 significant digits.

    Raises:
        KeyError: the unit is not in the table of factors.

    >>> from decimal import Decimal
    >>> 4.35 * 100, double(Decimal("4.35"), "meter"), double(Decimal("4.35"), "kilometer")
    (434.99999999999994, 4.35, 4350.0)
    """
    return float(value) if unit is None else float(format(canonical(value, unit), f".{DIGITS}g"))


def low_end(value: Decimal | None, unit: str | None, is_open: bool) -> float:  # noqa: FBT001 - a field's value
    """The low end of an interval as a closed end.

    >>> from decimal import Decimal
    >>> low_end(None, None, False), low_end(Decimal(12), None, False), low_end(Decimal(12), None, True) > 12
    (-inf, 12.0, True)
    """
    if value is None:
        return -math.inf
    return math.nextafter(double(value, unit), math.inf) if is_open else double(value, unit)


def high_end(value: Decimal | None, unit: str | None, is_open: bool) -> float:  # noqa: FBT001 - a field's value
    """The high end of an interval as a closed end.

    >>> from decimal import Decimal
    >>> high_end(None, None, False), high_end(Decimal(12), None, True) < 12
    (inf, True)
    """
    if value is None:
        return math.inf
    return math.nextafter(double(value, unit), -math.inf) if is_open else double(value, unit)


@lru_cache(maxsize=1024)
def base_unit(unit: str | None) -> str | None:
    """The name of the unit that `double` converts to; None for counts.

    Raises:
        KeyError: the unit is not in the table of factors.

    >>> base_unit("mile"), base_unit("kilometer / hour"), base_unit(None), base_unit("metric_ton")
    ('meter', 'meter / second', None, 'gram')
    """
    if unit is None:
        return None
    words = dimension(unit).split()
    return " ".join(_BASES.get(word, word.strip("[]").removeprefix("currency_")) for word in words)


_BASES = {
    "[length]": "meter", "[time]": "second", "[mass]": "gram", "[current]": "ampere", "[temperature]": "kelvin",
    "[substance]": "mole", "[count]": "piece", "[angle]": "degree", "[information]": "bit", "[frequency]": "hertz",
    "[activity]": "becquerel", "[level]": "decibel", "[wind_force]": "beaufort", "[luminous_flux]": "lumen",
    "[absorbed_dose]": "gray", "[dose_equivalent]": "sievert", "[multiple]": "times",
    "[temperature_difference]": "delta_celsius",
}  # fmt: skip
"""Base units whose name is not that of their dimension; a test holds them against the table of factors."""
