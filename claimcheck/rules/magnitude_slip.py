"""The rule ``magnitude-slip``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._slip import SlipRule


class MagnitudeSlip(SlipRule):
    """One figure is a thousand or a million times the other: most likely a scale word slipped.

    What it finds: two figures of one thing in the ratio of 1,000 or 1,000,000 - million for billion, or the German
    *Billion* (10^12) for the English *billion* (10^9, German *Milliarde*).

    Why it matters: it is the most frequent slip in translated economic news, and it survives every spelling check.

    Example: trade of "410 Millionen Euro" in one report is "€410 billion" in the other.

    When it is wrong: when both figures are right and differ by that factor, for instance a village and its country.
    """

    cause: ClassVar[Cause] = Cause.MAGNITUDE
