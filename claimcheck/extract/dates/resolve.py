"""From what was said to the calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from claimcheck.extract.dates import calendar
from claimcheck.extract.dates.feasts import feast
from claimcheck.extract.dates.timeline import Timeline, written
from claimcheck.extract.dates.tense import direction, same_sentence
from claimcheck.extract.found import When

if TYPE_CHECKING:
    from claimcheck.extract.dates.said import Said
    from claimcheck.extract.tokens import Tokens

_AHEAD = 10  # years: "16.5.29", written in 2024, lies ahead; "16.5.39" lies back
_OPEN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half_year": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "millennium": "X",
}  # fmt: skip
"""Units of an unknown date."""
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}


class Resolver:
    """Puts the expressions of one text on the calendar, in their order.

    ``published`` is what "gestern" counts from; ``then`` the last date said, what "zwei Tage später" counts from.
    In a ``narrative`` (a text about another time than that of its publication) dates without a year continue those before.
    """

    def __init__(self, tokens: Tokens, published: date | None, timeline: Timeline | None) -> None:
        self._tokens = tokens
        self._published = published
        self._narrative = timeline is not None
        self._timeline = timeline or Timeline({}, set())
        self._then: str | None = None
        self._then_end = 0

    def when(self, said: Said) -> When:
        """The period that an expression names."""
        timex, anchor = self._timex(said)
        if said.form != "ready" and (timex[:4].isdigit() or timex[:2] == "BC") and said.i not in self._timeline.asides:
            self._then, self._then_end = timex, said.j
        return period(said, timex, anchor)

    def _timex(self, said: Said) -> tuple[str, date | None]:
        match said.form:
            case "ready":
                return said.value.removesuffix(" news"), None
            case "years":
                return "P1Y", None
            case "calendar":
                return self._calendar(said)
            case "shift":
                return self._shift(said)
            case "named":
                return self._named(said)
            case "feast":
                return self._feast(said)
            case _:
                return self._time(said)

    @property
    def _now(self) -> date | None:
        """The day that "now" means; in a narrative the date before."""
        return self._reference() if self._narrative else self._published

    def _reference(self) -> date | None:
        """The first day of the last date said."""
        span = calendar.span_of(self._then) if self._then else None
        if span is None:
            return None if self._narrative else self._published
        return _day(span[0])

    def _anchor(self, said: Said) -> date | None:
        return self._reference() if said.anchor == "then" else self._now

    def _calendar(self, said: Said) -> tuple[str, date | None]:
        if said.year is not None:
            short = len(said.year) == 2 and bool(said.tail)
            return _joined(_full_year(said.year, self._now or self._published) if short else said.year, said), None
        return self._without_year(said)

    def _without_year(self, said: Said) -> tuple[str, date | None]:
        """The year that a day, month, quarter or season without one belongs to."""
        tail, year = said.tail, self._timeline.years.get(said.i)
        if year is not None and not tail.startswith("XX"):
            return _joined(written(year), said), None
        anchor = self._reference() if self._narrative or tail.startswith("XX") else self._now
        if anchor is None:
            return _joined("XXXX", said), None
        if tail.startswith("XX"):
            tail = f"{anchor.month:02}{tail[2:]}"
        year = year or anchor.year
        if not self._narrative:
            year = _nearest_year(anchor, tail, direction(self._tokens, said.i, said.j))
        return f"{year:04}-{tail}" + _part(said), anchor

    def _shift(self, said: Said) -> tuple[str, date | None]:
        if self._narrative and said.anchor == "now" and said.unit == "day" and not said.steps and not said.daypart:
            return "PRESENT_REF", None
        if self._then and self._then.startswith("BC") and self._narrative and said.unit == "year":
            return self._before_christ(self._then, said), None
        anchor = self._anchor(said)
        if said.value == "nearest":
            said.steps = self._nearest_weekend(said, anchor)
        day = anchor and calendar.plus(anchor, said.unit, said.steps)
        if day is None:
            return self._open(said), None
        if said.unit == "day" and said.daypart:
            return day.isoformat() + _part(said), anchor
        if said.tail:
            return f"{day.year:04}-{said.tail}", anchor
        unit = "day" if said.value == "offset" and said.unit == "week" else said.unit
        if unit == "season":
            return calendar.season_of(day), anchor
        return calendar.timex_of(day, unit), anchor

    @staticmethod
    def _before_christ(then: str, said: Said) -> str:
        """A year counted from one before Christ; there is no year 0."""
        year = int(then[2:6]) if then[2:6].isdigit() else 0
        moved = said.steps - year
        moved += 1 if moved >= 0 else 0
        return _joined(written(moved), said)

    def _nearest_weekend(self, said: Said, anchor: date | None) -> int:
        """Weeks to the weekend spoken of: on a Monday to Thursday that told in the past is the one before."""
        sign = direction(self._tokens, said.i, said.j)
        return -1 if anchor and sign < 0 and anchor.isoweekday() < 5 else 0

    def _open(self, said: Said) -> str:
        if said.tail:
            return "XXXX-" + said.tail
        if said.steps == 0 and said.anchor == "now" and said.unit == "day" and not said.daypart:
            return "PRESENT_REF"
        return _OPEN.get(said.unit, "XXXX") + _part(said)

    def _named(self, said: Said) -> tuple[str, date | None]:
        anchor = self._anchor(said)
        if said.weekday is not None:
            return self._weekday(said, said.weekday, anchor)
        if anchor is None:
            return f"XXXX-{said.tail}", None
        year = anchor.year
        month = _month_of(said.tail)
        if said.steps < 0 and month >= anchor.month:
            year -= 1
        elif said.steps > 0 and month <= anchor.month:
            year += 1
        return f"{year:04}-{said.tail}", anchor

    def _weekday(self, said: Said, weekday: int, anchor: date | None) -> tuple[str, date | None]:
        if anchor is None:
            return f"XXXX-WXX-{weekday}" + _part(said), None
        ahead = (weekday - anchor.isoweekday()) % 7
        step = said.steps or direction(self._tokens, said.i, said.j) or -1
        if step < 0:
            ahead = ahead - 7 if ahead or said.steps else 0
        elif said.steps and not ahead:
            ahead = 7
        return (anchor + timedelta(days=ahead)).isoformat() + _part(said), anchor

    def _feast(self, said: Said) -> tuple[str, date | None]:
        anchor = None if said.year else self._now
        if said.year is None and anchor is None:
            return f"XXXX-{said.value}" if said.value[:2].isdigit() else "XXXX-XX-XX", None
        year = int(said.year) if said.year and said.year.isdigit() else anchor.year if anchor else 1
        day = feast(said.value, year)
        if day and anchor and not self._narrative:
            year = _nearest_year(anchor, f"{day.month:02}-{day.day:02}", direction(self._tokens, said.i, said.j))
            day = feast(said.value, year)
        return day.isoformat() if day else f"{year:04}", anchor

    def _time(self, said: Said) -> tuple[str, date | None]:
        """A clock or a part of a day without a day: of the day said before, or of the day of publication."""
        day = self._then[:10] if self._then and len(self._then) >= 10 and "W" not in self._then else None
        if not self._narrative and not said.daypart and not same_sentence(self._tokens, self._then_end, said.i):
            day = None
        if day is None and self._published and not self._narrative:
            day = self._published.isoformat()
        if said.daypart:
            return (day or "XXXX-XX-XX") + _part(said), None
        return (day or "XXXX-XX-XX") + f"T{said.clock}{said.zone}", None


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _part(said: Said) -> str:
    return f"T{said.daypart}" if said.daypart else ""


def _joined(year: str, said: Said) -> str:
    return f"{year}-{said.tail}{_part(said)}" if said.tail else year


def _full_year(year: str, anchor: date | None) -> str:
    """Two digits of "16.5.24" become the year next to the anchor; a decade or a century stays one."""
    if len(year) != 2 or anchor is None:
        return year
    century, short = divmod(anchor.year, 100)
    return f"{century - (int(year) > short + _AHEAD):02}{year}"


def _month_of(tail: str) -> int:
    return _SEASON_MONTHS.get(tail) or int(tail[:2])


def _nearest_year(anchor: date, tail: str, sign: int) -> int:
    """The year of a month or day without one: that of the anchor, or a neighbour where the verb asks for it or it is much nearer."""
    month = _month_of(tail)
    distance = month - anchor.month
    if sign < 0 and distance > 1:
        return anchor.year - 1
    if sign > 0 and distance < -1:
        return anchor.year + 1
    if distance > 8:
        return anchor.year - 1
    return anchor.year + 1 if distance < -8 else anchor.year


def period(said: Said, timex: str, anchor: date | None) -> When:
    """The record of a period, with its first and last day."""
    span = None if timex[:1] in {"P", "X"} else calendar.span_of(timex)
    first, last, precision = calendar.part_of(span, said.mod) if span else (None, None, None)
    when = When(
        timex, said.mod, calendar.edtf_of(timex, said.mod), first, last, precision, said.weekday, said.hedge, anchor
    )
    if said.form == "years" and said.year:
        when.edtf, when.start, when.end = (
            f"{said.year}/{said.value}",
            date(int(said.year), 1, 1),
            date(int(said.value), 12, 31),
        )
        when.precision = "year"
    return when
