"""The grammar of dates: which reader looks at which word, and what combines with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates import absolute, durations, parts, recurring, relative, times
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.extract.tokens import Tokens

    Reader = Callable[[Tokens, int], Said | None]

DIGIT_READERS: tuple[Reader, ...] = (
    absolute.iso_date,
    absolute.numeric_date,
    times.clock,
    absolute.day_first,
    absolute.span_year,
    absolute.decade_digits,
    absolute.century,
    absolute.quarter,
    durations.span,
    absolute.bare_year,
    absolute.day_alone,
)
"""In this order: the first that reads wins."""


def feast(tokens: Tokens, i: int) -> Said | None:
    """``Ostern 2024``, ``Christmas``."""
    read = tokens.read(i, "feast")
    if read is None:
        return None
    year = parts.year(tokens, read[1])
    return Said(i, year[1] if year else read[1], "feast", value=read[0], year=year and year[0])


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
        parts.word(tokens, k) in {",", "."}
        or parts.word(tokens, k) in small.day_leads
        or parts.word(tokens, k) in small.of
    ):
        k += 1
    for reader in (absolute.numeric_date, absolute.day_first, absolute.month_first):
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
    said = _first(tokens, k) if k < len(tokens.words) else None
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
    return Said(i, unit[1], "shift", anchor="then", unit=unit[0], steps=0, mod=None if mod == "ALL" else mod)


def phase_of(tokens: Tokens, i: int) -> Said | None:
    """``Jahresende 2024``, ``month's end``."""
    read = tokens.read(i, "phase_of")
    if read is None:
        return None
    mod, unit = read[0].split()
    year = parts.year(tokens, read[1])
    if year and unit == "year":
        return Said(i, year[1], "calendar", year=year[0], mod=mod)
    return Said(i, read[1], "shift", anchor="then", unit=unit, mod=mod)


def unit_of(tokens: Tokens, i: int) -> Said | None:
    """``Jahr 2024``, ``Jahre 1949``, ``the year 1812``: a unit with its name."""
    unit = tokens.role(i, "time_unit")
    if unit == "weekend" and tokens.words[i] != "weekends":
        return Said(i, i + 1, "shift", unit="weekend", steps=0, value="nearest")
    if unit != "year" or not parts.year(tokens, i + 1):
        return relative.per(tokens, i)
    year = parts.year(tokens, i + 1)
    return year and Said(i, year[1], "calendar", year=year[0])


def span_year_word(tokens: Tokens, i: int) -> Said | None:
    """``Saison 2023/24``."""
    read = tokens.read(i, "span_year") or tokens.read(i, "season")
    if read is None or read[1] >= len(tokens.words) or not tokens.words[read[1]].isdigit():
        return None
    said = absolute.span_year(tokens, read[1])
    if said:
        said.i = i
    return said


def month_of(tokens: Tokens, i: int) -> Said | None:
    """``Juli dieses Jahres``, ``May last year``, ``16 May this year``: the year is said from elsewhere."""
    said = absolute.month_first(tokens, i)
    return said and (with_said_year(tokens, said) or said)


def with_said_year(tokens: Tokens, said: Said) -> Said | None:
    """A date or season whose year is said from elsewhere."""
    if said.form != "calendar" or said.year or not said.tail:
        return None
    k = said.j + 1 if parts.word(tokens, said.j) in small_words(tokens.language).of else said.j
    year = (relative.deictic(tokens, k) or relative.shifted(tokens, k)) if k < len(tokens.words) else None
    if year is None or year.unit != "year" or year.form != "shift":
        return None
    return Said(
        said.i, year.j, "shift", anchor=year.anchor, unit="year", steps=year.steps, tail=said.tail, weekday=said.weekday
    )


WORD_READERS: dict[str, Reader] = {
    "month": month_of,
    "weekday": weekday,
    "weekdays": recurring.weekdays,
    "daypart": times.daypart_alone,
    "dayparts": times.daypart_alone,
    "clock_word": times.clock_word,
    "season": absolute.season,
    "season_phase": absolute.season,
    "span_year": span_year_word,
    "time_unit": unit_of,
    "plural_unit": durations.plural,
    "span_adjective": durations.adjective,
    "vague_span": durations.vague,
    "shifted": relative.shifted,
    "tomorrow": relative.tomorrow,
    "reference": relative.reference,
    "reference_led": relative.led_reference,
    "deixis": relative.deictic,
    "phase": phase,
    "phase_adjective": phase,
    "phase_of": phase_of,
    "decade": absolute.decade_word,
    "every": recurring.every,
    "frequency": recurring.frequency,
    "several": durations.span,
    "half_word": durations.span,
    "feast": feast,
}
"""Role -> what looks at a word that has it; the longest reading wins."""


def _readers_of_number(tokens: Tokens, i: int) -> Said | None:
    return times.clock(tokens, i) or durations.span(tokens, i)


def _readers_of_ordinal(tokens: Tokens, i: int) -> Said | None:
    return absolute.quarter(tokens, i) or absolute.century(tokens, i) or durations.of_first(tokens, i)


