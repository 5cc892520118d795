"""Years, decades, centuries, and years that begin in one and end in the next."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.joints import past_connector
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.seasons import ordinal
from claimcheck.extract.dates.words import small_words, year_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_SPAN_YEARS = re.compile(r"(\d{4})\s*[/\u2013-]\s*(\d\d(?:\d\d)?)(?!\d)")
_ROMAN = re.compile(r"([IVX]+)(?:e|er|ème)?$")
_VALUES = {"I": 1, "V": 5, "X": 10}
_LAST_CENTURY = 21
_TENS = range(20, 100, 10)
_YEAR_JOINTS = frozenset("/-\N{EN DASH}")


def bare_year(tokens: Tokens, i: int) -> Said | None:
    """``2024``, ``490 v. Chr.``, ``im Jahr 1949``."""
    if short := _short_year(tokens, i):
        return short
    read = parts.year(tokens, i) or _year_before_era(tokens, i)
    if read is None or not _stands_as_year(tokens, i, *read):
        return None
    return Said(i, read[1], "calendar", year=read[0])


def _short_year(tokens: Tokens, i: int) -> Said | None:
    """``'68``: two digits behind an apostrophe, which opens no quotation ("'18 people died', she said")."""
    digits = tokens.words[i]
    if len(digits) != 2 or parts.word(tokens, i - 1) not in parts.APOSTROPHES or not digits.isdecimal():
        return None
    small, following = small_words(tokens.language), parts.word(tokens, i + 1)
    counts = following[:1].isalnum() and following not in small.year_leads | small.of
    if counts or parts.touching(tokens, i - 1) or not parts.touching(tokens, i):
        return None
    return Said(i - 1, i + 1, "calendar", year=digits, value="short")


