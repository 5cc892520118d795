"""The rule ``same-figure-two-measures``."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.concepts import load as load_concepts
from claimcheck.concepts import related, roots
from claimcheck.model import Finding, Kind, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, sides
from claimcheck.rules._stories import one_story
from claimcheck.rules._values import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import AnyClaim, Comparison


class SameFigureTwoMeasures(Rule):
    """One unusual figure is attached to two different things.

    What it finds: the same number with three or more significant digits, of one thing in one report and of another one,
    kept apart in the lexicon, in the other. Both can be right; more likely one slipped into the wrong sentence.

    Why it matters: a table column read one off gives figures that look right.

    Example: 3,180 shelters in one report, 3,180 dead in the other.

    When it is wrong: when two things really come in the same number.
    """

    across: ClassVar[bool] = True

    least_digits: int = 3
    """Significant digits from which two equal numbers are no chance."""

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each such figure."""
        counts = [c for c in comparison.claims if _names_its_thing(c) and len(digits(c)) >= self.least_digits]
        for k, a in enumerate(counts):
            for b in counts[k + 1 :]:
                if a.source != b.source and _two_things(a, b) and one_story(comparison, a, b):
                    yield self._finding(comparison, a, b)

    def _finding(self, comparison: Comparison, a: AnyClaim, b: AnyClaim) -> Finding:
        message = self.say("message", **sides(self, comparison, a, b))
        return self.finding(in_order([a, b]), message, outcome=Outcome.TENSION)


def _names_its_thing(claim: AnyClaim) -> bool:
    """Whether a count stands with its noun: what "the fleet grew to 144" counts is only guessed."""
    return claim.kind is Kind.COUNT and (claim.start is None or claim.subject.label in claim.text)


def _two_things(a: AnyClaim, b: AnyClaim) -> bool:
    """The same number of two known things that are unlike."""
    x, y = a.subject.concept, b.subject.concept
    same_number = a.quantity is not None and b.quantity is not None and a.quantity.value == b.quantity.value
    return bool(same_number and x and y and (related(x, y) == "apart" or not roots(x) & roots(y) or _two_fates(x, y)))


def _two_fates(x: str, y: str) -> bool:
    """Whether both are states of people, and not one state: arrested and injured."""
    kinds = {load_concepts()[name].kind for name in (x, y)}
    return kinds == {"role"} and related(x, y) == "unrelated"
