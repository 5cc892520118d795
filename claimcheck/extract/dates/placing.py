"""Which day, which year: the arithmetic of relative dates, without any text."""

from __future__ import annotations

from datetime import date, datetime, timedelta

_AHEAD = 10  # years: "16.5.29", written in 2024, lies ahead; "16.5.39" lies back
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
    """The year of "last May" (steps -1), "this May" (0), "next May" (1).

    >>> named_year(date(2024, 5, 16), "05", -1), named_year(date(2024, 5, 16), "06", 1)
    (2023, 2024)
    """
    month = month_of(tail)
    if steps < 0 and month >= anchor.month:
        return anchor.year - 1
    return anchor.year + 1 if steps > 0 and month <= anchor.month else anchor.year


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
