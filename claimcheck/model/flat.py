"""A claim as one row: the names of the JSON report and of `Claim.of`, nothing nested, nothing lost.

This is the shape of claims in JSONL and CSV. The first columns are those of a claim in the JSON report. A period that a
claim has besides its value (``when``, ``as_of``) takes columns with its name in front: ``when``, ``when_start`` ...
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from claimcheck.model.claim import AnyClaim

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.model.claim import PeriodClaim, QuantityClaim


def _columns(part: str, *names: str, prefix: str = "", **renamed: str) -> dict[str, tuple[str, ...]]:
    """Column -> where its value stands in a claim, for one part of the claim."""
    steps = tuple(part.split()) if part else ()
    same = {prefix + name: (*steps, name) for name in names}
    return same | {column: (*steps, name) for column, name in renamed.items()}


_REST = ("mod", "edtf", "precision", "weekday", "anchor", "hedge")  # of a period

COLUMNS: dict[str, tuple[str, ...]] = {
    **_columns("quote", "source", "start", "end", "text", quote="sentence"),
    **_columns("", "kind"),
    **_columns("quantity", "value", "low", "high", "unit", "hedge"),
    **_columns("period", timex="timex", period_start="start", period_end="end"),
    **_columns("subject", about="label"),
    **_columns("", "event"),
    **_columns("when", when="timex", when_start="start", when_end="end"),
    **_columns("subject", "place"),
    **_columns("", "status", "speaker", "aspect", "direction"),
    **_columns("subject", "concept", "entities", "scope", "per"),
    **_columns("as_of", as_of="timex", as_of_start="start", as_of_end="end"),
    **_columns("quantity", "literal", "low_open", "high_open"),
    **_columns("quantity outer", "low", "high", "low_open", "high_open", prefix="outer_"),
    **_columns("period", *_REST, prefix="period_"),
    **_columns("when", *_REST, prefix="when_"),
    **_columns("as_of", *_REST, prefix="as_of_"),
    **_columns("quote", "zone", "paragraph"),
}
"""Every column, in order, and where its value stands in a claim."""

REPORTED = 14
"""So many of the columns are those of a claim in the JSON report; a row has them even where they are null."""


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
