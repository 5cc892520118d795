"""Dates, times, durations and sets of them: where they stand and what they mean."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.dates.grammar import sayings
from claimcheck.extract.dates.resolve import NEWS, Resolver
from claimcheck.extract.dates.timeline import trace
from claimcheck.extract.dates.years import joined
from claimcheck.extract.found import Found, Number

if TYPE_CHECKING:
    from claimcheck.extract.dates.said import Said
    from claimcheck.extract.found import When
    from claimcheck.extract.tokens import Tokens

_NARRATIVE_YEARS = 3  # years between publication and the usual year of a text that tells of another time
_ENOUGH = 3
_MANY = 12  # years said that make a history of a text, however near
_IN_UNITS = {"quarter": ("month", 3), "half_year": ("month", 6), "weekend": ("day", 2)}
"""Units of the calendar that no system of units has, in those that it has."""
_NEWS_WEIGHT = 6  # how many far years one "yesterday" outweighs


def find_periods(tokens: Tokens, published: date | datetime | None) -> list[Found]:
    """The temporal expressions of a text, resolved against the day it was published.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> text = Tokens("Am Mittwoch kamen sie, am 20. Mai gingen sie.", load("de"))
    >>> [(text.written(f.i, f.j), f.period.timex) for f in find_periods(text, date(2024, 5, 17))]
    [('Mittwoch', '2024-05-15'), ('20. Mai', '2024-05-20')]
    """
    said = list(sayings(tokens))
    day = published.date() if isinstance(published, datetime) else published
    narrative = _narrative(said, day)
    if not narrative:
        said = joined(tokens, said)
    resolver = Resolver(tokens, published, trace(said) if narrative else None)
    return [_found(tokens, each, resolver.when(each)) for each in said if not (narrative and each.value.endswith(NEWS))]


def _narrative(said: list[Said], published: date | None) -> bool:
    """Whether a text tells of another time than that of its publication: most of its years are far from it."""
    years = [int(each.year) for each in said if each.year and each.year.isdecimal() and len(each.year) == 4]
    before_christ = sum(1 for each in said if each.year and each.year.startswith("BC"))
    if published is None:
        return False  # an undated report stays open: nothing is invented
    far = before_christ + sum(1 for year in years if abs(year - published.year) > _NARRATIVE_YEARS)
    news = sum(1 for each in said if _is_news(each))
    past = sum(1 for year in years if year < published.year)
    if past >= _MANY and past * 4 >= len(years) * 3 and past > _NEWS_WEIGHT * news:
        return True  # the history of some years up to now
    return far >= _ENOUGH and far * 2 > len(years) + before_christ and far > _NEWS_WEIGHT * news


def _is_news(said: Said) -> bool:
    """Whether an expression counts from the day of publication: ``gestern``, ``am Mittwoch``, not ``heute``."""
    if said.anchor != "now":
        return False
    if said.form == "named":
        return said.weekday is not None
    return said.form == "shift" and said.unit == "day" and said.steps != 0 and said.value != "offset"


def _found(tokens: Tokens, said: Said, when: When) -> Found:
    found = Found.at(said.kind, tokens, said.i, said.j, when)
    found.hedge = said.hedge
    if said.kind == "duration" and said.amount is not None:
        unit, times = _IN_UNITS.get(said.unit, (said.unit, 1))
        found.number = Number(said.amount * times, said.i, said.j, Decimal(times))
        found.unit = unit
    return found
