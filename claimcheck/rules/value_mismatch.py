"""The rule ``value-mismatch``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Cause, Finding, Kind, Outcome, Step, separation
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, quotes, sides
from claimcheck.rules._bounds import breaks_bound, drops_hedge
from claimcheck.rules._disputes import disputes
from claimcheck.rules._updates import Movement, movement
from claimcheck.rules._values import core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import AnyClaim, Comparison, Pairing
    from claimcheck.rules._disputes import Dispute


class ValueMismatch(Rule):
    """Two sources give figures for one thing that cannot both be true.

    What it finds: figures of one thing, of one event and in one scope whose intervals share no point. Each figure is
    read as an interval first: "about 20" is 18 to 22, "more than 400" has no upper end, "3.2 billion" is what rounds to
    it. Where only the stretched intervals meet, it is a tension. Where the reports speak of two events, the difference
    is explained: both figures are shown as a note.

    Why it matters: it is the discrepancy that readers write in about.

    Example: one report counts 14 agreements, another 17, of the same ceremony.

    When it is wrong: when the two sentences count different things with the same word; the passages shown side by side
    tell it at a glance. Set ``minimum_separation`` to hear only of wide gaps.
    """

    across: ClassVar[bool] = True

    minimum_separation: float = 0
    """Gap over the sum of half-widths below which nothing is reported; two exact figures are always reported."""

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each disputed topic without a better known cause, and for each pair of two events."""
        for dispute in disputes(comparison):
            if self.covers(dispute.ends[0]) and self._unnamed(comparison, dispute):
                yield self._dispute(comparison, dispute)
        for pairing in comparison.pairings:
            if pairing.step is Step.EVENT and self.covers(pairing.a):
                yield self._two_events(comparison, pairing)

    def covers(self, claim: AnyClaim) -> bool:
        """Whether a claim is of the kind that this rule reports."""
        return claim.quantity is not None and claim.kind not in (Kind.ORDINAL, Kind.DURATION)

    def _unnamed(self, comparison: Comparison, dispute: Dispute) -> bool:
        """Whether no other rule can name the cause."""
        named = dispute.cause is not None or breaks_bound(dispute) or drops_hedge(dispute)
        return not named and movement(comparison, dispute) is Movement.NONE and self._wide(dispute)

    def _wide(self, dispute: Dispute) -> bool:
        return dispute.separation is None or dispute.separation >= self.minimum_separation

    def _dispute(self, comparison: Comparison, dispute: Dispute) -> Finding:
        key = "tension" if dispute.outcome is Outcome.TENSION else "contradiction"
        return self.finding(
            in_order(dispute.claims),
            self.say(key, topic=dispute.topic.label, **sides(self, comparison, *dispute.ends)),
            outcome=dispute.outcome,
            severity=dispute.severity,
            topic=dispute.topic.key,
            separation=dispute.separation,
        )

    def _two_events(self, comparison: Comparison, pairing: Pairing) -> Finding:
        claims = (pairing.a, pairing.b)
        return self.finding(
            claims,
            self.say("two-events", **sides(self, comparison, *claims)),
            outcome=Outcome.EXPLAINED,
            cause=Cause.DIFFERENT_EVENT,
            topic=pairing.topic,
            separation=separation(core(pairing.a), core(pairing.b)),
            evidence=[self.evidence(c) for c in claims] + quotes(pairing.evidence, self.say("dates")),
        )
