"""The rule ``single-origin``."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Finding, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order, name

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        """A note for each two reports that are one text."""
        runs = {d.id: self._runs(d) for d in comparison.documents}
        for a, b in combinations(runs, 2):
            fewer = min(len(runs[a]), len(runs[b]))
            if fewer and len(runs[a] & runs[b]) / fewer >= self.least_share:
                shown = [*_common(comparison, a, b), *_common(comparison, b, a)]
                if shown:
                    yield self._finding(comparison, shown, a, b)

    def _runs(self, document: Document) -> set[tuple[str, ...]]:
        words = _WORD.findall(document.text.lower())
        return {tuple(words[k : k + self.shingle]) for k in range(len(words) - self.shingle + 1)}

    def _finding(self, comparison: Comparison, shown: list[AnyClaim], a: str, b: str) -> Finding:
        first = {c.source: c for c in reversed(shown)}
        names = [name(comparison, first[source]) if source in first else source for source in (a, b)]
        message = self.say("message", source_a=names[0], source_b=names[1])
        return self.finding(in_order(shown), message, outcome=Outcome.EXPLAINED)


def _common(comparison: Comparison, source: str, other: str) -> list[AnyClaim]:
    """The first claims of one source that the other one words alike: what stands around the copy does not count."""
    worded = {c.text for c in comparison.of_source(other)}
    return [c for c in comparison.of_source(source) if c.text in worded][:_SHOWN]
