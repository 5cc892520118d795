"""Pairs of like claims of two sources, and which of them are the best for each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

from claimcheck.match.likeness import Judgement, Likeness, judge, same_figure
from claimcheck.match.values import core, nearness
from claimcheck.match.wording import alike
from claimcheck.model import Aspect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import AnyClaim

ENOUGH = ((Decimal("0.4"), 1.35), (Decimal("0.1"), 2.1), (Decimal("0.01"), 2.7), (Decimal(0), 3.5))
"""Score from which two claims whose values differ are taken for one topic, by the smaller value over the larger.

Figures for one thing rarely lie more than twice apart, figures for two things often do.
"""
_PARTIAL = (Aspect.PART, Aspect.NEW, Aspect.CHANGE)
_APART = 3.0
"""What a known difference in scope takes from a candidate's rank."""


@dataclass(frozen=True)
class Candidate:
    """Two claims of two sources that may be about one thing."""

    a: AnyClaim
    b: AnyClaim
    judgement: Judgement

    @cached_property
    def meet(self) -> bool:
        """Whether the two values share a point."""
        return core(self.a).meets(core(self.b))

    @cached_property
    def nearness(self) -> float:
        """How near the numbers said lie to each other, from 1 down to 0."""
        return nearness(self.a, self.b)

    @cached_property
    def enough(self) -> float:
        """The score that the distance of the values asks for; slips and claims of one named event may lie anywhere."""
        if self.a.quantity is None or same_figure(self.a, self.b) or self._named:
            return ENOUGH[0][1]
        return next(score for least, score in ENOUGH if self.nearness >= least)

    @property
    def _named(self) -> bool:
        """Whether whoever made the claims gave both one event."""
        return self.a.event is not None and self.a.event == self.b.event

    @cached_property
    def rank(self) -> float:
        """How much speaks for one thing: what the claims share, against what the distance of their values asks for."""
        apart = _APART if self.judgement.likeness is Likeness.APART else 0.0
        return self.judgement.score - apart + (self.nearness if self.meet else -self.enough)


def candidates(ours: Iterable[AnyClaim], theirs: list[AnyClaim]) -> list[Candidate]:
    """Every two like claims of two sources."""
    pairs = (Candidate(a, b, judge(a, b)) for a in ours for b in theirs)
    return [c for c in pairs if c.judgement.likeness is not Likeness.UNLIKE]


def mutual(found: list[Candidate]) -> list[Candidate]:
    """The candidates that are the best of both their claims."""
    best: dict[str, float] = defaultdict(lambda: -inf)
    for c in found:
        for claim in (c.a, c.b):
            best[claim.id] = max(best[claim.id], c.rank)
    return [c for c in found if c.rank >= best[c.a.id] and c.rank >= best[c.b.id]]


def clear(found: list[Candidate]) -> list[Candidate]:
    """Those of the best whose source does not offer two different values that are equally like the other's."""
    best = mutual(found)
    return [c for c in best if not _in_doubt(c, best)]


def _in_doubt(c: Candidate, best: list[Candidate]) -> bool:
    same_a = [d.b for d in best if d.a.id == c.a.id]
    same_b = [d.a for d in best if d.b.id == c.b.id]
    return any(not core(x).meets(core(y)) for group in (same_a, same_b) for x, y in combinations(group, 2))


def alone(claim: AnyClaim, others: Iterable[AnyClaim]) -> bool:
    """Whether its source gives one value only for its subject: then it hardly speaks of two things by one name."""
    return all(core(c).meets(core(claim)) for c in others if c.aspect not in _PARTIAL and _same_head(c, claim))


def _same_head(a: AnyClaim, b: AnyClaim) -> bool:
    """Whether two claims say that they are about one thing; a claim without a head says nothing."""
    if a.subject.concept or b.subject.concept:
        return a.subject.concept == b.subject.concept
    return bool(a.subject.label and b.subject.label) and alike(a.subject.label, b.subject.label)
