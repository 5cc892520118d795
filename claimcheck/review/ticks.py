"""Which row of a worklist belongs to which claim, and what that means for the findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimcheck.model import State, Tick, claim_keys
from claimcheck.review.baseline import Baseline
from claimcheck.review.decisions import STATUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimcheck.model import AnyClaim, Finding, Report
    from claimcheck.review.worklist import Row
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
        ticks = {finding.fingerprint: list(self._of(finding, keys)) for finding in report.findings}
        confirmed = {name: tick for name, said in ticks.items() for tick in said if tick.state is State.CONFIRMED}
        hidden = {name: tick for name, said in ticks.items() for tick in said if tick.state.suppresses}
        noted = {name: _suppression(tick) for name, tick in {**hidden, **confirmed}.items()}
        return Baseline(frozenset(hidden.keys() - confirmed.keys()), frozenset(confirmed), noted=noted)

    def _of(self, finding: Finding, keys: dict[str, str]) -> Iterable[Tick]:
        """What is noted beside the figures of a finding and has an effect on it."""
        for claim in finding.claims:
            tick = self.found.get(keys.get(claim.id, ""), Tick())
            if not tick.unreasoned and any(finding.fingerprint.startswith(known) for known in tick.findings):
                yield tick


def _suppression(tick: Tick) -> dict[str, Any]:
    """As SARIF says it."""
    said = {"kind": "external", "status": STATUS[tick.state], "justification": tick.note}
    return {**said, "properties": {"state": tick.state.value, "by": tick.by}}


class Free:
    """Claims that no row has been found for yet, by key, by name of file and digest, and by name of file and words."""

    def __init__(self, claims: Sequence[AnyClaim]) -> None:
        """All of them."""
        self.claims = dict(zip(claim_keys(claims), claims, strict=True))
        self.by_name: dict[str, list[str]] = {}
        self.by_words: dict[tuple[str, str], list[str]] = {}
        for key, claim in self.claims.items():
            self.by_name.setdefault(_name(key), []).append(key)
            self.by_words.setdefault((_file(claim.source), _plain(claim.text)), []).append(key)

    def of(self, keys: Sequence[str]) -> list[str]:
        """Those of some keys that are still free."""
        return [key for key in keys if key in self.claims]


def match_rows(rows: Iterable[Row], claims: Sequence[AnyClaim]) -> Ticks:
    """Find the claim of each row: by its id, by its id in a file that moved, or by its words."""
    ticks, free, left = Ticks(), Free(claims), list(rows)
    for find in (_by_id, _by_name, _by_words):
        left = [row for row in left if not _take(row, find, free, ticks)]
    ticks.lost = left
    return ticks


def _take(row: Row, find: Callable[[Row, Free], str | None], free: Free, to: Ticks) -> bool:
    key = find(row, free)
    if key is None:
        return False
    to.found[key] = row.tick
    del free.claims[key]
    return True


def _by_id(row: Row, free: Free) -> str | None:
    return row.id if row.id in free.claims else None


def _by_name(row: Row, free: Free) -> str | None:
    """The same words in a file of the same name."""
    return next(iter(free.of(free.by_name.get(_name(row.id), []))), None)


def _by_words(row: Row, free: Free) -> str | None:
    """The same figure in a sentence that was touched up: the one most like it."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 - rarely needed

    keys = free.of(free.by_words.get((_file(row.source), _plain(row.text)), []))
    alike = {key: token_sort_ratio(_plain(row.quote), _plain(free.claims[key].quote.sentence)) for key in keys}
    best = max(keys, key=lambda key: alike[key], default=None)
    return best if best is not None and alike[best] >= ALIKE else None


def _name(key: str) -> str:
    source, _, digest = key.rpartition("#")
    return f"{_file(source)}#{digest}"


def _file(source: str) -> str:
    return source.rpartition("/")[2]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
