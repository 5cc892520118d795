"""Names that stand in the tables: countries, cities, organisations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.entities.record import Entity
from claimcheck.entities.tables import names

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from claimcheck.entities.tables import Named
    from claimcheck.entities.words import Words

_LONGEST = 12  # tokens in a name: "International Committee of the Red Cross" has six
_SHORT = 4  # letters up to which capitals mean an acronym, and a final s may belong to the name


class Places:
    """The finder of names in one text."""

    def __init__(self, words: Words, ordinary: Container[str]) -> None:
        self._words = words
        self._ordinary = ordinary
        self._names = names(words.language)

    def find(self) -> Iterator[tuple[int, int, Entity | None]]:
        """Spans of names in the order of the text; None for one that only looks like a name of a country."""
        at = 0
        for i, token in enumerate(self._words.tokens):
            if i < at or not token[0].isalpha():
                continue
            if (found := self._at(i)) and self._meant(i, *found):
                at, named = found
                yield i, at, _entity(i, at, named)

    def _at(self, i: int) -> tuple[int, Named] | None:
        return (self._long(i) if self._words.tokens[i] in self._names.firsts else None) or self._single(i)

    def _long(self, i: int) -> tuple[int, Named] | None:
        """The longest name of several tokens."""
        words, best = self._words, None
        written = words.tokens[i]
        for j in range(i + 1, min(i + _LONGEST, len(words.tokens))):
            written += words.gap(j) + words.plain(j)
            if named := self._names.get(written) or self._genitive(written):
                best = j + 1, named
        return best

    def _single(self, i: int) -> tuple[int, Named] | None:
        token = self._words.tokens[i]
        named = self._names.get(token)
        if named is None and token[0].isupper():
            named = self._genitive(token) or self._written_otherwise(token) or self._from_city(i)
        return (i + 1, named) if named else None

    def _genitive(self, written: str) -> Named | None:
        for ending in self._words.setting("genitive"):
            if written.endswith(ending) and len(written) > _SHORT:
                named = self._names.get(written.removesuffix(ending))
                return None if named and named.doubtful else named
        return None

    def _written_otherwise(self, token: str) -> Named | None:
        """A name in capitals, or an adjective that opens a sentence."""
        if not token.isupper():
            return self._names.get(token.lower())
        return self._names.get(token.capitalize()) if len(token) > _SHORT else None

    def _from_city(self, i: int) -> Named | None:
        """An adjective made from a city, before what it belongs to: "Berliner Polizei", "Münchner Rathaus"."""
        if not self._words.capital(i + 1) or self._words.gap(i + 1) != " ":
            return None
        token = self._words.tokens[i]
        for ending, stems in self._city_endings:
            if token.endswith(ending):
                for stem in stems:
                    named = self._names.get(token.removesuffix(ending) + stem)
                    if named and named.kind == "city" and not named.doubtful:
                        return named
        return None

    @cached_property
    def _city_endings(self) -> list[tuple[str, list[str]]]:
        return [(ending, stems) for ending, *stems in self._words.setting("city_adjectives")]

    def _meant(self, i: int, j: int, named: Named) -> bool:
        """Whether the name is really one here."""
        words = self._words
        if words.lower(i) in words.setting("shouted") and j == i + 1 and words.shouted(i):
            return False
        if not (named.doubtful or (named.kind == "city" and self._is_word(i, j))):
            return True
        return words.lower(i - 1) in words.setting("locatives")

    def _is_word(self, i: int, j: int) -> bool:
        return j == i + 1 and (self._words.known(i) or self._words.lower(i) in self._ordinary)


def _entity(i: int, j: int, named: Named) -> Entity | None:
    if named.kind is None:
        return None
    return Entity(i, j, named.name, named.kind, named.country, named.capital and named.kind == "city")
