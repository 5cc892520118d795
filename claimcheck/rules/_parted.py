"""The shape of a rule that reports like claims which one step of the decision order kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Cause, Outcome, Step, separation
from claimcheck.rules import Rule
from claimcheck.rules._across import quotes, sides
from claimcheck.rules._values import core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Comparison, Finding


class PartedRule(Rule):
    """A rule for claims kept apart in scope or period for one reason; a subclass names it and is its page."""

    across: ClassVar[bool] = True
    cause: ClassVar[Cause]

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """A note for each such pairing."""
        for pairing in comparison.pairings:
            if pairing.cause == self.cause and pairing.step is not Step.EVENT:
                claims = (pairing.a, pairing.b)
                yield self.finding(
                    claims,
                    self.say("message", **sides(self, comparison, *claims)),
                    outcome=Outcome.EXPLAINED,
                    cause=self.cause,
                    topic=pairing.topic,
                    separation=separation(core(pairing.a), core(pairing.b)),
                    evidence=[self.evidence(c) for c in claims] + quotes(pairing.evidence, pairing.reason),
                )
