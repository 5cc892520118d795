"""Where names of people may stand: runs of capitalised words, and whether a title stands before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.entities.person import OPENING, PARTICLES
from claimcheck.entities.titles import after_title, rank

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from claimcheck.entities.words import Words

_ACRONYM = 4  # letters up to which a word in capitals is an acronym
_NAMELIKE = frozenset({"doubtful", "month", "not_calendar", "scale", "title", "unit"})
"""Roles of words that are names as well: Jan and May, Mark and Mia, King and Richter."""
_OF = frozenset({"von"})
_MEASURES = frozenset({"unit", "time_unit", "fraction", "number", "scale"})


@dataclass(slots=True)
class Unit:
    """One word of a name, with what is joined to it: the tokens ``[i, j)`` of "Okafor-Lind", "O'Neill", "J."."""

    i: int
    j: int
    text: str

    @property
    def particle(self) -> bool:
        """Whether it is a small word as in "von der Leyen"."""
        return self.text[0].islower()


@dataclass(slots=True)
class Run:
    """Words of a possible name in a row."""

    units: list[Unit]
    title: str | None = None
    """The rank of the title right before it."""

    @property
    def i(self) -> int:
        """The first token."""
        return self.units[0].i

    @property
    def j(self) -> int:
        """The position after the last token."""
        return self.units[-1].j


def runs(words: Words, taken: Container[int]) -> Iterator[Run]:
    """All runs of a text; ``taken`` are the tokens that belong to places and organisations."""
    i, run = 0, Run([])
    while i < len(words.tokens):
        idle = i in taken or _idle(words, words.tokens[i])
        unit = None if idle else _unit(words, i) or _particle(words, i, run)
        if run.units and (unit is None or words.gap(i) != " "):
            yield run
            run = Run([])
        at = i if idle or unit is None else _head(words, unit)
        behind = None if idle else after_title(words, at)
        if behind and not _surname(words, run, behind):
            if run.units:
                yield run
            run = Run([], rank(words.text(at), words.language) if words.gap(behind) == " " else None)
            i = behind
        elif unit:
            run.units.append(unit)
            i = unit.j
        else:
            run.title, i = None, i + 1
    if run.units:
        yield run


def _idle(words: Words, token: str) -> bool:
    """Whether a token plays no part in names: most tokens, so that this is asked first."""
    return not token[0].isupper() and token not in PARTICLES and (words.nouns_are_capital or not token.isalpha())


def _head(words: Words, unit: Unit) -> int:
    """The last of joined words, where it may be a title: "Caritas-Direktor"; not "Anna Berger-Richter"."""
    last = unit.j - 1
    return last if words.text(last).isalpha() and words.capital(unit.j) else unit.i


def _surname(words: Words, run: Run, behind: int) -> bool:
    """Whether a title is really the end of a name: "Anna König", "Stephen King", and no name after it."""
    return bool(run.units) and not (words.capital(behind) and words.gap(behind) == " ")


def _unit(words: Words, i: int) -> Unit | None:
    token = words.text(i)
    if not (token[0].isupper() and token.isalpha()):
        return None
    j = _joined(words, i + 1)
    if j == i + 1 and _word(words, i):
        return None
    if len(token) == 1 and j == i + 1:
        dotted = words.text(j) == "." and words.gap(j) == ""
        return Unit(i, j + 1, token) if dotted and words.capital(j + 1) else None
    if 1 < len(token) <= _ACRONYM and token.isupper():
        return None
    return Unit(i, j, _written(words, i, j))


def _written(words: Words, i: int, j: int) -> str:
    """The tokens as one word; a word in capitals as it would be without."""
    token = words.text(i)
    return token.capitalize() if j == i + 1 and token.isupper() else "".join(words.plain(k) for k in range(i, j))


def _joined(words: Words, j: int) -> int:
    """The position after all that is joined to a word by hyphens or apostrophes; a possessive 's is not."""
    while words.plain(j) in {"-", "'"} and words.gap(j) == words.gap(j + 1) == "" and words.text(j + 1).isalpha():
        if words.plain(j) == "'" and not words.capital(j + 1):
            break
        j += 2
    return j


def _particle(words: Words, i: int, run: Run) -> Unit | None:
    """A small word inside a name. Right behind a title it takes two ("von der Leyen"): one is "the King of"."""
    token = words.text(i)
    if token not in PARTICLES:
        return None
    j = _joined(words, i + 1)
    if j > i + 1:  # "al-Assad"
        return Unit(i, j, _written(words, i, j))
    again = words.text(i + 1) in PARTICLES and words.capital(i + 2)
    inside = run.units[-1].particle if run.units else False
    led = bool(run.units) or (run.title is not None and token not in _OF)
    fits = inside or (token in OPENING and (again or led))
    return Unit(i, j, token) if fits and (again or words.capital(i + 1)) else None


def _word(words: Words, i: int) -> bool:
    """Whether a capitalised word is an ordinary one: listed, a measure, or a form of one that opens a sentence."""
    word = words.word(i)
    if word is None or not word.roles:
        return False
    roles = word.roles.keys()
    if not words.known(i) and not words.opens(i):
        return not roles.isdisjoint(_MEASURES) and _counted(words, i)
    if not roles.isdisjoint(_MEASURES) and _counted(words, i):
        return True
    return not (roles <= _NAMELIKE and ("doubtful" in roles or "month" not in roles))


def _counted(words: Words, i: int) -> bool:
    return words.text(i - 1)[-1:].isdigit() or any(words.role(i - 1, role) for role in ("number", "scale", "ordinal"))
