"""People, without any list: what titles, verbs of saying and the text's own repetitions tell of a capitalised word."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.entities.person import Name, lone, name_of
from claimcheck.entities.record import Entity
from claimcheck.entities.runs import Run, Unit, runs
from claimcheck.entities.titles import WEAK

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from claimcheck.entities.words import Words

_LONGEST = 5  # words in a name, particles not counted
_NEAR = 4  # tokens within which an apposition names a title: "Anna Berger, neue Leiterin"


class People:
    """The finder of people in one text."""

    def __init__(self, words: Words, taken: Container[int], ordinary: Container[str]) -> None:
        self._words = words
        self._taken = taken
        self._ordinary = ordinary
        self._runs = list(runs(words, taken))
        self._alone = self._lone_words()
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        """Family name -> given names, of the people introduced in the text."""

    def find(self) -> Iterator[Entity]:
        """The people in the order of the text: first who is introduced, then who is only named again."""
        introduced = [(run, self._introduced(run)) for run in self._runs]
        for _, name in introduced:
            if name:
                self._known[name.family] |= {name.given} - {""}
        for run, name in introduced:
            if name:
                yield self._entity(run.i, run.j, name)
            else:
                yield from self._again(run)

    def _entity(self, i: int, j: int, name: Name) -> Entity:
        given = self._known[name.family]
        only = next(iter(given)) if len(given) == 1 else ""
        return Entity(i, j, name.family, "person", given=name.given or only)

    def _introduced(self, run: Run) -> Name | None:
        """The name in a run that presents a person; the run loses the words that do not belong to it."""
        role = self._trim(run)
        names = [unit for unit in run.units if not unit.particle]
        if not 0 < len(names) <= _LONGEST or names[-1] is not run.units[-1]:
            return None
        if self._titled(run, names) or (len(names) > 1 and self._presented(run, role=role)) or self._speaks(names):
            return name_of(self._texts(run))
        return None

    def _titled(self, run: Run, names: list[Unit]) -> bool:
        """Whether a title makes it a name; a mere role does not, with an article and before a single word."""
        if run.title != WEAK or len(names) > 1:
            return run.title is not None
        if self._noun(names[0]):
            return False
        return not self._words.role(run.i - 2, "determiner") or self._said(run) or self._described(run.j)

    def _texts(self, run: Run) -> list[str]:
        """The words of a name; the genitive's ending goes where the text has the name without it."""
        *first, last = (unit.text for unit in run.units)
        bare = self._bare(last)
        return [*first, bare if bare in self._alone else last]

    def _trim(self, run: Run) -> bool:
        """Take ordinary words off the front of a run ("Trainer Holger Brandis"); whether there were any."""
        start = run.i
        while len(run.units) > 1 and not run.title and self._noun(run.units[0]):
            run.units.pop(0)
        return run.i > start

    def _noun(self, unit: Unit) -> bool:
        return unit.text.lower() in self._ordinary or self._no_name(unit)

    def _no_name(self, unit: Unit) -> bool:
        """Whether a word is built like no name: a noun with an ending of nouns, a word of the names of institutions."""
        word = unit.text.lower()
        if self._words.nouns_are_capital:
            return word.endswith(tuple(self._words.setting("no_name")))
        return word in self._words.setting("no_name")

    def _presented(self, run: Run, *, role: bool) -> bool:
        """Whether several words in a row are a person's name."""
        words = self._words
        place = run.units[0].text.lower() in words.setting("place_openings")
        owner = self._bare(run.units[0].text) in self._alone  # "Halvorsens Rede"
        if place or owner or any(self._no_name(unit) for unit in run.units) or self._ordinary_end(run):
            return False
        if role or self._said(run) or self._described(run.j) or self._people_before(run.i):
            return True
        if words.role(run.i - 1, "determiner") or words.lower(run.i - 1) in words.setting("no_person"):
            return False
        given, family = (self._alone.get(word) for word in self._ends(run))
        if family == 0 or (given and not family):  # "the glaciers" elsewhere; "Harrow Microsystems", later just Harrow
            return False
        return bool(family) or not (words.opens(run.i) and words.nouns_are_capital)

    def _ends(self, run: Run) -> tuple[str, str]:
        """The first given and the last family name, as written."""
        texts = self._texts(run)
        chinese = len(texts) > 1 and name_of(texts).family == name_of(texts[:1]).family
        return (texts[-1], texts[0]) if chinese else (texts[0], texts[-1])

    def _ordinary_end(self, run: Run) -> bool:
        """Whether the last word is an ordinary one; where nouns are written like names it may be a name as well."""
        return not self._words.nouns_are_capital and run.units[-1].text.lower() in self._ordinary

    def _said(self, run: Run) -> bool:
        words = self._words
        if words.lower(run.i - 1) in words.setting("no_person"):
            return False
        return any(words.role(at, "says") for at in (run.i - 1, run.j))

    def _described(self, j: int) -> bool:
        """Whether an age or a title in apposition follows: "Anna Berger (42)", "Anna Berger, Sprecherin der Stadt"."""
        words = self._words
        mark, after = words.text(j), words.text(j + 1)
        if mark in {"(", ","} and after.isdigit() and 0 < int(after[:4]) < 110:
            return True
        return mark == "," and any(words.title(at) for at in range(j + 1, self._clause_end(j + 1)))

    def _clause_end(self, j: int) -> int:
        return next((at for at in range(j, j + _NEAR) if not self._words.text(at).isalpha()), j + _NEAR)

    def _people_before(self, i: int) -> bool:
        """Whether a nationality with an article stands before: "der Belgier Pieter Verhaegen"."""
        return i - 1 in self._taken and bool(self._words.role(i - 2, "determiner"))

    def _speaks(self, names: list[Unit]) -> bool:
        """Whether a single word is a name throughout: said more than once, never with an article, and it speaks."""
        word = names[0].text
        often = len(names) == 1 and self._alone.get(word, 0) > 1
        return often and word in self._speaking and not self._noun(names[0])

    @cached_property
    def _speaking(self) -> set[str]:
        return {run.units[0].text for run in self._runs if len(run.units) == 1 and self._said(run)}

    def _lone_words(self) -> dict[str, int]:
        """How often each word stands alone; 0 for good where it has an article or a preposition of place once."""
        words, count = self._words, dict[str, int]()
        for run in self._runs:
            if len(run.units) == 1:
                word = run.units[0].text
                thing = words.role(run.i - 1, "determiner") or words.lower(run.i - 1) in words.setting("no_person")
                count[word] = 0 if thing or count.get(word) == 0 else count.get(word, 0) + 1
        return count

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
        if not self._known or self._words.role(unit.i, "month") or self._common(unit):
            return None
        for word in (unit.text, self._bare(unit.text), unit.text.partition("-")[0]):
            if word and (family := self._tails.get(lone(word))):
                return Name("", family)
        return None

    @cached_property
    def _tails(self) -> dict[str, str]:
        """The families' names, also without their particles ("Gaulle")."""
        return {tail: family for family in self._known for tail in (family, family.rpartition(" ")[2])}

    def _common(self, unit: Unit) -> bool:
        """Whether a family name is meant as the word it is: "die Fischer"."""
        return bool(self._words.role(unit.i - 1, "determiner")) and unit.text.lower() in self._ordinary

    def _bare(self, word: str) -> str:
        for ending in self._words.setting("genitive"):
            if word.endswith(ending):
                return word.removesuffix(ending)
        return ""
