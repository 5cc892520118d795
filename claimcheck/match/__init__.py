"""Claims -> comparison: which figures speak of one thing, which like ones are kept apart, and why."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.match.kinship import Kinship
from claimcheck.match.matching import Matching
from claimcheck.match.standing import Standing
from claimcheck.match.stories import pair, stories
from claimcheck.model import Comparison

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim, Document


def match_claims(claims: tuple[AnyClaim, ...], documents: tuple[Document, ...] = ()) -> Comparison:
    """Bring together the claims of one thing of one event in one scope; the order of the sources does not matter."""
    told = stories(claims, documents)
    kin = Kinship(told)
    events = [pair(told[a], told[b], one_cluster=kin.one_cluster(a, b)) for a, b in combinations(sorted(told), 2)]
    topics, pairings = Matching(told, Standing(told, events)).run(claims)
    return Comparison(
        documents=documents, claims=claims, events=tuple(events), topics=tuple(topics), pairings=tuple(pairings)
    )
