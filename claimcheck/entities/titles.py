"""Titles and roles, which stand before the names of people."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcheck.languages import TOKEN, codes, load

if TYPE_CHECKING:
    from claimcheck.entities.words import Words

_SHORTEST_HEAD = 4  # letters of a title that ends a compound: "Vize|chef"


WEAK = "work"
"""The rank of roles that are ordinary nouns too: "für die Fahrer Suppe" has no Mr Suppe."""


@cache
def titles(language: str) -> dict[str, str]:
    """The titles of a language in lower case with their ranks; of titles of several words the last."""
    table = load(language).tables.get("title", {}) if language in codes() else {}
    return {TOKEN.findall(phrase.rstrip("."))[-1]: rank for rank, phrases in table.items() for phrase in phrases}


@lru_cache(maxsize=20_000)
def rank(word: str, language: str) -> str | None:
    """The rank of a title, also of one that ends a compound; None for any other word.

    >>> rank("Bundeskanzler", "de"), rank("Polizeisprecherin", "de"), rank("Merz", "de")
    ('head', 'work', None)
    """
    lower, known = word.lower(), titles(language)
    if (found := known.get(lower)) or not (known and load(language).settings.get("compounds")):
        return found
    heads = (known.get(lower[at:]) or known.get(lower[at:].removesuffix("s")) for at in _seams(lower))
    return next(filter(None, heads), None)


def _seams(word: str) -> range:
    """Where the last part of a compound may begin, the longest first; what is before it has three letters at least."""
    return range(3, len(word) - _SHORTEST_HEAD + 1)


def after_title(words: Words, i: int) -> int | None:
    """The position after the title that begins at ``i``, with its full stop; None where there is none.

    Of a title of several words the last one counts: "Minister" in "Prime Minister".
    """
    if not rank(words.text(i), words.language):
        return None
    if words.text(i + 1) == "." and words.gap(i + 1) == "" and words.capital(i + 2) and len(words.text(i)) <= 5:
        return i + 2
    return i + 1
