"""Dates that name themselves: days, months, years, decades, centuries, quarters, halves, seasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?!\d|-\d)")
_SPAN_YEARS = re.compile(r"(\d{4})\s*[/–-]\s*(\d\d(?:\d\d)?)(?!\d)")
_YEAR_JOINTS = frozenset("/-\N{EN DASH}")
_MOST_HOPS = 8  # "am 3., 5., 8. und 12. Mai 2024"


def iso_date(tokens: Tokens, i: int) -> Said | None:
    """``2024-05-16``, ``2024-05``."""
    if len(tokens.words[i]) != 4 or parts.word(tokens, i + 1) != "-" or not parts.touching(tokens, i + 2):
        return None
    match = _ISO.match(tokens.text, tokens.starts[i])
    if match is None or not 1 <= int(match[2]) <= 12 or not 1 <= int(match[3] or 1) <= 31 or not match[3]:
        return None
    return Said(i, i + 5, "calendar", year=match[1], tail=f"{match[2]}-{match[3]}")


def numeric_date(tokens: Tokens, i: int) -> Said | None:
    """``16.05.2024``, ``16.5.24``, ``05/16/2024``."""
    fields = tokens.words[i].split(".")
    if len(fields) == 1:
        return _slashed(tokens, i)
    if not all(field.isdigit() for field in fields):
        return None
    if len(fields) == 3:
        return _numeric(i, i + 1, fields, month_first=False)
    return _yearless(tokens, i, fields)


def _slashed(tokens: Tokens, i: int) -> Said | None:
    words = tokens.words[i : i + 5]
    if (
        len(words) < 5
        or words[1] != "/"
        or words[3] != "/"
        or not all(parts.touching(tokens, k) for k in range(i + 1, i + 5))
    ):
        return None
    return _numeric(i, i + 5, words[::2], month_first=small_words(tokens.language).month_first)


def _numeric(i: int, j: int, fields: list[str], *, month_first: bool) -> Said | None:
    """Day, month and year in digits; an impossible month tells that the other order was meant."""
    day, month, year = fields
    if (
        not (day.isdigit() and month.isdigit() and year.isdigit())
        or len(year) not in {2, 4}
        or max(len(day), len(month)) > 2
    ):
        return None
    if (month_first and int(day) <= 12) or int(month) > 12:
        day, month = month, day
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return Said(i, j, "calendar", year=year, tail=f"{int(month):02}-{int(day):02}", mod=None)


def _yearless(tokens: Tokens, i: int, fields: list[str]) -> Said | None:
    """``am 16.5.``: only after a word that leads to a day, or it is a decimal number."""
    if len(fields) != 2 or parts.word(tokens, i + 1) != "." or not parts.touching(tokens, i + 1):
        return None
    day, month = fields
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12 and len(month) <= 2):
        return None
    if parts.word(tokens, i - 1) not in small_words(tokens.language).day_leads:
        return None
    return Said(i, i + 2, "calendar", tail=f"{int(month):02}-{int(day):02}")


def day_first(tokens: Tokens, i: int) -> Said | None:
    """``16. Mai 2024``, ``the 16th of May``; the 16 of ``16./17. Mai`` and ``16. bis 18. Mai``."""
    read = parts.day(tokens, i)
    if read is None:
        return None
    day, j, _ = read
    k = j + 1 if parts.word(tokens, j) in small_words(tokens.language).of else j
    if month := parts.month(tokens, k):
        year, end = _year_of(tokens, month[1])
        return Said(i, end, "calendar", year=year or year_beyond(tokens, end), tail=f"{month[0]:02}-{day:02}")
    borrowed = _borrowed_month(tokens, j)
    return borrowed and Said(i, j, "calendar", year=borrowed[1], tail=f"{borrowed[0]:02}-{day:02}")


def _year_of(tokens: Tokens, j: int) -> tuple[str | None, int]:
    """The year after a month: directly, after a comma, or after "of"."""
    small = small_words(tokens.language)
    for k in (j, j + 1):
        if (k == j or parts.word(tokens, j) in {",", "of"} or parts.word(tokens, j) in small.articles) and (
            year := parts.year(tokens, k)
        ):
            return year
    return None, j


def _borrowed_month(tokens: Tokens, j: int) -> tuple[int, str | None] | None:
    """Month and year of the day that a list or range of days ends with."""
    for _ in range(_MOST_HOPS):
        k = _past_connector(tokens, j)
        read = parts.day(tokens, k) if k > j else None
        if read is None:
            return None
        j = read[1]
        if month := parts.month(tokens, j):
            year, end = _year_of(tokens, month[1])
            return month[0], year or year_beyond(tokens, end)
    return None


def _past_connector(tokens: Tokens, j: int) -> int:
    """The position after ``bis``, ``/``, ``,``, ``bis zum``, ``auf den`` ...; ``j`` itself where there is none."""
    to = small_words(tokens.language).to
    k = j
    while k < j + 3 and (parts.word(tokens, k) in to or (k == j and parts.word(tokens, k) == ",")):
        k += 1
    return k


def year_beyond(tokens: Tokens, j: int) -> str | None:
    """The year that a date shares with the next of the same list or range: ``1. Mai bis 3. Juni 2024``."""
    k = _past_connector(tokens, j)
    if k == j or parts.word(tokens, j) == ",":
        return None
    if read := parts.day(tokens, k):
        k = read[1]
    month = parts.month(tokens, k)
    if month is None:
        return None
    if (read := parts.day(tokens, month[1])) and small_words(tokens.language).month_first:
        return _year_of(tokens, read[1])[0]
    return _year_of(tokens, month[1])[0]


def month_first(tokens: Tokens, i: int) -> Said | None:
    """``May 16, 2024``, ``May 2024``, ``Mai``."""
    month = parts.month(tokens, i)
    if month is None:
        return None
    number, j = month
    if day := _day_after(tokens, j):
        year, end = _year_of(tokens, day[1])
        return Said(
            i,
            end,
            "calendar",
            year=year or year_beyond(tokens, end) or _year_after_days(tokens, end),
            tail=f"{number:02}-{day[0]:02}",
        )
    year, end = _year_of(tokens, j)
    return Said(i, end, "calendar", year=year or year_beyond(tokens, end), tail=f"{number:02}")


def _day_after(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """The day after a month's name, where the language writes it so."""
    if not small_words(tokens.language).month_first:
        return None
    k = j + 1 if parts.word(tokens, j) == "the" else j
    read = parts.day(tokens, k)
    if read is None or tokens.role(read[1], "time_unit") or parts.word(tokens, read[1]) in {":", "%"}:
        return None
    return read[0], read[1]


