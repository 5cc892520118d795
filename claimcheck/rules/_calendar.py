"""Days, years and lengths of time."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model import Period


def days_in(month: int, year: int | None = None) -> int:
    """How many days a month has; without a year, at most.

    >>> days_in(2, 2026), days_in(2)
    (28, 29)
    """
    return monthrange(year or 2000, month)[1]


def same_day_in(day: date, year: int) -> date | None:
    """The same day of another year; None for 29 February in a common one."""
    return day.replace(year=year) if day.day <= days_in(day.month, year) else None


def years_between(period: Period, until: Period) -> tuple[int, int] | None:
    """The fewest and most full years from a day of one period to a day of another; None where either is open.

    >>> from datetime import date
    >>> from claimcheck.model import Period
    >>> born = Period(timex="1958-11", start=date(1958, 11, 1), end=date(1958, 11, 30))
    >>> today = Period(timex="2026-03-09", start=date(2026, 3, 9), end=date(2026, 3, 9))
    >>> years_between(born, today)
    (67, 67)
    """
    if period.first is None or period.last is None or until.first is None or until.last is None:
        return None
    return _full_years(period.last, until.first), _full_years(period.first, until.last)


def _full_years(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
