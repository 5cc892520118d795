"""The concepts that the words of a text name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.concepts import load as load_concepts
from claimcheck.languages import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.concepts import Concept
    from claimcheck.extract.tokens import Tokens
    from claimcheck.languages import Language

_SHORTEST_HEAD = 4  # letters of a German compound's head ("Kooperations|abkommen"); shorter ones mislead
_SHORTEST_STEM = 3
_CLAUSE_END = frozenset(".,;:!?") | {"und", "oder"}
_LIMIT = 200_000


@dataclass(slots=True)
class Named:
    """A concept named by the tokens ``[i, j)``, as a noun or a verb."""

    i: int
    j: int
    concept: str
    verb: bool
    exact: bool = True
    """False where only the head of a compound was recognised."""


Phrase = tuple[tuple[str, ...], str, bool]
"""The words after the first, the concept they name, and whether as a verb."""


class _Entry:
    __slots__ = ("alone", "phrases")

    def __init__(self, alone: tuple[str, bool] | None = None, phrases: Iterable[Phrase] = ()) -> None:
        self.alone = alone
        """What the word names by itself: a concept, and whether as a verb."""
        self.phrases: list[Phrase] = list(phrases)


class Vocabulary(dict[str, "tuple[_Entry, bool] | None"]):
    """Words in lower case -> what they name, and whether the whole word was listed; unlisted words are derived once."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._endings: tuple[str, ...] = tuple(language.settings.get("endings", ()))
        self._noun_capitals = bool(language.settings.get("noun_capitals"))
        self._separable = bool(language.settings.get("separable"))
        self._compounds = bool(language.settings.get("compounds"))
        self._infinitive: tuple[str, ...] = tuple(language.settings.get("infinitive_endings", ()))
        self._verbal: tuple[str, ...] = tuple(language.settings.get("verb_endings", ()))
        self._stems: dict[str, _Entry] = {}
        self._listed: dict[str, _Entry] = {}
        for concept in load_concepts().values():
            for verb, words in ((False, "nouns"), (True, "verbs")):
                for phrase in concept.words.get(language.code, {}).get(words, ()):
                    self._add(TOKEN.findall(phrase.lower()), concept.id, verb)
        for entry in self._listed.values():
            entry.phrases.sort(key=lambda p: -len(p[0]))

    def _add(self, parts: list[str], concept: str, verb: bool) -> None:  # noqa: FBT001 - noun or verb
        entry = self._listed.setdefault(parts[0], _Entry())
        if len(parts) > 1:
            entry.phrases.append((tuple(parts[1:]), concept, verb))
        elif entry.alone is None or (entry.alone[1] and not verb):
            entry.alone = concept, verb
        if verb and len(parts) == 1:
            self._stems.setdefault(_without(parts[0], self._infinitive), _Entry((concept, True)))

    def __missing__(self, word: str) -> tuple[_Entry, bool] | None:
        if len(self) > _LIMIT:
            self.clear()
        found = self._whole(word) or self._verb(word)
        derived = (found, True) if found else self._head(word)
        self[word] = derived
        return derived

    def __contains__(self, word: object) -> bool:
        """Whether the lexicon knows a word: it is then an ordinary word, not a name."""
        return isinstance(word, str) and self[word] is not None

    def _whole(self, word: str, shortest: int = 3) -> _Entry | None:
        listed = self._listed.get(word)
        if listed and listed.alone:
            return listed
        for ending in self._endings:
            stem = word[: -len(ending)]
            if len(stem) >= shortest and word.endswith(ending) and (entry := self._listed.get(stem)):
                return _Entry(entry.alone, listed.phrases) if listed else entry
        return listed

    def _verb(self, word: str) -> _Entry | None:
        """The listed verb that a word is a regular form of, by their stem: "kostet" and "kosten"."""
        for ending in self._verbal:
            stem = word[: -len(ending)]
            if len(stem) >= _SHORTEST_STEM and word.endswith(ending) and (entry := self._stems.get(stem)):
                return entry
        return None

    def _head(self, word: str) -> tuple[_Entry, bool] | None:
        """The listed noun that a compound ends in: the longest one."""
        if not self._compounds:
            return None
        for k in range(2, len(word) - _SHORTEST_HEAD + 1):
            entry = self._whole(word[k:], _SHORTEST_HEAD)
            if entry and entry.alone and not entry.alone[1]:
                return entry, False
        return None

    def find(self, tokens: Tokens, i: int, stop: int) -> Named | None:
        """What the tokens at ``i`` name, the longest phrase first; phrases end before ``stop``."""
        found = self[tokens.words[i]]
        if found is None:
            return None
        entry, exact = found
        noun = not self._noun_capitals or tokens.capital(i)
        if not exact and not noun:
            return None
        for rest, concept, verb in entry.phrases if exact else ():
            if not (verb or noun):
                continue
            if self._follows(tokens, i, stop, rest) or (verb and self._parted(tokens, i, stop, rest)):
                return Named(i, i + 1 + len(rest), concept, verb)
        if entry.alone is None or not (noun or entry.alone[1]):
            return None
        return Named(i, i + 1, *entry.alone, exact)

    def _follows(self, tokens: Tokens, i: int, stop: int, rest: tuple[str, ...]) -> bool:
        """Whether the other words of a phrase stand right after the one at ``i``."""
        j = i + 1 + len(rest)
        return j <= stop and all(
            self._alike(word, want) for word, want in zip(tokens.words[i + 1 : j], rest, strict=True)
        )

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
