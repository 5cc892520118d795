"""The sides of a dispute as people are shown them: as few as can be.

A wide hedge may sit in hundreds of maximal camps, so camps are no way to *show* a dispute: a million claims of plus or
minus a tenth make 818,182 camps, and 63 sides. The sides are those of the library (`claimcheck.rules`): equal intervals
are collapsed, ordered by topic and high end, and one pass starts a new side wherever an interval begins above the
point that the side before it shares.
"""

from __future__ import annotations

from itertools import groupby
from math import isinf
from operator import itemgetter
from typing import TYPE_CHECKING

import pyarrow as pa

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
    for topics, spans, schema in _chunks(batches):
        sides: list[int] = []
        separations: list[float | None] = []
        for _, group in groupby(zip(topics, spans, strict=True), itemgetter(0)):
            own, apart = _divide([span for _, span in group])
            sides += own
            separations += [apart] * len(own)
        lows, highs = zip(*spans, strict=True)
        columns = [pa.array(topics, schema.field("topic").type), pa.array(lows), pa.array(highs)]
        columns += [pa.array(sides, pa.int32()), pa.array(separations, pa.float64())]
        yield pa.RecordBatch.from_arrays(columns, ["topic", "low", "high", "side", "separation"])


def _chunks(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[list[object], list[Span], pa.Schema]]:
    """The rows of whole topics: the last topic of a batch waits for the next one."""
    topics: list[object] = []
    spans: list[Span] = []
    schema = None
    for batch in batches:
        schema = batch.schema
        topics += batch["topic"].to_pylist()
        spans += zip(batch["low"].to_pylist(), batch["high"].to_pylist(), strict=True)
        cut = topics.index(topics[-1]) if topics and topics[0] != topics[-1] else 0
        if cut:
            yield topics[:cut], spans[:cut], schema
            topics, spans = topics[cut:], spans[cut:]
    if topics and schema is not None:
        yield topics, spans, schema


def _divide(spans: Sequence[Span]) -> tuple[list[int], float | None]:
    """The side of each interval, in order of the high ends, and how far the outermost sides lie apart."""
    sides: list[int] = []
    side, point, last = 0, 0.0, spans[0]
    for span in spans:
        if not side or span[0] > point:
            side, point, last = side + 1, span[1], span
        sides.append(side)
    return sides, _separation(spans[0], last)


def _separation(lower: Span, upper: Span) -> float | None:
    """As `claimcheck.model.separation`: the gap over the sum of the half-widths, None between two points."""
    width = sum((high - low) / 2 for low, high in (lower, upper) if not isinf(high - low))
    gap = upper[0] - lower[1]
    return round(gap / width, 12) if width and gap > 0 else None  # an end moved by one float is none
