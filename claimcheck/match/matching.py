"""Brings the claims of many sources together: source against source, but those that say the same at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.match.bundles import Bucket, Said
from claimcheck.match.forms import Forms, soles
from claimcheck.match.links import Links, buckets, key
from claimcheck.match.partners import Partners
from claimcheck.match.topics import Side, decide
from claimcheck.model import Pairing, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.match.bundles import Bundle
    from claimcheck.match.standing import Standing
    from claimcheck.match.stories import Story
    from claimcheck.match.topics import Decision
    from claimcheck.model import AnyClaim, Topic

_Order = tuple[int, str, str, int, int]


class Matching:
    """Links claims of one thing, and keeps what parts like ones."""

    def __init__(self, stories: Mapping[str, Story], standing: Standing) -> None:
        """Start with the stories, and how each two of them stand to each other."""
        self._stories = stories
        self._standing = standing
        self._links = Links()
        self._pairings: list[tuple[_Order, Pairing]] = []

    def run(self, claims: Sequence[AnyClaim]) -> tuple[list[Topic], list[Pairing]]:
        """The topics and pairings of some claims, bucket by bucket, so that unlike claims never meet."""
        forms = Forms()
        for number, bucket in enumerate(buckets(claims)):
            one = soles(bucket)
            told = ((c, forms.of(c, sole=c.id in one)) for c in bucket)
            said = (Said(c, c.id, c.source, form, place) for place, (c, form) in enumerate(told))
            self._bucket(number, Bucket(said, self._standing.of))
        self._pairings.sort(key=lambda pairing: pairing[0])
        return self._links.topics(claims), [pairing for _, pairing in self._pairings]

    def _bucket(self, number: int, bucket: Bucket) -> None:
        """Link or part the claims of one bucket, one kin of forms after the other."""
        partners = Partners()
        forms, sources = bucket.forms(), bucket.sources()
        near = ((a, b) for a in forms for b in self._standing.near[a] if b in forms and a <= b)
        partners.compare(forms, ((a, b) for a, b in near if a != b or sources[a] > 1))
        for kin in partners.kin():
            for a, b in self._pairs(bucket.bundles(kin)):
                self._between(number, a, b, partners)

    def _pairs(self, bundles: Mapping[int, list[Bundle]]) -> Iterator[tuple[Bundle, Bundle]]:
        """Each two bundles that may tell one story, as often as sources of the one come before sources of the other."""
        for standing, group in bundles.items():
            others = [b for near in self._standing.near[standing] for b in bundles.get(near, ())]
            yield from ((a, b) for a in group for b in others if a.sources[0] < b.sources[-1])

    def _between(self, number: int, a: Bundle, b: Bundle, partners: Partners) -> None:
        """Link or part the claims of two bundles; what holds for two of their sources holds for each two."""
        found = partners.picks(a.forms, b.places)
        event = self._standing.events.get((a.sources[0], b.sources[-1]))
        if not found or event is None:
            return
        ours, theirs = self._stories[a.sources[0]], self._stories[b.sources[-1]]
        for decision in decide(found, Side(ours, a.alone), Side(theirs, b.alone), event):
            one, other = a.said[decision.a], b.said[decision.b]
            if decision.parted is None:
                self._links.join(one, other, certain=decision.certain, identity=event.identity)
            else:
                self._pairings += self._parted(number, one, other, decision)

    def _parted(
        self, number: int, ours: list[Said], theirs: list[Said], decision: Decision
    ) -> Iterator[tuple[_Order, Pairing]]:
        """A pairing for each two sources whose claims are kept apart."""
        for a in ours:
            for b in theirs:
                if decision.parted is not None and a.source < b.source:
                    step, cause, reason = decision.parted
                    pair = self._standing.events[a.source, b.source]
                    evidence = pair.evidence if step is Step.EVENT else ()
                    yield (
                        (number, a.source, b.source, a.place, b.place),
                        Pairing(
                            a=a.claim,
                            b=b.claim,
                            step=step,
                            cause=cause,
                            reason=reason,
                            evidence=evidence,
                            topic=key([a.claim, b.claim]),
                        ),
                    )
