"""The rule ``single-origin``."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Finding, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import AnyClaim, Comparison, Document

_WORD = re.compile(r"\w+")
_SHOWN = 2


class SingleOrigin(Rule):
    """Two reports are one text: what they agree on is said once, not twice.

    What it finds: reports that share most of their runs of words (shingles; Broder 1997), as reprints of one wire
    report do.

    Why it matters: three papers with one figure are three witnesses only if they did not copy each other.

    Example: an agency report printed under two mastheads.

    When it is wrong: hardly ever; short notices that quote one press release may look like copies.
    """

    across: ClassVar[bool] = True

    shingle: int = 5
    """Words in a run."""
    least_share: float = 0.5
    """Share of the shorter text's runs that the other must have."""

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """A note for all reports that are one text."""
        for sources in _groups(self._copies(comparison.documents)):
            shown = [c for source in sources for c in _common(comparison, source, sources)]
            if shown:
                yield self._finding(comparison, shown, sources)

    def _copies(self, documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
        """Each two documents that share enough runs."""
        runs = {d.id: self._runs(d) for d in documents}
        for a, b in combinations(runs, 2):
            fewer = min(len(runs[a]), len(runs[b]))
            if fewer and len(runs[a] & runs[b]) / fewer >= self.least_share:
                yield a, b

    def _runs(self, document: Document) -> set[tuple[str, ...]]:
        words = _WORD.findall(document.text.lower())
        return {tuple(words[k : k + self.shingle]) for k in range(len(words) - self.shingle + 1)}

    def _finding(self, comparison: Comparison, shown: list[AnyClaim], sources: list[str]) -> Finding:
        *names, last = (d.source.label for d in comparison.documents if d.id in sources)
        message = self.say("message", source_a=", ".join(names), source_b=last)
        return self.finding(in_order(shown), message, outcome=Outcome.EXPLAINED)


def _groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """What is a copy of one text, directly or through others."""
    groups: list[set[str]] = []
    for pair in pairs:
        touched = [g for g in groups if not g.isdisjoint(pair)]
        groups = [*(g for g in groups if g not in touched), set(pair).union(*touched)]
    return sorted(sorted(group) for group in groups)


def _common(comparison: Comparison, source: str, sources: Iterable[str]) -> list[AnyClaim]:
    """The first claims of a source that another one words alike: what stands around the copy does not count."""
    worded = {c.text for other in sources if other != source for c in comparison.of_source(other)}
    return [c for c in comparison.of_source(source) if c.text in worded][:_SHOWN]
