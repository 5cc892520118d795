"""Which row of a worklist belongs to which claim, and what that means for the findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from claimcheck.model import State, Tick, claim_keys
from claimcheck.review.baseline import Baseline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from claimcheck.model import AnyClaim, Finding, Report
    from claimcheck.review.worklist import Row

    Free: TypeAlias = dict[str, AnyClaim]
    """Claims that no row has been found for yet, by their keys."""

ALIKE = 60
"""How alike two sentences are, of 100, that may be one touched up: one in three words may differ."""


@dataclass
class Ticks:
    """What was noted, by the key of the claim, and the rows whose figure is gone."""

    found: dict[str, Tick] = field(default_factory=dict)
    lost: list[Row] = field(default_factory=list)

    def baseline(self, report: Report, claims: Sequence[AnyClaim]) -> Baseline:
        """Which findings are hidden or confirmed by what is noted beside their figures.

        A note counts for the findings that the figure had when it was written: a new one is new.
        """
        keys = dict(zip((claim.id for claim in claims), claim_keys(claims), strict=True))
        states = {finding.fingerprint: set(self._states(finding, keys)) for finding in report.findings}
        confirmed = frozenset(name for name, said in states.items() if State.CONFIRMED in said)
        hidden = frozenset(name for name, said in states.items() if any(state.suppresses for state in said))
        return Baseline(hidden - confirmed, confirmed)

    def _states(self, finding: Finding, keys: dict[str, str]) -> Iterable[State]:
        for claim in finding.claims:
            tick = self.found.get(keys.get(claim.id, ""), Tick())
            if any(finding.fingerprint.startswith(known) for known in tick.findings):
                yield State.OPEN if tick.unreasoned else tick.state


def match_rows(rows: Iterable[Row], claims: Sequence[AnyClaim]) -> Ticks:
    """Find the claim of each row: by its id, by its id in a file that moved, or by its words."""
    ticks, free = Ticks(), dict(zip(claim_keys(claims), claims, strict=True))
    left = list(rows)
    for find in (_by_id, _by_name, _by_words):
        left = [row for row in left if not _take(row, find, free, ticks)]
    ticks.lost = left
    return ticks


def _take(
    row: Row, find: Callable[[Row, dict[str, AnyClaim]], str | None], free: dict[str, AnyClaim], to: Ticks
) -> bool:
    key = find(row, free)
    if key is None:
        return False
    to.found[key] = row.tick
    del free[key]
    return True


def _by_id(row: Row, free: Free) -> str | None:
    return row.id if row.id in free else None


def _by_name(row: Row, free: Free) -> str | None:
    """The same words in a file of the same name."""
    name = _name(row.id)
    return next((key for key in free if _name(key) == name), None)


def _name(key: str) -> str:
    source, _, digest = key.rpartition("#")
    return f"{PurePosixPath(source).name}#{digest}"


def _by_words(row: Row, free: Free) -> str | None:
    """The same figure in a sentence that was touched up: the one most like it."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 - rarely needed

    name, text = PurePosixPath(row.source).name, _plain(row.text)
    alike = {
        key: token_sort_ratio(_plain(row.quote), _plain(claim.quote.sentence))
        for key, claim in free.items()
        if _plain(claim.text) == text and PurePosixPath(claim.source).name == name
    }
    best = max(alike, key=lambda key: alike[key], default=None)
    return best if best is not None and alike[best] >= ALIKE else None


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
