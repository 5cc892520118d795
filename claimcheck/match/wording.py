"""Whether two words outside the lexicon are the same word."""

from __future__ import annotations

_UMLAUTS = str.maketrans("äöü", "aou")  # German plurals change the vowel: Leuchtturm, Leuchttürme
_LONG = 6  # letters from which one slip of spelling is forgiven


def alike(a: str, b: str) -> bool:
    """The same word up to its ending, or, for long words, up to one letter.

    >>> alike("Leuchtturm", "Leuchttürmen"), alike("Merz", "März")
    (True, False)
    """
    x, y = (word.casefold().translate(_UMLAUTS) for word in (a, b))
    if x == y:
        return True
    short, long = sorted((x, y), key=len)
    if len(short) >= _LONG - 2 and long.startswith(short) and len(long) - len(short) <= 2:
        return True
    return len(short) >= _LONG and short[:2] == long[:2] and _one_edit(x, y)


def _one_edit(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes the one word the other."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only long words that differ a little get here

    return Levenshtein.distance(a, b, score_cutoff=1) <= 1
