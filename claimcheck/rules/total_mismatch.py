"""Parts that do not add up to their total."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.messages import interval, number
from claimcheck.model import Hedge, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, fit, middle
from claimcheck.rules._kin import place, said, value
from claimcheck.rules._passages import scenes
from claimcheck.rules._sums import Sum, subsets, sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Finding, QuantityClaim
    from claimcheck.rules._passages import Passage


class TotalMismatch(Rule):
    """Figures that are said to be the parts of a total add up to something else.

    Why it matters: one of the figures is a slip, or a part is missing that the reader should know of.

    Example: "She was given 41.5 points and 38.2 points, 77.9 in all" - the two make 79.7.

    When it is wrong: the list is not complete and the text does not show it, or one figure is counted twice on
    purpose. "Among them" and "including" announce a choice, so there only a part that is larger than its whole is
    reported. After "of these" a list need not be complete either: a sum below the total is a tension, and only if
    no more than ``gap`` of the total and less than the smallest part is left over. Figures rounded to tens or
    hundreds may miss their total by the rounding.
    """

    gap: Decimal = Decimal("0.15")
    """What may be left over of a total, as a share of it, for a list of three or more parts to look complete; also how
    far a total may be from figures of the sentences before it that are taken for its parts."""
    reach: Decimal = Decimal("1.6")
    """Figures whose sum is more than this many times their total (or less than that share) are not its parts."""
    slip: Decimal = Decimal(5)
    """A part that is larger than its whole by more than this factor is a part of something else."""
    rounding: Decimal = Decimal("0.025")
    """By how much a round total may miss the sum of finer parts, as a share of it."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each sum that does not come out."""
        for scene in scenes(comparison):
            for announced in sums(scene):
                if outcome := self._outcome(announced):
                    yield self._found(announced, outcome)
            yield from self._exceeding(scene.here)

    def _exceeding(self, passage: Passage) -> Iterator[Finding]:
        for whole, part in subsets(passage):
            if fit(value(whole), value(part)) is Fit.APART and self._larger(part, whole):
                yield self._exceeded(whole, part)

    def _outcome(self, announced: Sum) -> Outcome | None:
        """How serious it is that a sum does not come out; None if it does or need not."""
        reckoned = announced.made
        if announced.settled or not self._plausible(announced):
            return None
        if not announced.complete:
            return self._of_choice(announced)
        if fit(reckoned, value(announced.whole)) is Fit.APART:
            return Outcome.CONTRADICTION
        return None if self._rounded(announced) else Outcome.TENSION

    def _of_choice(self, announced: Sum) -> Outcome | None:
        """The same for a list that may be a choice."""
        left = said(announced.whole) - middle(announced.made)
        if left < 0:
            return Outcome.CONTRADICTION if not self._rounded(announced) else None
        looks_complete = len(announced.parts) >= 3 and left < min(map(said, announced.parts))
        return Outcome.TENSION if looks_complete and left <= self.gap * said(announced.whole) else None

    def _plausible(self, announced: Sum) -> bool:
        whole, made = said(announced.whole), middle(announced.made)
        reach = 1 + self.gap if announced.far else self.reach
        return whole > 0 and made > 0 and whole / reach <= made <= whole * reach

    def _rounded(self, announced: Sum) -> bool:
        """Whether the total is said more roughly than its parts and misses their sum by no more than that."""
        whole = announced.whole
        rougher = place(whole) > min(map(place, announced.parts))
        return rougher and abs(said(whole) - middle(announced.made)) <= self.rounding * said(whole)

    def _found(self, announced: Sum, outcome: Outcome) -> Finding:
        made = interval(announced.made.core, self.lang)
        parts = self.say("and").join(part.text for part in announced.parts)
        key = "sum" if announced.complete or outcome is Outcome.CONTRADICTION else "choice"
        message = self.say(key, parts=parts, made=made, whole=announced.whole.text, count=len(announced.parts))
        return self.finding([announced.whole, *announced.parts], message, outcome=outcome)

    def _larger(self, part: QuantityClaim, whole: QuantityClaim) -> bool:
        """Whether a part is the larger one, by a slip: ten times as many would not be of the same things."""
        return said(whole) < said(part) <= self.slip * said(whole) and part.quantity.hedge is not Hedge.VAGUE

    def _exceeded(self, whole: QuantityClaim, part: QuantityClaim) -> Finding:
        message = self.say("exceeds", part=part.text, whole=whole.text, by=number(said(part) - said(whole), self.lang))
        return self.finding([whole, part], message, outcome=Outcome.CONTRADICTION)
