"""Which forms of one bucket are like which, and which have nothing to do with each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.match.candidates import Pick, candidate
from claimcheck.match.shelves import Keys, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.match.candidates import Candidate
    from claimcheck.match.forms import Form


class Partners:
    """The like forms of a bucket. Each two forms are judged at most once, whoever says them."""

    def __init__(self) -> None:
        """Start with none."""
        self._like: dict[Form, dict[Form, Candidate]] = defaultdict(dict)
        self._judged: set[tuple[Form, Form]] = set()

    def compare(self, said: Mapping[int, Iterable[Form]], pairs: Iterable[tuple[int, int]]) -> None:
        """Find what is alike in some pairs of sets of forms."""
        keys = Keys({form: None for forms in said.values() for form in forms})
        shelves: dict[int, Shelf] = {}
        for one, other in pairs:
            shelf = shelves.get(other) or shelves.setdefault(other, Shelf(said[other], keys))
            for a in said[one]:
                for b in shelf.like(a):
                    self._judge(a, b)

    def _judge(self, a: Form, b: Form) -> None:
        """Judge two forms in both orders; for two of one kind the order does not matter."""
        if (a, b) in self._judged:
            return
        self._judged |= {(a, b), (b, a)}
        if (found := candidate(a, b)) is not None:
            self._like[a][b] = found
        if a.kind is not b.kind:
            found = candidate(b, a)
        elif found is not None and a is not b:
            found = found.turned()
        if found is not None:
            self._like[b][a] = found

    def picks(self, ours: Sequence[Form], theirs: Mapping[Form, Sequence[int]]) -> list[Pick]:
        """Every two like claims of two sources, by the places of the claims among those of their sources."""
        out: list[Pick] = []
        for place, form in enumerate(ours):
            like = self._like.get(form, {})
            fewer = theirs if len(theirs) < len(like) else like
            for other in fewer:
                if (found := like.get(other)) is not None:
                    out += [Pick(place, at, found) for at in theirs.get(other, ())]
        return out

    def kin(self) -> Iterator[list[Form]]:
        """Forms that are alike, directly or through others: what is of two kin never competes for one partner."""
        seen: set[Form] = set()
        for first in list(self._like):
            if first not in seen:
                seen.add(first)
                kin = [first]
                for form in kin:  # grows while it is walked
                    new = [other for other in self._like.get(form, ()) if other not in seen]
                    seen.update(new)
                    kin += new
                yield kin
