"""The concepts that the words of a text name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.concepts import load as load_concepts
from claimcheck.languages import TOKEN

if TYPE_CHECKING:
    from claimcheck.concepts import Concept
    from claimcheck.extract.tokens import Tokens
    from claimcheck.languages import Language

_SHORTEST_HEAD = 4  # letters of a German compound's head ("Kooperations|abkommen"); shorter ones mislead
_SHORTEST_STEM = 3
_CLAUSE_END = frozenset(".,;:!?") | {"und", "oder"}
_LIMIT = 200_000

Phrase = tuple[tuple[str, ...], str, bool]
"""The words after the first, the concept they name, and whether as a verb."""


@dataclass(slots=True)
class Named:
    """A concept named by the tokens ``[i, j)``, as a noun or a verb."""

    i: int
    j: int
    concept: str
    verb: bool


@dataclass(slots=True)
class Entry:
    """What one word names: as a noun, as a verb, as the head of a compound, and as the first word of phrases."""

    noun: str | None = None
    verb: str | None = None
    head: str | None = None
    phrases: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.noun or self.verb or self.head or self.phrases)


class Vocabulary(dict[str, "Entry | None"]):
    """Words in lower case -> what they name; a word that is not listed is derived once and then remembered."""

    def __init__(self, language: Language) -> None:
        """Take the words that the concept lexicon has in a language."""
        super().__init__()
        settings = language.settings
        self._endings: tuple[str, ...] = tuple(settings.get("endings", ()))
        self._infinitive: tuple[str, ...] = tuple(settings.get("infinitive_endings", ()))
        self._verbal: tuple[str, ...] = tuple(settings.get("verb_endings", ()))
        self._noun_capitals = bool(settings.get("noun_capitals"))
        self._separable = bool(settings.get("separable"))
        self._compounds = bool(settings.get("compounds"))
        self._listed: dict[str, Entry] = {}
        self._stems: dict[str, str] = {}
        for concept in load_concepts().values():
            for verb, words in ((False, "nouns"), (True, "verbs")):
                for phrase in concept.words.get(language.code, {}).get(words, ()):
                    self._add(TOKEN.findall(phrase.lower()), concept.id, verb=verb)
        for entry in self._listed.values():
            entry.phrases = tuple(sorted(entry.phrases, key=lambda p: -len(p[0])))

    def _add(self, parts: list[str], concept: str, *, verb: bool) -> None:
        entry = self._listed.setdefault(parts[0], Entry())
        if len(parts) > 1:
            entry.phrases += ((tuple(parts[1:]), concept, verb),)
        elif verb:
            entry.verb = entry.verb or concept
            self._stems.setdefault(_without(parts[0], self._infinitive), concept)
        else:
            entry.noun = entry.noun or concept

    def __missing__(self, word: str) -> Entry | None:
        if len(self) > _LIMIT:
            self.clear()
        listed = self._listed.get(word) or Entry()
        noun = listed.noun or self._noun(word, _SHORTEST_STEM)
        verb = listed.verb or self._verb(word)
        head = None if noun or verb else self._head(word)
        entry = Entry(noun, verb, head, listed.phrases)
        self[word] = found = entry or None
        return found

    def __contains__(self, word: object) -> bool:
        """Whether the lexicon knows a word: it is then an ordinary word, not a name."""
        return isinstance(word, str) and self[word] is not None

    def _noun(self, word: str, shortest: int) -> str | None:
        """The concept of the listed noun that a word is a regular form of."""
        for ending in self._endings:
            stem = word[: -len(ending)]
            if len(stem) >= shortest and word.endswith(ending) and (entry := self._listed.get(stem)) and entry.noun:
                return entry.noun
        return None

    def _verb(self, word: str) -> str | None:
        """The concept of the listed verb that a word is a regular form of, by their stem: "kostet" and "kosten"."""
        for ending in self._verbal:
            stem = word[: -len(ending)]
            if len(stem) >= _SHORTEST_STEM and word.endswith(ending) and (concept := self._stems.get(stem)):
                return concept
        return None

    def _head(self, word: str) -> str | None:
        """The concept of the listed noun that a compound ends in, the longest one."""
        if not self._compounds:
            return None
        for k in range(2, len(word) - _SHORTEST_HEAD + 1):
            entry = self._listed.get(word[k:])
            concept = (entry and entry.noun) or self._noun(word[k:], _SHORTEST_HEAD)
            if concept:
                return concept
        return None

    def find(self, tokens: Tokens, i: int, stop: int) -> Named | None:
        """What the tokens at ``i`` name, the longest phrase first; phrases end before ``stop``."""
        entry = self[tokens.words[i]]
        if entry is None:
            return None
        nominal = not self._noun_capitals or tokens.capital(i)
        for rest, concept, verb in entry.phrases:
            if (verb and self._reads(tokens, i, stop, rest)) or (nominal and self._follows(tokens, i, stop, rest)):
                return Named(i, i + 1 + len(rest), concept, verb)
        if nominal and (entry.noun or entry.head):
            return Named(i, i + 1, entry.noun or entry.head or "", verb=False)
        return Named(i, i + 1, entry.verb, verb=True) if entry.verb else None

    def _reads(self, tokens: Tokens, i: int, stop: int, rest: tuple[str, ...]) -> bool:
        """Whether a verb's phrase stands here, together or parted."""
        return self._follows(tokens, i, stop, rest) or self._parted(tokens, i, stop, rest)

    def _follows(self, tokens: Tokens, i: int, stop: int, rest: tuple[str, ...]) -> bool:
        """Whether the other words of a phrase stand right after the one at ``i``."""
        j = i + 1 + len(rest)
        return j <= stop and all(map(self._alike, tokens.words[i + 1 : j], rest))

    def _parted(self, tokens: Tokens, i: int, stop: int, rest: tuple[str, ...]) -> bool:
        """Whether a verb and its particle ("kamen ... um") stand apart: the particle then ends the clause."""
        if not self._separable:
            return False
        border = next((k for k in range(i + 1, stop) if tokens.words[k] in _CLAUSE_END), stop)
        return border - len(rest) > i and tuple(tokens.words[border - len(rest) : border]) == rest

    def _alike(self, word: str, want: str) -> bool:
        return word == want or any(word == want + ending for ending in self._endings)


def _without(word: str, endings: tuple[str, ...]) -> str:
    """A word without the first of the endings that it has."""
    return next((word[: -len(e)] for e in endings if word.endswith(e) and len(word) - len(e) >= _SHORTEST_STEM), word)


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The vocabulary of a language, made once."""
    return Vocabulary(language)


def concept(name: str) -> Concept | None:
    """A concept of the lexicon by its id."""
    return load_concepts().get(name)
