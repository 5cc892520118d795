"""Temperatures whose scale is one letter: "-20C", "20C (68F)"; by itself "14F" is a seat or a bus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.extract.found import Number
    from claimcheck.extract.tokens import Tokens

_SCALES = {"C": "celsius", "F": "fahrenheit"}
_OPENERS = frozenset("(/")
_MINUS = frozenset("-\u2212")


def read_degrees(tokens: Tokens, number: Number, j: int) -> tuple[str, int] | None:
    """The scale at token ``j`` after a number, where it is below zero or the other scale stands beside it.

    >>> from claimcheck.extract.numbers import read
    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> tokens = Tokens("It was 20C (68F) in 14F.", load("en"))
    >>> [read_degrees(tokens, read(tokens, i)[0], i + 1) for i in (2, 5, 9)]
    [('celsius', 4), ('fahrenheit', 7), None]
    """
    scale = _scale(tokens, j)
    if scale is None:
        return None
    opener = number.i - 2 if number.i and tokens.words[number.i - 1] in _MINUS else number.i - 1
    before = _scale(tokens, opener - 1) if opener > 0 and tokens.words[opener] in _OPENERS else None
    other = before or _after(tokens, j + 1)
    return (scale, j + 1) if number.value < 0 or other not in {None, scale} else None


def _scale(tokens: Tokens, j: int) -> str | None:
    """The scale of a letter that touches the digits before it, and nothing after it."""
    if not 0 < j < len(tokens.words) or not tokens.touches(j) or not tokens.words[j - 1][0].isdecimal():
        return None
    follows = j + 1 < len(tokens.words) and tokens.touches(j + 1) and tokens.words[j + 1].isalnum()
    return None if follows else _SCALES.get(tokens.written(j, j + 1))


def _after(tokens: Tokens, k: int) -> str | None:
    """The scale of the number in the bracket that opens at ``k``."""
    if k >= len(tokens.words) or tokens.words[k] not in _OPENERS:
        return None
    signed = k + 1 < len(tokens.words) and tokens.words[k + 1] in _MINUS
    return _scale(tokens, k + 3 if signed else k + 2)
