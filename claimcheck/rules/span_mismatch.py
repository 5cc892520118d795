"""Start, end and length do not go together."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.messages import number
from claimcheck.model import Outcome
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, fit
from claimcheck.rules._passages import scenes
from claimcheck.rules._spans import Span, spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Comparison, Finding

_DAY = Decimal(86_400)
"""Seconds."""


class SpanMismatch(Rule):
    """A stretch of time has a start, an end and a stated length, and the three do not go together.

    Why it matters: readers plan by it, records are measured by it; one of the three is a slip.

    Example: "the siege began on 5 January and ended on 11 February, after 57 days" - those are 37 days.

    When it is wrong: the length is that of a part (days of work, time without breaks) and the sentence does not say
    so. Lengths below ``part`` or above one over ``part`` of the span are taken to be of something else. The first and
    the last day may both count, or not.
    """

    part: Decimal = Decimal("0.4")
    """A length below this share of the span is that of something else."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each length that does not fit."""
        for scene in scenes(comparison):
            for span in spans(scene):
                if self._off(span):
                    yield self._found(span)

    def _off(self, span: Span) -> bool:
        said, reckoned = span.said, Value.between(*span.bounds)
        if fit(said, reckoned) is not Fit.APART:
            return False
        middle = (span.bounds[0] + span.bounds[1]) / 2
        low, high = said.core.low, said.core.high
        return low is not None and high is not None and middle * self.part <= (low + high) / 2 <= middle / self.part

    def _found(self, span: Span) -> Finding:
        high = span.bounds[1] / _DAY
        ends = self.say("and").join(claim.text for claim in span.ends)
        key, value = ("days", high) if high >= 2 else ("minutes", span.bounds[1] / 60)
        message = self.say(
            key, ends=ends, length=span.length.text, reckoned=number(value.quantize(Decimal(1)), self.lang)
        )
        return self.finding([*span.ends, span.length], message, outcome=Outcome.CONTRADICTION)
