"""What narwhals leaves to us: running totals, keeping a result, and going through Arrow and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

import narwhals as nw

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

Frame = nw.LazyFrame[Any]
"""Any frame that narwhals knows, lazy or not: what a lazy one can do, all can."""

OPEN_LOW, OPEN_HIGH = float("-inf"), float("inf")


def wrap(native: Any) -> Frame:
    """A frame of any library, as narwhals sees it.

    Raises:
        TypeError: it is no frame.
    """
    wrapped: Any = native if isinstance(native, nw.LazyFrame | nw.DataFrame) else nw.from_native(native)
    return cast("Frame", wrapped)


def is_eager(frame: Any) -> bool:
    """Whether all rows are in memory already."""
    return isinstance(frame, nw.DataFrame)


def running(frame: Frame, expr: nw.Expr, by: Sequence[str], order: Sequence[str]) -> nw.Expr:
    """``expr`` (a running total or a shift) within each group ``by``, in order.

    PyArrow has no ordered windows within groups. In memory one pass over all rows, ordered by group first, does the
    same wherever the total of each group is zero; on a database it would send all rows to one worker.
    """
    return expr.over(order_by=[*by, *order]) if is_eager(frame) else expr.over(*by, order_by=list(order))


def among(frame: Frame, keys: Any, on: str) -> Frame:
    """The rows whose ``on`` is among those of ``keys``. PyArrow cannot join tables that have lists in them."""
    if is_eager(frame):
        return frame.filter(nw.col(on).is_in(keys[on]))
    return frame.join(keys.select(on), on=on, how="semi")


def beside(frame: Any, more: Any, on: Sequence[str]) -> Frame:
    """The rows that ``more`` knows, with what it says of their ``on``; other columns stay out of the join (`among`)."""
    joined: Frame
    if not is_eager(frame):
        joined = frame.join(more, on=list(on))
        return joined
    numbered = frame.select(*on).with_row_index("row_number")
    found = numbered.join(more, on=list(on)).sort("row_number")
    kept = frame.filter(numbered["row_number"].is_in(found["row_number"]))
    joined = kept.with_columns(*(found[name] for name in more.columns if name not in on))
    return joined


def keep(frame: Frame) -> Frame:
    """The same rows, computed once, in the same kind of frame: several results are made from them."""
    if is_eager(frame):
        return frame
    if frame.implementation.is_duckdb():
        return _kept_in_duckdb(frame.to_native())
    if frame.implementation.is_polars():
        return wrap(frame.to_native().collect().lazy())
    native = frame.to_native()
    return wrap(native.cache()) if hasattr(native, "cache") else frame


def _kept_in_duckdb(relation: Any) -> Frame:
    """In a temporary table of the relation's own connection, which may spill to disk."""
    name = f"claimcheck_{uuid4().hex}"
    # a view of its own for each: DuckDB would take a variable of the caller's for one with a common name
    relation.query(f"{name}_rows", f"CREATE TEMP TABLE {name} AS FROM {name}_rows")
    return wrap(relation.query(f"{name}_rows", f"FROM {name}"))


def to_arrow(frame: Any) -> pa.Table:
    """All rows, as Arrow."""
    rows = frame.to_arrow() if is_eager(frame) else frame.collect("pyarrow").to_native()
    return rows.select(frame.collect_schema().names())  # pandas sends its index along


def from_arrow(table: pa.Table, like: Frame) -> Frame:
    """Arrow rows in the kind of frame that ``like`` is.

    Raises:
        TypeError: narwhals knows it, and we do not know how rows come into it.
    """
    kind = like.implementation
    if kind.is_pyarrow():
        return wrap(table)
    if kind.is_duckdb():
        return _into_duckdb(table, like.to_native())
    if kind.is_polars():
        import polars as pl  # noqa: PLC0415 - whoever brings such a frame has it

        made = pl.DataFrame(table)
        return wrap(made if is_eager(like) else made.lazy())
    if kind.is_pandas():
        return wrap(table.to_pandas())
    if kind.is_pyspark() or kind.is_pyspark_connect():
        return wrap(like.to_native().sparkSession.createDataFrame(table))
    raise TypeError(f"{kind} frames cannot be written; bring DuckDB, Polars, pandas, PyArrow or Spark.")


def _into_duckdb(claimcheck_arrived: pa.Table, relation: Any) -> Frame:  # noqa: ARG001 - the query names it
    """A temporary table of the connection that ``relation`` belongs to; DuckDB finds the rows by their Python name."""
    name = f"claimcheck_{uuid4().hex}"
    relation.query(f"{name}_rows", f"CREATE TEMP TABLE {name} AS FROM claimcheck_arrived")
    return wrap(relation.query(f"{name}_rows", f"FROM {name}"))


def spark_columns(native: Any, names: Sequence[str]) -> list[Any]:
    """Columns of a Spark frame, by name."""
    return [native[name] for name in names]
