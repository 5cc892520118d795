"""The grammar of dates: which reader looks at which word, and what combines with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates import days, durations, numeric, parts, recurring, relative, seasons, times, years
from claimcheck.extract.dates.around import complete, with_said_year
from claimcheck.extract.dates.joints import year_of
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.extract.tokens import Tokens

    Reader = Callable[[Tokens, int], Said | None]

DIGIT_READERS: tuple[Reader, ...] = (
    numeric.iso_date,
    numeric.numeric_date,
    times.clock,
    days.day_first,
    years.span_year,
    years.decade_digits,
    years.century,
    seasons.nth_weekday,
    seasons.quarter,
    durations.span,
    years.bare_year,
    days.day_alone,
)
"""In this order: the first that reads wins."""

ORDINAL_READERS: tuple[Reader, ...] = (
    days.ordinal_word,
    seasons.nth_weekday,
    seasons.quarter,
    years.century,
    durations.of_first,
)
"""The same for an ordinal in words."""


def feast(tokens: Tokens, i: int) -> Said | None:
    """``Ostern 2024``, ``Christmas``."""
    read = tokens.read(i, "feast")
    if read is None or parts.in_compound(tokens, read[1]):
        return None
    year, end = year_of(tokens, read[1])
    return Said(i, end, "feast", value=read[0], year=year)


def weekday(tokens: Tokens, i: int) -> Said | None:
    """``Dienstag, 16. April``, ``Friday 20 June``, ``Montagabend``, ``Mittwoch``."""
    read = tokens.read(i, "weekday")
    if read is None:
        return None
    number, j = int(read[0]), read[1]
    if date := _date_after(tokens, j):
        date.i, date.weekday = i, number
        return date
    part = tokens.role(i, "daypart")
    return Said(i, j, "named", "time" if part else "date", weekday=number, daypart=part, anchor="now")


def _date_after(tokens: Tokens, j: int) -> Said | None:
    """The date after a weekday, past a comma and an article."""
    small = small_words(tokens.language)
    k = j
    while k < j + 3 and (
        parts.word(tokens, k) == "," or parts.word(tokens, k) in small.day_leads or parts.word(tokens, k) in small.of
    ):
        k += 1
    for reader in (numeric.numeric_date, days.day_first, days.month_first):
        if k < len(tokens.words) and (date := reader(tokens, k)) and (len(date.tail) == 5):
            return date
    return None


def phase(tokens: Tokens, i: int) -> Said | None:
    """``Anfang Mai``, ``the end of the year``, ``mid-2024``, ``Mitte der 1990er``, ``im frühen 20. Jahrhundert``."""
    read = tokens.read(i, "phase") or tokens.read(i, "phase_adjective")
    if read is None:
        return None
    mod, j = read
    k = _past_small(tokens, j)
    nested = tokens.role(k, "phase") or tokens.role(k, "phase_adjective")
    said = _first(tokens, k) if k < len(tokens.words) and not nested else None
    if said is None or said.kind not in {"date", "time"} or said.form in {"clock", "ready"}:
        return _phase_of_unit(tokens, i, j, k, mod)
    if len(said.tail) == 5 and said.daypart is None and said.form == "calendar" and mod != "ALL":
        return None
    said.i, said.mod = i, said.mod or (None if mod == "ALL" else mod)
    return said


def _past_small(tokens: Tokens, j: int) -> int:
    """After the articles and prepositions, and the word "year", that stand before a date."""
    small = small_words(tokens.language)
    k = j
    while k < j + 3 and (
        parts.word(tokens, k) in small.of or parts.word(tokens, k) in small.articles or parts.word(tokens, k) == "-"
    ):
        k += 1
    if tokens.role(k, "time_unit") in {"year", "month"} and (parts.year(tokens, k + 1) or parts.month(tokens, k + 1)):
        return k + 1
    return k


def _phase_of_unit(tokens: Tokens, i: int, j: int, k: int, mod: str) -> Said | None:
    """``Ende des Jahres``, ``the beginning of the week``: of the one spoken of."""
    unit = tokens.read(k, "time_unit") if k > j else None
    if unit is None or unit[0] in {"second", "minute", "hour", "day"}:
        return None
    mod_said = None if mod == "ALL" else mod
    return Said(i, unit[1], "shift", value="phase", anchor="then", unit=unit[0], mod=mod_said)


def phase_of(tokens: Tokens, i: int) -> Said | None:
    """``Jahresende 2024``, ``month's end``."""
    read = tokens.read(i, "phase_of")
    if read is None:
        return None
    mod, unit = read[0].split()
    year = parts.year(tokens, read[1])
    if year and unit == "year":
        return Said(i, year[1], "calendar", year=year[0], mod=mod)
    return Said(i, read[1], "shift", value="phase", anchor="then", unit=unit, mod=mod)


