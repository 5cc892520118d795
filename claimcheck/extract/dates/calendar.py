"""Calendar arithmetic: TIMEX3 values to days, EDTF and back."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
EDTF_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
"""ISO 8601-2:2019, 4.8: the sub-year groupings."""
PRECISIONS = {"Q": "quarter", "H": "half", "S": "season", "F": "season", "W": "season"}

_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_MONTHS_LONG = {"S": 3, "F": 3, "W": 3, "Q": 3, "H": 6}
_HOURS = {"MO": (6, 12), "MI": (11, 14), "AF": (12, 18), "EV": (18, 24), "NI": (20, 30), "DT": (6, 18)}
"""Hours of the parts of a day; a night ends on the next."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_CLOCK = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?$")

Span = tuple[date, date, str]
"""First and last moment, both inclusive, and the precision."""


def plus_months(day: date, months: int) -> date | None:
    """The same day so many months away, or the last one of a shorter month; None where the calendar ends.

    >>> plus_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus(day: date, unit: str, steps: int) -> date | None:
    """The day so many units away; None where the calendar ends.

    >>> plus(date(2024, 5, 16), "week", -1)
    datetime.date(2024, 5, 9)
    """
    if unit in MONTHS:
        return plus_months(day, MONTHS[unit] * steps)
    try:
        return day + timedelta(days=DAYS.get(unit, 0) * steps)
    except OverflowError:
        return None


def timex_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that a day lies in.

    >>> timex_of(date(2024, 5, 16), "week"), timex_of(date(2024, 5, 16), "quarter")
    ('2024-W20', '2024-Q2')
    """
    if unit in {"week", "weekend", "fortnight"}:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else "")
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "half_year":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    return day.isoformat()[: {"month": 7, "year": 4, "decade": 3, "century": 2, "millennium": 1}.get(unit, 10)]


def season_of(day: date) -> str:
    """The meteorological season of a day; January and February belong to the winter of the year before.

    >>> season_of(date(2024, 5, 16)), season_of(date(2024, 1, 16))
    ('2024-SP', '2023-WI')
    """
    year, month = divmod(day.year * 12 + day.month - 3, 12)
    return f"{year:04}-{('SP', 'SU', 'FA', 'WI')[month // 3]}"


def span_of(timex: str) -> Span | None:
    """The first and last moment of a TIMEX3 value and its precision; None where the calendar stays open.

    >>> span_of("2026-Q1")
    (datetime.date(2026, 1, 1), datetime.date(2026, 3, 31), 'quarter')
    """
    try:
        return _span_of(timex)
    except ValueError:  # 2024-02-30, year 0
        return None


def _span_of(timex: str) -> Span | None:
    if match := _DAY.match(timex):
        return _day_span(date(int(match[1]), int(match[2]), int(match[3])), match[4])
    if match := _WEEK.match(timex):
        return _week_span(int(match[1]), int(match[2]), weekend=match[3] is not None)
    if timex.isdecimal():
        return _years_span(timex)
    year, _, rest = timex.partition("-")
    return _part_of_year(year, rest) if year.isdecimal() and len(year) == 4 else None


def _part_of_year(year: str, rest: str) -> Span | None:
    if rest.isdecimal():
        return _months_span(int(year), int(rest), 1, "month")
    if rest in _FIRST_MONTH:
        return _months_span(int(year), _FIRST_MONTH[rest], _MONTHS_LONG[rest[0]], PRECISIONS[rest[0]])
    return None


def _day_span(day: date, clock: str | None) -> Span:
    if clock is None:
        return day, day, "day"
    if clock in _HOURS:
        first, last = (datetime(day.year, day.month, day.day) + timedelta(hours=h) for h in _HOURS[clock])  # noqa: DTZ001 - local time of the place
        return first, last - timedelta(seconds=1), "daypart"
    match = _CLOCK.match(clock)
    if match is None:
        return day, day, "day"
    moment = datetime.fromisoformat(f"{day.isoformat()}T00:00:00{match[4] or ''}")
    moment += timedelta(hours=int(match[1]), minutes=int(match[2]), seconds=int(match[3] or 0))
    return moment, moment, "second" if match[3] else "minute"


def _week_span(year: int, week: int, *, weekend: bool) -> Span:
    monday = date.fromisocalendar(year, week, 1)
    first = monday + timedelta(days=5) if weekend else monday
    return first, monday + timedelta(days=6), "week"


def _years_span(digits: str) -> Span | None:
    precision = {4: "year", 3: "decade", 2: "century"}.get(len(digits))
    if precision is None:
        return None
    first, last = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
    return date(max(first, 1), 1, 1), date(last, 12, 31), precision


def _months_span(year: int, month: int, length: int, precision: str) -> Span | None:
    first = date(year, month, 1)
    after = plus_months(first, length)
    return None if after is None else (first, after - timedelta(days=1), precision)


def part_of(span: Span, mod: str | None) -> Span:
    """The early, middle or late half of a span: generous, for nobody says where "early" ends.

    >>> part_of(span_of("2024-05"), "END")
    (datetime.date(2024, 5, 16), datetime.date(2024, 5, 31), 'month')
    """
    first, last, precision = span
    if mod not in {"START", "MID", "END"} or isinstance(first, datetime):
        return span
    days = (last - first).days + 1
    skip_first = {"START": 0, "MID": days // 4, "END": days // 2}[mod]
    skip_last = {"START": days // 2, "MID": days // 4, "END": 0}[mod]
    return first + timedelta(days=skip_first), last - timedelta(days=skip_last), precision


def edtf_of(timex: str, mod: str | None) -> str | None:
    """The same in the Extended Date/Time Format, level 2; None where it has no words for it.

    >>> edtf_of("2026-Q1", None), edtf_of("199", None), edtf_of("1949", "APPROX"), edtf_of("BC0490", None)
    ('2026-33', '199X', '1949~', '-0489')
    """
    plain = _edtf(timex)
    return plain + "~" if plain and mod == "APPROX" and "T" not in plain else plain


def _edtf(timex: str) -> str | None:
    year, _, rest = timex.partition("-")
    if year.startswith("BC") and year[2:].isdecimal() and len(year) == 6 and not rest:
        return f"-{int(year[2:]) - 1:04}"
    if not rest:
        return timex.ljust(4, "X") if timex.isdecimal() else None
    if not (year.isdecimal() or year == "XXXX"):
        return None
    if rest in EDTF_SEASONS:
        return f"{year}-{EDTF_SEASONS[rest]}"
    day, _, clock = rest.partition("T")
    if "W" in day or "XX" in rest or clock.startswith("24") or (clock and not _CLOCK.match(clock)):
        return None
    return f"{year}-{day}" + (f"T{_with_seconds(clock)}" if clock else "")


def _with_seconds(clock: str) -> str:
    match = _CLOCK.match(clock)
    return f"{match[1]}:{match[2]}:{match[3] or '00'}{match[4] or ''}" if match else clock
