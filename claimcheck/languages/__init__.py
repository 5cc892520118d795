"""Languages as data: one TOML file each, no code.

A file is a set of tables. Each table is a *role* that words can play for the grammars in `claimcheck.extract`
(``month``, ``hedge``, ``scale`` ...); each key is the value a word has in that role, and lists the words and phrases
that have it:

    [month]
    1 = ["januar", "jänner", "jan."]

    [hedge]
    more_than = ["mehr als", "über"]

Phrases are cut by the same `tokens` that cut texts, so ``"jan."`` is the word ``jan`` and a full stop. The table
``[language]`` is different: it holds settings of the language as a whole (its name, its number format).
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from unicodedata import combining, normalize

from claimcheck.datafiles import parsed
from claimcheck.errors import UnknownLanguage
from claimcheck.languages.compounds import Compounds
from claimcheck.languages.joins import Joins

if TYPE_CHECKING:
    from collections.abc import Mapping

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
"""A number with its separators, a run of letters, or one other visible character."""

UNBENT = frozenset({"number", "part", "scale", "suffix", "article", "fraction", "ordinal", "hedge", "join", "to", "no"})
"""Roles of words that a regular ending turns into another word."""

PROSE = frozenset({
    "abbreviation", "according", "according_after", "aspect", "auxiliary", "boilerplate", "caption", "change",
    "comparative", "conjunction", "coordinate", "counted", "dateline", "denominator", "determiner", "difference",
    "either", "filler", "function", "harmed", "hedge_after", "idiom", "label", "linker", "multiple", "of",
    "ordinal_lead", "particle_verb", "partitive", "per", "plural", "points", "rate", "relative", "says", "side",
    "side_after", "since", "status", "times", "title", "tolerance", "unit", "unit_before", "until",
})  # fmt: skip
"""Roles that tell how a value is put but never begin one: grammars for values need not stop at such a word."""

FIGURES = frozenset({
    "article", "each", "fraction", "half", "multiple", "no", "none", "number", "ordinal", "scale", "times", "vague",
    "vulgar",
})  # fmt: skip
"""Roles of words that a number can begin with."""

_SHORTEST_BASE = 4  # letters that must be left when an ending is taken off
_LIMIT = 200_000  # words remembered per language; a corpus of any size then stays within some 50 MB


class Word:
    """What a word can be: its roles with their values, and the longer phrases that begin with it."""

    __slots__ = ("figure", "longer", "phrases", "roles", "trigger")

    def __init__(self, roles: dict[str, str] | None = None) -> None:
        self.roles: dict[str, str] = roles or {}
        self.phrases: tuple[tuple[tuple[str, ...], str, str], ...] = ()
        """(the words after this one, role, value), longest first."""
        self.longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        """The same by role."""
        self.trigger = bool(roles)
        """Whether a value may begin here: it has a role that is not in `PROSE`."""
        self.figure = roles is not None and not FIGURES.isdisjoint(roles)
        """Whether a number may begin here."""


class Lexicon(dict[str, Word | None]):
    """Words in lower case -> `Word`, or None for one that means nothing to the grammars.

    A word that was not listed is looked up by `derive` once (its endings, its parts) and then remembered.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> Word | None:
        if len(self) > _LIMIT:
            self.clear()
            self.update(self._language.listed)
        found = self[word] = self._language.derive(word)
        return found


class Language:
    """The words of one language.

    >>> load("de").words["mai"].roles["month"]
    '5'
    """

    def __init__(self, code: str, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self.code = code
        self.settings: Mapping[str, Any] = tables.get("language", {})
        self.point: str = self.settings.get("decimal", ".")
        """The decimal mark."""
        self.listed: dict[str, Word] = {}
        self.closing: dict[str, set[str]] = {}
        """The words that a phrase of a role can end with; who reads backwards looks there first."""
        self.tables = tables
        for role, table in tables.items():
            if role != "language":
                self._add_table(role, table)
        for word in self.listed.values():
            word.phrases = tuple(sorted(word.phrases, key=lambda phrase: -len(phrase[0])))
            for rest, role, value in word.phrases:
                word.longer.setdefault(role, []).append((rest, value))
        self._compounds = Compounds(tables)
        self._joins = Joins(tables, self._compounds)
        self.words = Lexicon(self)
        self.words.update(self.listed)

    def _add_table(self, role: str, table: Mapping[str, Any]) -> None:
        for value, phrases in table.items():
            for phrase in phrases:
                self._add(TOKEN.findall(phrase.lower()), role, value)
                if self.settings.get("fold_accents") and not phrase.isascii():
                    self._add(TOKEN.findall(_unaccented(phrase.lower())), role, value)

    def _add(self, parts: list[str], role: str, value: str) -> None:
        word = self.listed.setdefault(parts[0], Word())
        self.closing.setdefault(role, set()).add(parts[-1])
        word.trigger |= role not in PROSE
        word.figure |= role in FIGURES
        if len(parts) == 1:
            word.roles[role] = value
        else:
            word.phrases += ((tuple(parts[1:]), role, value),)

    def base(self, word: str) -> str:
        """A word in lower case without its regular ending, so that forms of one word compare equal.

        >>> load("de").base("chinesischen"), load("de").base("Chinesische")
        ('chinesisch', 'chinesisch')
        """
        word = word.lower()
        for ending in self.settings.get("endings", ()):
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE:
                return word[: -len(ending)]
        return word

    def derive(self, word: str) -> Word | None:
        """What an unlisted word is: a number written as one word, two joined words, or a listed word with an ending.

        Number words have no regular endings ("achten" is no eight), so their roles are not handed on.
        """
        if word[0].isdecimal():
            return None
        if len(word) == 1 and not word.isascii() and word.isnumeric():
            return Word({"vulgar": word})
        if (number := self._compounds.read(word)) is not None:
            return Word(number)
        if (joined := self._joins.read(word)) is not None:
            return Word(joined)
        for ending in self.settings.get("endings", ()):
            stem = word[: -len(ending)]
            if len(stem) >= 3 and word.endswith(ending) and (found := self.listed.get(stem)):
                return _inflected(found)
        return None


def _unaccented(text: str) -> str:
    """Without accents, as many write: "trois millieme"."""
    return "".join(c for c in normalize("NFD", text) if not combining(c))


def _inflected(word: Word) -> Word | None:
    roles = {role: value for role, value in word.roles.items() if role not in UNBENT}
    return Word(roles) if roles else None


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages there are, sorted."""
    folder = resources.files(__name__)
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


@cache
def load(code: str) -> Language:
    """The language with an ISO 639-1 code.

    Raises:
        UnknownLanguage: there is no file for it.
    """
    if code not in codes():
        raise UnknownLanguage(code, codes())
    return Language(code, parsed(resources.files(__name__) / f"{code}.toml"))
