"""A worklist that comes back from a spreadsheet: what was noted beside which figure.

The rows may be sorted, filtered, coloured and given further columns; what counts is the name of each column. A row
belongs to its figure by the id, and where the text has moved or was touched up, by its words.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from claimcheck.errors import InputError, MissingExtra
from claimcheck.model import Tick

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEEDED = ("id", "status", "checked by", "note", "text", "quote", "findings")
"""The columns that are read, in whatever order."""
LOOK = 20  # rows at the top in which the names of the columns are looked for
UNPACKED = 200_000_000  # bytes of a workbook
WAY_OUT = "write a worklist with claimcheck extract --output xlsx:FILE"
STATUS = {
    "offen": "open", "bestätigt": "confirmed", "erklärt": "explained", "verworfen": "dismissed", "confirm": "confirmed",
    "explain": "explained", "dismiss": "dismissed",
}  # fmt: skip
"""Other words that people write for a state."""

_FORMULA = re.compile(r"^'(?=[=+\-@\t\r])")
_FINGERPRINT = re.compile(r"\(([0-9a-f]{12})\)")


class Row(NamedTuple):
    """A row with something noted in it."""

    number: int
    """As the spreadsheet counts, from 1."""
    id: str
    text: str
    quote: str
    tick: Tick

    @property
    def source(self) -> str:
        """Id of the source."""
        return self.id.rpartition("#")[0]


def read(file: str) -> list[Row]:
    """The rows in which something is noted.

    Raises:
        InputError: the file cannot be read, or is no longer a worklist.
        MissingExtra: it is a workbook, and openpyxl is not installed.
    """
    path = Path(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(file, f"the worklist cannot be read ({error.strerror})", WAY_OUT) from error
    sheets = _workbook(file, data) if data.startswith((b"PK", b"\xd0\xcf")) else [_csv(file, data)]
    for sheet in sheets:
        if (head := _head(sheet)) is not None:
            return list(_noted(sheet, *head))
    raise InputError(file, f"no sheet has the columns {', '.join(NEEDED)}", f"put them back, or {WAY_OUT}")


def _workbook(file: str, data: bytes) -> list[list[list[str]]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtra("Reading a workbook", "xlsx") from error
    try:
        _refuse_bomb(data)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return [
            [[_said(cell) for cell in row] for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets
        ]
    except Exception as error:  # openpyxl raises whatever a broken part makes its readers raise
        why = "it is damaged, too large, or protected by a password"
        raise InputError(file, f"the workbook cannot be read: {why}", "save it again as a plain .xlsx") from error


def _refuse_bomb(data: bytes) -> None:
    """A small file may unpack to one that fills the memory."""
    if sum(part.file_size for part in ZipFile(io.BytesIO(data)).infolist()) > UNPACKED:
        raise ValueError("it unpacks to more than a worklist ever holds")


def _said(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


def _csv(file: str, data: bytes) -> list[list[str]]:
    text = _text(file, data)
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError(file, f"it is no CSV ({error})", WAY_OUT) from error
    return [[_FORMULA.sub("", cell.strip()) for cell in row] for row in rows]


def _text(file: str, data: bytes) -> str:
    """Excel on Windows saves CSV in its own encoding unless told otherwise."""
    if b"\0" in data:
        raise InputError(file, "this is neither a workbook nor CSV", WAY_OUT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _head(sheet: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The row with the names of the columns, and where each stands; None in a sheet that has none."""
    for number, row in enumerate(sheet[:LOOK]):
        names = [name.casefold() for name in row]
        if set(NEEDED) <= set(names):
            return number, {name: names.index(name) for name in NEEDED}
    return None


def _noted(sheet: Sequence[Sequence[str]], head: int, place: dict[str, int]) -> Iterator[Row]:
    for number, cells in enumerate(sheet[head + 1 :], head + 2):
        row = {name: cells[column] if column < len(cells) else "" for name, column in place.items()}
        status = STATUS.get(row["status"].casefold(), row["status"])
        tick = Tick(
            status=status, by=row["checked by"], note=row["note"],
            findings=tuple(_FINGERPRINT.findall(row["findings"])),
        )  # fmt: skip
        if tick.by or tick.note or status.casefold() not in ("", "open"):
            yield Row(number, row["id"], row["text"], row["quote"], tick)
