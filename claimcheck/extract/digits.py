"""Numbers written in digits, with the marks of a language."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

from claimcheck.languages.tally import ONE

_MARKS = re.compile(r"[.,]")
SPACES = frozenset({" ", "\u00a0", "\u2009", "\u202f", "'", "\u2019"})
"""What may stand between groups of three digits besides full stop and comma: "56 000", "12'500"."""
LONGEST = 24
"""Digits of the longest number: more are a key or a serial, and Decimal reckons with 28."""


@lru_cache(4096)
def read_digits(text: str, point: str) -> tuple[Decimal, Decimal] | None:
    """Value and place value of the last digit of "1.234,5", where ``point`` is the language's decimal mark.

    A mark that cannot group (what follows are not three digits) is a decimal mark whatever the language, so "2.35" in a
    German text is 2.35. None for what is no number: dates, versions, lists ("16.05.2024", "1.2.3", "22,24,26"), and
    digits beyond ``LONGEST``.

    >>> read_digits("1.234,5", ","), read_digits("2.300", ","), read_digits("2.300", "."), read_digits("1.2.3", ".")
    ((Decimal('1234.5'), Decimal('0.1')), (Decimal('2300'), Decimal('1')), (Decimal('2.300'), Decimal('0.001')), None)
    """
    if len(text) > LONGEST:
        return None
    if text.isdecimal():
        return Decimal(text), ONE
    parts, marks = _MARKS.split(text), _MARKS.findall(text)
    if len(marks) > 1 and marks[-1] != marks[0]:
        return _value(parts[:-1], parts[-1]) if _grouped(parts[:-1]) and len(set(marks[:-1])) == 1 else None
    if len(marks) == 1 and (marks[0] == point or not _grouped(parts)):
        return _value(parts[:1], parts[1])
    return _value(parts, "") if _grouped(parts) else None


def _grouped(parts: list[str]) -> bool:
    """Whether the parts are groups of a number: one to three digits that do not begin with 0, then always three."""
    return parts[0][0] != "0" and len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def _value(whole: list[str], decimals: str) -> tuple[Decimal, Decimal]:
    return Decimal(f"{''.join(whole)}.{decimals}"), Decimal((0, (1,), -len(decimals)))


def vulgar(word: str) -> Decimal | None:
    """The value of a fraction that is one character.

    >>> vulgar("½"), vulgar("m")
    (Decimal('0.5'), None)
    """
    if word.isascii() or len(word) != 1:
        return None
    over, slash, under = normalize("NFKC", word).partition("\u2044")
    return Decimal(over) / Decimal(under) if slash and over and under else None
