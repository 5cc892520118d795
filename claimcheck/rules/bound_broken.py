"""The rule ``bound-broken``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, sides
from claimcheck.rules._bounds import breaks_bound
from claimcheck.rules._disputes import disputes
from claimcheck.rules._updates import Movement, movement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Comparison, Finding


class BoundBroken(Rule):
    """One report sets a bound, and the other one's figure lies beyond it.

    What it finds: "more than 50" beside 43, "at most 25 centimetres" beside 40. Beyond "up to" a figure only strains:
    it is a tension.

    Why it matters: a bound is often the only figure an authority gives; whoever passes it on wants to know.

    Example: a dam operator promises a rise of "at most 25 centimetres", another report has 40.

    When it is wrong: when the bound was set before the event and the figure is what came of it.
    """

    across: ClassVar[bool] = True

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each disputed topic one side of which is a bound."""
        for dispute in disputes(comparison):
            if dispute.cause is None and breaks_bound(dispute) and movement(comparison, dispute) is Movement.NONE:
                yield self.finding(
                    in_order(dispute.claims),
                    self.say("message", **sides(self, comparison, *dispute.ends)),
                    outcome=dispute.outcome,
                    severity=dispute.severity,
                    topic=dispute.topic.key,
                    separation=dispute.separation,
                )
