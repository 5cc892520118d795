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
from claimcheck.tables.rows import complete, prepared
from claimcheck.tables.sides import with_sides
from claimcheck.tables.summary import of_camps, of_rows, of_sides, pattern

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
    rows = keep(_rows(prepared(wrap(frame)), min_sources))
    spans = keep(with_sides(rows.group_by(*_SPAN).agg(nw.len())))
    events = keep(_events(rows))
    camps = _camps(events)
    members = beside(rows, _ranges(spans, events), _SPAN)
    topics = of_rows(rows).join(of_camps(camps), on="topic").join(of_sides(spans), on="topic")
    return Disputes(
        topics=topics.join(pattern(members), on="topic").to_native(),
        camps=camps.to_native(),
        members=members.to_native(),
    )


def _apart(frame: Frame, key: str) -> Frame:
    """The groups whose intervals share no point; an end without limit is null or infinite, and bounds nothing.

    A row that is upside down has no points at all, and is left out.
    """
    sound = frame.filter(~(nw.col("low") > nw.col("high")).fill_null(value=False))
    ends = sound.group_by(key).agg(low=nw.col("low").max(), high=nw.col("high").min())
    return ends.filter(nw.col("low") > nw.col("high"))


def _rows(frame: Frame, min_sources: int) -> Frame:
    """The rows of the disputed topics. Where there is a hash, it finds them, and the topic itself then confirms."""
    key = "topic_id" if "topic_id" in frame.collect_schema().names() else "topic"
    rows = keep(complete(among(frame, _apart(frame, key), key)))
    sources = rows.group_by("topic").agg(n=nw.col("source").n_unique()).filter(nw.col("n") >= min_sources)
    return among(among(rows, _apart(rows, "topic"), "topic"), sources, "topic")


def _events(rows: Frame) -> Frame:
    """Where intervals open and close, by topic and value: ``topic, value, closing, claims, origins, camp, stands``.

    ``claims`` and ``origins`` say how many are open after it, ``camp`` how many camps stand up to here, ``stands``
    whether one stands just here (it then reaches to ``until``).
    """
    ends = _weighed(rows).group_by("topic", *_EVENT).agg(nw.col("claims").sum(), nw.col("origins").sum())
    total = {name: _total(ends, name) for name in ("claims", "origins")}
    after = {"next": nw.col("closing").shift(-1), "until": nw.col("value").shift(-1)}
    shifted = {name: running(ends, expr, ["topic"], _EVENT) for name, expr in after.items()}
    events = ends.with_columns(**total, **shifted)
    stands = ((nw.col("closing") == 0) & (nw.col("next") == 1)).cast(nw.Int64)
    return _numbered(events.with_columns(stands=stands).drop("next"))


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


def _weighed(rows: Frame) -> Frame:
    """Both ends of each interval of each origin, with what they add: claims, and the origin where it begins or ends.

    Intervals of one origin that meet are one stretch of it: it begins where none was open, and ends where none stays.
    """
    held = rows.group_by(*_SPAN, "origin").agg(claims=nw.len())
    ends = nw.concat([_ends(held, "low", 0), _ends(held, "high", 1)])
    ends = ends.with_columns(opened=running(ends, nw.col("step").cum_sum(), ["topic", "origin"], _EVENT))
    turns = nw.col("opened") == 1 - nw.col("closing")
    return ends.with_columns(origins=nw.when(turns).then(nw.col("step")).otherwise(0).cast(nw.Int64))


def _ends(held: Frame, end: str, closing: int) -> Frame:
    step = 1 - 2 * closing
    marks = {"closing": nw.lit(closing).cast(nw.Int64), "step": nw.lit(step).cast(nw.Int64)}
    return held.select("topic", "origin", value=nw.col(end), claims=nw.col("claims").cast(nw.Int64) * step, **marks)


def _camps(events: Frame) -> Frame:
    """The camps, numbered from 1 in each topic in order of their values."""
    stand = events.filter(nw.col("stands") == 1)
    return stand.select("topic", "camp", "claims", "origins", low=nw.col("value"), high=nw.col("until"))


def _ranges(spans: Frame, events: Frame) -> Frame:
    """The intervals with the camps they belong to: those that stand from their low to their high end."""
    first = nw.col("camp") - nw.col("stands") + 1
    opening = events.filter(nw.col("closing") == 0).select("topic", low=nw.col("value"), first_camp=first)
    closing = events.filter(nw.col("closing") == 1).select("topic", high=nw.col("value"), last_camp=nw.col("camp"))
    both = spans.join(opening, on=["topic", "low"], how="left").join(closing, on=["topic", "high"], how="left")
    return both.select(*_SPAN, "first_camp", "last_camp", "side")
