"""What the words of a sentence name: concepts of the lexicon where it knows them, else the word's stem."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcheck.concepts import load as lexicon
from claimcheck.languages import TOKEN, codes, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_HEAD = 4
"""Letters that the head of a compound must have ("Gefangenen|austausch")."""
_SHORTEST = 4
"""Shorter words outside the lexicon say too little."""


@cache
def _words(code: str) -> dict[str, str]:
    """Every single word of the lexicon in one language, and its concept; nouns win over verbs."""
    found: dict[str, str] = {}
    for part in ("nouns", "verbs"):
        for entry in lexicon().values():
            for word in entry.words.get(code, {}).get(part, ()):
                found.setdefault(word.lower(), entry.id)
    return found


@cache
def concept(code: str, word: str) -> str | None:
    """The concept that a word names, also in an inflected form or as the head of a German compound.

    >>> concept("de", "waffenruhen") == concept("en", "ceasefire")
    True
    """
    words = _words(code)
    if word in words:
        return words[word]
    for stem in _stems(code, word):
        if stem in words:
            return words[stem]
    return _head(code, word) if load(code).settings.get("compounds") else None


def _stems(code: str, word: str) -> Iterator[str]:
    for ending in load(code).settings.get("endings", ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            yield word[: -len(ending)]


def _head(code: str, word: str) -> str | None:
    words = _words(code)
    heads = (word[k:] for k in range(2, len(word) - _HEAD + 1))
    return next((words[h] for head in heads for h in (head, *_stems(code, head)) if h in words), None)


def keys(code: str | None, text: str) -> set[str]:
    """What a stretch of text speaks of: ``#`` and the id of each concept, the stems of the other longer words."""
    if code not in codes() or code is None:
        return set()
    return {key for word in TOKEN.findall(text.lower()) if (key := _key(code, word))}


def events(named: AbstractSet[str]) -> frozenset[str]:
    """Those of some keys that are events of the lexicon.

    >>> sorted(events({"#earthquake", "#dead", "bridge"}))
    ['#earthquake']
    """
    return frozenset(k for k in named if k.startswith("#") and lexicon()[k[1:]].kind == "event")


def _key(code: str, word: str) -> str | None:
    if not word[0].isalpha() or word in small_words(code):
        return None
    if (named := concept(code, word)) is not None:
        return f"#{named}"
    return _stem(code, word) if len(word) >= _SHORTEST else None


def _stem(code: str, word: str) -> str:
    return next((s for s in _stems(code, word) if len(s) >= _SHORTEST), word)


@cache
def small_words(code: str | None) -> frozenset[str]:
    """Function words, and words that name a time."""
    if code is None or code not in codes():
        return frozenset()
    tables = load(code).tables
    small = (
        "function",
        "determiner",
        "conjunction",
        "partitive",
        "month",
        "weekday",
        "time_unit",
        "daypart",
        "number",
        "phase",
    )
    return frozenset(word for table in small for words in tables.get(table, {}).values() for word in words)
