"""Days and months by name: 16. Mai 2024, May 16, the 16 of 16./17. Mai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.joints import past_connector, year_beyond, year_of
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_LAST_DAY = 31
_MOST_HOPS = 8  # "am 3., 5., 8. und 12. Mai 2024"


def day_first(tokens: Tokens, i: int) -> Said | None:
    """``16. Mai 2024``, ``the 16th of May``; the 16 of ``16./17. Mai`` and ``16. bis 18. Mai``."""
    read = parts.day(tokens, i)
    if read is None:
        return None
    day, j, _ = read
    k = j + 1 if parts.word(tokens, j) in small_words(tokens.language).of else j
    if month := parts.month(tokens, k):
        year, end = year_of(tokens, month[1])
        return Said(i, end, "calendar", year=year or year_beyond(tokens, end), tail=f"{month[0]:02}-{day:02}")
    borrowed = _borrowed_month(tokens, j)
    return borrowed and Said(i, j, "calendar", year=borrowed[1], tail=f"{borrowed[0]:02}-{day:02}")


def ordinal_word(tokens: Tokens, i: int) -> Said | None:
    """``am sechsten Juni 1944``, ``the first of May``."""
    value = tokens.role(i, "ordinal") or ""
    j = i + 1 + (parts.word(tokens, i + 1) in small_words(tokens.language).genitive)
    month = parts.month(tokens, j) if value.isdecimal() and 1 <= int(value) <= _LAST_DAY else None
    if month is None:
        return None
    year, end = year_of(tokens, month[1])
    return Said(i, end, "calendar", year=year or year_beyond(tokens, end), tail=f"{month[0]:02}-{int(value):02}")


def _borrowed_month(tokens: Tokens, j: int) -> tuple[int, str | None] | None:
    """Month and year of the day that a list or range of days ends with."""
    for _ in range(_MOST_HOPS):
        k = past_connector(tokens, j)
        read = parts.day(tokens, k) if k > j else None
        if read is None:
            return None
        j = read[1]
        if month := parts.month(tokens, j + (parts.word(tokens, j) in small_words(tokens.language).genitive)):
            year, end = year_of(tokens, month[1])
            return month[0], year or year_beyond(tokens, end)
    return None


def month_first(tokens: Tokens, i: int) -> Said | None:
    """``May 16, 2024``, ``May 2024``, ``Mai``."""
    month = parts.month(tokens, i)
    if month is None:
        return None
    number, j = month
    if day := _day_after(tokens, j):
        year, end = year_of(tokens, day[1])
        return Said(
            i,
            end,
            "calendar",
            year=year or year_beyond(tokens, end) or _year_after_days(tokens, end),
            tail=f"{number:02}-{day[0]:02}",
        )
    year, end = year_of(tokens, j)
    return Said(i, end, "calendar", year=year or year_beyond(tokens, end), tail=f"{number:02}")


def _day_after(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """The day after a month's name, where the language writes it so."""
    if not small_words(tokens.language).month_first:
        return None
    k = j + 1 if parts.word(tokens, j) in small_words(tokens.language).articles else j
    read = parts.day(tokens, k)
    if read is None or tokens.role(read[1], "time_unit") or parts.word(tokens, read[1]) in {":", "%"}:
        return None
    return read[0], read[1]


def _year_after_days(tokens: Tokens, j: int) -> str | None:
    """The year of ``May 16-18, 2024``, seen from the 16."""
    k = past_connector(tokens, j)
    read = parts.day(tokens, k) if k > j else None
    return year_of(tokens, read[1])[0] if read else None


def day_after(tokens: Tokens, said: Said) -> Said | None:
    """The 18 of ``May 16-18``: a bare day that continues a date just read."""
    if said.form != "calendar" or len(said.tail) != 5 or not small_words(tokens.language).month_first:
        return None
    k = past_connector(tokens, said.j) if parts.word(tokens, said.j) != "," else said.j
    read = parts.day(tokens, k) if k > said.j else None
    if read is None or parts.month(tokens, read[1]) or not _closes(tokens, read[1], marked=read[2]):
        return None
    year, end = year_of(tokens, read[1])
    return Said(k, end, "calendar", year=year or said.year, tail=f"{said.tail[:3]}{read[0]:02}")


def _closes(tokens: Tokens, j: int, *, marked: bool) -> bool:
    """Whether what follows a bare day is no noun that would make it a count."""
    following = parts.word(tokens, j)
    return marked or not following[:1].isalpha() or following in small_words(tokens.language).year_leads


def day_alone(tokens: Tokens, i: int) -> Said | None:
    """``am 16.``, ``on the 16th``: the month is that of the date before."""
    small = small_words(tokens.language)
    read = parts.day(tokens, i)
    if read is None or not read[2] or parts.word(tokens, i - 1) not in small.day_leads:
        return None
    j = read[1]
    if small.month_first and parts.word(tokens, i - 2) in small.year_leads and not tokens.role(j, "time_unit"):
        return None if j < len(tokens.words) and tokens.capital(j) else Said(i, j, "calendar", tail=f"XX-{read[0]:02}")
    if parts.word(tokens, j)[:1].isalpha() and (
        tokens.known[j] is not None or tokens.capital(j) or small.month_first or not small.month_capitals
    ):
        return None
    if parts.word(tokens, i + 1) == "." and (j >= len(tokens.words) or tokens.capital(j)):
        return None
    return Said(i, j, "calendar", tail=f"XX-{read[0]:02}")
