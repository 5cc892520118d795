"""Whether two words outside the lexicon are the same word."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_UMLAUTS = str.maketrans("äöü", "aou")  # German plurals change the vowel: Leuchtturm, Leuchttürme
_LEMMA_LANGUAGES = ("de", "en")
_REMEMBERED = 1 << 16  # pairs of words that are compared once only
_PLURALS = ("en", "es", "er", "s", "e", "n")
_LONG = 6  # letters from which one slip of spelling is forgiven


@lru_cache(_REMEMBERED)
def alike(a: str, b: str) -> bool:
    """The same word up to its ending, or, for long words, up to one letter; with the extra ``lang`` the same lemma.

    >>> alike("Leuchtturm", "Leuchttürmen"), alike("Merz", "März")
    (True, False)
    """
    x, y = (word.casefold().translate(_UMLAUTS) for word in (a, b))
    if x == y or (_stem(x) == _stem(y) and len(_stem(x)) >= _LONG - 2):
        return True
    short, long = sorted((x, y), key=len)
    if len(short) >= _LONG - 2 and long.startswith(short) and len(long) - len(short) <= 2:
        return True
    if len(short) < _LONG - 2 or short[0] != long[0]:
        return False
    return (len(short) >= _LONG and short[:2] == long[:2] and _one_edit(x, y)) or _one_lemma(a, b)


def _stem(word: str) -> str:
    """A word without the ending of a plural: German "Masken" and English "masks" have one."""
    return next((word[: -len(ending)] for ending in _PLURALS if word.endswith(ending)), word)


def beginning(word: str) -> str:
    """What two words must have in common to be alike: the first letter.

    >>> beginning("Übung") == beginning("ubung")
    True
    """
    return word.casefold().translate(_UMLAUTS)[:1]


def _one_edit(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes the one word the other."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only long words that differ a little get here

    return Levenshtein.distance(a, b, score_cutoff=1) <= 1


def _one_lemma(a: str, b: str) -> bool:
    """Whether a dictionary has both under one entry, such as "mice" and "mouse"; False without the extra ``lang``."""
    lemma = _lemmatizer()
    return lemma is not None and any(lemma(a, code) == lemma(b, code) for code in _LEMMA_LANGUAGES)


@cache
def _lemmatizer() -> Callable[[str, str], str] | None:
    """The lemmatizer of simplemma with its compact dictionaries; None where it is not installed."""
    try:
        from simplemma import Lemmatizer  # noqa: PLC0415 - an extra, and only unlisted words get here
        from simplemma.strategies import DefaultStrategy  # noqa: PLC0415
        from simplemma.strategies.dictionaries import TrieDictionaryFactory  # noqa: PLC0415
    except ImportError:
        return None
    strategy = DefaultStrategy(dictionary_factory=TrieDictionaryFactory())
    return Lemmatizer(lemmatization_strategy=strategy).lemmatize
