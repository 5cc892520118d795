"""Feasts and public holidays: Easter, Christmas, Thanksgiving."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm; Meeus, Astronomical Algorithms, ch. 8).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def feast(name: str, year: int) -> date | None:
    """The day of a feast in a year: ``"12-25"``, ``"easter -2"``, or a country and a name for package `holidays`.

    >>> feast("easter -2", 2024), feast("12-25", 2024)
    (datetime.date(2024, 3, 29), datetime.date(2024, 12, 25))
    """
    if name[:2].isdecimal():
        return date(year, int(name[:2]), int(name[3:]))
    if name.startswith("easter"):
        return easter(year) + timedelta(days=int(name.removeprefix("easter")))
    country, _, label = name.partition(" ")
    return _public(country, label, year)


@cache
def _public(country: str, label: str, year: int) -> date | None:
    """A public holiday from package `holidays`, which costs a tenth of a second to load and is seldom needed."""
    try:
        import holidays  # noqa: PLC0415
    except ImportError:
        return None
    days = holidays.country_holidays(country, years=year)
    named = [(name != label, day) for day, name in days.items() if label in name and day.year == year]
    return min(named)[1] if named else None
