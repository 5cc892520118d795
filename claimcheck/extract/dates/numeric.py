"""Dates in digits: 2024-05-16, 16.05.2024, 05/16/2024."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_ISO_CLOCK = re.compile(r"[T ](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?!\d|-\d)")


def iso_date(tokens: Tokens, i: int) -> Said | None:
    """``2024-05-16``, ``2024-05``."""
    if len(tokens.words[i]) != 4 or parts.word(tokens, i + 1) != "-" or not parts.touching(tokens, i + 2):
        return None
    match = _ISO.match(tokens.text, tokens.starts[i])
    if match is None or not 1 <= int(match[2]) <= 12 or not 1 <= int(match[3] or 1) <= 31 or not match[3]:
        return None
    said = Said(i, i + 5, "calendar", year=match[1], tail=f"{match[2]}-{match[3]}")
    clock = _ISO_CLOCK.match(tokens.text, match.end())
    if clock is None:
        return said
    said.kind, said.clock, said.zone = "time", clock[1], clock[2] or ""
    while said.j < len(tokens.words) and tokens.ends[said.j] <= clock.end():
        said.j += 1
    return said


def numeric_date(tokens: Tokens, i: int) -> Said | None:
    """``16.05.2024``, ``16.5.24``, ``05/16/2024``."""
    fields = tokens.words[i].split(".")
    if len(fields) == 1:
        return _slashed(tokens, i)
    if not all(field.isdecimal() for field in fields):
        return None
    if len(fields) == 3:
        return _numeric(i, i + 1, fields, month_first=False)
    return _yearless(tokens, i, fields)


def _slashed(tokens: Tokens, i: int) -> Said | None:
    words = tokens.words[i : i + 5]
    if (
        len(words) < 5
        or words[1] not in {"/", "-"}
        or words[3] != words[1]
        or (words[1] == "-" and len(words[4]) != 4)
        or not all(parts.touching(tokens, k) for k in range(i + 1, i + 5))
    ):
        return None
    return _numeric(i, i + 5, words[::2], month_first=small_words(tokens.language).month_first)


def _numeric(i: int, j: int, fields: list[str], *, month_first: bool) -> Said | None:
    """Day, month and year in digits; an impossible month tells that the other order was meant."""
    day, month, year = fields
    if (
        not (day.isdecimal() and month.isdecimal() and year.isdecimal())
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
    if parts.word(tokens, i - 1) not in small_words(tokens.language).day_leads and not _after_weekday(tokens, i):
        return None
    return Said(i, i + 2, "calendar", tail=f"{int(month):02}-{int(day):02}")


def _after_weekday(tokens: Tokens, i: int) -> bool:
    """Whether a weekday stands before: ``Mi., 5.6.``."""
    k = i - 1
    while k > i - 3 and parts.word(tokens, k) in {",", "."}:
        k -= 1
    short = small_words(tokens.language).weekday_short
    return k < i - 1 and (parts.word(tokens, k) in short or tokens.role(k, "weekday") is not None)
