"""The rule ``ordinal-mismatch``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Kind
from claimcheck.rules.value_mismatch import ValueMismatch

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim


class OrdinalMismatch(ValueMismatch):
    """Two sources give one thing a different place in its series.

    What it finds: ordinals of one noun in reports of one event: the fourth stage, the fifth stage.

    Why it matters: a title too many is quoted for years.

    Example: the fifth championship of a club in one report, its sixth in the other.

    When it is wrong: when the reports count from different starts, such as league titles and all titles.
    """

    def covers(self, claim: AnyClaim) -> bool:
        """Only ordinals."""
        return claim.kind is Kind.ORDINAL
