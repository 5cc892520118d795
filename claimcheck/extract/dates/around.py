"""What belongs to an expression on both sides: direction, part of the day, year, hedge, article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates import days, parts, relative, times
from claimcheck.extract.dates.durations import HYPHENS
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.words import small_words
from claimcheck.extract.hedges import is_particle

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.extract.tokens import Tokens

    Reader = Callable[[Tokens, int], Said | None]

MODS = {
    "approximately": "APPROX", "more_than": "MORE_THAN", "less_than": "LESS_THAN", "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS", "up_to": "EQUAL_OR_LESS", "nearly": "LESS_THAN", "slightly_more": "MORE_THAN",
}  # fmt: skip
"""TIMEX3 modifiers of the hedges."""


def complete(tokens: Tokens, said: Said, done: int, first: Reader) -> Said:
    """An expression with what belongs to it on both sides: direction, part of the day, hedge, article."""
    if said.kind == "duration":
        said = _with_hedge(tokens, said, done)
    said = relative.from_span(tokens, said) or said
    said = with_said_year(tokens, said) or relative.postposed(tokens, said) or said
    said = _with_daypart(tokens, said, first)
    return _with_left(tokens, said, done)


def with_said_year(tokens: Tokens, said: Said) -> Said | None:
    """A date or season whose year is said from elsewhere."""
    if said.form != "calendar" or said.year or not said.tail:
        return None
    small, k = small_words(tokens.language), said.j
    while k < said.j + 2 and parts.word(tokens, k) in small.of | small.articles and not tokens.read(k, "deixis"):
        k += 1
    year = (relative.deictic(tokens, k) or relative.shifted(tokens, k)) if k < len(tokens.words) else None
    if year is None or year.unit != "year" or year.form != "shift":
        return None
    return Said(
        said.i, year.j, "shift", anchor=year.anchor, unit="year", steps=year.steps, tail=said.tail, weekday=said.weekday
    )


def _with_daypart(tokens: Tokens, said: Said, first: Reader) -> Said:
    """``gestern Abend``, ``Dienstag früh``, ``the morning of 6 June``, ``Nacht zum Freitag``."""
    if said.form == "daypart":
        eve = said.daypart == "NI" and parts.word(tokens, said.j) in small_words(tokens.language).eve_leads
        return times.daypart_of(said, _day_of(tokens, said.j, first), eve=eve) or said
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
    return (said.form == "calendar" and len(said.tail) == 5) or (
        said.form in {"named", "nth"} and said.weekday is not None
    )


def _day_of(tokens: Tokens, j: int, first: Reader) -> Said | None:
    """The day after a part of the day: ``des 6. Juni``, ``of 6 June``, ``zum Freitag``, ``vom 5. auf den 6. Mai``."""
    small = small_words(tokens.language)
    k = j
    while k < j + 2 and (
        parts.word(tokens, k) in small.of
        or parts.word(tokens, k) in small.to | small.eve_leads
        or parts.word(tokens, k) in small.articles
    ):
        k += 1
    if k >= len(tokens.words) or (k == j and not tokens.read(k, "deixis")):
        return None
    said = first(tokens, k) or days.day_alone(tokens, k)
    return said if said and _is_day(said) and said.daypart is None else None


def _with_left(tokens: Tokens, said: Said, done: int) -> Said:
    """The hedge, the short weekday and the article before an expression."""
    small = small_words(tokens.language)
    _take_weekday(tokens, said, done)
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


def _take_weekday(tokens: Tokens, said: Said, done: int) -> None:
    """``Di., 16. April``: a short weekday is one only before a date."""
    if said.form != "calendar" or len(said.tail) != 5 or said.weekday is not None:
        return
    k = said.i - 1
    while k > said.i - 3 and parts.word(tokens, k) in {",", "."}:
        k -= 1
    weekday = small_words(tokens.language).weekday_short.get(parts.word(tokens, k))
    if weekday and k >= done:
        said.i, said.weekday = k, weekday


def _takes_article(tokens: Tokens, said: Said) -> bool:
    """Whether an article before it belongs to an expression: not that of "the former king" or "the 1777 campaign"."""
    if said.kind == "duration" and not HYPHENS.isdisjoint(tokens.words[said.i : said.j]):
        return False  # it is that of the noun: "the three-hour flight"
    if said.kind == "recurring" or said.form in {"clock", "feast"} or (said.form == "ready" and said.kind == "date"):
        return False
    return said.form != "calendar" or bool(said.tail) or not said.year or len(said.year) != 4 or said.j > said.i + 1


def _is_stretch(tokens: Tokens, said: Said) -> bool:
    """Whether an expression is a plural stretch of time: ``vergangenen zwei Jahren``, ``1990er Jahren``."""
    if said.form == "calendar":
        return said.year is not None and len(said.year) == 3 and said.mod is None
    return said.kind == "duration" and said.form == "ready" and tokens.role(said.i, "deixis") is not None


def _with_hedge(tokens: Tokens, said: Said, done: int) -> Said:
    """``mehr als drei Tage``, ``ca. 490 BC``, ``fast 100-jähriges``, ``a few``."""
    leads = small_words(tokens.language).span_leads
    if tokens.role(said.i, "several") and parts.word(tokens, said.i - 1) in leads:
        said.i -= 1
        return said
    if said.hedge:
        return said
    counts = said.kind == "duration" or said.value == "offset" or (said.form == "calendar" and not said.tail)
    read = tokens.read_back(said.i, "hedge") if counts else None
    if (
        read is None
        or read[1] < done
        or (read[0] == "up_to" and is_particle(tokens, read[1]))
        or (said.kind == "date" and said.value != "offset" and read[0] != "approximately")
    ):
        return said
    said.i, said.hedge, said.mod = read[1], read[0], said.mod or MODS.get(read[0])
    return said
