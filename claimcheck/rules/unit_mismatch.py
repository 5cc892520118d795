"""The rule ``unit-mismatch``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._slip import SlipRule


class UnitMismatch(SlipRule):
    """The reports give the same number in two units: one of them kept the figure and changed the unit.

    What it finds: one number with two units of one dimension - miles and kilometres, acres and hectares.

    Why it matters: a figure that was converted in words only is off by the factor of the units.

    Example: a moor of "3,500 acres" in one report, of "3,500 hectares" in the other.

    When it is wrong: when the number is the same by chance.
    """

    cause: ClassVar[Cause] = Cause.UNIT
