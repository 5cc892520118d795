"""The rule ``planned-for-done``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._parted import PartedRule


class PlannedForDone(PartedRule):
    """One report gives what was planned or announced, the other what came of it.

    What it finds: like figures of which one stands with "will", "plans", "soll", the other with a completed action.

    Why it matters: plan and result differ by nature; a plan that is quoted as a result is another matter.

    Example: 1,200 flats were planned, 870 were built.

    When it is wrong: when the report that speaks of the result took its figure from the plan.
    """

    cause: ClassVar[Cause] = Cause.PLANNED_FOR_DONE
