"""Which claims share a topic, and which like ones are kept apart, with why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.concepts import roots
from claimcheck.match.likeness import Judgement, Likeness, judge, same_figure
from claimcheck.match.periods import same_period
from claimcheck.match.wording import alike
from claimcheck.match.values import core, dimension_of, nearness
from claimcheck.model import Aspect, Cause, Identity, Pairing, Step, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.match.stories import Story
    from claimcheck.model import AnyClaim, EventPair

ENOUGH = ((Decimal("0.4"), 1.35), (Decimal("0.1"), 2.1), (Decimal("0.01"), 2.7), (Decimal(0), 3.5))
"""Score from which two claims whose values differ are taken for one topic, by the smaller value over the larger: figures
for one thing rarely lie more than twice apart, figures for two things often do."""
_PARTIAL = (Aspect.PART, Aspect.NEW, Aspect.CHANGE)
_APART = 3.0
"""What a known difference in scope takes from a candidate's rank."""
_ALONE = 0.8
"""What is asked for beyond that where one of the two sources gives several values of one name."""
_BY_ROOT = ("[count]", "[ordinal]")
"""Dimensions in which the noun says what a figure is about; a measure may go without one."""
_CERTAIN = 2.0
_NEAR = 0.2
"""How near the numbers said must lie for agreement to mean anything: "more than 20" does not confirm 61,000."""

Pairs = dict[frozenset[str], "EventPair"]


@dataclass(slots=True)
class _Link:
    """Two claims of one topic, and how sure that is."""

    a: AnyClaim
    b: AnyClaim
    certain: bool
    identity: Identity


@dataclass(slots=True)
class _Candidate:
    """Two like claims of two sources."""

    a: AnyClaim
    b: AnyClaim
    judgement: Judgement
    meet: bool

    @property
    def rank(self) -> float:
        """How much speaks for their being one thing: what they share, against what the distance of their values asks for."""
        apart = -_APART if self.judgement.likeness is Likeness.APART else 0.0
        return self.judgement.score + apart + (nearness(self.a, self.b) if self.meet else -_enough(self))


@dataclass(slots=True)
class Matched:
    """The result: topics, and the like claims kept apart."""

    topics: list[Topic] = field(default_factory=list)
    pairings: list[Pairing] = field(default_factory=list)


def topics(claims: Sequence[AnyClaim], stories: dict[str, Story], events: Pairs) -> Matched:
    """Bring claims of one thing together, bucket by bucket, so that unlike claims never meet."""
    out = Matched()
    links: list[_Link] = []
    for bucket in _buckets(claims):
        for names in combinations(sorted({c.source for c in bucket}), 2):
            _between(bucket, names, stories, events, links, out.pairings)
    out.topics = _topics(links, claims)
    return out


