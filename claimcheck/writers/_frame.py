"""An excerpt drawn as compilers draw code: the text, the marked words underlined, what they were read as beside them.

9 | Ihre Minister unterschrieben etwa ein Dutzend Abkommen.
  |                              ^^^^^^^^^^^^^^^^^^^^^^^^^ 11 to 13
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.writers._cells import Cell, clean, pad, rows, shown, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimcheck.writers._passages import Excerpt, Mark

ELLIPSIS = "..."


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours for a terminal, or none.

    >>> Paint(on=False)("12", "error")
    '12'
    """

    on: bool

    def __call__(self, text: str, style: str) -> str:
        """The text in a style."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.on and text and style in STYLES else text


STYLES = {"error": "1;31", "warning": "1;33", "note": "1;36", "frame": "1;34", "bold": "1", "dim": "2", "good": "1;32"}


class Frame(NamedTuple):
    """Where and how to draw."""

    gutter: int
    """Columns for line numbers."""
    columns: int
    """Columns for text."""
    tint: str
    """Style of the figures."""
    paint: Paint

    def line(self, text: str = "", number: int | None = None) -> str:
        """One line with the bar that holds the frame together."""
        margin = f"{number or '':>{self.gutter}} |"
        return f"{self.paint(margin, 'frame')} {text}".rstrip()


class Piece(NamedTuple):
    """Text from a column on."""

    column: int
    text: str
    style: str


def draw(excerpt: Excerpt, frame: Frame, line_of: Callable[[int], int | None], room: int) -> Iterator[str]:
    """The lines of an excerpt in at most ``room`` rows or so; ``line_of`` tells the line of a place in it."""
    last = None
    for row in _rows(excerpt, frame.columns, room):
        if row is None:
            yield frame.paint(ELLIPSIS, "frame")
            continue
        number = line_of(next((cell.at for cell in row if cell.at >= 0), 0))
        yield frame.line(_painted(row, excerpt.marks, frame), None if number == last else number)
        yield from (frame.line(_compose(pieces, frame.paint)) for pieces in _notes(row, excerpt.marks, frame))
        last = number


def _rows(excerpt: Excerpt, columns: int, room: int) -> Iterator[list[Cell] | None]:
    """Rows of cells; None stands for several rows without a mark that are left out between two with one."""
    broken = rows(_cells(excerpt, columns * room), columns)
    for marked, group in groupby(broken, lambda row: any(cell.mark >= 0 for cell in row)):
        run = list(group)
        between = not marked and run[0] is not broken[0] and run[-1] is not broken[-1]
        yield from [run[0], None, run[-1]] if between and len(run) > 3 else run


def _cells(excerpt: Excerpt, budget: int) -> list[Cell]:
    """The characters to show, with ``...`` where the text goes on."""
    start, end = excerpt.window(budget)
    marks = [-1] * len(excerpt.text)
    for number, mark in enumerate(excerpt.marks):
        marks[mark.start : mark.end] = [number] * (mark.end - mark.start)
    body = [Cell(shown(excerpt.text[at]), marks[at], at) for at in range(start, end)]
    dots = [Cell(char) for char in ELLIPSIS]
    head = [*dots, Cell(" ")] if start else []
    tail = [Cell(" "), *dots] if end < len(excerpt.text.rstrip()) else []
    return [*head, *(cell for cell in body if cell.char), *tail]


def _painted(row: Sequence[Cell], marks: Sequence[Mark], frame: Frame) -> str:
    """The text of a row, its figures in colour."""
    groups = groupby(row, lambda cell: cell.mark)
    return "".join(frame.paint("".join(c.char for c in cells), _style(marks, n, frame)) for n, cells in groups)


def _style(marks: Sequence[Mark], number: int, frame: Frame) -> str:
    if number < 0:
        return "plain"
    return frame.tint if marks[number].claim else "frame"


def _notes(row: Sequence[Cell], marks: Sequence[Mark], frame: Frame) -> Iterator[list[Piece]]:
    """The lines below a row: the underlines, with the last label beside them if it fits, then the other labels."""
    lines = list(_underlines(row, marks, frame))
    if not lines:
        return
    labels = [
        Piece(piece.column, clean(marks[n].label), piece.style)
        for n, piece in lines
        if marks[n].label and _ends_in(row, marks[n])
    ]
    under = [piece for _, piece in lines]
    beside = labels and labels[-1].column == under[-1].column and _beside(under[-1], labels[-1], frame.columns)
    if beside:
        yield [*under, beside]
        labels.pop()
    else:
        yield under
    yield from _hanging(labels, frame.columns)


def _underlines(row: Sequence[Cell], marks: Sequence[Mark], frame: Frame) -> Iterator[tuple[int, Piece]]:
    column = 0
    for number, group in groupby(row, lambda cell: cell.mark):
        size = width("".join(cell.char for cell in group))
        if number >= 0:
            yield number, Piece(column, ("^" if marks[number].claim else "-") * size, _style(marks, number, frame))
        column += size


def _ends_in(row: Sequence[Cell], mark: Mark) -> bool:
    return row[-1].at >= mark.end - 1 or any(cell.at >= mark.end for cell in row)


def _beside(line: Piece, label: Piece, columns: int) -> Piece | None:
    at = line.column + len(line.text) + 1
    return Piece(at, label.text, label.style) if at + width(label.text) <= columns else None


def _hanging(labels: Sequence[Piece], columns: int) -> Iterator[list[Piece]]:
    """Labels below their underlines, the rightmost first, with bars down to those still to come."""
    for number in range(len(labels) - 1, -1, -1):
        label = labels[number]
        at = max(0, min(label.column, columns - width(label.text)))
        bars = [Piece(piece.column, "|", piece.style) for piece in labels[:number] if piece.column < at]
        for row in rows([Cell(char) for char in label.text], columns - at):
            yield [*bars, Piece(at, "".join(cell.char for cell in row), label.style)]


def _compose(pieces: Iterable[Piece], paint: Paint) -> str:
    line, column = "", 0
    for piece in sorted(pieces):
        line += " " * (piece.column - column) + paint(piece.text, piece.style)
        column = piece.column + width(piece.text)
    return line


def wrapped(text: str, columns: int, indent: str = "", first: str | None = None) -> list[str]:
    """A sentence broken into lines; ``indent`` stands before each, ``first`` before the first.

    >>> wrapped("eins zwei drei", 12, indent="  ", first="* ")
    ['* eins zwei', '  drei']
    """
    broken = rows([Cell(char) for char in clean(text)], max(10, columns - width(indent)))
    heads = [indent if first is None else first, *[indent] * len(broken)]
    return [head + "".join(c.char for c in row) for head, row in zip(heads, broken, strict=False)]


def table(lines: Sequence[Sequence[str]], indent: str = "") -> list[str]:
    """Columns side by side, as wide as their widest cell.

    >>> table([["a", "1"], ["bcd", "2"]])
    ['a    1', 'bcd  2']
    """
    sizes = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return [(indent + "  ".join(pad(c, size) for c, size in zip(line, sizes, strict=True))).rstrip() for line in lines]
