"""Times of day: clocks and the parts of a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

OPENERS = frozenset('.!?:;"„“»«(\N{BULLET}')
"""What stands before the first word of a sentence."""
_MOST_HOPS = 4
_SMALL_HOURS = 5  # "3 Uhr nachts" is after midnight, "11 Uhr nachts" before it
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?![\d.:,]\d)")


def clock(tokens: Tokens, i: int) -> Said | None:
    """``20.30 Uhr``, ``20 Uhr 30``, ``18:14 GMT``, ``4:45 p.m.``, ``nine o'clock``."""
    read = _hours(tokens, i)
    if read is None:
        return None
    hour, minute, j, sure = read
    said = _with_words(tokens, i, hour, minute, j)
    if said is None and (sure or _leads_to_clock(tokens, i, j)):
        said = _clock(i, j, hour, minute)
    said = _by_daypart(tokens, said or _clock(i, j, hour, minute), sure=said is not None)
    return said and _with_zone(tokens, said)


def _by_daypart(tokens: Tokens, said: Said, *, sure: bool) -> Said | None:
    """``8 Uhr abends``, ``at nine in the morning``: the part of the day tells which of two hours is meant."""
    small, k = small_words(tokens.language), said.j
    while k < said.j + 2 and (parts.word(tokens, k) in small.of or parts.word(tokens, k) in small.articles):
        k += 1
    part = tokens.read(k, "dayparts") or (tokens.read(k, "daypart") if k > said.j and small.articles else None)
    if part is None or not (sure or parts.word(tokens, said.i - 1) in small.clock_leads):
        return said if sure else None
    hour, minute = (said.clock or "00:00").split(":")
    late = part[0] in {"AF", "EV"} or (part[0] == "NI" and int(hour) > _SMALL_HOURS)
    said.clock = f"{int(hour) + (12 if late and int(hour) < 12 else 0):02}:{minute}"
    said.j = part[1]
    return said


def _hours(tokens: Tokens, i: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the position after them, and whether they can only be a time of day."""
    word = tokens.words[i]
    if not word[0].isdecimal():
        return _hour_word(tokens, i)
    match = _CLOCK.match(tokens.text, tokens.starts[i])
    if (
        match
        and match.end() in tokens.ends[i : i + 3]
        and not (parts.touching(tokens, i) and tokens.words[i - 1] in ":.,")
    ):
        colon = ":" in match[0]
        return int(match[1]), int(match[2]), i + (3 if colon else 1), colon and len(match[1]) == 2
    if word.isdecimal() and len(word) == 4 and word[:2] < "24" and word[2:] < "60" and tokens.read(i + 1, "zone"):
        return int(word[:2]), int(word[2:]), i + 1, True
    if word.isdecimal() and len(word) <= 2 and int(word) <= 24:
        return int(word), 0, i + 1, False
    return None


def _hour_word(tokens: Tokens, i: int) -> tuple[int, int, int, bool] | None:
    value = tokens.role(i, "number")
    if value is None or not value.isdecimal() or int(value) > 24:
        return None
    return int(value), 0, i + 1, False


def _with_words(tokens: Tokens, i: int, hour: int, minute: int, j: int) -> Said | None:
    """The clock with what makes it one: ``Uhr``, ``o'clock``, ``a.m.``."""
    if after := tokens.read(j, "oclock"):
        small, j = small_words(tokens.language), after[1]
        more = parts.word(tokens, j)
        if (
            minute == 0
            and len(more) == 2
            and more.isdecimal()
            and int(more) < 60
            and not tokens.role(j + 1, "time_unit")
        ):
            minute, j = int(more), j + 1
        elif small.oclock_after_lead and parts.word(tokens, i - 1) not in small.clock_leads and after[1] == i + 2:
            return None
        return _clock(i, j, hour, minute)
    half = tokens.read(j, "meridiem")
    if half is None or not 1 <= hour <= 12:
        return None
    return _clock(i, half[1], hour % 12 + (12 if half[0] == "pm" else 0), minute)


def _leads_to_clock(tokens: Tokens, i: int, j: int) -> bool:
    """Whether two numbers are a time by their company: ``um 20.30``, ``von 20.15 bis 22 Uhr``, ``14:05 GMT``."""
    if tokens.read(j, "zone"):
        return ":" in tokens.words[i:j] or len(tokens.words[i]) == 4
    small = small_words(tokens.language)
    if _chain_ends_in_clock(tokens, j):
        return True
    return j == i + 3 and parts.word(tokens, i - 1) in small.clock_leads


def _chain_ends_in_clock(tokens: Tokens, j: int) -> bool:
    """Whether a list or range of numbers from ``j`` on ends in a clock: ``9.15-13 und 15.45-18 Uhr``."""
    to = small_words(tokens.language).to
    for _ in range(_MOST_HOPS):
        follows = _hours(tokens, j + 1) if parts.word(tokens, j) in to and j + 1 < len(tokens.words) else None
        if follows is None:
            return False
        j = follows[2]
        if tokens.read(j, "oclock") or tokens.read(j, "meridiem"):
            return True
    return False


def _clock(i: int, j: int, hour: int, minute: int) -> Said:
    return Said(i, j, "clock", "time", clock=f"{hour:02}:{minute:02}")


def _with_zone(tokens: Tokens, said: Said) -> Said:
    """The clock with its zone, also in brackets."""
    k = said.j + 1 if parts.word(tokens, said.j) == "(" else said.j
    zone = tokens.read(k, "zone")
    if zone and k == said.j:
        said.j = zone[1]
        said.zone = "" if zone[0] == "local" else zone[0].strip()
    return said


def clock_word(tokens: Tokens, i: int) -> Said | None:
    """``Mitternacht``, ``noon``."""
    read = tokens.read(i, "clock_word")
    return read and Said(i, read[1], "clock", "time", clock=read[0])


def daypart_alone(tokens: Tokens, i: int) -> Said | None:
    """``am Abend``, ``in der Nacht``, ``nachmittags``: of the day said before, or of the day of publication."""
    if tokens.role(i, "tomorrow") and (not tokens.capital(i) or tomorrow_opens(tokens, i)):
        return None
    if tokens.role(i, "shifted") and not parts.after_article(tokens, i):
        return None
    read = tokens.read(i, "daypart") or tokens.read(i, "dayparts")
    if read and (parts.counted(tokens, i) or (small_words(tokens.language).articles and parts.in_title(tokens, i))):
        return None
    if read is None:
        return None
    generic = read[0] == "NI" and small_words(tokens.language).articles.isdisjoint((parts.word(tokens, i - 1), ""))
    anchor = "none" if generic and small_words(tokens.language).articles else "then"
    return Said(i, read[1], "daypart", "time", daypart=read[0], anchor=anchor)


def tomorrow_opens(tokens: Tokens, i: int) -> bool:
    """Whether a ``Morgen`` that opens a sentence is tomorrow: nothing but a verb or another day follows."""
    if i and tokens.words[i - 1] not in OPENERS:
        return False
    following = parts.word(tokens, i + 1)
    return following[:1].isalpha() and not tokens.capital(i + 1) and following not in small_words(tokens.language).of


def daypart_of(said: Said, date: Said | None, *, eve: bool) -> Said | None:
    """A part of a day with its day after it: ``Morgen des 6. Juni``, ``Nacht zum Freitag``, ``the night of 5 May``."""
    if said.form != "daypart" or date is None or date.kind != "date":
        return None
    date.daypart, date.i, date.kind, date.eve = said.daypart, said.i, "time", eve
    date.mod = said.mod or date.mod
    return date
