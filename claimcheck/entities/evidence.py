"""What a text tells of its capitalised words: whether a run of them is a person's name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.entities.person import family_first
from claimcheck.entities.titles import WEAK

if TYPE_CHECKING:
    from collections.abc import Container

    from claimcheck.entities.runs import Run, Unit
    from claimcheck.entities.words import Words

_LONGEST = 5  # words in a name, particles not counted
_NEAR = 4  # tokens within which an apposition names a title: "Anna Berger, neue Leiterin"
_OLDEST = 115  # years


class Evidence:
    """Answers to what is asked about the runs of one text."""

    def __init__(self, words: Words, taken: Container[int], runs: list[Run], ordinary: Container[str]) -> None:
        self._words = words
        self._taken = taken
        self._ordinary = ordinary
        self._lone = [run for run in runs if len(run.units) == 1]
        self._no_name = words.setting("no_name")

    def presents(self, run: Run, behind: int) -> bool:
        """Whether a run is a name as a whole; ``behind`` is where the nouns before it begin: "Bassist Uwe Brand"."""
        names = [unit for unit in run.units if not unit.particle]
        if not 0 < len(names) <= _LONGEST or names[-1] is not run.units[-1]:
            return False
        if run.title and (run.title != WEAK or len(names) > 1):
            return True
        return self._several(run, behind) if len(names) > 1 else self._single(run, names[0])

    def noun(self, unit: Unit) -> bool:
        """Whether a word is a noun and no name: it names a concept, or is built like one."""
        return unit.text.lower() in self._ordinary or self._built_like_noun(unit)

    def common(self, unit: Unit) -> bool:
        """Whether a family's name is meant as the word it is: "die Fischer"."""
        return bool(self._words.role(unit.i - 1, "determiner")) and unit.text.lower() in self._ordinary

    def bare(self, word: str) -> str:
        """A word without the genitive's ending, "" if it has none."""
        return next((word.removesuffix(end) for end in self._words.setting("genitive") if word.endswith(end)), "")

    def texts(self, run: Run) -> list[str]:
        """The words of a name; the genitive's ending goes where the text has the name without it."""
        *first, last = (unit.text for unit in run.units)
        bare = self.bare(last)
        return [*first, bare if bare in self._alone else last]

    def _single(self, run: Run, unit: Unit) -> bool:
        """Whether one word is a name: behind a role without an article, or used like a name throughout and speaking."""
        if self.noun(unit):
            return False
        if run.title:
            return not self._words.role(run.i - 2, "determiner") or self._said(run) or self._described(run.j)
        word = unit.text
        return self._alone.get(word, 0) > 1 and word in self._speaking and word in self._inside

    def _several(self, run: Run, behind: int) -> bool:
        if not self._looks_like_name(run):
            return False
        words = self._words
        if self._said(run) or self._described(run.j) or self._people_before(run.i):
            return True
        if self._led_as_thing(behind):
            return False
        given, family = (self._alone.get(word) for word in self._ends(run))
        if family == 0 or (given and not family):  # "the glaciers" elsewhere; "Harrow Microsystems", later just Harrow
            return False
        return bool(family) or behind < run.i or not (words.opens(run.i) and words.nouns_are_capital)

    def _looks_like_name(self, run: Run) -> bool:
        first, last = run.units[0].text, run.units[-1].text
        if first.lower() in self._words.setting("place_openings") or last in self._located:
            return False
        if self.bare(first) in self._alone:  # "Halvorsens Rede"
            return False
        # Where nouns are written like names, a family's name may well be one: "Anna Fischer".
        ordinary = not self._words.nouns_are_capital and last.lower() in self._ordinary
        return not ordinary and not any(self._built_like_noun(unit) for unit in run.units)

    def _built_like_noun(self, unit: Unit) -> bool:
        word = unit.text.lower()
        return word.endswith(tuple(self._no_name)) if self._words.nouns_are_capital else word in self._no_name

    def _led_as_thing(self, i: int) -> bool:
        """Whether an article or a preposition of place stands before: people have none."""
        words, before = self._words, i - 1
        return bool(words.role(before, "determiner")) or words.lower(before) in words.setting("no_person")

    def _ends(self, run: Run) -> tuple[str, str]:
        """The first given and the last family name, as written."""
        texts = self.texts(run)
        return (texts[-1], texts[0]) if family_first(texts) else (texts[0], texts[-1])

    def _said(self, run: Run) -> bool:
        words = self._words
        if words.lower(run.i - 1) in words.setting("no_person"):
            return False
        return any(words.role(at, "says") for at in (run.i - 1, run.j))

    def _described(self, j: int) -> bool:
        """Whether an age or a title in apposition follows: "Anna Berger (42)", "Anna Berger, Sprecherin der Stadt"."""
        words = self._words
        mark, after = words.text(j), words.text(j + 1)
        if mark in {"(", ","} and after.isdecimal() and 0 < int(after[:4]) < _OLDEST:
            return True
        return mark == "," and any(words.title(at) for at in range(j + 1, self._clause_end(j + 1)))

    def _clause_end(self, j: int) -> int:
        return next((at for at in range(j, j + _NEAR) if not self._words.text(at).isalpha()), j + _NEAR)

    def _people_before(self, i: int) -> bool:
        """Whether a nationality with an article stands before: "der Belgier Pieter Verhaegen"."""
        return i - 1 in self._taken and bool(self._words.role(i - 2, "determiner"))

    @cached_property
    def _alone(self) -> dict[str, int]:
        """How often each word stands alone; 0 for good where it has an article or a preposition of place once."""
        count: dict[str, int] = {}
        for run in self._lone:
            word = run.units[0].text
            count[word] = 0 if self._led_as_thing(run.i) or count.get(word) == 0 else count.get(word, 0) + 1
        return count

    @cached_property
    def _speaking(self) -> set[str]:
        return {run.units[0].text for run in self._lone if self._said(run)}

    @cached_property
    def _inside(self) -> set[str]:
        """Single words written with a capital inside a sentence, not only where it opens."""
        return {run.units[0].text for run in self._lone if not self._words.opens(run.i)}

    @cached_property
    def _located(self) -> set[str]:
        """Single words that stand after a preposition of place somewhere: "in Brixen"."""
        words = self._words
        return {run.units[0].text for run in self._lone if words.lower(run.i - 1) in words.setting("no_person")}