def _year_before_era(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """The 264 of ``264-241 v. Chr.``."""
    digits = tokens.words[i]
    k = past_connector(tokens, i + 1)
    last = parts.year(tokens, k) if k > i + 1 and digits.isdecimal() and len(digits) <= 3 else None
    return ("BC" + digits.zfill(4), i + 1) if last and last[0].startswith("BC") else None


def _stands_as_year(tokens: Tokens, i: int, year: str, j: int) -> bool:
    """Whether four digits are a year and not a count: by what leads to them and what follows."""
    small = small_words(tokens.language)
    if year.startswith("BC") or j > i + 1:
        return True
    before, after = parts.word(tokens, i - 1), parts.word(tokens, j)
    if tokens.read(j, "unit") or tokens.role(j, "time_unit") or tokens.read_back(i, "label"):
        return False
    if before in small.to and not parts.year(tokens, i - 2):
        return _fits_year(tokens, year, j, before, after)
    if before in small.year_leads or tokens.role(i - 1, "time_unit") or tokens.role(i - 1, "month"):
        return True
    hedged = before not in year_words(tokens.language).comparing and tokens.read_back(i, "hedge")
    return not hedged and _fits_year(tokens, year, j, before, after)


def _fits_year(tokens: Tokens, year: str, j: int, before: str, after: str) -> bool:
    """Whether four digits without a word that leads to a year look like one."""
    small = small_words(tokens.language)
    if parts.breaks(tokens, j) or not after[:1].isalpha() or before in {"(", "/", "-", "–"}:
        return True
    if year.endswith("00"):
        return False
    if "1900" <= year <= "2099" or (year >= "1600" and before in small.articles):
        return True
    if tokens.capital(j) or small.month_first:
        return False
    singular = after.endswith(year_words(tokens.language).singular_ending) and tokens.capital(j + 1)
    return singular or before not in small.plural_articles


def second_year(tokens: Tokens, said: Said) -> Said | None:
    """The 13 of ``1912/13`` and ``1914-18``."""
    if said.form != "calendar" or not said.year or len(said.year) != 4 or len(said.tail) > 2:
        return None
    short = parts.word(tokens, said.j + 1)
    if len(short) != 2 or not short.isdecimal() or said.year[2:] >= short or not parts.touching(tokens, said.j + 1):
        return None
    if parts.word(tokens, said.j) not in _YEAR_JOINTS or not parts.touching(tokens, said.j):
        return None
    tail = said.tail if said.tail.isalpha() else ""
    return Said(said.j + 1, said.j + 2, "calendar", year=said.year[:2] + short, tail=tail)


def joined(tokens: Tokens, said: list[Said]) -> list[Said]:
    """A report's ``2026/27`` is one period over two years; a history's ``1912/13`` is two."""
    kept: list[Said] = []
    for each in said:
        if kept and _second_half(tokens, kept[-1], each):
            first = kept.pop()
            kept.append(Said(first.i, each.j, "years", year=first.year, value=each.year or ""))
        else:
            kept.append(each)
    return kept


def _second_half(tokens: Tokens, first: Said, second: Said) -> bool:
    """Whether two years in a row were written as one: 2026 and the 27 of 2026/27."""
    if first.form != "calendar" or first.tail or second.tail or not (first.year and second.year):
        return False
    written = tokens.words[second.i] == second.year[2:] and tokens.words[second.i - 1] == "/"
    return written and second.i == first.j + 1 and int(second.year) == int(first.year) + 1


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
    if not (digits.isdecimal() and digits.endswith("0") and len(digits) in {2, 3, 4}):
        return None
    k = i + 2 if parts.word(tokens, i + 1) in {"'", "’"} else i + 1
    if parts.word(tokens, k) not in small_words(tokens.language).decade_marks or not parts.touching(tokens, k):
        return None
    j = _past_year_word(tokens, k + 1)
    start = i - 1 if parts.word(tokens, i - 1) in {"'", "’"} and parts.touching(tokens, i) else i
    if len(digits) == 2 and start == i and j == k + 1:
        return None
    return _decade(tokens, start, j, digits[:-1])


def decade_after_year(tokens: Tokens, i: int) -> Said | None:
    """``les années 80``, ``años 1990``, ``anni '70``."""
    k = i + 2 if parts.word(tokens, i + 1) in parts.APOSTROPHES else i + 1
    digits = parts.word(tokens, k)
    if not (small_words(tokens.language).decades_after_year and tokens.role(i, "plural_unit")):
        return None
    if not digits.isdecimal():
        return _tens_as_decade(tokens, i)
    if not (digits.endswith("0") and len(digits) in {2, 4}):
        return None
    return Said(i, k + 1, "calendar", year=digits[:-1] if len(digits) == 4 else "19" + digits[0])


def _shared_century(tokens: Tokens, j: int) -> str | None:
    """BC or nothing for the 18th of ``18th and 19th centuries``, None where no century follows."""
    k = past_connector(tokens, j)
    last = ordinal(tokens, k) if j < k < len(tokens.words) and parts.word(tokens, j) != "," else None
    if last is None or tokens.role(last[1], "time_unit") != "century":
        return None
    era = tokens.read(last[1] + 1, "era")
    return "BC" if era and era[0] == "BC" else ""


def _tens_as_decade(tokens: Tokens, i: int) -> Said | None:
    """``los años noventa``, ``de jaren negentig``."""
    read = parts.count(tokens, i + 1) if i + 1 < len(tokens.words) else None
    tens = int(read[0]) if read and read[0] is not None else 0
    return Said(i, read[1], "calendar", year=f"19{tens // 10}") if read and tens in _TENS else None


def roman_century(tokens: Tokens, i: int) -> Said | None:
    """``au XXe siècle``, ``el siglo XIX``."""
    for k, (start, end) in ((i - 1, (i - 1, i + 1)), (i + 1, (i, i + 2))):
        match = _ROMAN.match(tokens.text, tokens.starts[k], tokens.ends[k]) if 0 <= k < len(tokens.words) else None
        if match:
            number = sum(_VALUES[a] * (-1 if _VALUES[a] < _VALUES[b] else 1) for a, b in pairwise(match[1] + "I"))
            return Said(start, end, "calendar", year=f"{number - 1:02}") if 1 <= number <= _LAST_CENTURY else None
    return None


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
    small = small_words(tokens.language)
    j = _past_year_word(tokens, read[1])
    named = j > read[1] or parts.word(tokens, i - 1) in small.plural_articles | small.articles
    return Said(i, j, "calendar", year="19" + read[0]) if named else None


def century(tokens: Tokens, i: int) -> Said | None:
    """``20. Jahrhundert``, ``the fifth century BC``."""
    read = ordinal(tokens, i)
    if read is None:
        return None
    number, j = read
    if (shared := _shared_century(tokens, j)) is not None:
        return Said(i, j, "calendar", year=f"{shared}{number - 1:02}")
    j = j + 1 if parts.word(tokens, j) == "-" else j
    if tokens.role(j, "time_unit") != "century" or not 1 <= number <= 21:
        return None
    if era := tokens.read(j + 1, "era"):
        return Said(i, era[1], "calendar", year=f"{'BC' if era[0] == 'BC' else ''}{number - 1:02}")
    return Said(i, j + 1, "calendar", year=f"{number - 1:02}")
