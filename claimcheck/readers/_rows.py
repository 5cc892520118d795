"""A file of claims as rows: number and fields of every line, whether JSONL or CSV."""

from __future__ import annotations

import csv
import json
import re
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

from claimcheck.model.flat import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.readers._file import File

_FORMULA = re.compile(r"'[=+@\t\r-]")
_Row = dict[str, Any]


def first_names(head: str) -> list[str]:
    """The names in the first line, outermost only; for a line that is cut off or broken its first name."""
    line = head.split("\n", 1)[0]
    if not line.startswith("{"):
        return next(csv.reader([line.strip()], delimiter=_delimiter(line)), [])
    try:
        return list(json.loads(line))
    except ValueError:
        return line[1:].split('"')[1:2]


def rows(file: File, text: str) -> Iterator[tuple[int, _Row]]:
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
