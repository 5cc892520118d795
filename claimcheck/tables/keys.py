"""What a claim is about, as one word that a database can group by."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from claimcheck.model import Aspect, Kind, Precision
from claimcheck.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import AnyClaim, Comparison

_COARSE = (Precision.YEAR, Precision.HALF, Precision.QUARTER, Precision.SEASON, Precision.MONTH)
_OWN_SCALE = (Aspect.PART, Aspect.PER, Aspect.NEW, Aspect.CHANGE, Aspect.BEFORE)


def topic_key(claim: AnyClaim) -> str:
    """A readable key that two claims share if they may be about one thing.

    It is made of the claim alone, so that a million claims need no pairs: what, in which dimension, of which event or
    place (else of whom), narrowed by what, in which stated month, quarter or year. It is coarser than the topics of
    `claimcheck.match`, which look at whole reports.

    >>> from claimcheck.model import Claim
    >>> topic_key(Claim.of("about 12", source="a", about="agreements", event="visit"))
    'agreement|[count]|visit'
    """
    subject = claim.subject
    return "|".join(filter(None, (subject.concept or subject.label.casefold() or "figure", *_narrowing(claim))))


def _narrowing(claim: AnyClaim) -> Iterator[str]:
    subject = claim.subject
    yield dimension_of(claim)
    yield claim.event or subject.place or "+".join(subject.entities)
    yield "+".join(subject.scope)
    yield subject.per or ""
    yield subject.role or ""
    yield claim.aspect or "" if claim.aspect in _OWN_SCALE else ""
    yield claim.when.timex if claim.when and claim.when.precision in _COARSE else ""


def dimension_of(claim: AnyClaim) -> str:
    """What a claim's value can be compared with: ``[count]``, ``[length]``, ``[ordinal]``, ``[calendar]`` ..."""
    if claim.quantity is None:
        return "[recurring]" if claim.kind is Kind.RECURRING else "[calendar]"
    return "[ordinal]" if claim.kind is Kind.ORDINAL else dimension(claim.quantity.unit)


@lru_cache(maxsize=1 << 16)
def key_hash(key: str) -> int:
    """64 bits of a key, signed, the same on every machine: integers group much faster than texts.

    >>> key_hash("agreement|[count]|visit")
    -8327610398678350382
    """
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def topics_of(comparison: Comparison) -> dict[str, str]:
    """Claim id -> topic, as `claimcheck.match` found them; topics with one key are numbered."""
    often = Counter(topic.key for topic in comparison.topics)
    seen: Counter[str] = Counter()
    found: dict[str, str] = {}
    for topic in comparison.topics:
        seen[topic.key] += 1
        name = f"{topic.key}#{seen[topic.key]}" if often[topic.key] > 1 else topic.key
        found |= {claim.id: name for claim in topic.claims}
    return found
