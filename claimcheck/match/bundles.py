"""Sources that say the same of one thing, taken as one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.match.heads import Heads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.match.forms import Form
    from claimcheck.model import AnyClaim


@dataclass(slots=True, eq=False)
class Said:
    """A claim with what matching knows of it."""

    claim: AnyClaim
    id: str
    source: str
    form: Form
    place: int
    """Its place among the claims of the bucket."""


@dataclass(slots=True, eq=False)
class Bundle:
    """Sources of one standing that say the same: the outcome for one of them is the outcome for all."""

    standing: int
    forms: tuple[Form, ...]
    alone: tuple[bool, ...]
    """For each form, whether it is the only value that the sources give for its subject."""
    sources: list[str] = field(default_factory=list)
    """In their order."""
    said: list[list[Said]] = field(default_factory=list)
    """For each form, the claims of the sources, in the order of these."""
    places: dict[Form, list[int]] = field(default_factory=dict)
    """Where each form stands among the forms."""

    def __post_init__(self) -> None:
        self.said = [[] for _ in self.forms]
        for place, form in enumerate(self.forms):
            self.places.setdefault(form, []).append(place)

    def add(self, source: str, told: Sequence[Said]) -> None:
        """Take in a source that says the same."""
        self.sources.append(source)
        for claims, claim in zip(self.said, told, strict=True):
            claims.append(claim)


class Bucket:
    """Claims that can be about one thing, by source and by form."""

    def __init__(self, said: Iterable[Said], standing: Mapping[str, int]) -> None:
        """Take claims of one dimension, and which sources stand alike."""
        self._standing = standing
        self._by_form: dict[Form, list[Said]] = defaultdict(list)
        self._by_source: dict[str, list[Form]] = defaultdict(list)
        self._heads: dict[str, Heads] = {}
        for one in said:
            self._by_form[one.form].append(one)
            self._by_source[one.source].append(one.form)

    def forms(self) -> dict[int, dict[Form, None]]:
        """The forms that the sources of each standing use."""
        out: dict[int, dict[Form, None]] = defaultdict(dict)
        for source, forms in self._by_source.items():
            out[self._standing[source]].update(dict.fromkeys(forms))
        return out

    def sources(self) -> dict[int, int]:
        """How many sources there are of each standing."""
        out: dict[int, int] = defaultdict(int)
        for source in self._by_source:
            out[self._standing[source]] += 1
        return out

    def bundles(self, kin: Iterable[Form]) -> dict[int, list[Bundle]]:
        """The sources that use some forms, those together that use the same, by their standing."""
        told: dict[str, list[Said]] = defaultdict(list)
        for form in kin:  # in one order for all sources: how a text is ordered makes no difference
            for one in self._by_form[form]:
                told[one.source].append(one)
        known: dict[tuple[object, ...], Bundle] = {}
        out: dict[int, list[Bundle]] = defaultdict(list)
        for source in sorted(told):
            forms = tuple(one.form for one in told[source])
            alone = tuple(map(self._head(source).alone, forms))
            key = (self._standing[source], forms, alone)
            if (bundle := known.get(key)) is None:
                bundle = known[key] = Bundle(*key)
                out[bundle.standing].append(bundle)
            bundle.add(source, told[source])
        return out

    def _head(self, source: str) -> Heads:
        if (heads := self._heads.get(source)) is None:
            heads = self._heads[source] = Heads(self._by_source[source])
        return heads
