"""The rule ``percent-for-points``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.concepts import related
from claimcheck.model import Aspect, Cause, Finding, Kind, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._across import sides
from claimcheck.rules._stories import one_story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import AnyClaim, Comparison

_POINTS = "percentage_point"
_PERCENT = "percent"


class PercentForPoints(Rule):
    """One report gives in percent what the other gives in percentage points.

    What it finds: the same number, in percent and in points, for the change of one share.

    Why it matters: from 12 to 15 percent is a rise of three points or of a quarter, never of three percent.

    Example: turnout rose "by 3.3 points" in one report, "by 3.3 percent" in the other.

    When it is wrong: when a share happened to change by as many percent as another one by points.
    """

    across: ClassVar[bool] = True

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each pair of equal numbers of one thing in the two units."""
        points = [c for c in comparison.claims if _unit(c) == _POINTS]
        percents = [c for c in comparison.claims if _unit(c) == _PERCENT]
        for a in points:
            for b in percents:
                if a.source != b.source and _one_change(a, b) and one_story(comparison, a, b):
                    yield self._finding(comparison, a, b)

    def _finding(self, comparison: Comparison, a: AnyClaim, b: AnyClaim) -> Finding:
        return self.finding(
            [a, b],
            self.say("message", **sides(self, comparison, a, b)),
            outcome=Outcome.CONTRADICTION,
            cause=Cause.PERCENT_POINTS,
        )


def _unit(claim: AnyClaim) -> str | None:
    return claim.quantity.unit if claim.quantity is not None and claim.kind in (Kind.PERCENT, Kind.QUANTITY) else None


def _one_change(a: AnyClaim, b: AnyClaim) -> bool:
    """The same number and, as far as known, the same thing and direction."""
    if a.quantity is None or b.quantity is None or a.quantity.value != b.quantity.value or a.quantity.value is None:
        return False
    if {a.aspect, b.aspect} & {Aspect.LEVEL, Aspect.BEFORE}:
        return False  # "to 0.75 percent" is no change
    if None not in (a.direction, b.direction) and a.direction is not b.direction:
        return False
    x, y = a.subject.concept, b.subject.concept
    return x is None or y is None or related(x, y) in ("same", "broader", "narrower")
