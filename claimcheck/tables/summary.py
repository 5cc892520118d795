"""What there is to say of a disputed topic on one line."""

from __future__ import annotations

import narwhals as nw

from claimcheck.tables.frames import Frame, running


def of_spans(spans: Frame) -> Frame:
    """How many claims it has, when, and whether the words allow no common value even when stretched."""
    found = spans.group_by("topic").agg(
        claims=nw.col("claims").sum(),
        low=nw.col("low").max(),
        high=nw.col("high").min(),
        outer_low=nw.col("outer_low").max(),
        outer_high=nw.col("outer_high").min(),
        first_stated=nw.col("first_stated").min(),
        last_stated=nw.col("last_stated").max(),
    )
    apart = nw.col("outer_low") > nw.col("outer_high")
    outcome = nw.when(apart).then(nw.lit("contradiction")).otherwise(nw.lit("tension"))
    return found.with_columns(nw.col("claims").cast(nw.Int64), outcome=outcome).drop("outer_low", "outer_high")


def of_camps(camps: Frame) -> Frame:
    """How many camps there are, and the one with the most origins (of several the lowest)."""
    count = camps.group_by("topic").agg(camps=nw.len(), largest_camp=nw.col("origins").max())
    largest = camps.join(count, on="topic").filter(nw.col("origins") == nw.col("largest_camp"))
    ends = largest.group_by("topic").agg(largest_low=nw.col("low").min(), largest_high=nw.col("high").min())
    return count.join(ends, on="topic")


def of_sides(spans: Frame) -> Frame:
    """How many sides people are shown, and how far the outermost lie apart."""
    return spans.group_by("topic").agg(sides=nw.col("side").max(), separation=nw.col("separation").max())


def pattern(spans: Frame) -> Frame:
    """Whether the sides follow each other in time: ``rising``, ``falling``, else ``standing``; null without dates.

    A toll that rises from report to report is an update; sides that speak of the same days are a standing conflict.
    The same holds in `claimcheck.rules`, which also knows which figures may move.
    """
    ends = {"first": nw.col("first_stated").min(), "last": nw.col("last_stated").max()}
    sides = spans.group_by("topic", "side").agg(**ends, undated=nw.col("undated").sum())
    after = {f"next_{name}": running(sides, nw.col(name).shift(-1), ["topic"], ["side"]) for name in ("first", "last")}
    count = sides.group_by("topic").agg(sides=nw.col("side").max(), undated=nw.col("undated").sum())
    steps = sides.drop("undated").with_columns(**after).join(count, on="topic")
    return _named(steps.filter(nw.col("side") < nw.col("sides")))


def _named(steps: Frame) -> Frame:
    """The pattern of the steps from each side to the next one above it."""
    up = nw.col("last") < nw.col("next_first")
    down = nw.col("first") > nw.col("next_last")
    flags = {name: flag.fill_null(value=False).cast(nw.Int64) for name, flag in (("up", up), ("down", down))}
    found = steps.with_columns(**flags).group_by("topic").agg(
        up=nw.col("up").min(), down=nw.col("down").min(), undated=nw.col("undated").max()
    )  # fmt: skip
    word = nw.when(nw.col("up") == 1).then(nw.lit("rising")).otherwise(_else())
    dated = nw.when(nw.col("undated") == 0).then(word)
    return found.select("topic", pattern=dated)


def _else() -> nw.Expr:
    return nw.when(nw.col("down") == 1).then(nw.lit("falling")).otherwise(nw.lit("standing"))
