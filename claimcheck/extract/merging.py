"""One reading of a text: quantities and dates in order, and which of two that overlap is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates.around import MODS
from claimcheck.extract.dates.words import small_words, year_words
from claimcheck.extract.names import counts
from claimcheck.extract.quantities import fill

if TYPE_CHECKING:
    from datetime import date, datetime

    from claimcheck.config import Widths
    from claimcheck.extract.found import Found
    from claimcheck.extract.tokens import Tokens

_COUNTING = frozenset({"more_than", "at_least", "less_than", "at_most"})
"""Hedges of a count: "mehr als 2000" are no year."""
_MODERN = 1500
_LAST_YEAR = 2200  # that reports speak of
_NEAR = 10  # years from publication to one that something is compared with: "weniger als 2024"
_NO_NOUNS = frozenset({"function", "conjunction", "determiner", "until", "since"})
_THIS_AGE = range(1900, 2100)


def merged(
    tokens: Tokens, quantities: list[Found], periods: list[Found], published: date | datetime | None, widths: Widths
) -> list[Found]:
    """Both in order of the text; where two overlap, the calendar wins unless the quantity says more."""
    both: list[Found] = []
    at = 0
    for period in periods:
        while at < len(quantities) and quantities[at].j <= period.i:
            both.append(quantities[at])
            at += 1
        first = at
        while at < len(quantities) and quantities[at].i < period.j:
            at += 1
        both.extend(_resolved(tokens, quantities[first:at], period, published, widths))
    both.extend(quantities[at:])
    return both


def _resolved(
    tokens: Tokens, quantities: list[Found], period: Found, published: date | datetime | None, widths: Widths
) -> list[Found]:
    """One reading of a stretch that a date covers and quantities overlap."""
    if len(quantities) == 1 and _says_more(tokens, quantities[0], period, published):
        return quantities
    for quantity in quantities:
        _lend(quantity, period)
    fill(period, widths)
    return [period]


def _says_more(tokens: Tokens, quantity: Found, period: Found, published: date | datetime | None) -> bool:
    """Whether a quantity covers what was taken for a date, and more: "2.000 Euro", "1000-5000"."""
    if quantity.kind == "duration" or not (quantity.i <= period.i and period.j <= quantity.j):
        return False
    if _bare_year(period) and (quantity.hedge in _COUNTING or _is_no_year(tokens, period)):
        return not _leads_to_year(tokens, period, published)
    wider = quantity.j - quantity.i > period.j - period.i
    return wider and (quantity.unit is not None or quantity.kind == "ordinal" or _beyond_years(quantity))


def _is_no_year(tokens: Tokens, period: Found) -> bool:
    """Whether a number can count the noun after it, and would be a year that few reports speak of: "1168 Schafe"."""
    if period.period is None or not counts(tokens, period.j):
        return False
    return int(period.period.timex) < _MODERN or _is_whole(tokens, period)


def _is_whole(tokens: Tokens, period: Found) -> bool:
    """Whether another number is a part of it: "1340 of 2000 promised trees"."""
    k = period.i - 1
    return k > 0 and tokens.role(k, "partitive") is not None and tokens.words[k - 1][0].isdecimal()


def _leads_to_year(tokens: Tokens, period: Found, published: date | datetime | None) -> bool:
    """Whether a bare year follows what could be a hedge: "ab 2024", "weniger als 2024"; a noun makes it a count."""
    before = tokens.words[period.i - 1]
    if period.period is None or _noun_follows(tokens, period.j):
        return False
    year = int(period.period.timex)
    if before in year_words(tokens.language).comparing:
        return published is not None and abs(year - published.year) <= _NEAR
    return before in small_words(tokens.language).year_leads and year in _THIS_AGE


def _noun_follows(tokens: Tokens, j: int) -> bool:
    """Whether what stands after a number may be what it counts."""
    if counts(tokens, j) or tokens.language.settings.get("noun_capitals", False):
        return counts(tokens, j)
    if j >= len(tokens.words) or not tokens.words[j].isalpha():
        return False
    return tokens.starts_no(j, _NO_NOUNS)


def _beyond_years(quantity: Found) -> bool:
    """Whether a range ends where no year does, or is made of two bounds ("more than 1000 and less than 1500")."""
    if quantity.upper is None or quantity.number is None:
        return False
    return quantity.upper.value > _LAST_YEAR or quantity.upper.i > quantity.number.j + 1


def _bare_year(period: Found) -> bool:
    return period.j == period.i + 1 and period.period is not None and period.period.timex.isdecimal()


def _lend(quantity: Found, period: Found) -> None:
    """Give a duration the number, range and hedge that the quantity at its place was read with."""
    if period.kind != "duration" or quantity.kind != "duration":
        return
    if period.number is None or (quantity.number is not None and quantity.unit == period.unit):
        for field in ("number", "upper", "unit", "hedge", "loose", "core", "outer"):
            setattr(period, field, getattr(quantity, field))
        _lengthen(quantity, period)


def _lengthen(quantity: Found, period: Found) -> None:
    """Take in a hedge after the duration: "30 minutes or so"."""
    when = period.period
    if when is None or quantity.j <= period.j or quantity.hedge is None:
        return
    period.j, period.end = quantity.j, quantity.end
    when.hedge, when.mod = quantity.hedge, when.mod or MODS.get(quantity.hedge)
