"""People, without any list: what titles, verbs of saying and the text's own repetitions tell of a capitalised word."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.entities.evidence import Evidence
from claimcheck.entities.person import Name, lone, name_of
from claimcheck.entities.record import Entity
from claimcheck.entities.runs import Run, Unit, runs

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from claimcheck.entities.words import Words


class People:
    """The finder of people in one text; ``taken`` are the tokens that belong to places and organisations."""

    def __init__(self, words: Words, taken: Container[int], ordinary: Container[str]) -> None:
        self._words = words
        self._runs = list(runs(words, taken))
        self._evidence = Evidence(words, taken, self._runs, ordinary)
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        """Family name -> given names, of the people introduced in the text."""

    def find(self) -> Iterator[Entity]:
        """The people in the order of the text, once all who are introduced anywhere are known."""
        introduced = [(run, self._introduced(run)) for run in self._runs]
        for _, name in introduced:
            if name:
                self._known[name.family] |= {name.given} - {""}
        for run, name in introduced:
            if name:
                yield self._entity(run.i, run.j, name)
            elif self._known:
                yield from self._again(run)

    def _introduced(self, run: Run) -> Name | None:
        """The name in a run that presents a person; words before the name are taken off the run."""
        start = run.i
        while len(run.units) > 1 and not run.title and self._evidence.noun(run.units[0]):
            run.units.pop(0)
        presented = self._evidence.presents(run, behind=start)
        return name_of(self._evidence.texts(run)) if presented else None

    def _entity(self, i: int, j: int, name: Name) -> Entity:
        given = self._known[name.family]
        only = next(iter(given)) if len(given) == 1 else ""
        return Entity(i, j, name.family, "person", given=name.given or only)

    def _again(self, run: Run) -> Iterator[Entity]:
        """Later mentions by the family name alone; runs that are no name as a whole may contain one."""
        if run.units[0].particle:
            whole = name_of([unit.text for unit in run.units])
            if whole.family in self._known:
                yield self._entity(run.i, run.j, whole)
                return
        for unit in run.units:
            if name := self._known_as(unit):
                yield self._entity(unit.i, unit.j, name)

    def _known_as(self, unit: Unit) -> Name | None:
        if self._words.role(unit.i, "month") or self._evidence.common(unit):
            return None
        for word in (unit.text, self._evidence.bare(unit.text), unit.text.partition("-")[0]):
            if word and (family := self._tails.get(lone(word))):
                return Name("", family)
        return None

    @cached_property
    def _tails(self) -> dict[str, str]:
        """The families' names, also without their particles ("Gaulle")."""
        return {tail: family for family in self._known for tail in (family, family.rpartition(" ")[2])}
