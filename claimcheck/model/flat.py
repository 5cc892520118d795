"""A claim as one row: the names of the JSON report and of `Claim.of`, nothing nested, nothing lost.

This is the shape of claims in JSONL and CSV. The first columns are those of a claim in the JSON report. A period that a
claim has besides its value (``when``, ``as_of``) takes columns with its name in front: ``when``, ``when_start`` ...
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_origin

from pydantic import TypeAdapter

from claimcheck.model.claim import AnyClaim, Claim, Subject
from claimcheck.model.period import Period
from claimcheck.model.quantity import Interval, Quantity
from claimcheck.model.source import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

    from claimcheck.model.base import Record
    from claimcheck.model.claim import PeriodClaim, QuantityClaim


_RECORDS: dict[tuple[str, ...], tuple[str, type[Record]]] = {
    (): ("", Claim),
    ("subject",): ("", Subject),
    ("quantity",): ("", Quantity),
    ("quantity", "outer"): ("outer_", Interval),
    ("period",): ("period_", Period),
    ("when",): ("when_", Period),
    ("as_of",): ("as_of_", Period),
    ("quote",): ("", Quote),
}
"""The parts of a claim: where they stand, what their columns begin with, and what they are."""

_FIRST: dict[str, tuple[str, ...]] = {
    **{name: ("quote", name) for name in ("source", "start", "end", "text")},
    "quote": ("quote", "sentence"),
    "kind": ("kind",),
    **{name: ("quantity", name) for name in ("value", "low", "high", "unit", "hedge")},
    "timex": ("period", "timex"),
    "period_start": ("period", "start"),
    "period_end": ("period", "end"),
    "about": ("subject", "label"),
    "event": ("event",),
    "when": ("when", "timex"),
    "place": ("subject", "place"),
    "status": ("status",),
    "speaker": ("speaker",),
    "as_of": ("as_of", "timex"),
}

REPORTED = 14
"""So many of the columns are those of a claim in the JSON report; a row has them even where they are null."""


def _others() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Whatever else a claim has; a field that is added to a record gets a column by itself."""
    known = {*_FIRST.values(), *_RECORDS}
    for part, (prefix, record) in _RECORDS.items():
        yield from ((prefix + name, (*part, name)) for name in record.model_fields if (*part, name) not in known)


COLUMNS: dict[str, tuple[str, ...]] = {**_FIRST, **dict(_others())}
"""Every column, in order, and where its value stands in a claim."""


def field_of(column: str) -> FieldInfo:
    """The field that a column holds.

    >>> field_of("when_start").default is None
    True
    """
    *part, name = COLUMNS[column]
    return _RECORDS[tuple(part)][1].model_fields[name]


LISTS = frozenset(column for column in COLUMNS if get_origin(field_of(column).annotation) is tuple)
"""Columns that hold several values."""


def flat(claim: QuantityClaim | PeriodClaim) -> dict[str, Any]:
    """The row of a claim: the columns of the report, and those of the others that hold something.

    >>> from claimcheck.model import Claim
    >>> row = flat(Claim.of("about 12", source="a", about="agreements"))
    >>> row["text"], row["kind"], row["low"], row["high"], row["hedge"], row["about"]
    ('about 12', 'count', '11', '13', 'approximately', 'agreements')
    """
    dumped = claim.model_dump(mode="json")
    row = {column: _at(dumped, path) for column, path in COLUMNS.items()}
    if claim.period is not None and claim.quantity is None:
        row["hedge"] = claim.period.hedge
    return {column: value for number, (column, value) in enumerate(row.items()) if number < REPORTED or value}


def unflat(row: Mapping[str, Any]) -> QuantityClaim | PeriodClaim:
    """The claim of a row that `flat` made.

    Raises:
        pydantic.ValidationError: a column is missing or holds what it may not.

    >>> from claimcheck.model import Claim
    >>> claim = Claim.of("16 May 2024", source="a", about="visit", status="done")
    >>> unflat(flat(claim)) == claim
    True
    """
    nested: dict[str, Any] = {}
    for column, path in COLUMNS.items():
        if row.get(column) is not None:
            _put(nested, path, row[column])
    if "literal" not in nested.get("quantity", {}):
        nested.pop("quantity", None)  # a hedge alone: the period's
    return _claims().validate_python(nested)


@cache
def _claims() -> TypeAdapter[QuantityClaim | PeriodClaim]:
    return TypeAdapter(AnyClaim)


def _at(record: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        record = None if record is None else record[step]
    return record


def _put(record: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    *steps, last = path
    for step in steps:
        record = record.setdefault(step, {})
    record[last] = value
