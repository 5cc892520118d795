"""Where words stand: line and column for texts, paragraph for what was extracted from a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.messages import say
from claimcheck.model import Document, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

AS_WRITTEN = {"", ".txt", ".text", ".md", ".markdown"}
"""Suffixes of files whose text is the file itself, so that a line of one is a line of the other."""

SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])[\"“”«»)]?\s+|\n\s*\n|\n(?=[#>*-])")
"""Good enough to choose what to show around a figure; three letters before the stop spare "16. Mai" and "z. B."."""


BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"\n\s*")
LONG = 1500  # characters, from which on a paragraph without blank lines is taken line by line


class Spot(NamedTuple):
    """A place in a text, both counted from 1."""

    line: int
    column: int


class Library:
    r"""The sources and documents of one report, looked up by id.

    >>> Library([], [Document.of("Eins.\nZwei.", id="a.txt")]).spot("a.txt", 6)
    Spot(line=2, column=1)
    """

    def __init__(self, sources: Iterable[Source], documents: Iterable[Document]) -> None:
        self._shelves = {document.id: Shelved(document) for document in documents}
        self.sources = {source.id: source for source in sources}
        self._numbers = {name: number for number, name in enumerate(self.sources)}

    def source(self, name: str) -> Source:
        """The source with an id; a bare one where the report does not list it."""
        found = self.sources.get(name)
        shelved = self._shelves.get(name)
        return found or (shelved.document.source if shelved else Source(id=name))

    def number(self, name: str) -> int | None:
        """The number of a source in the order of the report, from 0; None where the report does not list it."""
        return self._numbers.get(name)

    def text(self, name: str) -> str | None:
        """The text of a source; None for claims made by hand and where no documents were given."""
        shelved = self._shelves.get(name)
        return shelved.document.text if shelved else None

    def spot(self, name: str, offset: int | None) -> Spot | None:
        """Line and column in the file; None where the text is not the file's own."""
        shelved = self._shelves.get(name)
        if shelved is None or offset is None or not self.as_written(name):
            return None
        return shelved.spot(offset)

    def as_written(self, name: str) -> bool:
        """Whether the text of a source is its file, character for character."""
        path = self.path(name)
        return "://" not in path and PurePosixPath(path).suffix.lower() in AS_WRITTEN

    def place(self, name: str, offset: int | None, lang: str) -> str:
        """The place for people and for terminals that make it a link: ``path:line:column``, or path and page."""
        if spot := self.spot(name, offset):
            return f"{self.path(name)}:{spot.line}:{spot.column}"
        shelved = self._shelves.get(name)
        if shelved is None or offset is None:
            return self.path(name)
        return f"{self.path(name)}, {shelved.passage(offset, lang)}"

    def path(self, name: str) -> str:
        """What to call the file of a source."""
        return self.source(name).path or name


class Shelved:
    """A document whose lines have been counted."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.document.text))]

    def passage(self, offset: int, lang: str) -> str:
        """The page, or where there are none the paragraph."""
        if page := self.document.page(offset):
            return say(lang, "writers.page", n=page)
        return say(lang, "writers.paragraph", n=self.paragraph(offset))

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph, from 1; extracted texts have one a line."""
        return sum(1 for line in self.document.text[: offset + 1].splitlines() if line.strip()) or 1

    def spot(self, offset: int) -> Spot:
        """Line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return Spot(line, offset - self._starts[line - 1] + 1)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch to show around ``text[start:end]``: about its sentence.

    >>> sentence_around("Das war gestern. Es waren am 16. Mai rund 20 Leute. Das war alles.", 37, 39)
    (17, 51)
    """
    first, last = 0, len(text)
    for found in SENTENCE_END.finditer(text, max(0, start - 2000), min(len(text), end + 2000)):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.start()
            break
    return first, last


def paragraph_around(text: str, start: int, end: int) -> tuple[int, int]:
    r"""The paragraph of ``text[start:end]``: up to the next blank lines, or up to the line ends of a long one.

    >>> paragraph_around("Eins.\n\nZwei. Drei.\n\nVier.", 7, 11)
    (7, 18)
    """
    first, last = _between(text, start, end, BLANK_LINE)
    return (first, last) if last - first <= LONG else _between(text, start, end, LINE_END)


def _between(text: str, start: int, end: int, border: re.Pattern[str]) -> tuple[int, int]:
    first = max((found.end() for found in border.finditer(text, 0, start)), default=0)
    after = border.search(text, end)
    return first, after.start() if after else len(text.rstrip())