WORD_READERS |= {
    "number": _readers_of_number,
    "ordinal": _readers_of_ordinal,
    "article": durations.one,
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
            said = complete(tokens, said, done)
            done = said.j
            yield said
            said = absolute.day_after(tokens, said) or absolute.second_year(tokens, said)


def _first(tokens: Tokens, i: int) -> Said | None:
    """What begins at ``i``."""
    known = tokens.known[i]
    if known is None:
        return _digits(tokens, i) if tokens.words[i][0].isdigit() else None
    best: Said | None = None
    roles = list(known.roles) if not known.phrases else [*known.roles, *(role for _, role, _ in known.phrases)]
    for role in roles:
        reader = WORD_READERS.get(role)
        said = reader(tokens, i) if reader else None
        if said is not None and (best is None or said.j > best.j):
            best = said
    if best is None and parts.word(tokens, i) == "q":
        return absolute.quarter_sign(tokens, i)
    return best


def _digits(tokens: Tokens, i: int) -> Said | None:
    for reader in DIGIT_READERS:
        if said := reader(tokens, i):
            return said
    return None


def complete(tokens: Tokens, said: Said, done: int) -> Said:
    """An expression with what belongs to it on both sides: direction, part of the day, hedge, article."""
    said = relative.from_span(tokens, said) or said
    said = with_said_year(tokens, said) or said
    said = _with_daypart(tokens, said)
    return _with_left(tokens, said, done)


def _with_daypart(tokens: Tokens, said: Said) -> Said:
    """``gestern Abend``, ``Dienstag früh``, ``the morning of 6 June``, ``Nacht zum Freitag``."""
    if said.form == "daypart":
        return times.daypart_of(tokens, said, _day_of(tokens, said.j)) or said
    if said.form == "clock" and (read := tokens.read(said.j, "daypart_after")):
        said.j = read[1]
    if said.kind != "date" or not _is_day(said):
        return said
    if tokens.role(said.j, "tomorrow") and said.form == "named":
        said.j, said.daypart, said.kind = said.j + 1, "MO", "time"
    elif (
        (read := tokens.read(said.j, "daypart_after"))
        or (read := tokens.read(said.j, "daypart"))
        or (read := tokens.read(said.j, "dayparts"))
    ):
        said.j, said.daypart, said.kind = read[1], read[0], "time"
    return said


def _is_day(said: Said) -> bool:
    if said.form == "shift":
        return said.unit == "day" and not said.tail
    return (said.form == "calendar" and len(said.tail) == 5) or (said.form == "named" and said.weekday is not None)


def _day_of(tokens: Tokens, j: int) -> Said | None:
    """The day after a part of the day: ``des 6. Juni``, ``of 6 June``, ``zum Freitag``, ``vom 5. auf den 6. Mai``."""
    small = small_words(tokens.language)
    k = j
    while k < j + 2 and (
        parts.word(tokens, k) in small.of
        or parts.word(tokens, k) in small.to
        or parts.word(tokens, k) in small.articles
    ):
        k += 1
    if k >= len(tokens.words) or (k == j and not tokens.read(k, "deixis")):
        return None
    said = _first(tokens, k) or absolute.day_alone(tokens, k)
    return said if said and _is_day(said) and said.daypart is None else None


def _with_left(tokens: Tokens, said: Said, done: int) -> Said:
    """The hedge, the short weekday and the article before an expression."""
    small = small_words(tokens.language)
    k = said.i - (2 if parts.word(tokens, said.i - 1) in {",", "."} else 1)
    if said.form == "calendar" and len(said.tail) == 5 and k >= done and said.weekday is None:
        said.weekday = small.weekday_short.get(parts.word(tokens, k))
        said.i = said.i if said.weekday is None else k
    said = _with_hedge(tokens, said, done)
    if (
        said.form == "shift"
        and said.steps == 0
        and parts.word(tokens, said.i - 1) in small.adverbs
        and said.i - 1 >= done
    ):
        said.i -= 1
    if said.i - 1 >= done and parts.word(tokens, said.i - 1) in small.plural_articles and _is_stretch(tokens, said):
        said.i -= 1
    if _takes_article(tokens, said) and said.i - 1 >= done and parts.word(tokens, said.i - 1) in small.articles:
        said.i -= 1
    return said


def _takes_article(tokens: Tokens, said: Said) -> bool:
    """Whether an article before it belongs to an expression: not that of "the former king" or "the 1777 campaign"."""
    if said.kind == "recurring" or said.form in {"clock", "feast"} or (said.form == "ready" and said.kind == "date"):
        return False
    return said.form != "calendar" or bool(said.tail) or not said.year or len(said.year) != 4 or said.j > said.i + 1


def _is_stretch(tokens: Tokens, said: Said) -> bool:
    """Whether an expression is a plural stretch of time: ``vergangenen zwei Jahren``, ``1990er Jahren``."""
    if said.form == "calendar":
        return said.year is not None and len(said.year) == 3 and said.mod is None
    return said.kind == "duration" and said.form == "ready" and tokens.role(said.i, "deixis") is not None


MODS = {
    "approximately": "APPROX", "more_than": "MORE_THAN", "less_than": "LESS_THAN", "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS", "up_to": "EQUAL_OR_LESS", "nearly": "LESS_THAN", "slightly_more": "MORE_THAN",
}  # fmt: skip
"""TIMEX3 modifiers of the hedges."""


def _with_hedge(tokens: Tokens, said: Said, done: int) -> Said:
    """``mehr als drei Tage``, ``ca. 490 BC``, ``fast 100-jähriges``, ``a few``."""
    leads = small_words(tokens.language).span_leads
    if tokens.role(said.i, "several") and parts.word(tokens, said.i - 1) in leads:
        said.i -= 1
        return said
    counts = said.kind == "duration" or said.value == "offset" or (said.form == "calendar" and not said.tail)
    read = tokens.read_back(said.i, "hedge") if counts else None
    if (
        read is None
        or read[1] < done
        or (said.kind == "date" and said.value != "offset" and read[0] != "approximately")
    ):
        return said
    said.i, said.hedge, said.mod = read[1], read[0], said.mod or MODS.get(read[0])
    return said
