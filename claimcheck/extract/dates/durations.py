"""Durations: so many days, two-day, zweitägig, jahrelang."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "M", "half_year": "M", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
"""TIMEX3 letters of the units; a T puts the unit after the T of the value."""
TIMES = {"fortnight": 2, "quarter": 3, "half_year": 6}
"""Units said that have no letter of their own, in those that have."""
_FINER = {
    "year": ("month", 12),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "decade": ("year", 10),
    "minute": ("second", 60),
}
_HALF = Decimal("0.5")
HYPHENS = frozenset("-\N{NON-BREAKING HYPHEN}\N{HYPHEN}")


def duration_value(amount: Decimal | None, unit: str) -> str:
    """The TIMEX3 value of so many units; X for a number not said.

    >>> duration_value(Decimal("2"), "day"), duration_value(Decimal("1.5"), "hour"), duration_value(None, "year")
    ('P2D', 'PT1H30M', 'PXY')
    """
    letter = LETTERS[unit]
    clock, letter = ("T", letter[1:]) if letter[0] == "T" else ("", letter)
    if amount is None:
        return f"P{clock}X{letter}"
    amount *= TIMES.get(unit, 1)
    if amount == amount.to_integral_value():
        return f"P{clock}{int(amount)}{letter}"
    return _with_fraction(amount, unit) or f"P{clock}{format(amount.normalize(), 'f')}{letter}"


def _with_fraction(amount: Decimal, unit: str) -> str | None:
    """``PT1H30M`` for one and a half hours, where the finer unit comes out whole."""
    finer, factor = _FINER.get(unit, ("", 0))
    whole, rest = divmod(amount, 1)
    if not finer or rest * factor != int(rest * factor):
        return None
    coarse = duration_value(whole, unit) if whole else ""
    fine = duration_value(rest * factor, finer)
    return coarse + fine[1 + ("T" in coarse) :] if coarse else fine


def span(tokens: Tokens, i: int) -> Said | None:
    """``zwei Tage``, ``anderthalb Stunden``, ``two-day``, ``einige Wochen``, ``half an hour``."""
    read = _several(tokens, i) or _half(tokens, i) or parts.count(tokens, i)
    if read is None:
        return None
    amount, j = _up_to(tokens, *read)
    while parts.word(tokens, j) in HYPHENS:
        j += 1
    if amount is not None and tokens.role(j, "half_word"):
        amount, j = amount - _HALF, j + 1
    elif _described(tokens, j):
        j += 1
    return _in_units(tokens, i, j, amount)


def _up_to(tokens: Tokens, amount: Decimal | None, j: int) -> tuple[Decimal | None, int]:
    """The upper end of ``drei bis vier Tage``, ``10-15 minutes``."""
    small = small_words(tokens.language)
    if amount is None or parts.word(tokens, j) not in small.range_to:
        return amount, j
    upper = parts.count(tokens, j + 1)
    return upper if upper and upper[0] is not None and upper[0] > amount else (amount, j)


def _described(tokens: Tokens, j: int) -> bool:
    """Whether an adjective stands between number and unit: ``360 ehrenamtliche Stunden``, ``two bloody weeks``."""
    if j + 1 >= len(tokens.words) or tokens.known[j] is not None or tokens.role(j + 1, "time_unit") is None:
        return False
    return tokens.words[j].isalpha() and not tokens.capital(j)


def _several(tokens: Tokens, i: int) -> tuple[None, int] | None:
    read = tokens.read(i, "several")
    return read and (None, read[1])


def _half(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """``half an hour``, ``halben Stunde``."""
    if tokens.role(i, "half_word") is None:
        return None
    return _HALF, i + 1 + (parts.word(tokens, i + 1) in small_words(tokens.language).span_leads)


def one(tokens: Tokens, i: int) -> Said | None:
    """``ein Tag``, ``a two-day``: an article counts only right before a unit."""
    if tokens.known[i + 1 : i + 2] in ([], [None]):
        return None
    return span(tokens, i)


def _in_units(tokens: Tokens, i: int, j: int, amount: Decimal | None) -> Said | None:
    read: tuple[str, int] | None = tokens.read(j, "time_unit") or tokens.read(j, "span_adjective")
    if (
        read is None
        or tokens.role(j, "joined_number")
        or parts.word(tokens, read[1]) in small_words(tokens.language).age
    ):
        return None
    unit, end = read
    if parts.word(tokens, end) in HYPHENS and parts.word(tokens, end + 1) in small_words(tokens.language).age:
        return None
    if tokens.role(j, "doubtful") and (amount is None or amount <= 1):
        return None
    small = small_words(tokens.language)
    aged = not small.age_leads.isdisjoint((parts.word(tokens, i - 1), parts.word(tokens, i - 2)))
    if unit == "year" and (_age(tokens, i, j) or aged):
        return None
    if tokens.words[j - 1] in HYPHENS or parts.word(tokens, end) in HYPHENS:
        i, end = _long(tokens, i, j, end)
    if amount is not None and small.and_half and tokens.words[end : end + len(small.and_half)] == small.and_half:
        amount, end = amount + _HALF, end + len(small.and_half)
    return Said(i, end, "ready", "duration", value=duration_value(amount, unit), unit=unit, amount=amount)


def _long(tokens: Tokens, i: int, j: int, end: int) -> tuple[int, int]:
    """The bounds of ``a month-long``, ``two-year-long``: with "long", without the article."""
    if parts.word(tokens, end) in HYPHENS and parts.word(tokens, end + 1) in small_words(tokens.language).long:
        return (j if j == i + 1 and tokens.words[i] in small_words(tokens.language).span_leads else i), end + 2
    return i, end


def _age(tokens: Tokens, i: int, j: int) -> bool:
    """Whether ``38-jährige`` says how old someone is: below a hundred, in digits, not of a thing (``-jähriges``)."""
    digits = tokens.words[i]
    if tokens.role(j, "span_adjective") is None:
        return False
    return (
        digits.isdecimal()
        and len(digits) <= 2
        and not tokens.words[j].endswith(small_words(tokens.language).thing_ending)
    )


def adjective(tokens: Tokens, i: int) -> Said | None:
    """``zweitägig``, ``dreistündige``: the number and the unit in one word."""
    unit, value = tokens.role(i, "span_adjective"), tokens.role(i, "joined_number")
    if unit is None or value is None:
        return None
    amount = Decimal(value)
    return Said(i, i + 1, "ready", "duration", value=duration_value(amount, unit), unit=unit, amount=amount)


def vague(tokens: Tokens, i: int) -> Said | None:
    """``jahrelang``, ``mehrtägig``, ``multi-year``."""
    read = tokens.read(i, "vague_span")
    return read and Said(i, read[1], "ready", "duration", value=read[0])


def plural(tokens: Tokens, i: int) -> Said | None:
    """``Jahre``, ``days`` without a number."""
    unit = tokens.role(i, "plural_unit")
    small = small_words(tokens.language)
    if (
        unit is None
        or parts.word(tokens, i + 1) in small.age
        or parts.word(tokens, i + 1)[:1].isdecimal()
        or parts.word(tokens, i - 1)[:1].isdecimal()
    ):
        return None
    j = _long(tokens, i, i, i + 1)[1]
    return Said(i, j, "ready", "duration", value=duration_value(None, unit), unit=unit)


def of_first(tokens: Tokens, i: int) -> Said | None:
    """``die ersten beiden Jahre``, ``the first two months``."""
    read = parts.count(tokens, i + 1) if i + 1 < len(tokens.words) else None
    said = read and _in_units(tokens, i + 1, read[1], read[0])
    if said:
        said.i = i
    return said
