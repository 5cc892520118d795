"""From what was said to the calendar."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from typing import TYPE_CHECKING

from claimcheck.extract.dates import calendar, placing
from claimcheck.extract.dates.feasts import feast
from claimcheck.extract.dates.tense import direction, same_sentence
from claimcheck.extract.dates.timeline import Timeline, written
from claimcheck.extract.dates.words import small_words
from claimcheck.extract.found import When

if TYPE_CHECKING:
    from claimcheck.extract.dates.said import Said
    from claimcheck.extract.tokens import Tokens

    Resolved = tuple[str, date | None]
    """A TIMEX3 value and the anchor it was resolved against."""

_FRIDAY = 5
_EXACTNESS = {"day": 3, "week": 3, "weekend": 3, "month": 2}
"""How exact a date must be to count such units from it."""
NEWS = " news"
"""Marks a reference that only news make: "damals" in a story is the time told of."""


class Resolver:
    """Puts the expressions of one text on the calendar, in their order.

    ``published`` is what "gestern" counts from; ``then`` the last date said, what "zwei Tage später" counts from. With
    a ``timeline`` the text is a narrative of another time: dates without a year take theirs from it.
    """

    def __init__(self, tokens: Tokens, published: date | None, timeline: Timeline | None) -> None:
        self._tokens = tokens
        self._moment = published if isinstance(published, datetime) else None
        # some systems write the first year or the last of the calendar where they know none
        self._published = placing.day_of(published) if published and MINYEAR < published.year < MAXYEAR else None
        self._narrative = timeline is not None
        self._timeline = timeline or Timeline({}, set())
        self._then: str | None = None
        self._then_end = 0
        self._said_year: str | None = None
        self._range_to = small_words(tokens.language).range_to
        self._last: dict[int, str] = {}
        """The last date said that is exact to the day (3), to the month (2), to the year (1)."""
        self._forms = {
            "ready": self._ready,
            "years": self._ready,
            "calendar": self._calendar,
            "shift": self._shift,
            "named": self._named,
            "feast": self._feast,
            "nth": self._nth,
            "clock": self._time,
            "minutes": self._minutes,
            "daypart": self._time,
        }

    def when(self, said: Said) -> When:
        """The period that an expression names."""
        timex, anchor = self._forms[said.form](said)
        if said.eve:
            timex = _the_day_before(timex)
        if (
            said.form != "ready"
            and (timex[:4].isdecimal() or timex[:2] == "BC")
            and said.i not in self._timeline.asides
        ):
            kept = self._said_year if self._same_sentence(said) else None
            self._then, self._then_end = timex, said.j
            self._last.update(dict.fromkeys(range(1, _exactness(timex) + 1), timex))
            self._said_year = (said.year or kept) if said.form == "calendar" and said.tail else None
        return period(said, timex, anchor)

    @property
    def _now(self) -> date | None:
        """The day that "now" means; in a narrative the date before."""
        return self._reference() if self._narrative else self._published

    def _reference(self, exactness: int = 1) -> date | None:
        """The first day of the last date said that is exact enough: "two days later" counts from no year."""
        if self._then is None:
            return None if self._narrative else self._published
        last = self._last.get(exactness) or ""
        span = calendar.span_of(last)
        return placing.day_of(span[0]) if span else None

    def _anchor(self, said: Said) -> date | None:
        """What an expression counts from. "The end of the year" is of the year just spoken of, or of this one."""
        if said.value == "phase" and not self._narrative and not self._same_sentence(said):
            return self._published
        return self._reference(_EXACTNESS.get(said.unit, 1)) if said.anchor == "then" else self._now

    def _same_sentence(self, said: Said) -> bool:
        return self._then is not None and same_sentence(self._tokens, self._then_end, said.i)

    def _sign(self, said: Said, *, by_form: bool = False) -> int:
        """-1 where the verb tells the past, 1 where it tells the future."""
        return direction(self._tokens, said.i, said.j, by_form=by_form)

    def _ready(self, said: Said) -> Resolved:
        """A value that needs no calendar; a season over two years is a stretch of one."""
        return ("P1Y" if said.form == "years" else said.value.removesuffix(NEWS)), None

    # ------------------------------------------------------------------------------------------ with or without a year

    def _calendar(self, said: Said) -> Resolved:
        """A date as it was said; the year is looked for where it was not."""
        if said.year is None:
            return self._without_year(said)
        if len(said.year) == 2 and (said.tail or said.value == "short"):
            return _joined(placing.full_year(said.year, self._now or self._published), said), None
        return _joined(said.year, said), None

    def _without_year(self, said: Said) -> Resolved:
        """The year that a day, month, quarter or season without one belongs to."""
        tail, year = said.tail, self._timeline.years.get(said.i)
        if year is not None and not tail.startswith("XX"):
            return _joined(written(year), said), None
        anchor = self._reference() if self._narrative or tail.startswith("XX") else self._now
        if not self._narrative and self._said_year and same_sentence(self._tokens, self._then_end, said.i):
            return _joined(self._said_year, said), None
        if anchor is None:
            return _joined("XXXX", said), None
        if tail.startswith("XX"):
            tail = f"{anchor.month:02}{tail[2:]}"
        year = (year or anchor.year) if self._narrative else placing.nearest_year(anchor, tail, self._sign(said))
        return f"{year:04}-{tail}" + _part(said), anchor

    def _feast(self, said: Said) -> Resolved:
        """Easter, Christmas, a public holiday."""
        anchor = None if said.year else self._now
        year = int(said.year) if said.year and said.year.isdecimal() else anchor.year if anchor else None
        day = feast(said.value, year) if year else None
        if day is None or year is None:
            return f"XXXX-{said.value}" if said.value[:2].isdecimal() else "XXXX-XX-XX", None
        if anchor and not self._narrative:
            year = placing.nearest_year(anchor, f"{day.month:02}-{day.day:02}", self._sign(said))
            day = feast(said.value, year) or day
        return day.isoformat(), anchor

    def _nth(self, said: Said) -> Resolved:
        """``the first Monday in May``."""
        year, anchor = self._without_year(said) if said.year is None else (said.year, None)
        if not year[:4].isdecimal() or said.weekday is None:
            return f"XXXX-{said.tail}", None
        day = placing.nth_weekday(int(year[:4]), int(said.tail), said.weekday, said.steps)
        return (day.isoformat() if day else f"{year[:4]}-{said.tail}"), anchor

    # ------------------------------------------------------------------------------------------ from an anchor

    def _shift(self, said: Said) -> Resolved:
        """So many units from an anchor."""
        if self._narrative and _is_today(said):
            return "PRESENT_REF", None
        if self._then and self._then.startswith("BC") and self._narrative and said.unit == "year":
            return _before_christ(self._then, said), None
        anchor = self._anchor(said)
        steps = self._weekend(said, anchor) if said.value == "nearest" else said.steps
        day = anchor and calendar.plus(anchor, said.unit, steps)
        return (_open(said), None) if day is None else (_counted(day, said), anchor)

    def _weekend(self, said: Said, anchor: date | None) -> int:
        """Weeks to the weekend spoken of: told in the past, on a Monday to Thursday, it is the one before."""
        return -1 if anchor and self._sign(said, by_form=True) < 0 and anchor.isoweekday() < _FRIDAY else 0

    def _named(self, said: Said) -> Resolved:
        """``letzten Freitag``, ``next May``, ``am Mittwoch``."""
        anchor = self._reference(3) if self._ends_range(said) else self._anchor(said)
        if anchor is None:
            return f"XXXX-WXX-{said.weekday}" + _part(said) if said.weekday else f"XXXX-{said.tail}", None
        if said.weekday is None:
            return f"{placing.named_year(anchor, said.tail, said.steps):04}-{said.tail}", anchor
        if self._then and self._ends_range(said):
            return placing.weekday_near(anchor, said.weekday, 1, strict=False).isoformat() + _part(said), anchor
        sign = said.steps or self._sign(said, by_form=True) or -1
        day = placing.weekday_near(anchor, said.weekday, sign, strict=said.steps != 0)
        return day.isoformat() + _part(said), anchor

    def _minutes(self, said: Said) -> Resolved:
        """``two hours later``: counted from a time of day, that of the publication or of the text."""
        anchor = self._moment if said.anchor == "now" else self._moment_said()
        if anchor is None:
            return said.value, None
        said.kind = "time"
        return (anchor + timedelta(minutes=said.steps)).strftime("%Y-%m-%dT%H:%M"), anchor

    def _moment_said(self) -> datetime | None:
        """The time of day said before."""
        span = calendar.span_of(self._then) if self._then and ":" in self._then else None
        return span[0] if span and isinstance(span[0], datetime) else None

    def _ends_range(self, said: Said) -> bool:
        """Whether a bare weekday follows a day and "to": the Friday of "Monday to Friday" is the next one."""
        joined = said.i == self._then_end + 1 and self._tokens.words[said.i - 1] in self._range_to
        return joined and said.weekday is not None and not said.steps

    def _time(self, said: Said) -> Resolved:
        """A clock or a part of a day without a day: of the day said before, or of the day of publication."""
        day = self._day_before(said)
        if day is None and self._published and not self._narrative and said.anchor != "none":
            day = self._published.isoformat()
        return (day or placing.open_value("day")) + _part(said), None

    def _day_before(self, said: Said) -> str | None:
        """The day said before; for a clock in news, only in the same sentence."""
        if self._then is None or len(self._then) < 10 or "W" in self._then:
            return None
        if said.anchor == "none":
            return None
        if said.daypart or self._narrative or same_sentence(self._tokens, self._then_end, said.i):
            return self._then[:10]
        return None


def _the_day_before(timex: str) -> str:
    """A night is named after the day it begins on; "zu Freitag" names the one it ends on."""
    span = calendar.span_of(timex[:10])
    if span is None:
        return timex
    return (placing.day_of(span[0]) - timedelta(days=1)).isoformat() + timex[10:]


def _exactness(timex: str) -> int:
    """How exact a date is: 3 to the day or week, 2 to the month, 1 to the year or less."""
    return 3 if len(timex) >= 8 else 2 if len(timex) == 7 and timex[5:].isdecimal() else 1


def _is_today(said: Said) -> bool:
    return said.anchor == "now" and said.unit == "day" and not said.steps and not said.daypart and not said.tail


def _part(said: Said) -> str:
    """What stands behind the day: a part of it or a clock."""
    if said.clock:
        return f"T{said.clock}{said.zone}"
    return f"T{said.daypart}" if said.daypart else ""


def _joined(year: str, said: Said) -> str:
    return f"{year}-{said.tail}{_part(said)}" if said.tail else year


def _open(said: Said) -> str:
    """A relative date without anything to count from."""
    if said.tail:
        return "XXXX-" + said.tail
    return "PRESENT_REF" if _is_today(said) else placing.open_value(said.unit) + _part(said)


def _counted(day: date, said: Said) -> str:
    """The unit that the day reached lies in; weeks counted from a day give a day."""
    if said.tail:
        return f"{day.year:04}-{said.tail}"
    if said.unit == "season":
        return calendar.season_of(day)
    return calendar.timex_of(day, "day" if said.value == "offset" and said.unit == "week" else said.unit) + _part(said)


def _before_christ(then: str, said: Said) -> str:
    """A year counted from one before Christ; there is no year 0."""
    year = said.steps - (int(then[2:6]) if then[2:6].isdecimal() else 0)
    return _joined(written(year + (year >= 0)), said)


def period(said: Said, timex: str, anchor: date | None) -> When:
    """The record of a period, with its first and last day."""
    if said.form == "years" and said.year:
        first, last = date(int(said.year), 1, 1), date(int(said.value), 12, 31)
        return When(timex, said.mod, f"{said.year}/{said.value}", first, last, "year")
    span = None if timex[0] in "PX" else calendar.span_of(timex)
    start, end, precision = calendar.part_of(span, said.mod) if span else (None, None, None)
    edtf = calendar.edtf_of(timex, said.mod)
    return When(timex, said.mod, edtf, start, end, precision, said.weekday, said.hedge, anchor)