def _buckets(claims: Sequence[AnyClaim]) -> Iterator[list[AnyClaim]]:
    """Claims that can be about one thing: same dimension, and for counts concepts of one root or none."""
    by_key: dict[tuple[str, str], list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        dimension = dimension_of(claim)
        by_key[dimension, _root(claim) if dimension in _BY_ROOT else ""].append(claim)
    return (bucket for bucket in by_key.values() if len(bucket) > 1)


def _root(claim: AnyClaim) -> str:
    """The name of the family of concepts: the first of the topmost ancestors; '' for words outside the lexicon."""
    name = claim.subject.concept
    return min(roots(name)) if name else ""


def _between(  # noqa: PLR0913 - the two lists are its result
    bucket: list[AnyClaim],
    names: tuple[str, str],
    stories: dict[str, Story],
    events: Pairs,
    links: list[_Link],
    pairings: list[Pairing],
) -> None:
    """Link or part the claims of two sources."""
    event = events.get(frozenset(names))
    if event is None or event.reason == "unrelated":
        return
    ours, theirs = ([c for c in bucket if c.source == name] for name in names)
    candidates = [c for a in ours for b in theirs if (c := _candidate(a, b)) is not None]
    settled = _settle(candidates, links, event)
    for c in _best(candidates, settled):
        alone = _alone(c.a, ours) and _alone(c.b, theirs)
        _decide(c, stories, event, alone, links, pairings)


def _alone(claim: AnyClaim, bucket: list[AnyClaim]) -> bool:
    """Whether its source gives one value only for its subject: then it hardly speaks of two things by one name."""
    return all(core(c).meets(core(claim)) for c in bucket if _same_head(c, claim) and c.aspect not in _PARTIAL)


def _same_head(a: AnyClaim, b: AnyClaim) -> bool:
    """Whether two claims say that they are about one thing; a claim without a head says nothing."""
    if a.subject.concept or b.subject.concept:
        return a.subject.concept == b.subject.concept
    return bool(a.subject.label and b.subject.label) and alike(a.subject.label, b.subject.label)


def _candidate(a: AnyClaim, b: AnyClaim) -> _Candidate | None:
    judgement = judge(a, b)
    if judgement.likeness is Likeness.UNLIKE:
        return None
    return _Candidate(a, b, judgement, core(a).meets(core(b)))


def _settle(candidates: list[_Candidate], links: list[_Link], event: EventPair) -> set[str]:
    """Claims that find their like value in the other source agree with it; what agrees is not compared further."""
    settled: set[str] = set()
    if event.identity is Identity.ANOTHER:
        return settled
    near = [c for c in candidates if c.meet and nearness(c.a, c.b) >= _NEAR]
    agreeing = [c for c in near if c.judgement.likeness >= Likeness.PROBABLE]
    for c in _mutual(agreeing):
        links.append(_Link(c.a, c.b, c.judgement.likeness is Likeness.CERTAIN, event.identity))
        settled |= {c.a.id, c.b.id}
    return settled


def _best(candidates: list[_Candidate], settled: set[str]) -> list[_Candidate]:
    """Of the claims that still differ, each with the one it is most like, where that is not in doubt."""
    left = [c for c in candidates if not c.meet and c.a.id not in settled and c.b.id not in settled]
    best = _mutual(left)
    return [c for c in best if not _in_doubt(c, best)]


def _mutual(candidates: list[_Candidate]) -> list[_Candidate]:
    """The candidates that are the best of both their claims."""
    best: dict[str, float] = defaultdict(float)
    for c in candidates:
        for claim in (c.a, c.b):
            best[claim.id] = max(best[claim.id], c.rank)
    return [c for c in candidates if c.rank >= best[c.a.id] and c.rank >= best[c.b.id]]


def _in_doubt(c: _Candidate, best: list[_Candidate]) -> bool:
    """Whether one source offers two different values that are equally like the other's: then neither is taken."""
    same_a = [d.b for d in best if d.a.id == c.a.id]
    same_b = [d.a for d in best if d.b.id == c.b.id]
    return any(not core(x).meets(core(y)) for group in (same_a, same_b) for x, y in combinations(group, 2))


def _decide(  # noqa: PLR0913 - the two lists are its result
    c: _Candidate,
    stories: dict[str, Story],
    event: EventPair,
    alone: bool,  # noqa: FBT001 - a fact about the candidate
    links: list[_Link],
    pairings: list[Pairing],
) -> None:
    """The decision order: event, scope, period; what passes all three is one topic."""
    parted = _parted(c, stories, event)
    if parted is not None:
        step, cause, reason = parted
        evidence = event.evidence if step is Step.EVENT else ()
        pairings.append(
            Pairing(a=c.a, b=c.b, step=step, cause=cause, reason=reason, evidence=evidence, topic=_key(c.a))
        )
    elif c.judgement.score + (_ALONE if alone else 0) >= _enough(c) + _ALONE:
        certain = c.judgement.likeness is Likeness.CERTAIN and c.judgement.score >= _CERTAIN
        links.append(_Link(c.a, c.b, certain, event.identity))


def _enough(c: _Candidate) -> float:
    """The score that the distance of the values asks for; a slip of the pen may lie anywhere."""
    if c.a.quantity is None or same_figure(c.a, c.b):
        return ENOUGH[0][1]
    near = nearness(c.a, c.b)
    return next(score for least, score in ENOUGH if near >= least)


def _parted(c: _Candidate, stories: dict[str, Story], event: EventPair) -> tuple[Step, Cause, str] | None:
    period = same_period(c.a, stories[c.a.source], c.b, stories[c.b.source])
    if event.identity is Identity.ANOTHER and period is not True:
        return Step.EVENT, Cause.DIFFERENT_EVENT, event.reason
    if c.judgement.likeness is Likeness.APART and c.judgement.cause is not None:
        return Step.SCOPE, c.judgement.cause, c.judgement.reason
    if period is False:
        return Step.PERIOD, Cause.DIFFERENT_PERIOD, "period"
    return None


def _topics(links: list[_Link], claims: Sequence[AnyClaim]) -> list[Topic]:
    """Linked claims are one topic (union-find), in the order of the texts."""
    parent: dict[str, str] = {}

    def find(x: str) -> str:
        while parent.setdefault(x, x) != x:
            x = parent[x]
        return x

    for link in links:
        parent[find(link.a.id)] = find(link.b.id)
    groups: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        if claim.id in parent:
            groups[find(claim.id)].append(claim)
    weak = {find(link.a.id) for link in links if not link.certain}
    unknown = {find(link.a.id) for link in links if link.identity is Identity.UNKNOWN}
    return [_topic(g, root not in weak, root in unknown) for root, g in groups.items()]


def _topic(claims: list[AnyClaim], certain: bool, unknown: bool) -> Topic:  # noqa: FBT001 - two yes-or-no facts
    return Topic(
        key=_key(claims[0]),
        label=claims[0].subject.label or claims[0].text,
        claims=tuple(claims),
        identity=Identity.UNKNOWN if unknown else Identity.SAME,
        scope_certain=certain,
    )


def _key(claim: AnyClaim) -> str:
    """A readable key: what, in which dimension, of which event."""
    what = claim.subject.concept or claim.subject.label.casefold() or "figure"
    return "|".join(filter(None, [what, dimension_of(claim), claim.event or ""]))
