"""The rows as they must be before they are compared: names, types, ends without limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from claimcheck.errors import ConfigError, did_you_mean
from claimcheck.tables.frames import OPEN_HIGH, OPEN_LOW, Frame, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENDS = ("low", "high")
NEEDED = ("topic", "source", *ENDS)
_NUMBERS = (*ENDS, "outer_low", "outer_high")


def renamed(frame: Any, names: Mapping[str, str]) -> Any:
    """The frame with its columns under our names: ``{"low": "min_value"}``.

    Raises:
        ConfigError: a column to be renamed is not there.

    >>> import pyarrow as pa
    >>> renamed(pa.table({"min_value": [1.0]}), {"low": "min_value"}).column_names
    ['low']
    """
    wrapped = wrap(frame)
    have = wrapped.collect_schema().names()
    for theirs in names.values():
        if theirs not in have:
            raise ConfigError(f'the table has no column "{theirs}"{did_you_mean(theirs, have)}')
    hidden = [ours for ours, theirs in names.items() if ours in have and ours != theirs]
    return wrapped.drop(hidden).rename({theirs: ours for ours, theirs in names.items()}).to_native()


def prepared(frame: Frame) -> Frame:
    """The frame with ``low`` and ``high`` as floats; ``value`` stands for both where they are missing.

    Raises:
        ConfigError: a column that is needed is missing.
    """
    have = frame.collect_schema().names()
    if "value" in have and not {*ENDS} & {*have}:
        frame = frame.with_columns(low=nw.col("value"), high=nw.col("value"))
        have = [*have, *ENDS]
    _refuse_missing(have)
    numbers = [name for name in _NUMBERS if name in have]
    return frame.with_columns(*(nw.col(name).cast(nw.Float64) for name in numbers))


def _refuse_missing(have: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in have]
    if missing:
        which = " and ".join(f'"{name}"' for name in missing)
        found = ", ".join(have)
        raise ConfigError(f"the table has no column {which}; found: {found}; say which is meant: --map low=COLUMN.")


def complete(rows: Frame) -> Frame:
    """With every column that is compared filled in."""
    schema = rows.collect_schema()
    have = schema.names()
    outer = {f"outer_{end}": _outer(end, have) for end in ENDS}
    origin = nw.coalesce(nw.col("origin"), nw.col("source")) if "origin" in have else nw.col("source")
    stated = _day(schema["stated"]) if "stated" in have else nw.lit(None).cast(nw.Date)
    ends = {"low": nw.col("low").fill_null(OPEN_LOW), "high": nw.col("high").fill_null(OPEN_HIGH)}
    return rows.with_columns(**outer, origin=origin, stated=stated).with_columns(**ends)


def _day(kind: nw.dtypes.DType) -> nw.Expr:
    """The day of ``stated``, whatever it is written as; a whole number is a year, and stands for its first day."""
    stated = nw.col("stated")
    if kind.is_integer():
        stated = nw.concat_str(stated.cast(nw.String), nw.lit("-01-01"))
    if kind.is_integer() or kind == nw.String:
        return stated.str.to_datetime(format="%Y-%m-%d")
    return stated if kind == nw.Datetime else stated.cast(nw.Date)


def _outer(end: str, have: Sequence[str]) -> nw.Expr:
    """The outer end; where there is none, the end itself."""
    without = OPEN_LOW if end == "low" else OPEN_HIGH
    column = f"outer_{end}"
    return nw.col(column if column in have else end).fill_null(without)


def is_sound() -> nw.Expr:
    """Whether a row has a topic, a source and at least one end, and its low end is not above its high end."""
    low, high = nw.col("low"), nw.col("high")
    named = ~nw.col("topic").is_null() & ~nw.col("source").is_null()
    return named & ~(low.is_null() & high.is_null()) & ~(low > high).fill_null(value=False)
