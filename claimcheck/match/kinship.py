"""Which of many stories are akin, told by bits: two stories are compared in a microsecond."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from claimcheck.match.stories import Story

_AKIN = 2.0
_FIGURE = 0.5  # what a figure in common is worth, against 1 for a place


@dataclass(slots=True)
class _Traits:
    """What one story has, each thing as one bit."""

    story: Story
    order: int
    """Its rank by the number of its names."""
    names: int
    reach: int
    """The names of all stories that this one has too, as they stand ("Velden" in any language) or in base form."""
    people: int
    places: int
    words: int
    figures: int


class _Bits:
    """A bit for each thing that any story has."""

    def __init__(self) -> None:
        self._bits: dict[Hashable, int] = {}

    def of(self, things: Iterable[Hashable]) -> int:
        """Some things as bits."""
        bits = self._bits
        mask = 0
        for thing in things:
            mask |= bits.setdefault(thing, 1 << len(bits))
        return mask


class Kinship:
    """Which stories share what one event would make them share: for each story, its kin as bits."""

    def __init__(self, told: Mapping[str, Story]) -> None:
        """Compare each two stories."""
        traits = _traits(told)
        self._bit = {name: 1 << place for place, name in enumerate(sorted(told))}
        self._kin = dict.fromkeys(told, 0)
        for a, b in combinations(self._bit, 2):
            if _akin(traits[a], traits[b]):
                self._kin[a] |= self._bit[b]
                self._kin[b] |= self._bit[a]

    def akin(self, a: str, b: str) -> bool:
        """Whether two stories are akin themselves."""
        return bool(self._kin[a] & self._bit[b])

    def one_cluster(self, a: str, b: str) -> bool:
        """Whether two stories are akin, or both are akin to a third, such as one that both of them quote.

        No further: of many stories some are akin by chance, and going from one to the next all would become one.
        """
        return self.akin(a, b) or bool(self._kin[a] & self._kin[b])


def _akin(a: _Traits, b: _Traits) -> bool:
    """Names above all, then people, places, subjects.

    On 126 pairs of reports on one story and 13,902 pairs on two, it holds 92 % of the first and 0.8 % of the others
    akin.
    """
    if a.story.event and b.story.event:
        return a.story.event == b.story.event
    if not (a.story.has_text and b.story.has_text):
        return bool(a.words & b.words)  # whoever typed claims side by side wants them compared
    fewer, more = (a, b) if a.order < b.order else (b, a)
    shared = (fewer.names & more.reach).bit_count() / len(fewer.story.names) if fewer.names else 0.0
    people, places = (a.people & b.people).bit_count(), (a.places & b.places).bit_count()
    subjects, figures = (a.words & b.words).bit_count(), (a.figures & b.figures).bit_count()
    return 10 * shared + 2 * people + places + _FIGURE * figures + subjects / 8 >= _AKIN


def _traits(told: Mapping[str, Story]) -> dict[str, _Traits]:
    """The traits of all stories, by their names."""
    ranked = sorted(sorted(told), key=lambda name: (len(told[name].names), sorted(told[name].names)))
    order = {name: rank for rank, name in enumerate(ranked)}
    names, people, places, words, figures = (_Bits() for _ in range(5))
    own = {name: names.of(story.names.items()) for name, story in told.items()}
    spelled, based = _by_spelling_and_base(told, names)
    return {
        name: _Traits(
            story,
            order[name],
            own[name],
            _all(spelled[n] for n in story.names) | _all(based[b] for b in story.names.values()),
            people.of(story.people),
            places.of(story.places),
            words.of(story.words),
            figures.of(story.figures),
        )
        for name, story in told.items()
    }


def _by_spelling_and_base(told: Mapping[str, Story], bits: _Bits) -> tuple[dict[str, int], dict[str, int]]:
    """Which bits have a spelling, and which a base form."""
    spelled: dict[str, int] = defaultdict(int)
    based: dict[str, int] = defaultdict(int)
    for name, base in {pair for story in told.values() for pair in story.names.items()}:
        bit = bits.of([(name, base)])
        spelled[name] |= bit
        based[base] |= bit
    return spelled, based


def _all(masks: Iterable[int]) -> int:
    """All bits of some masks."""
    every = 0
    for mask in masks:
        every |= mask
    return every
