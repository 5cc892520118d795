"""The rule ``event-differs``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Cause, Finding, Identity, Outcome, Precision, Severity, Status, Zone
from claimcheck.rules import Rule
from claimcheck.rules._across import quotes, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import AnyClaim, Comparison, EventPair, Period, Quote


_SAYING = "announcement"
"""When somebody spoke of an event is not when it was."""


class EventDiffers(Rule):
    """Two reports with the same people, kind and place tell of two events.

    What it finds: reports that name the same people or places and the same kind of event, but whose dates - stated, or
    bounded by what they look back on - lie too far apart for one. Said once for two reports; the figures it explains
    are notes.

    Why it matters: whoever put the two side by side took them for one story.

    Example: two state visits to one capital, two years apart.

    When it is wrong: when a report that was published late tells of the earlier event.
    """

    across: ClassVar[bool] = True

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each two sources that tell of two events."""
        for pair in comparison.events:
            if pair.identity is Identity.ANOTHER and pair.reason != "named" and _mistakable(pair):
                claims = [c for event in (pair.a, pair.b) if (c := _dated(comparison, event.source)) is not None]
                if len(claims) == 2:
                    yield self._finding(comparison, pair, claims)

    def _finding(self, comparison: Comparison, pair: EventPair, claims: list[AnyClaim]) -> Finding:
        a, b = claims
        return self.finding(
            claims,
            self.say("message", **sides(self, comparison, a, b)),
            outcome=Outcome.EXPLAINED,
            severity=Severity.WARNING,
            cause=Cause.DIFFERENT_EVENT,
            evidence=[self.evidence(c) for c in claims] + quotes(_besides(pair, claims), self.say(pair.reason)),
        )


def _besides(pair: EventPair, claims: list[AnyClaim]) -> list[Quote]:
    """The passages that decided it, but for the dates that are shown anyway."""
    shown = {(c.source, c.start) for c in claims}
    return [q for q in pair.evidence if (q.source, q.start) not in shown]


def _mistakable(pair: EventPair) -> bool:
    """Whether the two could be taken for one.

    That is, two people in common, or the same kind of event with one of them, or at the same place and not of two
    groups of people.
    """
    a, b = pair.a, pair.b
    people = len(set(a.participants) & set(b.participants))
    others = bool(a.participants and b.participants and not people)
    same_place = a.place is not None and a.place == b.place and not others
    return people > 1 or (a.kind is not None and a.kind == b.kind and (same_place or people > 0))


def _is_day(period: Period) -> bool:
    """Whether a period is one day, or a weekday of an unknown week."""
    return period.weekday is not None or (period.precision is Precision.DAY and period.first is not None)


def _dated(comparison: Comparison, source: str) -> AnyClaim | None:
    """The date a report gives its main event: the first day in its body that is not a plan."""
    dates = (c for c in comparison.of_source(source) if c.quantity is None and c.quote.zone is Zone.BODY)
    days = [c for c in dates if _is_day(c.period) and c.subject.concept != _SAYING]
    return next((c for c in days if c.status is not Status.PLANNED), days[0] if days else None)
