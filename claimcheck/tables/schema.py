"""The claim as columns: what a table of claims holds, and the way there and back.

The first columns are for comparing: `KEYS`. A user's own table needs only ``topic``, ``source`` and ``low`` and
``high`` (or ``value``) of them. The others are the claim itself, field by field, so that nothing is lost: those of
`claimcheck.model.flat`, with numbers as they were said under names that begin with ``said_``.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from io import BytesIO
from itertools import repeat
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args, get_origin

import pyarrow as pa

from claimcheck.model import (
    Claim,
    Interval,
    Period,
    PeriodClaim,
    Precision,
    Quantity,
    QuantityClaim,
    Quote,
    Record,
    Subject,
)  # fmt: skip
from claimcheck.tables.keys import dimension_of, key_hash, topic_key
from claimcheck.tables.numbers import base_unit, high_end, low_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.model import AnyClaim, Source

KEYS = pa.schema([
    pa.field("topic", pa.string(), metadata={"about": "what the claim is about: rows with one topic are compared"}),
    pa.field("topic_id", pa.int64(), metadata={"about": "64 bits of the topic: integers group faster than texts"}),
    pa.field("origin", pa.string(), metadata={"about": "the wire report that the source copies, else the source"}),
    pa.field("stated", pa.date32(), metadata={"about": "as of when: the day the text gives, else that of publication"}),
    pa.field("dimension", pa.string(), metadata={"about": "what is measured: [count], [length], [currency_euro]"}),
    pa.field("unit", pa.string(), metadata={"about": "of the next four columns: the base unit; null for counts"}),
    pa.field("low", pa.float64(), metadata={"about": "least value asserted; -inf: without limit"}),
    pa.field("high", pa.float64(), metadata={"about": "greatest value asserted; inf: without limit"}),
    pa.field("outer_low", pa.float64(), metadata={"about": "least value that the words still allow when stretched"}),
    pa.field("outer_high", pa.float64(), metadata={"about": "greatest value that the words still allow"}),
])  # fmt: skip
"""The columns that are compared."""


class Leaf(NamedTuple):
    """How a field of a claim stands in a column: its Arrow type, and the functions there and back (None: as it is)."""

    type: pa.DataType
    write: Callable[[Any], Any] | None = None
    read: Callable[[Any], Any] | None = None


def _moment(text: str) -> date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _choice(kind: type[StrEnum]) -> Leaf:
    """One of a few words; ``read`` raises KeyError for any other."""
    return Leaf(pa.string(), None, {member.value: member for member in kind}.__getitem__)


_LEAVES: dict[Any, Leaf] = {
    str: Leaf(pa.string()),
    int: Leaf(pa.int32()),
    bool: Leaf(pa.bool_()),
    Decimal: Leaf(pa.string(), str, Decimal),
    date: Leaf(pa.string(), lambda moment: moment.isoformat(), _moment),
    tuple: Leaf(pa.list_(pa.string()), None, tuple),
}


def _types(annotation: Any) -> set[Any]:
    """The plain types in an annotation: ``Number | None`` is made of Decimal and NoneType."""
    if annotation in _LEAVES or isinstance(annotation, type):
        return {annotation}
    if (origin := get_origin(annotation)) is tuple:
        return {tuple}
    if origin is Annotated:
        return _types(get_args(annotation)[0])
    return set().union(*map(_types, get_args(annotation)))


def _leaf(annotation: Any) -> Leaf | None:
    """How a field of this type stands in a column; None for a record."""
    types = _types(annotation)
    choice = next((kind for kind in types if issubclass(kind, StrEnum)), None)
    if choice is not None:
        return _choice(choice)
    return next((leaf for kind, leaf in _LEAVES.items() if kind in types), None)


def _leaves(record: type[Record]) -> dict[str, Leaf]:
    """The fields of a record that are no records themselves."""
    found = ((name, _leaf(field.annotation)) for name, field in record.model_fields.items())
    return {name: leaf for name, leaf in found if leaf is not None}


class Part(NamedTuple):
    """A record inside a claim: where it stands, and what its columns begin with."""

    path: str
    prefix: str
    record: type[Record]
    leaves: dict[str, Leaf]

    @classmethod
    def of(cls, path: str, prefix: str, record: type[Record]) -> Part:
        """All its fields, read off the record itself: a new one needs no change here."""
        return cls(path, prefix, record, _leaves(record))


QUOTE = Part.of("quote", "", Quote)
QUANTITY = Part.of("quantity", "said_", Quantity)
OUTER = Part.of("quantity.outer", "said_outer_", Interval)
PARTS = (
    QUOTE, QUANTITY, OUTER, Part.of("period", "period_", Period), Part.of("subject", "", Subject),
    Part.of("when", "when_", Period), Part.of("as_of", "as_of_", Period),
)  # fmt: skip
OWN = _leaves(Claim)
"""Fields that stand in the claim itself."""

SCHEMA = pa.schema([
    *KEYS,
    *(pa.field(part.prefix + name, leaf.type) for part in PARTS for name, leaf in part.leaves.items()),
    *(pa.field(name, leaf.type) for name, leaf in OWN.items()),
])  # fmt: skip
"""Every column of a table of claims."""


def to_arrow(
    claims: Sequence[AnyClaim], sources: Iterable[Source] = (), topics: Mapping[str, str] | None = None
) -> pa.Table:
    """The claims as a table with `SCHEMA`.

    ``sources`` tell the origin and the day of publication; ``topics`` gives topics by claim id, else `topic_key` does.

    >>> from claimcheck.model import Claim
    >>> table = to_arrow([Claim.of("more than 12 km", source="a", about="tunnel", event="opening")])
    >>> table["topic"][0].as_py(), table["low"][0].as_py(), table["high"][0].as_py(), table["said_low"][0].as_py()
    ('tunnel|[length]|opening', 12000.000000000002, inf, '12')
    """
    with _no_collection():
        columns = _keys(claims, {source.id: source for source in sources}, topics or {}) | dict(_fields(claims))
        return pa.table({field.name: pa.array(columns[field.name], field.type) for field in SCHEMA}, SCHEMA)


def _fields(claims: Sequence[AnyClaim]) -> Iterator[tuple[str, list[Any]]]:
    """The columns that are the claim itself."""
    nothing = [None] * len(claims)
    for part in PARTS:
        records = _records(claims, part.path)
        absent = records == nothing  # few texts say as of when
        yield from (
            (part.prefix + name, nothing if absent else _written(records, name, leaf))
            for name, leaf in part.leaves.items()
        )
    yield from ((name, _written(claims, name, leaf)) for name, leaf in OWN.items())


def _records(claims: Sequence[AnyClaim], path: str) -> list[Any]:
    if path == "quantity.outer":
        return [None if claim.quantity is None else claim.quantity.outer for claim in claims]
    return list(map(attrgetter(path), claims))


def _written(records: Sequence[Any], name: str, leaf: Leaf) -> list[Any]:
    """One column; a missing record or value is null."""
    get, write = attrgetter(name), leaf.write
    values = [None if record is None else get(record) for record in records]
    return values if write is None else [None if value is None else write(value) for value in values]


def _keys(claims: Sequence[AnyClaim], sources: Mapping[str, Source], topics: Mapping[str, str]) -> dict[str, list[Any]]:
    """The columns that are compared."""
    keys = [(topics.get(claim.id) if topics else None) or topic_key(claim) for claim in claims]
    told = [sources.get(claim.quote.source) for claim in claims]
    ends = list(zip(*map(_ends, claims), strict=True)) or [()] * 4
    return {
        "topic": keys,
        "topic_id": list(map(key_hash, keys)),
        "origin": [(s and s.origin) or c.quote.source for s, c in zip(told, claims, strict=True)],
        "stated": [_stated(c, s) for c, s in zip(claims, told, strict=True)],
        "dimension": list(map(dimension_of, claims)),
        "unit": [None if c.quantity is None else base_unit(c.quantity.unit) for c in claims],
        **dict(zip(("low", "high", "outer_low", "outer_high"), map(list, ends), strict=True)),
    }


def _ends(claim: AnyClaim) -> tuple[float, float, float, float]:
    """Core and outer interval in base units; a date as the interval of its days, counted from 1 January of year 1."""
    if claim.quantity is None:
        return *_days(claim.period), *_days(claim.period)
    said, unit, outer = claim.quantity, claim.quantity.unit, claim.quantity.outer
    return (
        low_end(said.low, unit, said.low_open),
        high_end(said.high, unit, said.high_open),
        low_end(outer.low, unit, outer.low_open),
        high_end(outer.high, unit, outer.high_open),
    )


def _days(period: Period) -> tuple[float, float]:
    if period.first is None or period.last is None:
        return -inf, inf
    return float(period.first.toordinal()), float(period.last.toordinal())


_FINE = (Precision.DAY, Precision.DAYPART, Precision.HOUR, Precision.MINUTE, Precision.SECOND)


def _stated(claim: AnyClaim, source: Source | None) -> date | None:
    """As of when a figure was known: the time the text states, else the day of publication."""
    period = claim.as_of or (claim.when if claim.when and claim.when.precision in _FINE else None)
    return (period.first if period else None) or (source.day if source else None)


def parquet(claims: Sequence[AnyClaim], sources: Iterable[Source] = ()) -> bytes:
    """The claims as a Parquet file.

    >>> from claimcheck.model import Claim
    >>> parquet([Claim.of("about 12", source="a")])[:4]
    b'PAR1'
    """
    from pyarrow.parquet import write_table  # noqa: PLC0415 - slow to load, and wanted by few

    file = BytesIO()
    write_table(to_arrow(claims, sources), file, compression="zstd")
    return file.getvalue()


def from_arrow(table: pa.Table) -> list[AnyClaim]:
    """The claims of a table that `to_arrow` made, equal to those it was made from.

    Every column is converted by its type, so the records are put together without being checked a second time.

    Raises:
        KeyError: a column is missing, or holds a word that its field does not know.
        ValueError: a column holds something that is no number or no date.

    >>> from claimcheck.model import Claim
    >>> claims = [Claim.of("more than 12 km", source="a"), Claim.of("16 May 2024", source="b")]
    >>> from_arrow(to_arrow(claims)) == claims
    True
    """
    with _no_collection():
        return _claims(table)


def _claims(table: pa.Table) -> list[AnyClaim]:
    outer = _built(table, OUTER, needs="said_literal")
    columns: dict[str, Sequence[Any]] = {name: _read(table, name, leaf) for name, leaf in OWN.items()}
    columns |= {part.path: _built(table, part) for part in PARTS if part not in (QUANTITY, OUTER)}
    columns["quantity"] = _built(table, QUANTITY, outer=outer)
    names = tuple(Claim.model_fields)
    shapes = [PeriodClaim if quantity is None else QuantityClaim for quantity in columns["quantity"]]
    rows = zip(*(columns[name] for name in names), strict=True)
    return [_made(shape, names, values) for shape, values in zip(shapes, rows, strict=True)]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from looking through millions of new records again and again: half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_NEEDS = {"quantity": "said_literal", "period": "period_timex", "when": "when_timex", "as_of": "as_of_timex"}
"""Parts that a claim may lack, and the column that is null then."""


def _built(table: pa.Table, part: Part, needs: str | None = None, **more: Sequence[Any]) -> list[Any]:
    """The records of one part, row by row; None where the claim has none."""
    here = needs or _NEEDS.get(part.path)
    if here and table[here].null_count == len(table):
        return [None] * len(table)
    there = table[here].is_valid().to_pylist() if here else repeat(object())
    columns = {name: _read(table, part.prefix + name, leaf) for name, leaf in part.leaves.items()} | more
    made, names = part.record, tuple(part.record.model_fields)
    rows = zip(*(columns[name] for name in names), strict=True)
    return [_made(made, names, row) if has else None for has, row in zip(there, rows)]  # noqa: B905 - the first may be endless


def _read(table: pa.Table, column: str, leaf: Leaf) -> Sequence[Any]:
    """The values of one column, as the record holds them."""
    found = table[column]
    if found.null_count == len(found):
        return [None] * len(found)
    values: list[Any] = found.to_pylist()
    return values if leaf.read is None else [None if value is None else leaf.read(value) for value in values]


def _made(record: type[Record], names: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    """A record of values that are of the right types already: what pydantic's ``model_construct`` does, in a fifth."""
    made = _new(record)
    _set(made, "__dict__", dict(zip(names, values, strict=True)))
    _set(made, "__pydantic_fields_set__", _all_fields(record))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


_new, _set = object.__new__, object.__setattr__


@cache
def _all_fields(record: type[Record]) -> set[str]:
    """One set for all records of a kind: they are frozen, so it never changes."""
    return set(record.model_fields)
