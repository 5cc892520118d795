"""Sets: every Monday, daily, alle zwei Wochen."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.durations import duration_value
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.seasons import ordinal
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens


def frequency(tokens: Tokens, i: int) -> Said | None:
    """``täglich``, ``annually``."""
    read = None if parts.in_title(tokens, i) else tokens.read(i, "frequency")
    return read and Said(i, read[1], "ready", "recurring", value=read[0])


def weekdays(tokens: Tokens, i: int) -> Said | None:
    """``montags``, ``on Mondays``."""
    read = tokens.read(i, "weekdays")
    if read is None:
        return None
    number = int(read[0])
    if parts.word(tokens, i - 1) in small_words(tokens.language).genitive:  # "des Sonntags" is one Sunday
        return Said(i, read[1], "named", weekday=number)
    return Said(i, read[1], "ready", "recurring", value=f"XXXX-WXX-{number}", weekday=number)


def rate(tokens: Tokens, i: int) -> Said | None:
    """``twice a week``, ``5 dollars a day``."""
    small, before = small_words(tokens.language), parts.word(tokens, i - 1)
    unit = tokens.role(i + 1, "time_unit") if parts.word(tokens, i) in small.per_leads else None
    counted = before[:1].isdecimal() or parts.word(tokens, i - 2)[:1].isdecimal() or tokens.role(i - 1, "unit")
    if unit is None or not (before in small.rate_leads or counted) or parts.word(tokens, i + 2) in small.after:
        return None
    return Said(i, i + 2, "ready", "recurring", value=duration_value(Decimal(1), unit), unit=unit)


def every(tokens: Tokens, i: int) -> Said | None:
    """``jeden Montag``, ``every two weeks``, ``pro Jahr``, ``every second Thursday``."""
    read = tokens.read(i, "every")
    if read is None:
        return None
    j = read[1]
    if said := _named(tokens, i, j):
        return said
    if nth := ordinal(tokens, j) or tokens.read(j, "deixis"):
        j = nth[1]
    amount = parts.count(tokens, j)
    k = amount[1] if amount else j
    if amount is None and (said := _named(tokens, i, k)):
        return _of_month(tokens, said) if nth else said
    unit = tokens.read(k, "time_unit")
    if unit is None or (amount and read[0] == "per"):
        return None
    many = amount[0] if amount else Decimal(nth[0] if nth and isinstance(nth[0], int) else 1)
    return Said(i, unit[1], "ready", "recurring", value=duration_value(many, unit[0]), unit=unit[0])


def _of_month(tokens: Tokens, said: Said) -> Said:
    """``jeden dritten Mittwoch im Monat`` comes once a month."""
    if (
        parts.word(tokens, said.j) in small_words(tokens.language).of
        and tokens.role(said.j + 1, "time_unit") == "month"
    ):
        said.j, said.value = said.j + 2, "P1M"
    return said


def _named(tokens: Tokens, i: int, j: int) -> Said | None:
    """``every Monday evening``, ``every May``, ``every morning``."""
    if weekday := tokens.read(j, "weekday"):
        part = tokens.role(j, "daypart")
        value = f"XXXX-WXX-{weekday[0]}" + (f"T{part}" if part else "")
        return Said(i, weekday[1], "ready", "recurring", value=value, weekday=int(weekday[0]))
    if month := parts.month(tokens, j):
        return Said(i, month[1], "ready", "recurring", value=f"XXXX-{month[0]:02}")
    if season := tokens.read(j, "season"):
        return Said(i, season[1], "ready", "recurring", value=f"XXXX-{season[0]}")
    part_of_day = tokens.read(j, "daypart")
    return part_of_day and Said(i, part_of_day[1], "ready", "recurring", value=f"XXXX-XX-XXT{part_of_day[0]}")
