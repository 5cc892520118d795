"""The rule ``hedge-dropped``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Outcome, Severity
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, sides
from claimcheck.rules._bounds import drops_hedge
from claimcheck.rules._disputes import disputes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Comparison, Finding


class HedgeDropped(Rule):
    """One report says "more than 20", the other says 20.

    What it finds: the same number, with a bound in one report and bare in another.

    Why it matters: "more than 20" is a figure that someone did not want to fix; a bare 20 fixes it.

    Example: "more than 400 prisoners" in one report, "400 prisoners" in the next.

    When it is wrong: it is a note by default, since headlines drop hedges all the time; raise it with ``--warn
    hedge-dropped``.
    """

    across: ClassVar[bool] = True

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """A note for each such topic."""
        for dispute in disputes(comparison):
            if drops_hedge(dispute):
                yield self.finding(
                    in_order(dispute.claims),
                    self.say("message", **sides(self, comparison, *dispute.ends)),
                    outcome=Outcome.TENSION,
                    severity=Severity.NOTE,
                    topic=dispute.topic.key,
                )
