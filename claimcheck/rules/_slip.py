"""The shape of a rule that reports the disputes with one cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Cause
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, sides
from claimcheck.rules._disputes import disputes
from claimcheck.rules._updates import Movement, movement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Comparison, Finding


class SlipRule(Rule):
    """A rule for disputes whose numbers show one likely cause; a subclass names it and is its page."""

    across: ClassVar[bool] = True
    cause: ClassVar[Cause]

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each disputed topic with this cause."""
        for dispute in disputes(comparison):
            if dispute.cause is self.cause and movement(comparison, dispute) is Movement.NONE:
                yield self.finding(
                    in_order(dispute.claims),
                    self.say("message", topic=dispute.topic.label, **sides(self, comparison, *dispute.ends)),
                    outcome=dispute.outcome,
                    severity=dispute.severity,
                    cause=self.cause,
                    topic=dispute.topic.key,
                    separation=dispute.separation,
                )
