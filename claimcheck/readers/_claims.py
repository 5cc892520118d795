"""A row to a claim, and which field is wrong where it is none."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claimcheck.errors import ArgumentError, did_you_mean
from claimcheck.model import Aspect, Claim, Direction, Moment, Record, Status
from claimcheck.model.amiss import belongs
from claimcheck.model.flat import COLUMNS, unflat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import PeriodClaim, QuantityClaim
    from claimcheck.readers._file import File

_Row = dict[str, Any]


class Spoken(Record):
    """A line with a claim as one would say it; the names are those of `claimcheck.extract.byhand.claim`."""

    value: str
    source: str
    about: str = ""
    event: str | None = None
    when: str | None = None
    place: str | None = None
    entities: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    status: Status | None = None
    aspect: Aspect | None = None
    direction: Direction | None = None
    speaker: str | None = None
    quote: str | None = None
    language: str | None = None
    published: Moment | None = None


def claim_of(file: File, line: int, row: _Row) -> QuantityClaim | PeriodClaim:
    """The claim of one line: as one would say it, or, with a ``kind``, as `claimcheck extract` wrote it.

    Raises:
        InputError: it is no claim.
    """
    try:
        return unflat(_known(file, line, row, COLUMNS)) if "kind" in row else _spoken(file, line, row)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = _column(first["loc"][1:]) if "kind" in row else str(first["loc"][0])
        what = "is missing" if first["type"] == "missing" else f"cannot be used ({belongs(first)})"
        raise file.problem(f'line {line}: the field "{field}" {what}', "correct that line") from error


def _spoken(file: File, line: int, row: _Row) -> QuantityClaim | PeriodClaim:
    texts = {name: str(value) if isinstance(value, int | Decimal) else value for name, value in row.items()}
    said = Spoken.model_validate(_known(file, line, texts, Spoken.model_fields))
    try:
        return Claim.of(said.value, **said.model_dump(exclude={"value"}, exclude_none=True))
    except ArgumentError as error:
        problem = f'line {line}: the field "{error.argument}" cannot be read ({error})'
        raise file.problem(problem, "correct that line") from error


def _known(file: File, line: int, row: _Row, known: Iterable[str]) -> _Row:
    for name in row:
        if name not in known:
            raise file.problem(f'line {line}: unknown field "{name}"{did_you_mean(name, known)}', "correct that line")
    return row


def _column(path: tuple[int | str, ...]) -> str:
    """The column of a place in a claim; of the kind where there is no place."""
    return next((column for column, steps in COLUMNS.items() if path and steps[: len(path)] == path), "kind")