def unit_of(tokens: Tokens, i: int) -> Said | None:
    """``Jahr 2024``, ``Jahre 1949``, ``the year 1812``: a unit with its name."""
    unit = tokens.role(i, "time_unit")
    if unit == "weekend" and not tokens.role(i, "plural_unit"):
        return Said(i, i + 1, "shift", unit="weekend", steps=0, value="nearest")
    if (postposed := relative.unit_postposed(tokens, i)) is not None:
        return postposed
    if unit == "century":
        return years.roman_century(tokens, i)
    if unit == "year" and (decade := years.decade_after_year(tokens, i)):
        return decade
    if unit != "year" or not parts.year(tokens, i + 1):
        return relative.per(tokens, i)
    year = parts.year(tokens, i + 1)
    return year and Said(i, year[1], "calendar", year=year[0])


def span_year_word(tokens: Tokens, i: int) -> Said | None:
    """``Saison 2023/24``."""
    read = tokens.read(i, "span_year") or tokens.read(i, "season")
    if read is None or read[1] >= len(tokens.words) or not tokens.words[read[1]].isdecimal():
        return None
    said = years.span_year(tokens, read[1])
    if said:
        said.i = i
    return said


def month_of(tokens: Tokens, i: int) -> Said | None:
    """``Juli dieses Jahres``, ``May last year``, ``16 May this year``: the year is said from elsewhere."""
    said = days.month_first(tokens, i)
    return said and (with_said_year(tokens, said) or said)


def _readers_of_deixis(tokens: Tokens, i: int) -> Said | None:
    return seasons.nth_weekday(tokens, i) or relative.deictic(tokens, i)


def _readers_of_season(tokens: Tokens, i: int) -> Said | None:
    return span_year_word(tokens, i) or seasons.season(tokens, i)


WORD_READERS: dict[str, Reader] = {
    "month": month_of,
    "weekday": weekday,
    "weekdays": recurring.weekdays,
    "daypart": times.daypart_alone,
    "dayparts": times.daypart_alone,
    "clock_word": times.clock_word,
    "season": _readers_of_season,
    "season_phase": seasons.season,
    "span_year": span_year_word,
    "time_unit": unit_of,
    "plural_unit": durations.plural,
    "span_adjective": durations.adjective,
    "vague_span": durations.vague,
    "shifted": relative.shifted,
    "tomorrow": relative.tomorrow,
    "reference": relative.reference,
    "reference_led": relative.led_reference,
    "deixis": _readers_of_deixis,
    "phase": phase,
    "phase_adjective": phase,
    "phase_of": phase_of,
    "decade": years.decade_word,
    "every": recurring.every,
    "frequency": recurring.frequency,
    "several": durations.span,
    "half_word": durations.span,
    "quarter_sign": seasons.quarter_sign,
    "feast": feast,
}
"""Role -> what looks at a word that has it; the longest reading wins."""


def _readers_of_number(tokens: Tokens, i: int) -> Said | None:
    return times.clock(tokens, i) or durations.span(tokens, i)


def _readers_of_ordinal(tokens: Tokens, i: int) -> Said | None:
    for reader in ORDINAL_READERS:
        if said := reader(tokens, i):
            return said
    return None


def _readers_of_article(tokens: Tokens, i: int) -> Said | None:
    return recurring.rate(tokens, i) or durations.one(tokens, i)


WORD_READERS |= {
    "number": _readers_of_number,
    "ordinal": _readers_of_ordinal,
    "article": _readers_of_article,
    "vague": durations.span,
    "fraction": durations.span,
    "scale": durations.span,
}


def sayings(tokens: Tokens) -> Iterator[Said]:
    """The temporal expressions of a text, left to right, without overlap."""
    done = 0
    for i in tokens.hits:
        if i < done:
            continue
        said = _first(tokens, i)
        while said is not None:
            said = complete(tokens, said, done, _first)
            done = said.j
            yield said
            said = days.day_after(tokens, said) or years.second_year(tokens, said)


def _first(tokens: Tokens, i: int) -> Said | None:
    """What begins at ``i``."""
    known = tokens.known[i]
    if known is None:
        return _digits(tokens, i) if tokens.words[i][0].isdecimal() and tokens.words[i].isascii() else None
    best: Said | None = None
    roles = list(known.roles) if not known.phrases else [*known.roles, *(role for _, role, _ in known.phrases)]
    for role in roles:
        reader = WORD_READERS.get(role)
        said = reader(tokens, i) if reader else None
        if said is not None and (best is None or said.j > best.j):
            best = said
    return best


def _digits(tokens: Tokens, i: int) -> Said | None:
    for reader in DIGIT_READERS:
        if said := reader(tokens, i):
            return said
    return None
