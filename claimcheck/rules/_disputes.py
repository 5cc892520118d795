"""Disputed topics: where the sources' values share no point, who says what, and the likely cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model import Cause, Identity, Interval, Kind, Outcome, Severity, separation
from claimcheck.rules._cause import cause_of
from claimcheck.rules._values import core, outer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from claimcheck.model import AnyClaim, Comparison, Topic

_CALENDAR = (Kind.DATE, Kind.TIME, Kind.RECURRING)

Camps = tuple[tuple["AnyClaim", ...], ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A topic whose values do not all meet; the camps stand in the order of their values."""

    topic: Topic
    camps: Camps
    outcome: Outcome
    cause: Cause | None
    separation: Decimal | None

    @property
    def severity(self) -> Severity:
        """Error for a contradiction that is certainly of one event and scope, else a warning."""
        sure = self.topic.identity is Identity.SAME and self.topic.scope_certain
        return Severity.ERROR if self.outcome is Outcome.CONTRADICTION and sure else Severity.WARNING

    @property
    def claims(self) -> tuple[AnyClaim, ...]:
        """The claims of all camps."""
        return tuple(claim for camp in self.camps for claim in camp)

    @property
    def ends(self) -> tuple[AnyClaim, AnyClaim]:
        """One claim of the lowest camp and one of the highest."""
        return self.camps[0][0], self.camps[-1][0]


def disputes(comparison: Comparison, *, calendar: bool = False) -> Iterator[Dispute]:
    """The disputed topics of a comparison: those of numbers, or those of dates."""
    for topic in comparison.topics:
        claims = [c for c in topic.claims if (c.kind in _CALENDAR) is calendar]
        if (found := dispute(topic, claims)) is not None:
            yield found


def dispute(topic: Topic, claims: Sequence[AnyClaim]) -> Dispute | None:
    """The dispute among claims of one topic, or None where all values meet."""
    camps = partition(claims, core)
    if len(camps) < 2:
        return None
    outcome = Outcome.TENSION if len(partition(claims, outer)) == 1 else Outcome.CONTRADICTION
    a, b = camps[0][0], camps[-1][0]
    return Dispute(topic, camps, outcome, cause_of(a, b), separation(core(a), core(b)))


def partition(claims: Sequence[AnyClaim], interval: Callable[[AnyClaim], Interval]) -> Camps:
    """The fewest camps whose intervals share a point: one greedy pass in the order of the high ends.

    In one dimension intervals share a point iff each two of them do (Helly 1923), so one camp means agreement. Of
    intervals with one high end the narrowest comes first: the camps do not hang on the order of the claims.
    """
    camps: list[list[AnyClaim]] = []
    shared: Interval | None = None
    for claim in sorted(claims, key=lambda c: (_high_end(interval(c)), _low_end(interval(c)))):
        own = interval(claim)
        shared = shared.overlap(own) if shared is not None else None
        if shared is None:
            camps.append([])
            shared = own
        camps[-1].append(claim)
    return tuple(tuple(camp) for camp in camps)


def _high_end(own: Interval) -> tuple[bool, Decimal | int, bool]:
    """Sorts intervals by their high end: an end without limit last, an open end before a closed one."""
    return own.high is None, own.high if own.high is not None else 0, not own.high_open


def _low_end(own: Interval) -> tuple[bool, Decimal | int, bool]:
    """Sorts intervals by their low end, the highest first; an open end before a closed one, one without limit last."""
    return own.low is None, -own.low if own.low is not None else 0, not own.low_open
