"""All values of a text: quantities and dates together, each stretch of text read once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimcheck.errors import ArgumentError, shown
from claimcheck.extract.dates import find_periods
from claimcheck.extract.intervals import DEFAULT
from claimcheck.extract.merging import merged
from claimcheck.extract.names import codes, outside
from claimcheck.extract.quantities import find_quantities
from claimcheck.extract.spells import with_spells
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.visible import Sight
from claimcheck.languages import load
from claimcheck.model import Interval, Mention, Period, Quantity
from claimcheck.model.base import lean, published_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from claimcheck.config import Widths
    from claimcheck.extract.found import Ends, Found


def mentions(text: str, language: str = "de", published: date | datetime | str | None = None) -> list[Mention]:
    """The numbers, quantities, sums of money, percentages, dates, times and durations of a text, in order.

    Args:
        text: any length; offsets of the mentions are code points into it.
        language: ISO 639-1 code of a language pack.
        published: what relative dates ("gestern") are resolved against, also as ISO 8601 text; without it they stay
            open.

    Raises:
        UnknownLanguage: there is no pack for the language.
        ArgumentError: ``text`` is no text, or ``published`` neither a date nor an ISO 8601 text.

    >>> [m.text for m in mentions("Rund 500 Menschen kamen am 16. Mai 2024.")]
    ['Rund 500', '16. Mai 2024']
    """
    if not isinstance(text, str):
        raise ArgumentError(f"mentions takes a text, not {shown(text)}; read(path) reads a file.", argument="text")
    day = published_at(published)
    if (sight := Sight.of(text)) is not None:
        return [sight.mention(seen) for seen in mentions(sight.text, language, day)]
    with _no_collection():
        tokens = Tokens(text, load(language))
        found = find(tokens, day)[::-1]
        return [mention(found.pop(), tokens) for _ in range(len(found))]  # each is let go once it is handed on


def find(tokens: Tokens, published: date | datetime | None = None, widths: Widths = DEFAULT) -> list[Found]:
    """The same as slotted records, for the hot path."""
    with _no_collection():
        blocked = codes(tokens.text)
        quantities, periods = find_quantities(tokens, widths, blocked), find_periods(tokens, published)
        found = merged(tokens, quantities, outside(blocked, periods), published, widths)
        return with_spells(tokens, found, widths)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the collector of cycles: none are made here, and on 5 MB it would take a third of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def mention(found: Found, tokens: Tokens) -> Mention:
    """The public record of one value."""
    return lean(
        Mention(
            start=found.start,
            end=found.end,
            text=tokens.text[found.start : found.end],
            kind=found.kind,
            quantity=quantity_of(found, tokens) if found.number is not None else None,
            period=period_of(found) if found.period is not None else None,
        )
    )


def quantity_of(found: Found, tokens: Tokens) -> Quantity:
    """The public record of a number with its intervals.

    Raises:
        ValueError: it has none; only values with a number are quantities.
    """
    number, core, outer = found.number, found.core, found.outer
    if number is None or core is None or outer is None:
        raise ValueError(f"There is no quantity in {tokens.text[found.start : found.end]!r}.")
    last = found.upper or number
    return lean(
        Quantity(
            literal=tokens.written(number.i, last.j),
            value=None if found.upper is not None or number.vague else number.value,
            low=core.low,
            high=core.high,
            low_open=core.low_open,
            high_open=core.high_open,
            outer=_interval(outer),
            unit=found.unit,
            hedge=found.hedge,
        )
    )


def period_of(found: Found) -> Period:
    """The public record of a place on the calendar.

    Raises:
        ValueError: it has none.
    """
    when = found.period
    if when is None:
        raise ValueError("This value is a number and not a time.")
    return lean(
        Period(
            timex=when.timex,
            mod=when.mod,
            edtf=when.edtf,
            start=when.start,
            end=when.end,
            precision=when.precision,
            weekday=when.weekday,
            hedge=when.hedge,
            anchor=when.anchor,
        )
    )


def _interval(ends: Ends) -> Interval:
    return Interval(low=ends.low, high=ends.high, low_open=ends.low_open, high_open=ends.high_open)
