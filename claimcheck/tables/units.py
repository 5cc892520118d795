"""Numbers in several units, made comparable by the table of factors, or refused by name.

A factor is applied in floats and the result rounded to 15 significant digits, which gives the float of the exact
decimal product: 4.35 km is 4350 m, and not 4349.999999999999. Rounding is a division of two whole numbers below 2^53
and a power of ten, all of which floats hold exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from claimcheck.tables.frames import Frame, among, keep, to_arrow, wrap
from claimcheck.tables.numbers import DIGITS, base_unit
from claimcheck.units import conversion, dimension

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

NUMBERS = ("low", "high", "outer_low", "outer_high")
_COUNT = "[count]"


class Converted(NamedTuple):
    """The rows in base units, and the topics that cannot be compared, with their units."""

    frame: Any
    refused: dict[str, list[str]]


def in_base_units(frame: Any) -> Converted:
    """The rows with all numbers in base units, and without the topics whose units cannot be converted to each other.

    Numbers as they were stand in ``said_low``, ``said_high`` and ``said_unit``. Nothing changes where all rows have one
    unit. A unit that the table of factors does not know can be compared with itself alone.

    >>> import pyarrow as pa
    >>> rows = {"topic": ["t"] * 2, "unit": ["kilometer", "meter"], "low": [4.35, 4350.0], "high": [4.35, 4350.0]}
    >>> in_base_units(pa.table(rows)).frame["low"].to_pylist()
    [4350.0, 4350.0]
    """
    rows = wrap(frame)
    if "unit" not in rows.collect_schema().names():
        return Converted(frame, {})
    units = [row["unit"] for row in to_arrow(rows.group_by("unit").agg(n=nw.len())).to_pylist()]
    if len(units) < 2:
        return Converted(frame, {})
    marked = rows.with_columns(dimension=_chosen({unit: _dimension(unit) for unit in units}))
    refused = _mixed(marked)
    if refused:
        marked = marked.filter(~nw.col("topic").is_in(list(refused)))
    return Converted(_converted(marked, units).to_native(), refused)


def _dimension(unit: str | None) -> str:
    try:
        return dimension(unit)
    except KeyError:
        return f"unknown unit {unit}"


def _chosen(by_unit: dict[str | None, Any]) -> nw.Expr:
    """What goes with the unit of each row; there are few units."""
    found: Any = nw.lit(by_unit.get(None, _COUNT if isinstance(next(iter(by_unit.values())), str) else 1.0))
    for unit, value in by_unit.items():
        if unit is not None:
            found = nw.when(nw.col("unit") == unit).then(nw.lit(value)).otherwise(found)
    expr: nw.Expr = found
    return expr


def _mixed(rows: Frame) -> dict[str, list[str]]:
    """Topics with more than one dimension, and their units."""
    several = rows.group_by("topic").agg(n=nw.col("dimension").n_unique()).filter(nw.col("n") > 1)
    pairs = keep(among(rows.select("topic", "unit"), several, "topic")).group_by("topic", "unit").agg(n=nw.len())
    found: dict[str, list[str]] = {}
    for row in sorted(to_arrow(pairs).to_pylist(), key=lambda row: (str(row["topic"]), row["unit"] or "")):
        found.setdefault(row["topic"], []).append(row["unit"] or "none")
    return found


def _converted(rows: Frame, units: Sequence[str | None]) -> Frame:
    have = rows.collect_schema().names()
    factors = {unit: _factor(unit) for unit in units}
    times = _chosen({unit: float(times.numerator) for unit, (times, _) in factors.items()})
    over = _chosen({unit: float(times.denominator) for unit, (times, _) in factors.items()})
    plus = _chosen({unit: float(shift) for unit, (_, shift) in factors.items()})
    said = {f"said_{name}": nw.col(name) for name in ("low", "high", "unit") if f"said_{name}" not in have}
    numbers = {name: nw.col(name).cast(nw.Float64) * times / over + plus for name in NUMBERS if name in have}
    base = _chosen({unit: _base(unit) or "" for unit in units})
    converted = rows.with_columns(**said).with_columns(**numbers)
    rounded = converted.with_columns(**{name: rounded_to_digits(nw.col(name)) for name in numbers})
    return rounded.with_columns(unit=nw.when(base != nw.lit("")).then(base))


def _factor(unit: str | None) -> tuple[Fraction, Fraction]:
    try:
        return conversion(unit)
    except KeyError:
        return conversion(None)


def _base(unit: str | None) -> str | None:
    try:
        return base_unit(unit)
    except KeyError:
        return unit


def rounded_to_digits(number: nw.Expr, digits: int = DIGITS) -> nw.Expr:
    """The float nearest to the number's first so many significant digits; numbers beyond 1e22 stay as they are."""
    rounded: Any = number
    for power in range(-7, 23):  # numbers from 10^power up to 10^(power + 1)
        places = digits - 1 - power
        scale = nw.lit(10.0 ** abs(places))
        whole = (number * scale).round() / scale if places >= 0 else (number / scale).round() * scale
        within = (number.abs() >= nw.lit(10.0**power)) & (number.abs() < nw.lit(10.0 ** (power + 1)))
        rounded = nw.when(within).then(whole).otherwise(rounded)
    expr: nw.Expr = rounded
    return expr
