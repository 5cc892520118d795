"""How each two of many sources stand to each other, and which sources stand alike to all others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.match.stories import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.match.stories import Story
    from claimcheck.model import EventPair


class Standing:
    """The events of each two sources that can be compared; sources that stand alike have one number."""

    def __init__(self, stories: Mapping[str, Story], pairs: Iterable[EventPair]) -> None:
        """Take the stories, and what was decided of each two."""
        self.events = {(p.a.source, p.b.source): p for p in pairs if p.reason != "unrelated"}
        related: dict[str, set[str]] = defaultdict(set)
        for a, b in self.events:
            related[a].add(b)
            related[b].add(a)
        numbers: dict[object, int] = {}
        self.of: dict[str, int] = {}
        """The number of each source's standing."""
        for name, story in stories.items():
            stands = standing(story), frozenset(related[name] | {name})
            self.of[name] = numbers.setdefault(stands, len(numbers))
        self.near = {self.of[name]: {self.of[name], *(self.of[other] for other in related[name])} for name in stories}
        """For each number those whose sources can be compared with its own."""
