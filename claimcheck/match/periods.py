"""Whether two figures hold at the same time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claimcheck.model import Precision, Status

if TYPE_CHECKING:
    from claimcheck.match.forms import Form
    from claimcheck.match.stories import Story
    from claimcheck.model import AnyClaim, Period

_NOW = 10
"""Days around publication that "now" may mean in a report."""
_RECENT = 60
"""Days within which a report may speak of a day without naming it."""
_SLACK = 7
"""Days that two dates of one event may lie apart."""
_FINE = (Precision.DAY, Precision.DAYPART, Precision.HOUR, Precision.MINUTE, Precision.SECOND)


def same_period(a: Form, story_a: Story, b: Form, story_b: Story) -> bool | None:
    """Whether two claims hold for one period; None where a text leaves that open."""
    if a.when is not None and b.when is not None:
        return _meet(a.when, b.when, story_a, story_b)
    if a.when is None and b.when is None:
        return None
    if a.status is b.status is Status.PLANNED:
        return None  # a plan without a date may be the plan of that date
    explicit, story = (a.when, story_b) if a.when is not None else (b.when, story_a)
    return _is_now(explicit, story.source.day) if explicit is not None else None


def _meet(a: Period, b: Period, story_a: Story, story_b: Story) -> bool | None:
    """Whether two stated periods are one: the same kind of period, or a day within the other."""
    if a.timex == b.timex and a.first == b.first:
        return True if a.first else None
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return _open_meet(a, b)
    if a.precision in _FINE and b.precision in _FINE:
        gap = max((a.first - b.last).days, (b.first - a.last).days, 0)
        return gap <= _SLACK
    if a.precision is b.precision:
        return a.first == b.first
    if (a.last - a.first) >= (b.last - b.first):
        return _within(b, a, story_b)
    return _within(a, b, story_a)


def _within(fine: Period, coarse: Period, story: Story) -> bool | None:
    """Whether a day belongs to a longer period, or that period is the "now" of the report that names the day."""
    if fine.precision not in _FINE or fine.first is None or fine.last is None:
        return False
    return (coarse.contains(fine.first) and coarse.contains(fine.last)) or _is_now(coarse, story.source.day)


def _open_meet(a: Period, b: Period) -> bool | None:
    """Periods that the texts leave open: two different quarters or months differ in any year."""
    if a.timex.startswith("XXXX-") and b.timex.startswith("XXXX-") and a.precision is b.precision and a.weekday is None:
        return a.timex == b.timex
    return None


def _is_now(period: Period, day: date | None) -> bool | None:
    """Whether a period can be the "now" of a report of that day."""
    if period.first is None or period.last is None or day is None:
        return None
    if period.precision not in _FINE and timedelta(0) < day - period.last <= period.last - period.first:
        return None  # the last year or quarter that is over: figures of it are what a report has
    around = timedelta(days=_NOW)
    if period.first - around <= day <= period.last + around:
        return True
    near = timedelta(days=_RECENT)
    return None if period.precision in _FINE and period.first - near <= day <= period.last + near else False


def stated_at(claim: AnyClaim, story: Story) -> date | None:
    """As of when a figure was known: the time the text states, else the day of publication."""
    period = claim.as_of or (claim.when if claim.when and claim.when.precision in _FINE else None)
    return (period.first if period else None) or story.source.day
