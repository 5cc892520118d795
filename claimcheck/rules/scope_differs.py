"""The rule ``scope-differs``."""

from __future__ import annotations

from typing import ClassVar

from claimcheck.model import Cause
from claimcheck.rules._parted import PartedRule


class ScopeDiffers(PartedRule):
    """Two figures with the same noun differ, and the words around them say that they count different things.

    What it finds: like figures told apart by a part and its whole, new and total, a change and its level, a modifier
    ("Chinese students", "Russian students"), or a named party.

    Why it matters: it is why the figures differ; shown as a note, so that nobody has to look twice.

    Example: 2.3 million subscribers added, 41 million in all.

    When it is wrong: when two reports describe the same group in different words.
    """

    cause: ClassVar[Cause] = Cause.DIFFERENT_SCOPE
