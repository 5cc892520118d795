"""Past or future: what the verbs of a sentence tell about a day in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_REACH = 25  # tokens to either side: the clause and a little more
_STOPS = frozenset(".!?;")


def direction(tokens: Tokens, i: int, j: int) -> int:
    """-1 where the nearest verb tells the past, 1 where it tells the future, 0 where none tells.

    A sentence ends at a full stop that has no digit before it.
    """
    small = small_words(tokens.language)
    left, right = _walk(tokens, i - 1, -1), _walk(tokens, j, 1)
    nearest = (0, _REACH + 1)
    for k in (*left, *right):
        word, distance = tokens.words[k], i - k if k < i else k - j + 1
        sign = -1 if word in small.past else 1 if word in small.future else 0
        if sign and distance < nearest[1]:
            nearest = sign, distance
    return nearest[0]


def same_sentence(tokens: Tokens, j: int, i: int) -> bool:
    """Whether no sentence ends between ``j`` and ``i``."""
    return i - j <= _REACH and not any(_stop(tokens, k) for k in range(j, i))


def _walk(tokens: Tokens, start: int, step: int) -> range:
    """The positions of the same sentence from ``start`` on."""
    k = start
    while 0 <= k < len(tokens.words) and abs(k - start) < _REACH and not _stop(tokens, k):
        k += step
    return range(start, k, step)


def _stop(tokens: Tokens, k: int) -> bool:
    return tokens.words[k] in _STOPS and not (k and tokens.words[k - 1][0].isdecimal() and tokens.words[k] == ".")
