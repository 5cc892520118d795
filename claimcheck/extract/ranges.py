"""Ranges: "10 bis 15", "10-15", "between 5 and 10 km"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract import numbers
from claimcheck.languages.tally import ONE

if TYPE_CHECKING:
    from claimcheck.extract.found import Number
    from claimcheck.extract.tokens import Tokens

_MINUS = frozenset("-\u2212")
_DASHES = frozenset("-–—")


def upper_end(tokens: Tokens, number: Number, j: int, *, between: str | None) -> tuple[Number, int] | None:
    """The upper end of a range whose lower end is ``number``, where its connecting word stands at ``j``.

    ``between`` is the word that must connect, where one before the range asks for it ("zwischen" asks for "und").
    A scale word after the upper end holds for both: "10 bis 15 Millionen".

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> tokens = Tokens("10 bis 15 Millionen", load("de"))
    >>> lower = numbers.read(tokens, 0)[0]
    >>> upper_end(tokens, lower, 1, between=None)[0].value, lower.value
    (Decimal('15000000'), Decimal('10000000'))
    """
    k = _after_connector(tokens, j, between)
    if k is None:
        return None
    k = signed_start(tokens, k)
    found = numbers.read(tokens, k + 1 if is_sign(tokens, k) else k)
    if found is None:
        return None
    upper, end = found
    if is_sign(tokens, k):
        upper.value = -upper.value
    if upper.vague or number.vague or not _rises(number, upper):
        return None
    if tokens.role(j, "either") and (upper.digits or upper.value != number.value + 1):
        return None  # "2 or 5" are two; "four or five" is about that many
    return upper, end


def is_sign(tokens: Tokens, k: int) -> bool:
    """Whether a minus stands at ``k``: a word, or a sign that touches the number and nothing before it."""
    if tokens.role(k, "sign"):
        return True
    if k + 1 >= len(tokens.words) or tokens.words[k] not in _MINUS or not tokens.words[k + 1][0].isdecimal():
        return False
    return tokens.touches(k + 1) and not (tokens.touches(k) and tokens.words[k - 1].isalnum())


def signed_start(tokens: Tokens, k: int) -> int:
    """Past a currency sign: "$10-$15"."""
    return k + 1 if k < len(tokens.words) and tokens.words[k] in "$€£¥" else k


def _after_connector(tokens: Tokens, j: int, between: str | None) -> int | None:
    if j >= len(tokens.words):
        return None
    word = tokens.words[j]
    if between is not None and word == between:
        return j + 2 if tokens.role(j + 1, "filler") else j + 1
    if word in _DASHES:
        return j + 1 if _dash(tokens, j) else None
    found = tokens.read(j, "to") or tokens.read(j, "either")
    return None if found is None else found[1]


def _dash(tokens: Tokens, j: int) -> bool:
    """A dash between two numbers in digits, set apart on both sides or on none, and not one of several."""
    words = tokens.words
    k = signed_start(tokens, j + 1)
    if k >= len(words) or not words[k][0].isdecimal() or tokens.touches(j) != tokens.touches(j + 1):
        return False
    if words[k + 2 : k + 3] == ["-"] and words[k + 1].isdecimal():
        return False  # a set of tennis, and the next one after it: "6-7 7-6"
    return words[k + 1 : k + 2] != ["-"] and (j < 2 or words[j - 2] not in _DASHES)


def _rises(lower: Number, upper: Number) -> bool:
    """Whether the ends are in order, once the lower one has got the scale word of the upper one."""
    if lower.scale == 1 and upper.scale > 1 and lower.digits == upper.digits and not lower.share:
        mantissa = upper.value / upper.scale
        if lower.value < mantissa:
            lower.value, lower.step, lower.scale = lower.value * upper.scale, lower.step * upper.scale, upper.scale
    return lower.value < upper.value


def rescale(number: Number, factor: int) -> None:
    """Multiply a number by a scale that was written elsewhere ("MEUR 60")."""
    number.value, number.step, number.scale = number.value * factor, number.step * factor, ONE * factor
