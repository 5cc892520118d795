"""What people say of findings and figures."""

from __future__ import annotations

import hashlib
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.model.base import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model.claim import AnyClaim


class State(StrEnum):
    """What was decided about a finding, or about a figure."""

    OPEN = "open"
    """Nothing yet, or no longer; there may be a note."""
    CONFIRMED = "confirmed"
    """It is as it seems: a finding stays visible."""
    EXPLAINED = "explained"
    """There is a reason why all can stand; a finding is suppressed."""
    DISMISSED = "dismissed"
    """There is nothing to it; a finding is suppressed."""

    @property
    def suppresses(self) -> bool:
        """Whether a finding of this state is hidden, which takes a reason."""
        return self in (State.EXPLAINED, State.DISMISSED)


class Tick(Record):
    """What a desk noted beside one figure of its worklist, in its own words."""

    status: str = ""
    """One of the states, or whatever else was written there."""
    by: str = ""
    note: str = ""
    findings: tuple[str, ...] = ()
    """The beginnings of the fingerprints of the findings that the figure had then."""

    @property
    def state(self) -> State:
        """The state that the status names; other words leave a figure open.

        >>> Tick(status="Confirmed").state, Tick(status="ask again").state
        (<State.CONFIRMED: 'confirmed'>, <State.OPEN: 'open'>)
        """
        word = self.status.strip().casefold()
        return State(word) if word in set(State) else State.OPEN

    @property
    def unreasoned(self) -> bool:
        """Whether it would hide findings, but says no reason: then it hides none."""
        return self.state.suppresses and not self.note


def claim_keys(claims: Sequence[AnyClaim]) -> list[str]:
    """A name for each claim that it keeps when its text moves: its source, and a digest of its words and sentence.

    >>> from claimcheck.model import Claim
    >>> claim_keys([Claim.of("12", source="a"), Claim.of("12", source="a")])
    ['a#5f24e50b7cb5', 'a#5f24e50b7cb5-2']
    """
    seen: Counter[str] = Counter()
    keys = []
    for claim in claims:
        key = f"{claim.source}#{_digest(claim)}"
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return keys


def _digest(claim: AnyClaim) -> str:
    words = f"{claim.text}|{claim.quote.sentence}"
    return hashlib.sha256(" ".join(words.lower().split()).encode("utf-8", "replace")).hexdigest()[:12]
