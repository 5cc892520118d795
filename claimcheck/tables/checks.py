"""What is wrong with the rows: counted and shown, never mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import narwhals as nw

from claimcheck.tables.frames import to_arrow, wrap
from claimcheck.tables.rows import is_sound, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHOWN = 3


def _faults() -> dict[str, nw.Expr]:
    """What can be wrong with a row, in words."""
    low, high = nw.col("low"), nw.col("high")
    return {
        "no topic": nw.col("topic").is_null(),
        "no source": nw.col("source").is_null(),
        "no value": low.is_null() & high.is_null(),
        "low above high": (low > high).fill_null(value=False),
    }


def counted(frame: Any) -> dict[str, int]:
    """How many rows there are, how many are left out for what reason, and how many are not; one pass.

    >>> import pyarrow as pa
    >>> counted(pa.table({"topic": ["a", None], "source": ["x", "y"], "low": [2.0, 1.0], "high": [1.0, 1.0]}))
    {'rows': 2, 'no topic': 1, 'no source': 0, 'no value': 0, 'low above high': 1, 'comparable': 0}
    """
    rows = prepared(wrap(frame))
    flags = {name.replace(" ", "_"): flag.cast(nw.Int64).sum() for name, flag in _faults().items()}
    flags["comparable"] = is_sound().cast(nw.Int64).sum()
    found = to_arrow(rows.select(rows=nw.len(), **flags)).to_pylist()[0]
    return {name.replace("_", " "): int(count or 0) for name, count in found.items()}


def examples(frame: Any) -> Iterator[str]:
    """A few of the rows that are left out, as one would write them down."""
    rows = prepared(wrap(frame))
    few = rows.filter(~is_sound()).select("topic", "source", "low", "high").head(_SHOWN)
    for row in to_arrow(few).to_pylist():
        yield ", ".join(f"{name} {'missing' if value is None else value}" for name, value in row.items())
