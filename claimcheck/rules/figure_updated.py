"""The rule ``figure-updated``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Finding, Outcome, Severity
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, sides
from claimcheck.rules._disputes import disputes
from claimcheck.rules._updates import CAUSES, Movement, movement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Comparison
    from claimcheck.rules._disputes import Dispute


class FigureUpdated(Rule):
    """A figure that moves with time stands at an earlier and at a later value.

    What it finds: tolls and other cumulative figures that rise from an earlier to a later statement, stocks (patients,
    missing people) that move either way: a note. A cumulative figure that *falls* is a warning: one of the two has
    been corrected, and the report does not say which. The time is the one that the text states, else the day of
    publication; tolls as of the same time are compared as fixed figures.

    Why it matters: half of all differences between reports on an accident are the hours between them.

    Example: six people killed as of Tuesday noon, nine as of Thursday.

    When it is wrong: when a report that came later repeats an older figure as if it were new.
    """

    across: ClassVar[bool] = True

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each disputed topic whose camps follow each other in time."""
        for dispute in disputes(comparison):
            moved = movement(comparison, dispute)
            if moved is not Movement.NONE:
                yield self._finding(comparison, dispute, moved)

    def _finding(self, comparison: Comparison, dispute: Dispute, moved: Movement) -> Finding:
        corrected = moved is Movement.CORRECTION
        return self.finding(
            in_order(dispute.claims),
            self.say(moved.value, topic=dispute.topic.label, **sides(self, comparison, *dispute.ends)),
            outcome=Outcome.TENSION if corrected else Outcome.EXPLAINED,
            severity=Severity.WARNING if corrected else Severity.NOTE,
            cause=CAUSES[moved],
            topic=dispute.topic.key,
            separation=dispute.separation,
        )
