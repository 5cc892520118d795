"""The sides of a dispute as people are shown them: as few as can be.

A wide hedge may sit in hundreds of maximal camps, so camps are no way to *show* a dispute: a million claims of plus or
minus a tenth make 818,182 camps, and 63 sides. The sides are those of the library (`claimcheck.rules`): equal intervals
are collapsed, ordered by topic and high end, and one pass starts a new side wherever an interval begins above the
point that the side before it shares.
"""

from __future__ import annotations

from array import array
from math import isinf, nan
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from claimcheck.tables.frames import Frame, from_arrow, spark_columns, to_arrow, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ORDER = ("topic", "high", "low")
DESCENDING = (False, False, True)
"""Of several intervals with one high end the narrowest comes first: the sides do not hang on the order of the rows."""

Span = tuple[float, float]


def with_sides(spans: Frame) -> Frame:
    """The distinct intervals ``topic, low, high`` with their ``side`` (from 1) and the dispute's ``separation``."""
    narrow = spans.select("topic", "low", "high")
    if spans.implementation.is_pyspark() or spans.implementation.is_pyspark_connect():
        return _on_workers(narrow)
    ordered = to_arrow(narrow.sort(ORDER, descending=DESCENDING))
    return from_arrow(pa.Table.from_batches(divided(ordered.to_batches()), _with(ordered.schema)), like=spans)


def _on_workers(spans: Frame) -> Frame:
    """On Spark: topics spread over the workers; what a worker sees of a topic has been collapsed before."""
    native = spans.to_native()
    topic, high, low = spark_columns(native, ORDER)
    ordered = native.repartition(topic).sortWithinPartitions(topic.asc(), high.asc(), low.desc())
    types = dict(ordered.dtypes)
    return wrap(
        ordered.mapInArrow(divided, f"topic {types['topic']}, low double, high double, side int, separation double")
    )


def _with(schema: pa.Schema) -> pa.Schema:
    return schema.append(pa.field("side", pa.int32())).append(pa.field("separation", pa.float64()))


def divided(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Ordered intervals, batch by batch, with ``side`` and ``separation``; a topic may go over several batches.

    >>> spans = pa.record_batch({"topic": ["t"] * 3, "low": [9.0, 9.0, 14.0], "high": [11.0, 14.0, 16.0]})
    >>> next(divided([spans]))["side"].to_pylist()
    [1, 1, 2]
    """
    for whole in _chunks(batches):
        sides, separations = _divide(*(whole[name].to_pylist() for name in ("topic", "low", "high")))
        added = {"side": _numbers("i", pa.int32(), sides), "separation": _numbers("d", pa.float64(), separations)}
        yield pa.RecordBatch.from_pydict({name: whole[name] for name in ("topic", "low", "high")} | added)


def _chunks(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of whole topics: the last topic of a batch waits for the next one."""
    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        if not batch.num_rows:
            continue
        begun = pc.index(batch["topic"], batch["topic"][-1]).as_py()
        over = bool(waiting) and waiting[-1]["topic"][-1] != batch["topic"][0]
        if begun or over:
            yield pa.concat_batches([*waiting, batch.slice(0, begun)])
            waiting = []
        waiting.append(batch.slice(begun))
    if waiting:
        yield pa.concat_batches(waiting)


def _numbers(code: str, kind: pa.DataType, numbers: Sequence[float]) -> pa.Array:
    """A column of numbers, by their code in `array`; null for not a number.

    ``pa.array`` would load pandas first wherever it is installed: a third of a second.
    """
    data = pa.py_buffer(array(code, numbers))
    raw = pa.Array.from_buffers(kind, len(numbers), [None, data])
    known = pc.invert(pc.is_nan(raw))
    return pa.Array.from_buffers(kind, len(numbers), [known.buffers()[1], data])


def _divide(topics: Sequence[object], lows: Sequence[float], highs: Sequence[float]) -> tuple[list[int], list[float]]:
    """The side of each interval, and how far the outermost sides of its topic lie apart.

    One plain loop without records: it runs once for each of millions of intervals.
    """
    sides: list[int] = []
    separations: list[float] = []
    side, point, first, last = 0, 0.0, 0, 0  # first: row of the topic's first side, last: of the side that is open
    for row, (topic, low, high) in enumerate(zip(topics, lows, highs, strict=True)):
        if topic != topics[first]:
            separations += [_separation((lows[first], highs[first]), (lows[last], highs[last]))] * (row - first)
            side, first = 0, row
        if not side or low > point:
            side, point, last = side + 1, high, row
        sides.append(side)
    rest = len(topics) - first
    return sides, separations + [_separation((lows[first], highs[first]), (lows[last], highs[last]))] * rest


def _separation(lower: Span, upper: Span) -> float:
    """As `claimcheck.model.separation`: the gap over the sum of the half-widths, not a number between two points."""
    width = sum((high - low) / 2 for low, high in (lower, upper) if not isinf(high - low))
    gap = upper[0] - lower[1]
    return round(gap / width, 12) if width and gap > 0 else nan  # an end moved by one float is none
