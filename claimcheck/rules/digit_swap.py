"""The rule ``digit-swap``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._slip import SlipRule


class DigitSwap(SlipRule):
    """Two neighbouring digits changed places between the reports.

    What it finds: figures of one thing that differ only in the order of two neighbouring digits.

    Why it matters: it is the classic slip of typing or of dictation, and it names itself.

    Example: a stage of "187 Kilometern" and of "178 Kilometern".

    When it is wrong: when both figures are right by chance; two digits swap by chance in about one of 50 pairs.
    """

    cause: ClassVar[Cause] = Cause.DIGITS
