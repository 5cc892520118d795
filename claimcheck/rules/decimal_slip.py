"""The rule ``decimal-slip``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._slip import SlipRule


class DecimalSlip(SlipRule):
    """The two figures have the same digits, ten or a hundred times apart: a decimal point moved or a zero was lost.

    What it finds: figures of one thing with equal significant digits in the ratio of 10 or 100.

    Why it matters: the reader has no way to see it from one report alone.

    Example: a focus "12 kilometres" deep in one report, "120 kilometres" in the other.

    When it is wrong: when both are round by nature: 10 of one thing and 100 of another one with the same name.
    """

    cause: ClassVar[Cause] = Cause.DECIMAL
