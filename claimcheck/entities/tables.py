"""The tables, read once for each language.

Every table has the same columns, the last ones empty where a row has nothing for them: name, country, flags, forms in
every language, and forms in German, English, French, Spanish, Italian, Dutch, Portuguese. Forms are separated by ``|``.
Reading is as plain as can be, since every start of the program pays for it: a word leads to its row, and only a row
that a text asks for is understood.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.languages import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.entities.record import Kind

COLUMNS = ("de", "en", "fr", "es", "it", "nl", "pt")
_TABLES: tuple[tuple[str, Kind], ...] = (  # where two tables share a name, the later one has it
    ("cities.tsv", "city"),
    ("organisations.tsv", "organisation"),
    ("countries.tsv", "country"),
)


class Named(NamedTuple):
    """What a name stands for; no kind means that it only looks like one ("Deutsche Bank")."""

    name: str
    kind: Kind | None
    country: str | None
    capital: bool
    doubtful: bool
    """Whether it counts only after a preposition of place."""


class Names:
    """The names in one language, English ones where the tables do not know it.

    >>> names("de").get("Peking")
    Named(name='Beijing', kind='city', country='CN', capital=True, doubtful=False)
    """

    __slots__ = ("_doubtful", "_rows", "firsts")

    def __init__(self, language: str) -> None:
        column = 4 + COLUMNS.index(language if language in COLUMNS else "en")
        self._rows: dict[str, tuple[Kind, list[str]]] = {}
        self.firsts: set[str] = set()
        """The first tokens of the names that have several."""
        self._doubtful = {
            name for row in _table("doubtful.tsv") if row[0] in {"*", language} for name in row[1].split("|")
        }
        for file, kind in _TABLES:
            self._read(file, kind, column)

    def _read(self, file: str, kind: Kind, column: int) -> None:
        rows, firsts, first_token = self._rows, self.firsts, TOKEN.match
        for row in _table(file):
            for cell in row[3:4] + row[column : column + 1]:
                for form in cell.split("|"):
                    rows[form] = (kind, row)
                    if not form.isalpha() and (first := first_token(form)):
                        firsts.add(first[0])

    def get(self, form: str) -> Named | None:
        """What a name stands for, spelled as the table has it."""
        if (found := self._rows.get(form)) is None:
            return None
        kind, (name, country, flags, *_) = found
        return Named(name, None if flags == "-" else kind, country or None, flags == "c", form in self._doubtful)


@cache
def names(language: str) -> Names:
    """The names in a language."""
    return Names(language)


def _table(file: str) -> Iterator[list[str]]:
    for line in resources.files(__package__).joinpath(file).read_text("utf-8").split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")
