"""From disputed rows back to claims, so that the rules can explain them and the writers show them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from math import isinf, isnan
from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from claimcheck.model import (
    Comparison,
    Hedge,
    Identity,
    Interval,
    Kind,
    Period,
    Precision,
    Quantity,
    QuantityClaim,
    Quote,
    Source,
    Subject,
    Topic,
)  # fmt: skip
from claimcheck.model.sheet import Sheet
from claimcheck.tables.frames import to_arrow, wrap
from claimcheck.tables.schema import SCHEMA, from_arrow
from claimcheck.units import is_known

if TYPE_CHECKING:
    import pyarrow as pa

    from claimcheck.model import AnyClaim
    from claimcheck.tables.disputes import Disputes

PER_SIDE = 10
"""Claims of one side that are shown: a topic may have a million."""


class Top(NamedTuple):
    """The worst disputes, as the rules see them, and how many there are in all."""

    comparison: Comparison
    disputed: int
    contradictions: int


def top(found: Disputes, limit: int) -> Top:
    """The comparison of the ``limit`` worst disputes: contradictions first, of many origins, far apart.

    Of each side at most `PER_SIDE` claims are taken.
    """
    lines = wrap(found.topics)
    sizes = {row["outcome"]: row["n"] for row in to_arrow(lines.group_by("outcome").agg(n=nw.len())).to_pylist()}
    order = ["outcome", "origins", "separation", "topic"]
    ranked = lines.sort(order, descending=[False, True, True, False], nulls_last=True)
    worst = to_arrow(ranked.head(limit))["topic"].to_pylist()
    rows = to_arrow(_some(wrap(found.members).filter(nw.col("topic").is_in(worst)))) if worst else None
    comparison = comparison_of(rows, worst) if rows is not None else Comparison()
    return Top(comparison, sum(sizes.values()), sizes.get("contradiction", 0))


def _some(members: Any) -> Any:
    """A few rows of each side, by source."""
    order = ["source", "low", "high"]
    turn = nw.col("one").cum_sum().over("topic", "side", order_by=order)
    numbered = members.with_columns(one=nw.lit(1)).with_columns(turn=turn)
    return numbered.filter(nw.col("turn") <= PER_SIDE).drop("one", "turn")


def comparison_of(rows: pa.Table, order: list[Any]) -> Comparison:
    """Rows with ``topic`` as topics, in the order given; the events are the user's, so each topic is one event.

    Rows that `claimcheck.tables.schema` wrote are the claims they were; their topics were made from single claims, so
    that the event and the scope are only probably one. Of other rows, claims are made.
    """
    ours = set(SCHEMA.names) <= set(rows.column_names)
    dicts = rows.to_pylist()
    claims: list[AnyClaim] = from_arrow(rows) if ours else [_claim(row) for row in dicts]
    groups: dict[Any, list[AnyClaim]] = {topic: [] for topic in order}
    for row, claim in zip(dicts, claims, strict=True):
        groups[row["topic"]].append(claim)
    return Comparison(
        documents=tuple(_sheets(dicts, claims)),
        claims=tuple(claim for group in groups.values() for claim in group),
        topics=tuple(_topic(str(topic), _in_order(group), certain=not ours) for topic, group in groups.items()),
    )


def _in_order(claims: list[AnyClaim]) -> tuple[AnyClaim, ...]:
    return tuple(sorted(claims, key=lambda c: (c.source, c.start or 0, c.text)))


def _topic(key: str, claims: tuple[AnyClaim, ...], *, certain: bool) -> Topic:
    identity = Identity.SAME if certain else Identity.UNKNOWN
    label = claims[0].subject.label or key
    return Topic(key=key, label=label, claims=claims, identity=identity, scope_certain=certain)


def _sheets(rows: list[dict[str, Any]], claims: list[AnyClaim]) -> list[Sheet]:
    """One document without text for each source, with the day it was stated where it is always the same."""
    pairs = sorted(zip(rows, claims, strict=True), key=lambda pair: pair[1].source)
    return [_sheet(source, list(group)) for source, group in groupby(pairs, key=lambda pair: pair[1].source)]


def _sheet(id_: str, pairs: list[tuple[dict[str, Any], AnyClaim]]) -> Sheet:
    row = pairs[0][0]
    days = {row.get("stated") for row, _ in pairs}
    origin = row.get("origin")
    source = Source(
        id=id_,
        publisher=None if "said_literal" in row else id_,  # the user's own name for it, not a path
        origin=origin if origin != id_ else None,
        published=days.pop() if len(days) == 1 else None,
    )
    return Sheet(source=source, text="", claims=tuple(claim for _, claim in pairs))


def _claim(row: dict[str, Any]) -> QuantityClaim:
    """A claim of a row of the user's own."""
    unit = _known(row.get("said_unit") or row.get("unit"))
    low, high = (_exact(row.get(f"said_{end}", row[end])) for end in ("low", "high"))
    text = str(row.get("text") or _written(low, high, unit))
    return QuantityClaim(
        kind=Kind.QUANTITY if unit else Kind.COUNT,
        quote=Quote(source=str(row["source"]), text=text, sentence=str(row.get("quote") or f"{row['topic']}: {text}")),
        quantity=Quantity(
            literal=text,
            value=low if low == high else None,
            low=low,
            high=high,
            unit=unit,
            hedge=_hedge(row.get("hedge")),
            outer=_outer(row, low, high),
        ),
        subject=Subject(concept=row.get("concept"), label=str(row["topic"])),
        as_of=_day(row.get("stated")),
    )


def _outer(row: dict[str, Any], low: Decimal | None, high: Decimal | None) -> Interval:
    """The outer interval; where units were converted, no wider than the core (it is only shown)."""
    if "said_low" in row:
        return Interval(low=low, high=high)
    return Interval(low=_exact(row.get("outer_low", row["low"])), high=_exact(row.get("outer_high", row["high"])))


def _known(unit: Any) -> str | None:
    return unit if unit and is_known(unit) else None


def _hedge(word: Any) -> Hedge | None:
    return Hedge(word) if word in set(Hedge) else None


def _exact(number: Any) -> Decimal | None:
    """The shortest decimal number that a float stands for; None for an end without limit."""
    if number is None or isinf(number) or isnan(number):
        return None
    return Decimal(int(number)) if number == int(number) else Decimal(str(number))


def _written(low: Decimal | None, high: Decimal | None, unit: str | None) -> str:
    """As one would say it: ``12``, ``10-12``, ``at least 10``."""
    after = f" {unit}" if unit else ""
    if low is None or high is None:
        return f"at least {low}{after}" if high is None else f"at most {high}{after}"
    return f"{low}{after}" if low == high else f"{low}-{high}{after}"


def _day(stated: Any) -> Period | None:
    if stated is None:
        return None
    day = stated.date() if isinstance(stated, datetime) else date.fromisoformat(str(stated))
    return Period(timex=day.isoformat(), edtf=day.isoformat(), start=day, end=day, precision=Precision.DAY)
