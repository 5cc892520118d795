"""Ready-made claims, one a line: JSONL or CSV with a first line of names.

A line says it as one would by hand, with the keywords of `Claim.of` (``value``, ``source``, ``about``, ``event``,
``when``, ``place``, ``status``, ``speaker`` ...), or it is a line that ``claimcheck extract`` wrote; those have a
``kind``.
"""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claimcheck.errors import did_you_mean
from claimcheck.model import Aspect, Claim, Direction, Document, Moment, Record, Source, Status
from claimcheck.model.flat import COLUMNS, LISTS, unflat
from claimcheck.model.sheet import Sheet
from claimcheck.readers._file import File, decode, is_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import PeriodClaim, QuantityClaim

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")

_FORMULA = re.compile(r"'[=+@\t\r-]")
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


def recognises(head: bytes, suffix: str) -> bool:
    """Whether the first line names fields of a claim."""
    if not is_text(head) or suffix not in ("", *SUFFIXES):
        return False
    names = _first_names(head.decode("utf-8-sig", "replace").lstrip())
    return {"value", "source"} <= set(names) or (suffix != "" and names[:1] in (["value"], ["source"]))


def _first_names(head: str) -> list[str]:
    """The names in the first line, outermost only; for a line that is cut off or broken its first name."""
    line = head.split("\n", 1)[0]
    if not line.startswith("{"):
        return next(csv.reader([line.strip()], delimiter=_delimiter(line)), [])
    try:
        return list(json.loads(line))
    except ValueError:
        return line[1:].split('"')[1:2]


def read(file: File) -> list[Document]:
    """One `Sheet` for each source that the lines name, in the order in which they come.

    Raises:
        InputError: a line is no claim; it says which line and which field.
    """
    claims: dict[str, list[QuantityClaim | PeriodClaim]] = {}
    about: dict[str, _Row] = {}
    for line, row in _rows(file, decode(file)):
        claim = _claim(file, line, row)
        claims.setdefault(claim.source, []).append(claim)
        about.setdefault(claim.source, {name: row.get(name) for name in ("language", "published")})
    return [_sheet(file, source, about[source], found) for source, found in claims.items()]


def _sheet(file: File, source: str, about: _Row, claims: list[QuantityClaim | PeriodClaim]) -> Sheet:
    return Sheet(source=Source(id=source, path=file.id, **about), text="", claims=tuple(claims))


def _rows(file: File, text: str) -> Iterator[tuple[int, _Row]]:
    """Number and fields of every line that is not empty."""
    rows = _json_rows(file, text) if text.lstrip().startswith("{") else _table_rows(file, text)
    for line, row in rows:
        filled = {name: value for name, value in row.items() if value not in (None, "")}
        if filled:
            yield line, filled


def _json_rows(file: File, text: str) -> Iterator[tuple[int, _Row]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_float=Decimal)
        except (ValueError, RecursionError) as error:
            why = getattr(error, "msg", "it is not valid")
            raise file.problem(f"line {number} is no JSON ({why})", "give one JSON object a line") from error
        if not isinstance(row, dict):
            raise file.problem(f"line {number} is no JSON object", "give one JSON object a line")
        yield number, row


def _table_rows(file: File, text: str) -> Iterator[tuple[int, _Row]]:
    delimiter = _delimiter(text.lstrip().split("\n", 1)[0])
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise file.problem(f"line {reader.line_num} has more or fewer cells than line 1", "correct it")
            yield reader.line_num, {name: _cell(name, value) for name, value in row.items()}
    except csv.Error as error:
        raise file.problem(f"after line {reader.line_num} it is no CSV ({error})", "correct it") from error


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _cell(name: str, value: str) -> Any:
    """Several names are divided by semicolons; what looked like a formula has an apostrophe before it."""
    if name in LISTS and value:
        return [part.strip() for part in value.split(";")]
    return value[1:] if _FORMULA.match(value) else value


def _claim(file: File, line: int, row: _Row) -> QuantityClaim | PeriodClaim:
    try:
        return unflat(_known(file, line, row, COLUMNS)) if "kind" in row else _spoken(file, line, row)
    except ValidationError as error:
        first = error.errors()[0]
        field = _column(first["loc"][1:]) if "kind" in row else str(first["loc"][0])
        what = "is missing" if first["type"] == "missing" else f"is wrong ({first['msg']})"
        raise file.problem(f'line {line}: the field "{field}" {what}', "correct that line") from error


def _spoken(file: File, line: int, row: _Row) -> QuantityClaim | PeriodClaim:
    texts = {name: str(value) if isinstance(value, int | Decimal) else value for name, value in row.items()}
    said = Spoken.model_validate(_known(file, line, texts, Spoken.model_fields))
    try:
        return Claim.of(said.value, **said.model_dump(exclude={"value"}, exclude_none=True))
    except (ValueError, KeyError) as error:
        why = str(error).strip("'\"")
        blamed = [name for name in ("when", "language") if why.startswith(getattr(said, name) or "\0")]
        field = (*blamed, "value")[0]
        raise file.problem(f'line {line}: the field "{field}" is wrong ({why})', "correct that line") from error


def _known(file: File, line: int, row: _Row, known: dict[str, Any]) -> _Row:
    for name in row:
        if name not in known:
            raise file.problem(f'line {line}: unknown field "{name}"{did_you_mean(name, known)}', "correct that line")
    return row


def _column(path: tuple[int | str, ...]) -> str:
    """The column of a place in a claim; of the kind where there is no place."""
    return next((column for column, steps in COLUMNS.items() if path and steps[: len(path)] == path), "kind")