def _year_after_days(tokens: Tokens, j: int) -> str | None:
    """The year of ``May 16-18, 2024``, seen from the 16."""
    k = _past_connector(tokens, j)
    read = parts.day(tokens, k) if k > j else None
    return _year_of(tokens, read[1])[0] if read else None


def day_after(tokens: Tokens, said: Said) -> Said | None:
    """The 18 of ``May 16-18``: a bare day that continues a date just read."""
    if said.form != "calendar" or len(said.tail) != 5 or not small_words(tokens.language).month_first:
        return None
    k = _past_connector(tokens, said.j)
    read = parts.day(tokens, k) if k > said.j else None
    if read is None or parts.month(tokens, read[1]) or not _closes(tokens, read[1], marked=read[2]):
        return None
    year, end = _year_of(tokens, read[1])
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
    if parts.word(tokens, j)[:1].isalpha() and (tokens.known[j] is not None or tokens.capital(j) or small.month_first):
        return None
    if parts.word(tokens, i + 1) == "." and (j >= len(tokens.words) or tokens.capital(j)):
        return None
    return Said(i, j, "calendar", tail=f"XX-{read[0]:02}")


def bare_year(tokens: Tokens, i: int) -> Said | None:
    """``2024``, ``490 v. Chr.``, ``im Jahr 1949``."""
    read = parts.year(tokens, i) or _year_before_era(tokens, i)
    if read is None or not _stands_as_year(tokens, i, *read):
        return None
    return Said(i, read[1], "calendar", year=read[0])


