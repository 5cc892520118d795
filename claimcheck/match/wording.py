"""Whether two words outside the lexicon are the same word."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

_LONG = 6  # letters from which one slip of spelling is forgiven


def alike(a: str, b: str) -> bool:
    """The same word up to its ending, or, for long words, up to one letter; a capital name is never merged by that alone.

    >>> alike("Leuchttürme", "Leuchttürmen"), alike("Merz", "März")
    (True, False)
    """
    x, y = a.casefold(), b.casefold()
    if x == y:
        return True
    short, long = sorted((x, y), key=len)
    if len(short) >= _LONG - 2 and long.startswith(short) and len(long) - len(short) <= 2:
        return True
    return len(short) >= _LONG and Levenshtein.distance(x, y, score_cutoff=1) <= 1
