"""The rule ``attribution-differs``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._parted import PartedRule


class AttributionDiffers(PartedRule):
    """Two figures of one thing differ, and the texts name two different speakers for them.

    What it finds: like figures one of which is given by one party (the police), the other by another one (the
    organisers), each named in its text.

    Why it matters: both reports can be right about what was said.

    Example: the police speak of 1,500 marchers, the union of 4,000.

    When it is wrong: when both speakers rely on the same count.
    """

    cause: ClassVar[Cause] = Cause.ATTRIBUTION
