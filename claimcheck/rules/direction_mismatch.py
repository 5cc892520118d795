"""The rule ``direction-mismatch``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Aspect, Direction, Finding, Kind, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import AnyClaim, Comparison, Topic


class DirectionMismatch(Rule):
    """One report lets a figure rise by what the other lets it fall by.

    What it finds: changes of one thing by values that agree, one up and one down.

    Why it matters: only the verb differs, and no comparison of numbers sees it.

    Example: thefts "sechs Prozent weniger" in one report, "um sechs Prozent gestiegen" in the other.

    When it is wrong: when the two changes are of different periods.
    """

    across: ClassVar[bool] = True

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each topic of changes that go both ways."""
        for topic in comparison.topics:
            changes = [
                c for c in topic.claims if c.aspect is Aspect.CHANGE or (c.aspect is None and c.kind is Kind.PERCENT)
            ]
            up = [c for c in changes if c.direction is Direction.UP]
            down = [c for c in changes if c.direction is Direction.DOWN]
            if up and down:
                yield self._finding(comparison, topic, up, down)

    def _finding(self, comparison: Comparison, topic: Topic, up: list[AnyClaim], down: list[AnyClaim]) -> Finding:
        return self.finding(
            in_order([*up, *down]),
            self.say("message", **sides(self, comparison, up[0], down[0])),
            outcome=Outcome.CONTRADICTION,
            topic=topic.key,
        )
