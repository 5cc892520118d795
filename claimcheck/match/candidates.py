"""Pairs of like claims of two sources, and which of them are the best for each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.match.likeness import Likeness, judge, same_figure
from claimcheck.match.values import nearness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.match.forms import Form
    from claimcheck.match.likeness import Judgement
    from claimcheck.model import Interval

ENOUGH = ((Decimal("0.4"), 1.35), (Decimal("0.1"), 2.1), (Decimal("0.01"), 2.7), (Decimal(0), 3.5))
"""Score from which two claims whose values differ are taken for one topic, by the smaller value over the larger.

Figures for one thing rarely lie more than twice apart, figures for two things often do.
"""
_APART = 3.0
"""What a known difference in scope takes from a candidate's rank."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """Two forms that may be about one thing; judged once, whoever says them."""

    a: Form
    b: Form
    judgement: Judgement

    @cached_property
    def meet(self) -> bool:
        """Whether the two values share a point."""
        return self.a.core.meets(self.b.core)

    @cached_property
    def nearness(self) -> float:
        """How near the numbers said lie to each other, from 1 down to 0."""
        return nearness(self.a.middle, self.b.middle)

    @cached_property
    def enough(self) -> float:
        """The score that the distance of the values asks for; slips and claims of one named event may lie anywhere."""
        if self.a.calendar or same_figure(self.a, self.b) or self._named:
            return ENOUGH[0][1]
        return next(score for least, score in ENOUGH if self.nearness >= least)

    def turned(self) -> Candidate:
        """The same two the other way round."""
        return Candidate(self.b, self.a, self.judgement)

    @property
    def _named(self) -> bool:
        """Whether whoever made the claims gave both one event."""
        return self.a.event is not None and self.a.event == self.b.event

    @cached_property
    def rank(self) -> float:
        """How much speaks for one thing: what the claims share, against what the distance of their values asks for."""
        apart = _APART if self.judgement.likeness is Likeness.APART else 0.0
        return self.judgement.score - apart + (self.nearness if self.meet else -self.enough)


class Pick(NamedTuple):
    """A candidate for one claim of each of two sources, by the places of the claims among those of their sources."""

    a: int
    b: int
    like: Candidate


def candidate(a: Form, b: Form) -> Candidate | None:
    """What two claims of these forms are for each other; None where they are unlike."""
    judgement = judge(a, b)
    return None if judgement.likeness is Likeness.UNLIKE else Candidate(a, b, judgement)


def mutual(found: Sequence[Pick]) -> list[Pick]:
    """The candidates that are the best of both their claims."""
    if len(found) == 1:
        return list(found)
    best_a: dict[int, float] = defaultdict(lambda: -inf)
    best_b: dict[int, float] = defaultdict(lambda: -inf)
    for a, b, like in found:
        best_a[a] = max(best_a[a], like.rank)
        best_b[b] = max(best_b[b], like.rank)
    return [pick for pick in found if pick.like.rank >= best_a[pick.a] and pick.like.rank >= best_b[pick.b]]


def clear(found: Sequence[Pick]) -> list[Pick]:
    """Those of the best whose source does not offer two different values that are equally like the other's."""
    best = mutual(found)
    if len(best) < 2:
        return best
    offers_a: dict[int, dict[Form, None]] = defaultdict(dict)
    offers_b: dict[int, dict[Form, None]] = defaultdict(dict)
    for a, b, like in best:
        offers_a[a][like.b] = None
        offers_b[b][like.a] = None
    doubt_a, doubt_b = ({at for at, forms in offers.items() if _differ(forms)} for offers in (offers_a, offers_b))
    return [pick for pick in best if pick.a not in doubt_a and pick.b not in doubt_b]


def _differ(forms: Iterable[Form]) -> bool:
    """Whether any two of some values share no point."""
    return any(not x.meets(y) for x, y in combinations(_cores(forms), 2))


def _cores(forms: Iterable[Form]) -> list[Interval]:
    return [form.core for form in forms]
