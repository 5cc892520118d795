"""A weekday that is not the day's."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.messages import catalogue
from claimcheck.model import Outcome, PeriodClaim, Precision
from claimcheck.rules import Rule
from claimcheck.rules._calendar import same_day_in
from claimcheck.rules._passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Finding
    from claimcheck.rules._passages import Passage

_DAY_NUMBER = re.compile(r"\d")
_BESIDE = re.compile(r"\s*(?:\(|,\s*(?:also|that is|das ist)?)\s*(?:(?:am|den|dem|der|on|the)\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


class WeekdayMismatch(Rule):
    """A date is given with a weekday that the calendar does not give it.

    Why it matters: one of the two is a slip, and readers who come on the wrong day will not ask which. It is also a
    cheap sign that a date was taken over from another year.

    Example: "The ferry starts again on Wednesday, 5 May 2026" - 5 May 2026 is a Tuesday.

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
            if isinstance(claim, PeriodClaim) and claim.period.weekday is not None:
                yield from self._of([claim], claim, claim.period.weekday)
        for passage in passages(comparison):
            for name, claim in pairwise(passage.periods):
                if name.period.weekday is not None and _set_beside(passage, name, claim):
                    yield from self._of([name, claim], claim, name.period.weekday)

    def _of(self, claims: list[PeriodClaim], claim: PeriodClaim, weekday: int) -> Iterator[Finding]:
        """A finding if the day that a claim means is not the weekday named."""
        day = claim.period.first
        if day is None or day != claim.period.last or day < self.since:
            return
        if claim.period.precision in (Precision.HOUR, Precision.MINUTE) or not _DAY_NUMBER.search(claim.text):
            return
        if day.isoweekday() != weekday and not self._fits_nearby(claim, day, weekday):
            yield self._found(claims, day)

    def _fits_nearby(self, claim: PeriodClaim, day: date, weekday: int) -> bool:
        """Whether the unwritten year may be another one, in which the weekday fits."""
        anchor = claim.period.anchor
        if _YEAR.search(claim.text) or anchor is None:
            return False
        others = (same_day_in(day, day.year + step) for step in (-1, 1))
        near = timedelta(days=self.reach)
        return any(o is not None and o.isoweekday() == weekday and abs(o - _day(anchor)) <= near for o in others)

    def _found(self, claims: list[PeriodClaim], day: date) -> Finding:
        names, text = catalogue(self.lang)["weekday"], ", ".join(claim.text for claim in claims)
        message = self.say("differs", text=text, day=day.isoformat(), is_=names[str(day.isoweekday())])
        return self.finding(claims, message, outcome=Outcome.CONTRADICTION)


def _set_beside(here: Passage, name: PeriodClaim, claim: PeriodClaim) -> bool:
    """Whether a date explains a weekday: "on Wednesday (20 August)", "am Mittwoch, also am 20. August"."""
    if _DAY_NUMBER.search(name.text) or claim.period.weekday is not None:
        return False
    return _BESIDE.fullmatch(here.between(name, claim)) is not None


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)
