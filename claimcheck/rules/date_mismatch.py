"""The rule ``date-mismatch``."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from claimcheck.concepts import load as load_concepts
from claimcheck.model import Finding, Kind, Outcome, Precision, Severity
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, sides
from claimcheck.rules._disputes import disputes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import AnyClaim, Comparison
    from claimcheck.rules._disputes import Dispute

_YESTERDAY = 2  # days: "gestern", "the day before yesterday"


class DateMismatch(Rule):
    """Two sources date one event differently.

    What it finds: dates of one kind of event, in two reports of one story, that share no day. One day apart is a
    tension at most, since the reports may have been written in two time zones.

    Why it matters: a date is copied more often than it is checked.

    Example: the annual meeting is on 12 May in one report and on 21 May in the other.

    When it is wrong: when the two sentences name the same kind of event but mean two of them.
    """

    across: ClassVar[bool] = True

    time_zone_days: int = 1
    """Days apart up to which a difference may come from time zones."""

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each topic whose dates share no day."""
        for dispute in disputes(comparison, calendar=True):
            if (
                all(map(_is_day, dispute.claims))
                and not _one_weekday(dispute.claims)
                and not _recurs(dispute.claims[0])
            ):
                yield self._finding(comparison, dispute)

    def _finding(self, comparison: Comparison, dispute: Dispute) -> Finding:
        near = self._days_apart(dispute) <= self.time_zone_days
        return self.finding(
            in_order(dispute.claims),
            self.say("near" if near else "message", **sides(self, comparison, *dispute.ends)),
            outcome=Outcome.TENSION if near else Outcome.CONTRADICTION,
            severity=Severity.WARNING if near else dispute.severity,
            topic=dispute.topic.key,
            separation=dispute.separation,
        )

    def _days_apart(self, dispute: Dispute) -> int:
        early, late = dispute.ends
        if early.period is None or late.period is None or early.period.last is None or late.period.first is None:
            return 0
        return (late.period.first - early.period.last).days


def _is_day(claim: AnyClaim) -> bool:
    """Whether a claim names one day by date, weekday or "yesterday": not a year, an hour, or "eight weeks ago"."""
    period = claim.period
    if period is None or claim.kind is not Kind.DATE or period.precision is not Precision.DAY or period.first is None:
        return False
    anchor = period.anchor.date() if isinstance(period.anchor, datetime) else period.anchor
    return (
        period.weekday is not None
        or anchor is None
        or abs((period.first - anchor).days) <= _YESTERDAY
        or _written(claim)
    )


def _written(claim: AnyClaim) -> bool:
    """Whether the day of the month stands in the words."""
    return claim.period is not None and claim.period.first is not None and str(claim.period.first.day) in claim.text


def _recurs(claim: AnyClaim) -> bool:
    """Whether events of this kind come again by their nature: announcements, matches, quarters."""
    concept = load_concepts().get(claim.subject.concept or "")
    return concept is not None and concept.recurs


def _one_weekday(claims: Sequence[AnyClaim]) -> bool:
    """Whether all name the same weekday and no date: which week each means is only the reader's reckoning."""
    named = {c.period.weekday for c in claims if c.period is not None}
    return len(named) == 1 and None not in named and not any(d.isdigit() for c in claims for d in c.text)
