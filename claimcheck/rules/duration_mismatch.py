"""The rule ``duration-mismatch``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Kind
from claimcheck.rules.value_mismatch import ValueMismatch

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim


class DurationMismatch(ValueMismatch):
    """Two sources say differently how long one thing lasted or lasts.

    What it finds: lengths of time of one thing that share no value, compared in days or seconds whatever the words.

    Why it matters: a closure of six weeks that is one of eight is what readers plan by.

    Example: talks of "five weeks" in one report, of "two months" in the other.

    When it is wrong: when one report counts working days, or from another start.
    """

    def covers(self, claim: AnyClaim) -> bool:
        """Only durations."""
        return claim.kind is Kind.DURATION
