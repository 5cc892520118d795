"""Which like claims of two sources share a topic, and which are kept apart, with why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.match.candidates import clear, mutual
from claimcheck.match.likeness import Likeness
from claimcheck.match.periods import same_period
from claimcheck.model import Cause, Identity, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.match.candidates import Candidate, Pick
    from claimcheck.match.stories import Story
    from claimcheck.model import EventPair

_SEVERAL = 0.8
"""The score asked for on top where one of the two sources gives several values of one name."""
_CERTAIN = 2.0
"""Score from which a topic is certain, where the lexicon knows both heads."""
_NEAR = 0.2
"""How near the numbers said must lie for agreement to mean anything: "more than 20" does not confirm 61,000."""


class Side(NamedTuple):
    """One of two sources: its story, and of each of its claims whether the source gives one value for its subject."""

    story: Story
    alone: Sequence[bool]


class Decision(NamedTuple):
    """Two claims by their places: linked, for certain or not, or parted by a step of the decision order."""

    a: int
    b: int
    certain: bool
    parted: tuple[Step, Cause, str] | None = None


def decide(found: Sequence[Pick], a: Side, b: Side, event: EventPair) -> Iterator[Decision]:
    """Link or part the claims of two sources: first those that agree, then the rest."""
    settled = list(_agreed(found, event))
    yield from settled
    ours, theirs = {d.a for d in settled}, {d.b for d in settled}
    left = [pick for pick in found if not pick.like.meet and pick.a not in ours and pick.b not in theirs]
    for pick in clear(left):
        extra = 0.0 if a.alone[pick.a] and b.alone[pick.b] else _SEVERAL
        parted = _parted(pick.like, a.story, b.story, event)
        if parted is not None:
            yield Decision(pick.a, pick.b, certain=False, parted=parted)
        elif pick.like.judgement.score >= pick.like.enough + extra:
            judged = pick.like.judgement
            sure = judged.likeness is Likeness.CERTAIN and judged.score >= _CERTAIN
            yield Decision(pick.a, pick.b, certain=sure)


def _agreed(found: Sequence[Pick], event: EventPair) -> Iterator[Decision]:
    """Claims that find their like value in the other source agree with it; what agrees is not compared further."""
    if event.identity is not Identity.ANOTHER:
        for pick in mutual([pick for pick in found if _near(pick.like)]):
            yield Decision(pick.a, pick.b, certain=pick.like.judgement.likeness is Likeness.CERTAIN)


def _near(like: Candidate) -> bool:
    return like.meet and like.nearness >= _NEAR and like.judgement.likeness >= Likeness.PROBABLE


def _parted(like: Candidate, a: Story, b: Story, event: EventPair) -> tuple[Step, Cause, str] | None:
    """The decision order: event, scope, period; the first step that keeps two claims apart."""
    period = same_period(like.a, a, like.b, b)
    if event.identity is Identity.ANOTHER and period is not True:
        return Step.EVENT, Cause.DIFFERENT_EVENT, event.reason
    if like.judgement.likeness is Likeness.APART and like.judgement.cause is not None:
        return Step.SCOPE, like.judgement.cause, like.judgement.reason
    if period is False:
        return Step.PERIOD, Cause.DIFFERENT_PERIOD, "period"
    return None
