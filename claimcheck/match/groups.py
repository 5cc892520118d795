"""Groups of things that belong together, directly or through others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Groups:
    """Disjoint sets with union by name (Galler and Fischer 1964); a group is known by its least member.

    >>> groups = Groups([("b", "c"), ("a", "b"), ("x", "y")])
    >>> groups.of("c"), groups.of("y"), groups.of("z")
    ('a', 'x', 'z')
    """

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        """Start with some pairs that belong together."""
        self._parent: dict[str, str] = {}
        for a, b in pairs:
            self.join(a, b)

    def __contains__(self, name: object) -> bool:
        return name in self._parent

    def of(self, name: str) -> str:
        """The group a name belongs to; an unknown name is a group of its own."""
        parents = self._parent
        while (parent := parents.get(name, name)) != name:
            parents[name] = name = parents[parent]  # the way gets shorter each time that it is gone
        return name

    def join(self, a: str, b: str) -> None:
        """Say that two names belong together."""
        low, high = sorted((self.of(a), self.of(b)))
        self._parent[high] = self._parent[low] = low
        self._parent.setdefault(a, low)
        self._parent.setdefault(b, low)
