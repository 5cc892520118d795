"""Rules of the user's own that a configuration file declares: two values of one concept, too far apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from claimcheck.concepts import ancestors
from claimcheck.concepts import load as load_concepts
from claimcheck.config import Watch
from claimcheck.errors import ConfigError, did_you_mean
from claimcheck.messages import say
from claimcheck.model import Finding, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._across import sides
from claimcheck.rules._stories import one_story

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from claimcheck.model import AnyClaim, Comparison

_PERCENT = 100


class Watched(Rule):
    """Two sources give values of a watched concept that lie further apart than you allow.

    What it finds: any two figures of the concept, in one unit and one story, whose numbers differ by more than the
    ``[[watch]]`` table of your configuration says; hedges are left aside.

    Why it matters: a desk knows best which figure must never differ.

    Example: turnout of 68.9 and of 71.3 percent, where half a point is allowed.

    When it is wrong: when the two figures are of different things with one name; the passages show it.
    """

    across: ClassVar[bool] = True
    watch: ClassVar[Watch]

    @classmethod
    def id(cls) -> str:
        """The name that the configuration gives."""
        return cls.watch.name

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """One finding for each two such figures."""
        watched = [c for c in comparison.claims if c.quantity is not None and self._covers(c)]
        for a, b in combinations(watched, 2):
            if a.source != b.source and one_story(comparison, a, b) and self._apart(a, b):
                message = say(self.lang, "watch.message", **sides(self, comparison, a, b))
                yield self.finding([a, b], message, outcome=Outcome.TENSION, severity=self.watch.severity)

    def _covers(self, claim: AnyClaim) -> bool:
        concept = claim.subject.concept
        return concept is not None and self.watch.concept in ancestors(concept)

    def _apart(self, a: AnyClaim, b: AnyClaim) -> bool:
        """Whether two numbers in one unit differ by more than the table allows."""
        if a.quantity is None or b.quantity is None or a.quantity.unit != b.quantity.unit:
            return False
        x, y = a.quantity.value, b.quantity.value
        return x is not None and y is not None and self._beyond(x, y)

    def _beyond(self, x: Decimal, y: Decimal) -> bool:
        gap = abs(x - y)
        if self.watch.more_than is not None and gap > self.watch.more_than:
            return True
        share = self.watch.more_than_percent
        return share is not None and gap * _PERCENT > share * min(abs(x), abs(y))


def watched(watch: Watch) -> type[Rule]:
    """The rule that a ``[[watch]]`` table declares.

    Raises:
        ConfigError: the concept is not in the lexicon, or the table does not say how far is too far.
    """
    if watch.concept not in load_concepts():
        hint = did_you_mean(watch.concept, load_concepts())
        raise ConfigError(f'[[watch]] {watch.name}: unknown concept "{watch.concept}"{hint}')
    if watch.more_than is None and watch.more_than_percent is None:
        raise ConfigError(f"[[watch]] {watch.name}: say how far is too far, with more-than or more-than-percent.")
    return type("Watched", (Watched,), {"watch": watch, "__doc__": Watched.__doc__, "__module__": __name__})
