"""Parts of a year: quarters, halves, seasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.joints import past_of, year_of
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens


def ordinal(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """``20.``, ``20th``, ``third``, ``ersten``."""
    if (read := parts.day(tokens, i)) and read[2]:
        return read[0], read[1]
    value = tokens.role(i, "ordinal")
    return (int(value), i + 1) if value and value.isdecimal() else None


def quarter(tokens: Tokens, i: int) -> Said | None:
    """``im ersten Quartal 2026``, ``second half of 2025``, ``zweite Jahreshälfte``."""
    read = ordinal(tokens, i)
    if read is None:
        return None
    number, j = read
    j += parts.word(tokens, j) == "-"
    unit = tokens.role(j, "time_unit")
    if unit is None and tokens.role(j, "half_word") and number <= 2:
        return _half_of(tokens, i, j + 1, number)
    letter = {"quarter": "Q", "half_year": "H"}.get(unit or "")
    if letter is None or not 1 <= number <= {"Q": 4, "H": 2}[letter]:
        return None
    year, end = year_of(tokens, past_of(tokens, j + 1))
    return Said(i, end if year else j + 1, "calendar", year=year, tail=f"{letter}{number}")


def _half_of(tokens: Tokens, i: int, j: int, number: int) -> Said | None:
    """``the first half of 2025``."""
    k = past_of(tokens, j)
    year = parts.year(tokens, k) if k > j else None
    return year and Said(i, year[1], "calendar", year=year[0], tail=f"H{number}")


def nth_weekday(tokens: Tokens, i: int) -> Said | None:
    """``der erste Sonntag im Mai``, ``the third weekend of July``, ``letzten Sonntag im Oktober 2023``."""
    number, j = ordinal(tokens, i) or _last(tokens, i)
    weekday = tokens.read(j, "weekday") if number else None
    k = past_of(tokens, weekday[1]) if weekday else j
    month = parts.month(tokens, k) if weekday and k > weekday[1] else None
    if weekday is None or month is None:
        return None
    year, end = year_of(tokens, month[1])
    return Said(i, end, "nth", year=year, tail=f"{month[0]:02}", weekday=int(weekday[0]), steps=number)


def _last(tokens: Tokens, i: int) -> tuple[int, int]:
    """-1 for "last", 0 for any other word."""
    read = tokens.read(i, "deixis")
    return (-1, read[1]) if read and read[0] == "now -1" else (0, i)


def quarter_sign(tokens: Tokens, i: int) -> Said | None:
    """``Q3 2025``, ``H1``."""
    number, letter = parts.word(tokens, i + 1), tokens.role(i, "quarter_sign") or ""
    if number not in {"1", "2", "3", "4"} or not parts.touching(tokens, i + 1) or (letter == "H" and number > "2"):
        return None
    joined = parts.word(tokens, i + 2) in {"/", "-"} or parts.word(tokens, i + 2) in small_words(tokens.language).of
    k = i + 3 if joined else i + 2
    year = parts.year(tokens, k)
    return Said(i, year[1] if year else i + 2, "calendar", year=year and year[0], tail=letter + number)


def season(tokens: Tokens, i: int) -> Said | None:
    """``Sommer 2024``, ``the summer of 2024``, ``Spätherbst``, ``winter``."""
    mod, name, j = _season_name(tokens, i)
    if not name or parts.counted(tokens, i) or parts.in_compound(tokens, j):
        return None
    k = past_of(tokens, j)
    year = parts.year(tokens, k)
    if year is None and tokens.role(i, "doubtful") and not in_season(tokens, i):
        return None
    return Said(i, year[1] if year else j, "calendar", year=year and year[0], tail=name, mod=mod)


def in_season(tokens: Tokens, i: int) -> bool:
    """Whether ``spring`` or ``fall`` is the season: ``in the spring``, ``last spring``, not ``the fall of``."""
    small = small_words(tokens.language)
    k = i - 1 if parts.word(tokens, i - 1) in small.articles | parts.APOSTROPHES else i
    lead = parts.word(tokens, k - 1)
    if parts.word(tokens, i + 1) in small.of or lead in small.verb_leads:
        return False
    if tokens.capital(i) and parts.word(tokens, i - 1)[:1].isalpha():
        return True
    return (
        lead in small.year_leads or tokens.role(i - 1, "deixis") is not None or tokens.role(i - 1, "phase") is not None
    )


def _season_name(tokens: Tokens, i: int) -> tuple[str | None, str, int]:
    """Phase, name and the position after a season's name."""
    if both := tokens.read(i, "season_phase"):
        mod, name = both[0].split()
        return mod, name, both[1]
    read = tokens.read(i, "season")
    return (None, *read) if read else (None, "", i)
