"""What rules see: claims, the topics they share, and the like claims that were kept apart."""

from __future__ import annotations

from enum import StrEnum

from claimcheck.model.base import Record
from claimcheck.model.claim import AnyClaim
from claimcheck.model.period import Period
from claimcheck.model.source import Document, Quote


class Event(Record):
    """One thing that happened, as one source tells it.

    >>> Event(id="a#visit", source="a", kind="visit", participants=("China", "Russia"), ordinal=8).place is None
    True
    """

    id: str
    source: str
    kind: str | None = None
    """Id in the concept lexicon, such as ``visit`` or ``earthquake``."""
    participants: tuple[str, ...] = ()
    """Canonical names, sorted."""
    place: str | None = None
    period: Period | None = None
    ordinal: int | None = None
    """Its number in a series: the eighth Expo."""
    evidence: tuple[Quote, ...] = ()


class Step(StrEnum):
    """The steps of the decision order before two values are compared."""

    DIMENSION = "dimension"
    EVENT = "event"
    SCOPE = "scope"
    PERIOD = "period"


class Identity(StrEnum):
    """Whether two events are one."""

    SAME = "same"
    ANOTHER = "another"
    UNKNOWN = "unknown"


class EventPair(Record):
    """Two events of the same kind in two sources, and whether they are one."""

    a: Event
    b: Event
    identity: Identity
    reason: str
    """What decided it, as the name of a message in the catalogue."""
    evidence: tuple[Quote, ...] = ()


class Topic(Record):
    """Claims that speak of one thing of one event in one scope.

    >>> from claimcheck import Claim, match
    >>> (topic,) = match([Claim.of(n, source=n, about="agreements", event="visit") for n in ("12", "20")]).topics
    >>> topic.label, [claim.source for claim in topic.claims], topic.identity.value
    ('agreement', ['12', '20'], 'same')
    """

    key: str
    label: str
    claims: tuple[AnyClaim, ...]
    identity: Identity = Identity.SAME
    """UNKNOWN where the event is only probably one: it lowers the severity of what is found."""
    scope_certain: bool = True
    """False where the claims were brought together by likeness of words, not by a known concept."""


class Pairing(Record):
    """Two like claims kept apart: the step of the decision order that parted them, and its evidence."""

    a: AnyClaim
    b: AnyClaim
    step: Step
    cause: str
    """Such as ``different-event`` or ``different-period``; see `Cause`."""
    reason: str
    """One clause for people."""
    topic: str = ""
    evidence: tuple[Quote, ...] = ()


class Comparison(Record):
    """Everything a rule may look at: what `claimcheck.match` gives and `claimcheck.compare` takes.

    >>> from claimcheck import Claim, match
    >>> figures = [Claim.of(n, source=n, about="agreements", event="visit") for n in ("12", "20")]
    >>> comparison = match([*figures, Claim.of("3 km", source="20", about="procession", event="visit")])
    >>> len(comparison.claims), len(comparison.topics), [claim.text for claim in comparison.of_source("20")]
    (3, 1, ['20', '3 km'])
    """

    documents: tuple[Document, ...] = ()
    claims: tuple[AnyClaim, ...] = ()
    events: tuple[EventPair, ...] = ()
    topics: tuple[Topic, ...] = ()
    pairings: tuple[Pairing, ...] = ()

    def document(self, source: str) -> Document | None:
        """The document with a source id; None for claims made by hand."""
        return next((d for d in self.documents if d.id == source), None)

    def of_source(self, source: str) -> tuple[AnyClaim, ...]:
        """The claims of one source, in the order of its text."""
        return tuple(c for c in self.claims if c.source == source)
