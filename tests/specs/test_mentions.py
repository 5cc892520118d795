"""Every row of the tables in mentions/: a text, the day it was published, and all values that are in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck import mentions
from claimcheck.model import Hedge

if TYPE_CHECKING:
    from claimcheck import Mention

HERE = Path(__file__).resolve().parent
FILES = sorted((HERE / "mentions").glob("*.md"))
FLOOR = tomllib.loads((HERE.parent / "floors.toml").read_text("utf-8"))["mentions"]
NOT_YET = "## Not read yet"
FEW, MANY = 10, 12  # rows a file: of the languages read in part, and of those read fully
_MENTION = re.compile(r"`(?P<text>[^`]+)` (?P<kind>[a-z]+)(?P<rest>[^;]*)")
_FIELDS = {
    "unit": re.compile(r"\[([^\]]+)\]"),
    "timex": re.compile(r"@(\S+)"),
    "mod": re.compile(r"(?<!\S)([A-Z_]+)(?!\S)"),
    "value": re.compile(r"(?<!\S)(-?\d[\d./-]*|\.\.\d[\d.]*)(?!\S)"),
    "hedge": re.compile(rf"(?<!\S)({'|'.join(Hedge)})(?!\S)"),
}
_PLACES = 9  # digits of a fraction that must agree


@dataclass(frozen=True)
class Row:
    """One row of a table; ``yet`` is False where the reader is known to fail."""

    file: str
    text: str
    published: date | None
    expected: tuple[dict[str, str], ...]
    yet: bool

    @property
    def id(self) -> str:
        return f"{self.file}: {self.text}" + (f" ({self.published})" if self.published else "")

    @property
    def found(self) -> tuple[dict[str, str], ...]:
        read = mentions(self.text, self.file[:2], self.published)
        wanted = [*self.expected, *({},) * len(read)]
        return tuple(said(mention, want) for mention, want in zip(read, wanted, strict=False))


def rows(path: Path) -> list[Row]:
    """All rows of a file, with those that are not read yet."""
    made, yet = [], True
    for line in path.read_text("utf-8").splitlines():
        yet = yet and line != NOT_YET
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "text":
            text, day, wanted = cells
            made.append(Row(path.stem, text, date.fromisoformat(day) if day else None, expectations(wanted), yet))
    return made


def expectations(cell: str) -> tuple[dict[str, str], ...]:
    """What a cell says of each mention.

    Raises:
        ValueError: part of the cell is not understood.
    """
    found = tuple(expectation(match) for match in _MENTION.finditer(cell))
    if _MENTION.sub("", cell).strip("; ") not in {"", "-"}:
        raise ValueError(f"cannot read {cell!r}")
    return found


def expectation(match: re.Match[str]) -> dict[str, str]:
    """The fields of one mention: those that are not named must be empty.

    Raises:
        ValueError: a word of it is none of the fields.
    """
    said, rest = {"text": match["text"], "kind": match["kind"]}, match["rest"]
    for field, pattern in _FIELDS.items():
        if one := pattern.search(rest):
            said[field] = number(one[1]) if field == "value" else one[1]
            rest = rest.replace(one[0], "", 1)
    if rest.strip():
        raise ValueError(f"cannot read {rest!r}")
    return said


def number(text: str) -> str:
    """A number, a fraction or the two ends of a range, in one way of writing."""
    if ".." in text:
        return "..".join(number(end) if end else "" for end in text.split(".."))
    over, _, under = text.partition("/")
    return plain(Decimal(over) / Decimal(under or 1))


def plain(value: Decimal | None) -> str:
    return "" if value is None else f"{round(value, _PLACES).normalize():f}"


def said(mention: Mention, want: dict[str, str]) -> dict[str, str]:
    """A mention in the words of the tables; the number that a date is counted with is not asked for."""
    read = {"text": mention.text, "kind": mention.kind.value}
    if (quantity := mention.quantity) is not None and (mention.kind == "duration" or "timex" not in want):
        exact = quantity.value is not None
        read["value"] = plain(quantity.value) if exact else f"{plain(quantity.low)}..{plain(quantity.high)}"
        read |= {"unit": quantity.unit or "", "hedge": quantity.hedge or ""}
    if mention.period is not None:
        read |= {"timex": mention.period.timex, "mod": mention.period.mod or ""}
    return {field: text for field, text in read.items() if text}


ROWS = [row for path in FILES for row in rows(path)]


@pytest.mark.parametrize("row", [row for row in ROWS if row.yet], ids=lambda row: row.id)
def test_row(row: Row) -> None:
    assert row.found == row.expected


@pytest.mark.parametrize("row", [row for row in ROWS if not row.yet], ids=lambda row: row.id)
def test_what_is_not_read_yet_is_moved_once_it_is(row: Row) -> None:
    assert row.found != row.expected, "this is read now: move the row into the table above"


def test_the_share_of_rows_that_are_read_stays_above_its_floor() -> None:
    read = sum(row.found == row.expected for row in ROWS)
    assert read / len(ROWS) >= FLOOR["read"], f"{read} of {len(ROWS)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_prose_and_enough_rows(path: Path) -> None:
    title, _, prose = path.read_text("utf-8").splitlines()[:3]
    assert title.startswith("# ")
    assert prose.endswith(".")
    assert len(rows(path)) >= (MANY if path.stem[:3] in {"de-", "en-"} else FEW)


def test_no_row_is_there_twice() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)
