"""The rule ``single-origin``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, ClassVar

from claimcheck.model import Finding, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._across import in_order
from claimcheck.rules._reprints import reprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
        runs = {d.id: self._runs(d) for d in comparison.documents}
        claims = _by_source(comparison.claims)
        for sources in reprints(runs, self.least_share):
            if shown := _common({source: claims.get(source, []) for source in sources}):
                yield self._finding(comparison, shown, set(sources))

    def _runs(self, document: Document) -> set[str]:
        words = _WORD.findall(document.text.lower())
        return {" ".join(words[k : k + self.shingle]) for k in range(len(words) - self.shingle + 1)}

    def _finding(self, comparison: Comparison, shown: list[AnyClaim], sources: set[str]) -> Finding:
        *names, last = (d.source.label for d in comparison.documents if d.id in sources)
        message = self.say("message", source_a=", ".join(names), source_b=last)
        return self.finding(in_order(shown), message, outcome=Outcome.EXPLAINED)


def _by_source(claims: Iterable[AnyClaim]) -> dict[str, list[AnyClaim]]:
    """The claims of each source, in the order of its text."""
    out: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        out[claim.source].append(claim)
    return out


def _common(told: Mapping[str, list[AnyClaim]]) -> list[AnyClaim]:
    """The first claims of each source that another one words alike: what stands around the copy does not count."""
    worded = Counter(text for claims in told.values() for text in {c.text for c in claims})
    return [c for claims in told.values() for c in [c for c in claims if worded[c.text] > 1][:_SHOWN]]
