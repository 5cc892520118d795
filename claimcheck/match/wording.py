"""Whether two words outside the lexicon are the same word."""

from __future__ import annotations

from os.path import commonprefix

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
    return len(short) >= _LONG and _one_edit(x, y)


def _one_edit(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes the one word the other.

    >>> _one_edit("leuchttürme", "leuchtürme"), _one_edit("leuchtturm", "leuchttrum")
    (True, False)
    """
    start = len(commonprefix((a, b)))
    rest_a, rest_b = a[start:][::-1], b[start:][::-1]
    same_end = len(commonprefix((rest_a, rest_b)))
    return max(len(rest_a), len(rest_b)) - same_end <= 1
