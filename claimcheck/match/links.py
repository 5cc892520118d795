"""Topics: the claims that were linked, as groups, however many sources they are of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.concepts import roots
from claimcheck.match.groups import Groups
from claimcheck.match.values import dimension_of
from claimcheck.model import Identity, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.match.bundles import Said
    from claimcheck.model import AnyClaim

_BY_ROOT = ("[count]", "[ordinal]")
"""Dimensions in which the noun says what a figure is about; a measure may go without one."""


def buckets(claims: Sequence[AnyClaim]) -> Iterator[list[AnyClaim]]:
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


class Links:
    """Claims of one topic, and how sure that is: kept as groups, since the links between n claims are n squared."""

    def __init__(self) -> None:
        """Start with none."""
        self._groups = Groups()
        self._weak: list[str] = []
        self._unknown: list[str] = []

    def join(self, ours: Sequence[Said], theirs: Sequence[Said], *, certain: bool, identity: Identity) -> None:
        """Link each of our claims with each of theirs of a later source; both stand in the order of their sources."""
        first, last = ours[0], theirs[-1]
        for said in theirs:
            if said.source > first.source:
                self._groups.join(first.id, said.id)
        for said in ours:
            if said.source < last.source:
                self._groups.join(said.id, last.id)
        if not certain:
            self._weak.append(first.id)
        if identity is Identity.UNKNOWN:
            self._unknown.append(first.id)

    def topics(self, claims: Sequence[AnyClaim]) -> list[Topic]:
        """Linked claims are one topic, in the order of the texts."""
        groups = self._groups
        members: dict[str, list[AnyClaim]] = defaultdict(list)
        for claim in claims:
            if (name := claim.id) in groups:
                members[groups.of(name)].append(claim)
        weak, unknown = ({groups.of(name) for name in names} for names in (self._weak, self._unknown))
        return [_topic(group, certain=name not in weak, unknown=name in unknown) for name, group in members.items()]


def _topic(claims: list[AnyClaim], *, certain: bool, unknown: bool) -> Topic:
    return Topic(
        key=key(claims),
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


def key(claims: Sequence[AnyClaim]) -> str:
    """The key of the claim that says most clearly what it is about; the order of the sources does not matter."""
    return min((not claim.subject.concept, not claim.subject.label, _key_of(claim)) for claim in claims)[-1]


def _key_of(claim: AnyClaim) -> str:
    """A readable key: what, in which dimension, of which event."""
    what = claim.subject.concept or claim.subject.label.casefold() or "figure"
    return "|".join(filter(None, [what, dimension_of(claim), claim.event or ""]))
