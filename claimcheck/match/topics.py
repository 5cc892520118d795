"""Which claims share a topic, and which like ones are kept apart, with why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.concepts import roots
from claimcheck.match.candidates import Candidate, alone, candidates, clear, mutual
from claimcheck.match.groups import Groups
from claimcheck.match.likeness import Likeness
from claimcheck.match.periods import same_period
from claimcheck.match.values import dimension_of
from claimcheck.model import Cause, Identity, Pairing, Step, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.match.stories import Story
    from claimcheck.model import AnyClaim, EventPair

_SEVERAL = 0.8
"""The score asked for on top where one of the two sources gives several values of one name."""
_CERTAIN = 2.0
"""Score from which a topic is certain, where the lexicon knows both heads."""
_NEAR = 0.2
"""How near the numbers said must lie for agreement to mean anything: "more than 20" does not confirm 61,000."""
_BY_ROOT = ("[count]", "[ordinal]")
"""Dimensions in which the noun says what a figure is about; a measure may go without one."""


@dataclass(slots=True)
class _Link:
    """Two claims of one topic, and how sure that is."""

    a: AnyClaim
    b: AnyClaim
    certain: bool
    identity: Identity


@dataclass(slots=True)
class Matching:
    """Brings claims of one thing together, and keeps what parts like ones."""

    stories: Mapping[str, Story]
    events: Mapping[frozenset[str], EventPair]
    pairings: list[Pairing] = field(default_factory=list)
    _links: list[_Link] = field(default_factory=list)

    def topics(self, claims: Sequence[AnyClaim]) -> list[Topic]:
        """The topics of some claims, bucket by bucket, so that unlike claims never meet."""
        for bucket in _buckets(claims):
            for names in combinations(sorted({c.source for c in bucket}), 2):
                event = self.events.get(frozenset(names))
                if event is not None and event.reason != "unrelated":
                    ours, theirs = ([c for c in bucket if c.source == name] for name in names)
                    self._between(ours, theirs, event)
        return _topics(self._links, claims)

    def _between(self, ours: list[AnyClaim], theirs: list[AnyClaim], event: EventPair) -> None:
        """Link or part the claims of two sources: first those that agree, then the rest."""
        found = candidates(ours, theirs)
        settled = self._settle(found, event)
        left = [c for c in found if not c.meet and c.a.id not in settled and c.b.id not in settled]
        for c in clear(left):
            extra = 0.0 if alone(c.a, ours) and alone(c.b, theirs) else _SEVERAL
            self._decide(c, event, c.enough + extra)

    def _settle(self, found: list[Candidate], event: EventPair) -> set[str]:
        """Claims that find their like value in the other source agree with it; what agrees is not compared further."""
        if event.identity is Identity.ANOTHER:
            return set()
        near = [c for c in found if c.meet and c.nearness >= _NEAR and c.judgement.likeness >= Likeness.PROBABLE]
        settled: set[str] = set()
        for c in mutual(near):
            self._links.append(_Link(c.a, c.b, c.judgement.likeness is Likeness.CERTAIN, event.identity))
            settled |= {c.a.id, c.b.id}
        return settled

    def _decide(self, c: Candidate, event: EventPair, enough: float) -> None:
        """The decision order: event, scope, period; what passes all three is one topic."""
        parted = self._parted(c, event)
        if parted is not None:
            step, cause, reason = parted
            evidence = event.evidence if step is Step.EVENT else ()
            key = _key([c.a, c.b])
            self.pairings.append(
                Pairing(a=c.a, b=c.b, step=step, cause=cause, reason=reason, evidence=evidence, topic=key)
            )
        elif c.judgement.score >= enough:
            certain = c.judgement.likeness is Likeness.CERTAIN and c.judgement.score >= _CERTAIN
            self._links.append(_Link(c.a, c.b, certain, event.identity))

    def _parted(self, c: Candidate, event: EventPair) -> tuple[Step, Cause, str] | None:
        """The first step of the decision order that keeps two claims apart."""
        period = same_period(c.a, self.stories[c.a.source], c.b, self.stories[c.b.source])
        if event.identity is Identity.ANOTHER and period is not True:
            return Step.EVENT, Cause.DIFFERENT_EVENT, event.reason
        if c.judgement.likeness is Likeness.APART and c.judgement.cause is not None:
            return Step.SCOPE, c.judgement.cause, c.judgement.reason
        if period is False:
            return Step.PERIOD, Cause.DIFFERENT_PERIOD, "period"
        return None


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


def _topics(links: Sequence[_Link], claims: Sequence[AnyClaim]) -> list[Topic]:
    """Linked claims are one topic, in the order of the texts."""
    groups = Groups((link.a.id, link.b.id) for link in links)
    members: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        if claim.id in groups:
            members[groups.of(claim.id)].append(claim)
    weak = {groups.of(link.a.id) for link in links if not link.certain}
    unknown = {groups.of(link.a.id) for link in links if link.identity is Identity.UNKNOWN}
    return [_topic(group, certain=name not in weak, unknown=name in unknown) for name, group in members.items()]


def _topic(claims: list[AnyClaim], *, certain: bool, unknown: bool) -> Topic:
    return Topic(
        key=_key(claims),
        label=_label(claims[0]),
        claims=tuple(claims),
        identity=Identity.UNKNOWN if unknown else Identity.SAME,
        scope_certain=certain,
    )


def _label(claim: AnyClaim) -> str:
    """What to call a topic: the counted noun as written, else the concept, else the figure itself."""
    label, concept = claim.subject.label, claim.subject.concept
    if label and (label in claim.text or not concept):
        return label
    return concept.replace("-", " ") if concept else claim.text


def _key(claims: Sequence[AnyClaim]) -> str:
    """The key of the claim that says most clearly what it is about; the order of the sources does not matter."""
    return min((not claim.subject.concept, not claim.subject.label, _key_of(claim)) for claim in claims)[-1]


def _key_of(claim: AnyClaim) -> str:
    """A readable key: what, in which dimension, of which event."""
    what = claim.subject.concept or claim.subject.label.casefold() or "figure"
    return "|".join(filter(None, [what, dimension_of(claim), claim.event or ""]))
