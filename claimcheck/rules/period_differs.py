"""The rule ``period-differs``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._parted import PartedRule


class PeriodDiffers(PartedRule):
    """Two figures of one thing differ, and the texts name different periods for them.

    What it finds: like figures that hold for different months, quarters, years or days, or one of which is "a year"
    and the other for the whole time.

    Why it matters: it is why the figures differ, and the first thing to look at before anyone calls a colleague.

    Example: exports fell by 8.4 percent in March and by 6.2 percent in April.

    When it is wrong: when the date in the sentence belongs to something else than the figure.
    """

    cause: ClassVar[Cause] = Cause.DIFFERENT_PERIOD
