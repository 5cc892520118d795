"""Which day, which year: the arithmetic of relative dates, without any text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

_AHEAD = 10  # years: "16.5.29", written in 2024, lies ahead; "16.5.39" lies back
_SEASON = 3  # months
_FAR = 8  # months: a December said in February is rather that of the year before
_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_OPEN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "fortnight": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half_year": "XXXX-HX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}


def day_of(moment: date) -> date:
    """The day of a date or datetime."""
    return moment.date() if isinstance(moment, datetime) else moment


def open_value(unit: str) -> str:
    """The TIMEX3 value of an unknown day, week, year.

    >>> open_value("week"), open_value("year")
    ('XXXX-WXX', 'XXXX')
    """
    return _OPEN.get(unit, "XXXX")


def full_year(short: str, anchor: date | None) -> str:
    """Two digits as the year next to the anchor; the same two digits without one.

    >>> full_year("24", date(2024, 5, 16)), full_year("39", date(2024, 5, 16))
    ('2024', '1939')
    """
    if anchor is None:
        return "XX" + short
    century, year = divmod(anchor.year, 100)
    return f"{century - (int(short) > year + _AHEAD):02}{short}"


def month_of(tail: str) -> int:
    """The first month of what stands after the year in a TIMEX3 value.

    >>> month_of("05-16"), month_of("Q3")
    (5, 7)
    """
    return _MONTHS.get(tail) or int(tail[:2])


def nearest_year(anchor: date, tail: str, sign: int) -> int:
    """The year of a month or day said without one: the anchor's, unless the verb or the distance speaks against it.

    ``sign`` is -1 for the past, 1 for the future, 0 where nothing tells.

    >>> nearest_year(date(2024, 2, 10), "12-24", 0), nearest_year(date(2024, 5, 16), "03", 1)
    (2023, 2025)
    """
    distance = month_of(tail) - anchor.month
    if (sign < 0 and distance > 1) or distance > _FAR:
        return anchor.year - 1
    if (sign > 0 and distance < -1) or distance < -_FAR:
        return anchor.year + 1
    return anchor.year


def named_year(anchor: date, tail: str, steps: int) -> int:
    """The year of "last May" (steps -1), "this May" (0), "next May" (1); a winter is that of its December.

    >>> named_year(date(2024, 5, 16), "05", -1), named_year(date(2024, 5, 16), "06", 1)
    (2023, 2024)
    >>> named_year(date(2024, 1, 16), "WI", -1), named_year(date(2024, 1, 16), "WI", 0)
    (2022, 2023)
    """
    first = month_of(tail)
    running = (anchor.month - first) % 12 < (_SEASON if tail.isalpha() else 1)
    year = anchor.year - (
        running and anchor.month < first
    )  # of the one that runs, or comes next or came last this year
    if running or not steps:
        return year + steps
    return year - (steps < 0 and first > anchor.month) + (steps > 0 and first < anchor.month)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The first (1), second (2), last (-1) such weekday of a month; None where it has no so many.

    >>> nth_weekday(2026, 5, 1, 1), nth_weekday(2023, 10, 7, -1), nth_weekday(2024, 5, 1, 5)
    (datetime.date(2026, 5, 4), datetime.date(2023, 10, 29), None)
    """
    days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    fitting = [day for day in days if day.isoweekday() == weekday]
    return fitting[number - (number > 0)] if -1 <= number <= len(fitting) and number else None


def weekday_near(anchor: date, weekday: int, sign: int, *, strict: bool) -> date:
    """The last (-1) or next (1) such weekday; the anchor itself only where it need not be another day.

    >>> weekday_near(date(2024, 5, 16), 4, -1, strict=False), weekday_near(date(2024, 5, 16), 4, -1, strict=True)
    (datetime.date(2024, 5, 16), datetime.date(2024, 5, 9))
    """
    ahead = (weekday - anchor.isoweekday()) % 7
    if sign < 0 and (ahead or strict):
        ahead -= 7
    elif sign > 0 and strict and not ahead:
        ahead = 7
    return anchor + timedelta(days=ahead)
