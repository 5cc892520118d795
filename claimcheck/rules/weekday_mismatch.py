"""A weekday that is not the day's."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimcheck.messages import catalogue
from claimcheck.model import Outcome, PeriodClaim, Precision
from claimcheck.rules import Rule
from claimcheck.rules._calendar import same_day_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Comparison, Finding

_DAY_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")


class WeekdayMismatch(Rule):
    """A date is given with a weekday that the calendar does not give it.

    Why it matters: one of the two is a slip, and readers who come on the wrong day will not ask which. It is also a
    cheap sign that a date was taken over from another year.

    Example: "The bridge opens on Friday 20 June 2026" - 20 June 2026 is a Saturday.

    When it is wrong: the year is not written and lies further from the report's date than usual. Where a
    neighbouring year within ``reach`` days of the report fits the weekday, nothing is said. Dates of the old Julian
    calendar are before ``since`` and are left alone.
    """

    reach: int = 240
    """A date without a year may be this many days from the report's own date."""
    since: date = date(1924, 1, 1)
    """The first day that is checked: the last countries changed their calendars in 1923."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each date whose weekday does not fit."""
        for claim in comparison.claims:
            if isinstance(claim, PeriodClaim) and (day := self._disputed(claim)):
                yield self._found(claim, day)

    def _disputed(self, claim: PeriodClaim) -> date | None:
        """The day that a claim means and whose weekday it does not name."""
        period, day = claim.period, claim.period.first
        if period.weekday is None or day is None or day != period.last or day < self.since:
            return None
        if period.precision in (Precision.HOUR, Precision.MINUTE) or not _DAY_NUMBER.search(claim.text):
            return None
        return None if day.isoweekday() == period.weekday or self._fits_nearby(claim, day) else day

    def _fits_nearby(self, claim: PeriodClaim, day: date) -> bool:
        """Whether the unwritten year may be another one, in which the weekday fits."""
        anchor = claim.period.anchor
        if _YEAR.search(claim.text) or anchor is None:
            return False
        others = (same_day_in(day, day.year + step) for step in (-1, 1))
        near = timedelta(days=self.reach)
        return any(
            o is not None and o.isoweekday() == claim.period.weekday and abs(o - _day(anchor)) <= near for o in others
        )

    def _found(self, claim: PeriodClaim, day: date) -> Finding:
        names = catalogue(self.lang)["weekday"]
        message = self.say("differs", text=claim.text, day=day.isoformat(), is_=names[str(day.isoweekday())])
        return self.finding([claim], message, outcome=Outcome.CONTRADICTION)


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)
