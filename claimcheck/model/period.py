"""Dates, times, durations: what a temporal expression means on the calendar."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from claimcheck.model.base import Moment, Record
from claimcheck.model.quantity import Hedge


class Precision(StrEnum):
    """How fine a period was said."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    DAYPART = "daypart"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Period(Record):
    """A stretch of time as it was said.

    ``timex`` is the TIMEX3 value (ISO-TimeML: ``2024-05-16``, ``2026-Q1``, ``P2D``, ``XXXX-WXX-3`` for a Wednesday
    of an unknown week); ``edtf`` the same in the Extended Date/Time Format (ISO 8601-2) where that can say it.
    ``start`` and ``end`` are inclusive; both are None where the text leaves the calendar open: nothing is invented.

    >>> quarter = Period(timex="2026-Q1", edtf="2026-33", start=date(2026, 1, 1), end=date(2026, 3, 31))
    >>> quarter.contains(date(2026, 2, 1))
    True
    """

    timex: str
    mod: str | None = None
    """TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, LESS_THAN, MORE_THAN, ..."""
    edtf: str | None = None
    start: Moment | None = None
    end: Moment | None = None
    precision: Precision | None = None
    weekday: int | None = None
    """ISO weekday as written (1 Monday ... 7 Sunday), also where it does not fit the date."""
    hedge: Hedge | None = None
    anchor: Moment | None = None
    """What a relative expression was resolved against."""

    def contains(self, day: date) -> bool:
        """Whether ``day`` lies in the period; False where the period is open."""
        return self.first is not None and self.last is not None and self.first <= day <= self.last

    @property
    def first(self) -> date | None:
        """The first day."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    @property
    def last(self) -> date | None:
        """The last day."""
        return self.end.date() if isinstance(self.end, datetime) else self.end
