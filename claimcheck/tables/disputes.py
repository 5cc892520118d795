"""Which topics are disputed, and between whom: one expression for every kind of frame.

It is written once, with narwhals, and runs where the rows are: in DuckDB, Polars (lazy or not), pandas, PyArrow or
Spark. Nothing is compared by pairs:

1. In one dimension intervals share a point iff each two of them do (Helly 1923), so a topic is disputed iff its
   greatest low end lies above its least high end: one aggregation.
2. The camps of a disputed topic are the maximal sets of claims that all meet. Put the ends of its intervals in order of
   value, opening ends first: a camp stands wherever an opening is directly followed by a closing.
3. The claims that meet in a camp are those open there, so a claim belongs to a range of camps: from the first to the
   last that stand between its ends. The range is stored, never the list.
4. Rows of one origin weigh as one: an origin weighs where at least one of its intervals is open.

All ends belong to their intervals here (see `claimcheck.tables.numbers`); an end without limit is null or infinite.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import narwhals as nw

from claimcheck.tables.frames import Frame, among, beside, is_eager, keep, running, wrap
from claimcheck.tables.rows import complete, is_sound, prepared
from claimcheck.tables.sides import with_sides
from claimcheck.tables.summary import of_camps, of_sides, of_spans, pattern

_SPAN = ("topic", "low", "high")
_EVENT = ("value", "closing")


@dataclass(frozen=True, slots=True)
class Disputes:
    """The answer, as frames of the kind that came in."""

    topics: Any
    """One row a disputed topic: ``topic, claims, sources, origins, camps, sides, largest_camp, largest_low,
    largest_high, low, high, separation, outcome, first_stated, last_stated, pattern``. ``low`` is the greatest low end
    and ``high`` the least high end."""
    camps: Any
    """One row a camp: ``topic, camp, low, high, claims, origins``; its claims share the values from low to high."""
    members: Any
    """The rows of the disputed topics as they came, with ``first_camp, last_camp, side``."""


def disputed(frame: Any, key: str = "topic") -> Any:
    """The keys of the disputed topics, with their greatest low end and least high end: one aggregation.

    >>> import pyarrow as pa
    >>> disputed(pa.table({"topic": ["a", "a", "b"], "source": ["x", "y", "x"], "value": [1, 3, 1]})).to_pylist()
    [{'topic': 'a', 'low': 3.0, 'high': 1.0}]
    """
    return _apart(prepared(wrap(frame)), key).to_native()


def disputes(frame: Any, min_sources: int = 1) -> Disputes:
    """Everything about the disputed topics of a frame with ``topic, source, low, high``.

    Used where the frame has them: ``origin`` (else each source is its own), ``outer_low`` and ``outer_high`` (what the
    words still allow: apart there too, it is a contradiction, else a tension), ``stated`` (a date), ``topic_id`` (a
    hash of the topic: integers group faster than texts). Rows without topic, source or value, and those whose low lies
    above their high, are left out: `claimcheck.tables.checks` counts them.

    >>> import pyarrow as pa
    >>> found = disputes(pa.table({"topic": ["dead"] * 3, "source": ["ap", "efe", "taz"], "value": [95, 137, 95]}))
    >>> sorted((camp["low"], camp["origins"]) for camp in found.camps.to_pylist())
    [(95.0, 2), (137.0, 1)]
    """
    came = prepared(wrap(frame))
    have = came.collect_schema().names()
    rows = complete(keep(_candidates(came)))  # not kept: what is filled in costs less to make again than to store
    spans, stretches = keep(_spans(rows)), keep(_stretches(rows))
    lines = keep(_lines(spans, stretches, _sources(rows, stretches, own="origin" not in have), min_sources))
    sides = keep(with_sides(among(spans, lines, "topic")))
    events = keep(_events(among(spans, lines, "topic"), _weights(rows, among(stretches, lines, "topic"))))
    camps = _camps(events)
    topics = lines.join(of_camps(camps), on="topic").join(of_sides(sides), on="topic")
    topics = _with_pattern(topics, spans.join(sides, on=list(_SPAN)) if "stated" in have else None)
    members = beside(rows.select(*have), _ranges(sides, events), _SPAN)
    return Disputes(topics=topics.to_native(), camps=camps.to_native(), members=members.to_native())


def _apart(frame: Frame, key: str) -> Frame:
    """The groups whose intervals share no point; an end without limit is null or infinite, and bounds nothing.

    A row that is upside down has no points at all, and is left out.
    """
    sound = frame.filter(~(nw.col("low") > nw.col("high")).fill_null(value=False))
    ends = sound.group_by(key).agg(low=nw.col("low").max(), high=nw.col("high").min())
    return ends.filter(nw.col("low") > nw.col("high"))


def _candidates(frame: Frame) -> Frame:
    """The rows of topics that may be disputed: those of a hash that is, where there are hashes. One more scan."""
    key = "topic_id" if "topic_id" in frame.collect_schema().names() else "topic"
    few = keep(_apart(frame, key))  # kept: in one query DuckDB joins the wrong way round, and takes three times as long
    return among(frame, few, key).filter(is_sound())


def _spans(rows: Frame) -> Frame:
    """The distinct intervals of each topic, with what is known of their claims: far fewer than rows."""
    counted = rows.with_columns(undated=nw.col("stated").is_null().cast(nw.Int64))
    return counted.group_by(*_SPAN).agg(
        claims=nw.len(),
        outer_low=nw.col("outer_low").max(),
        outer_high=nw.col("outer_high").min(),
        first_stated=nw.col("stated").min(),
        last_stated=nw.col("stated").max(),
        undated=nw.col("undated").sum(),
    )


def _stretches(rows: Frame) -> Frame:
    """What each origin covers: from ``low`` to ``high``, in one piece iff its intervals share a point."""
    return rows.group_by("topic", "origin").agg(
        low=nw.col("low").min(), high=nw.col("high").max(), top=nw.col("low").max(), floor=nw.col("high").min()
    )


def _sources(rows: Frame, stretches: Frame, *, own: bool) -> Frame:
    """How many sources a topic has; where each source is its ``own`` origin, they are counted already."""
    if own:
        return stretches.group_by("topic").agg(sources=nw.len())
    return rows.group_by("topic").agg(sources=nw.col("source").n_unique())


def _lines(spans: Frame, stretches: Frame, sources: Frame, min_sources: int) -> Frame:
    """The disputed topics, told from the topics themselves where a hash found them, with what their rows say."""
    origins = stretches.group_by("topic").agg(origins=nw.len())
    lines = of_spans(spans).filter(nw.col("low") > nw.col("high"))
    lines = lines.join(origins, on="topic").join(sources, on="topic")
    return lines.filter(nw.col("sources") >= min_sources)


def _with_pattern(topics: Frame, spans: Frame | None) -> Frame:
    """With the pattern in time; without dates (None) there is none, and nothing to compute."""
    if spans is None:
        return topics.with_columns(pattern=nw.lit(None).cast(nw.String))
    return topics.join(pattern(spans), on="topic")


def _events(spans: Frame, weights: Frame) -> Frame:
    """Where intervals open and close, by topic and value: ``topic, value, closing, claims, origins, camp, stands``.

    ``claims`` and ``origins`` say how many are open after it, ``camp`` how many camps stand up to here, ``stands``
    whether one stands just here (it then reaches to ``until``).
    """
    claims = spans.select("topic", "low", "high", claims=nw.col("claims").cast(nw.Int64), origins=nw.lit(0))
    ends = nw.concat([*_both_ends(claims), weights])
    ends = ends.group_by("topic", *_EVENT).agg(nw.col("claims").sum(), nw.col("origins").sum())
    total = {name: _total(ends, name) for name in ("claims", "origins")}
    after = {"next": nw.col("closing").shift(-1), "until": nw.col("value").shift(-1)}
    shifted = {name: running(ends, expr, ["topic"], _EVENT) for name, expr in after.items()}
    events = ends.with_columns(**total, **shifted)
    stands = ((nw.col("closing") == 0) & (nw.col("next") == 1)).cast(nw.Int64)
    return _numbered(events.with_columns(stands=stands).drop("next"))


def _both_ends(intervals: Frame) -> list[Frame]:
    """Intervals as events: what they carry comes at the low end and goes at the high end."""
    return [_end(intervals, "low", 0), _end(intervals, "high", 1)]


def _end(intervals: Frame, end: str, closing: int) -> Frame:
    step = 1 - 2 * closing
    carried = {name: (nw.col(name) * step).cast(nw.Int64) for name in ("claims", "origins")}
    return intervals.select("topic", value=nw.col(end), closing=nw.lit(closing).cast(nw.Int64), **carried)


def _total(frame: Frame, name: str) -> nw.Expr:
    """How much is open after each event."""
    return running(frame, nw.col(name).cum_sum(), ["topic"], _EVENT).cast(nw.Int64)


def _numbered(events: Frame) -> Frame:
    """With the number of camps up to each event. In memory the total runs on over topics, so each begins anew."""
    counted = events.with_columns(camp=_total(events, "stands"))
    if not is_eager(events):
        return counted
    before = counted.with_columns(before=nw.col("camp") - nw.col("stands"))
    return before.with_columns(camp=nw.col("camp") - nw.col("before").min().over("topic")).drop("before")


def _weights(rows: Frame, stretches: Frame) -> Frame:
    """Where origins come and go: an origin weighs as one, however many intervals it has open.

    Few origins contradict themselves; only their intervals are put in order, to find where a stretch ends.
    """
    whole = nw.col("top") <= nw.col("floor")
    one = stretches.filter(whole).group_by(*_SPAN).agg(origins=nw.len())  # most origins share an interval with others
    torn = stretches.filter(~whole).select("topic", "origin")
    held = rows.select("topic", "origin", "low", "high").join(torn, on=["topic", "origin"])
    parts = held.group_by("topic", "origin", "low", "high").agg(claims=nw.len())
    ends = nw.concat([_step(parts, "low", 0), _step(parts, "high", 1)])
    ends = ends.with_columns(opened=running(ends, nw.col("step").cum_sum(), ["topic", "origin"], _EVENT))
    turns = ends.filter(nw.col("opened") == 1 - nw.col("closing"))
    pieces = turns.select("topic", "value", "closing", claims=nw.lit(0).cast(nw.Int64), origins=nw.col("step"))
    return nw.concat([*_both_ends(one.with_columns(claims=nw.lit(0))), pieces])


def _step(parts: Frame, end: str, closing: int) -> Frame:
    marks = {"closing": nw.lit(closing).cast(nw.Int64), "step": nw.lit(1 - 2 * closing).cast(nw.Int64)}
    return parts.select("topic", "origin", value=nw.col(end), **marks)


def _camps(events: Frame) -> Frame:
    """The camps, numbered from 1 in each topic in order of their values."""
    stand = events.filter(nw.col("stands") == 1)
    return stand.select("topic", "camp", "claims", "origins", low=nw.col("value"), high=nw.col("until"))


def _ranges(sides: Frame, events: Frame) -> Frame:
    """The intervals with the camps they belong to: those that stand from their low to their high end."""
    first = nw.col("camp") - nw.col("stands") + 1
    opening = events.filter(nw.col("closing") == 0).select("topic", low=nw.col("value"), first_camp=first)
    closing = events.filter(nw.col("closing") == 1).select("topic", high=nw.col("value"), last_camp=nw.col("camp"))
    both = sides.join(opening, on=["topic", "low"]).join(closing, on=["topic", "high"])
    return both.select(*_SPAN, "first_camp", "last_camp", "side")