def _year_before_era(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The 264 of ``264-241 v. Chr.``."""
    digits = tokens.words[i]
    k = _past_connector(tokens, i + 1)
    last = parts.year(tokens, k) if k > i + 1 and digits.isdigit() and len(digits) <= 3 else None
    return ("BC" + digits.zfill(4), i + 1) if last and last[0].startswith("BC") else None


def _stands_as_year(tokens: Tokens, i: int, year: str, j: int) -> bool:
    """Whether four digits are a year and not a count: by what leads to them and what follows."""
    small = small_words(tokens.language)
    if year.startswith("BC") or j > i + 1:
        return True
    before, after = parts.word(tokens, i - 1), parts.word(tokens, j)
    if parts.breaks(tokens, j):
        after = ""
    if tokens.read(j, "unit") or tokens.role(j, "time_unit"):
        return False
    if before not in small.year_leads and tokens.read_back(i, "hedge"):
        return False
    if before in small.year_leads or tokens.role(i - 1, "time_unit") or tokens.role(i - 1, "month"):
        return True
    if not after[:1].isalpha() or before in {"(", "/", "-", "–"}:
        return True
    if "1900" <= year <= "2099" or ("1600" <= year and before in small.articles):
        return True
    return not tokens.capital(j) and small.month_first is False and before not in small.plural_articles


def second_year(tokens: Tokens, said: Said) -> Said | None:
    """The 13 of ``1912/13`` and ``1914-18``."""
    if said.form != "calendar" or not said.year or len(said.year) != 4 or len(said.tail) > 2:
        return None
    short = parts.word(tokens, said.j + 1)
    if len(short) != 2 or not short.isdigit() or said.year[2:] >= short or not parts.touching(tokens, said.j + 1):
        return None
    if parts.word(tokens, said.j) not in _YEAR_JOINTS or not parts.touching(tokens, said.j):
        return None
    tail = said.tail if said.tail.isalpha() else ""
    return Said(said.j + 1, said.j + 2, "calendar", year=said.year[:2] + short, tail=tail)


def span_year(tokens: Tokens, i: int) -> Said | None:
    """``Saison 2023/24``, ``the 2024-25 academic year``: one period over two calendar years."""
    match = _SPAN_YEARS.match(tokens.text, tokens.starts[i])
    if match is None or len(tokens.words[i]) != 4:
        return None
    j = i + 3
    first, last = int(match[1]), int(match[1][: 4 - len(match[2])] + match[2])
    if last != first + 1 or j > len(tokens.words):
        return None
    if tokens.read(i - 1, "season"):
        return Said(i - 1, j, "calendar", year=match[1], tail=tokens.role(i - 1, "season") or "")
    if tokens.role(i - 1, "span_year"):
        return Said(i - 1, j, "years", year=match[1], value=str(last))
    if after := tokens.read(j, "span_year"):
        return Said(i, after[1], "years", year=match[1], value=str(last))
    return None


def decade_digits(tokens: Tokens, i: int) -> Said | None:
    """``1990er Jahre``, ``the 1990s``, ``80er-Jahre``, ``the '80s``."""
    digits = tokens.words[i]
    if not (digits.isdigit() and digits.endswith("0") and len(digits) in {2, 3, 4}):
        return None
    k = i + 2 if parts.word(tokens, i + 1) in {"'", "’"} else i + 1
    if parts.word(tokens, k) not in small_words(tokens.language).decade_marks or not parts.touching(tokens, k):
        return None
    j = _past_year_word(tokens, k + 1)
    start = i - 1 if parts.word(tokens, i - 1) in {"'", "’"} and parts.touching(tokens, i) else i
    if len(digits) == 2 and start == i and j == k + 1:
        return None
    return _decade(tokens, start, j, digits[:-1])


def _past_year_word(tokens: Tokens, j: int) -> int:
    """After ``Jahre`` or ``-Jahre``."""
    k = j + 1 if parts.word(tokens, j) == "-" else j
    return k + 1 if tokens.role(k, "time_unit") == "year" else j


def _decade(tokens: Tokens, i: int, j: int, digits: str) -> Said:
    if era := tokens.read(j, "era"):
        return Said(i, era[1], "calendar", year="BC" + digits.zfill(3))
    return Said(i, j, "calendar", year=digits.zfill(3) if len(digits) != 1 else "19" + digits)


def decade_word(tokens: Tokens, i: int) -> Said | None:
    """``die Neunziger``, ``siebziger Jahre``, ``the nineties``."""
    read = tokens.read(i, "decade")
    if read is None:
        return None
    j = _past_year_word(tokens, read[1])
    named = (
        j > read[1]
        or tokens.words[i].endswith(("jahre", "jahren"))
        or parts.word(tokens, i - 1) in {"die", "der", "den", "the"}
    )
    return Said(i, j, "calendar", year="19" + read[0]) if named else None


def century(tokens: Tokens, i: int) -> Said | None:
    """``20. Jahrhundert``, ``the fifth century BC``."""
    read = ordinal(tokens, i)
    if read is None:
        return None
    number, j = read
    j = j + 1 if parts.word(tokens, j) == "-" else j
    if tokens.role(j, "time_unit") != "century" or not 1 <= number <= 21:
        return None
    if era := tokens.read(j + 1, "era"):
        return Said(i, era[1], "calendar", year=f"{'BC' if era[0] == 'BC' else ''}{number - 1:02}")
    return Said(i, j + 1, "calendar", year=f"{number - 1:02}")


def ordinal(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """``20.``, ``20th``, ``third``, ``ersten``."""
    if (read := parts.day(tokens, i)) and read[2]:
        return read[0], read[1]
    value = tokens.role(i, "ordinal")
    return (int(value), i + 1) if value and value.isdigit() else None


def quarter(tokens: Tokens, i: int) -> Said | None:
    """``im ersten Quartal 2026``, ``second half of 2025``, ``zweite Jahreshälfte``."""
    read = ordinal(tokens, i)
    if read is None:
        return None
    number, j = read
    unit = tokens.role(j, "time_unit")
    if unit is None and tokens.role(j, "half_word") and number <= 2:
        return _half_of(tokens, i, j + 1, number)
    letter = {"quarter": "Q", "half_year": "H"}.get(unit or "")
    if letter is None or not 1 <= number <= {"Q": 4, "H": 2}[letter]:
        return None
    year, end = _year_of(tokens, _past_of(tokens, j + 1))
    return Said(i, end if year else j + 1, "calendar", year=year, tail=f"{letter}{number}")


def _half_of(tokens: Tokens, i: int, j: int, number: int) -> Said | None:
    """``the first half of 2025``."""
    k = _past_of(tokens, j)
    year = parts.year(tokens, k) if k > j else None
    return year and Said(i, year[1], "calendar", year=year[0], tail=f"H{number}")


def _past_of(tokens: Tokens, j: int) -> int:
    """After ``of``, ``of the year``, ``des Jahres``."""
    small = small_words(tokens.language)
    k = j
    while k < j + 3 and (parts.word(tokens, k) in small.of or parts.word(tokens, k) in small.articles):
        k += 1
    return k + 1 if tokens.role(k, "time_unit") == "year" and (k > j) else k


def quarter_sign(tokens: Tokens, i: int) -> Said | None:
    """``Q3 2025``, ``H1``."""
    number = parts.word(tokens, i + 1)
    letter = tokens.words[i].upper()
    if number not in {"1", "2", "3", "4"} or not parts.touching(tokens, i + 1) or (letter == "H" and number > "2"):
        return None
    k = i + 3 if parts.word(tokens, i + 2) in {"/", "-", "of"} else i + 2
    year = parts.year(tokens, k)
    return Said(i, year[1] if year else i + 2, "calendar", year=year and year[0], tail=letter + number)


def season(tokens: Tokens, i: int) -> Said | None:
    """``Sommer 2024``, ``the summer of 2024``, ``Spätherbst``, ``winter``."""
    mod, name, j = _season_name(tokens, i)
    if not name:
        return None
    k = _past_of(tokens, j)
    year = parts.year(tokens, k)
    if year is None and tokens.role(i, "doubtful") and not in_season(tokens, i):
        return None
    return Said(i, year[1] if year else j, "calendar", year=year and year[0], tail=name, mod=mod)


def in_season(tokens: Tokens, i: int) -> bool:
    """Whether ``spring`` or ``fall`` is the season: ``in the spring``, ``by fall``, ``last spring``, not ``the fall of``."""
    small = small_words(tokens.language)
    k = i - 1 if parts.word(tokens, i - 1) in small.articles else i
    lead = parts.word(tokens, k - 1)
    if parts.word(tokens, i + 1) in small.of or lead == "to":
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
