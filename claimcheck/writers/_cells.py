"""Text in the cells of a screen: what each character takes, and what must not reach a terminal.

Texts come from strangers. A control character in one could move the cursor or turn the reading direction, so only
characters that show as themselves are let through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Cell(NamedTuple):
    """One character as it is shown."""

    char: str
    mark: int = -1
    """Number of the mark it lies in; -1 for none."""
    at: int = -1
    """Its place in the excerpt; -1 for what the writer put in."""


def shown(char: str) -> str:
    r"""The character as a screen may show it: white space as a space, invisible ones as nothing.

    >>> shown("\t"), shown("ü"), shown("\x1b"), shown("\u202e")
    (' ', 'ü', '�', '')
    """
    if char.isspace():
        return " "
    kind = category(char)
    return "" if kind == "Cf" else "�" if kind in {"Cc", "Cs"} else char


def clean(text: str) -> str:
    """A text of which every character is `shown`."""
    return "".join(map(shown, text))


def width(text: str) -> int:
    r"""Columns that a text takes: none for a combining accent, two for a wide character.

    >>> width("u\u0308ber"), width("北京"), width("Bon")
    (4, 4, 3)
    """
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if category(char) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def pad(text: str, columns: int) -> str:
    """The text with spaces after it, so that it takes at least so many columns."""
    return text + " " * (columns - width(text))


def rows(cells: Sequence[Cell], columns: int) -> list[list[Cell]]:
    """Break cells into rows of at most so many columns, between words where that can be.

    >>> ["".join(c.char for c in row) for row in rows([Cell(c) for c in "eins zwei drei"], 9)]
    ['eins zwei', 'drei']
    """
    broken: list[list[Cell]] = [[]]
    for word in _words(cells):
        if broken[-1] and _columns([*broken[-1], *word]) > columns:
            broken.append([])
        broken[-1] += word
        while _columns(broken[-1]) > columns:
            head, tail = _cut(broken[-1], columns)
            broken[-1:] = [head, tail]
    return [stripped for row in broken if (stripped := _strip(row))]


def _words(cells: Sequence[Cell]) -> Iterable[list[Cell]]:
    """Words with the spaces after them."""
    word: list[Cell] = []
    for cell in cells:
        if word and word[-1].char == " " != cell.char:
            yield word
            word = []
        word.append(cell)
    yield word


def _columns(cells: Sequence[Cell]) -> int:
    """Columns of a row, not counting the spaces at its end."""
    return width("".join(cell.char for cell in cells).rstrip())


def _cut(cells: list[Cell], columns: int) -> tuple[list[Cell], list[Cell]]:
    """Cut a word that is longer than a row; a row always takes at least one cell."""
    at = next(n for n in range(len(cells), 0, -1) if n == 1 or _columns(cells[:n]) <= columns)
    return cells[:at], cells[at:]


def _strip(row: list[Cell]) -> list[Cell]:
    while row and row[-1].char == " ":
        row = row[:-1]
    return row
