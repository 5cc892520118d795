"""What a figure is about: the concepts of news, as data.

One TOML file is one field of news, one table one concept. A list is one string, its items parted by a comma and a
space: the parser reads that three times as fast as an array, and the lexicon is read at every start. The keys:

* `kind`: `thing` (a head noun that is counted), `role` (a state that a general head takes through a noun or a verb),
  `measure` (an attribute with a value) or `event`;
* `broader`, `apart`: ids, possibly of other files; `apart` is symmetric, so listing it once is enough;
* `changes`: how the figure may move with time, `cumulative`, `stock` or `fixed` (the default);
* `unit`: what a measure is measured in, of `UNITS`;
* `recurs`: true for an event that comes again by its nature: a match, a quarter, the n-th of a series;
* `de.nouns`, `de.verbs`, `en.nouns`, `en.verbs`: words; a language with nouns only may be one string, `fr = "mort"`.

Nouns stand in their base form, with the plural where it is irregular; `Schüler/in` stands for Schüler, Schülerin and
Schülerinnen, `Tote/r` for Tote, Toter and Toten. Verbs stand as infinitive, past and participle; adjectives that
express a measure ("30 Meter hoch") stand among them. A word is at most four words long.

>>> load()["dead"].words["en"]["nouns"][:2]
('dead', 'death')
>>> related("drowned", "injured")
'apart'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, NoReturn

from claimcheck.datafiles import parsed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

__all__ = ["CHANGES", "KINDS", "LANGUAGES", "UNITS", "Concept", "Relation", "ancestors", "load", "related", "roots"]

Relation = Literal["same", "broader", "narrower", "apart", "unrelated"]
"""How one concept stands to another; `broader` reads "the first is the broader one"."""

KINDS: Final = frozenset({"thing", "role", "measure", "event"})
CHANGES: Final = frozenset({"cumulative", "stock", "fixed"})
LANGUAGES: Final = ("de", "en", "fr", "es", "it", "nl", "pt")
# fmt: off
UNITS: Final = frozenset({
    "area", "concentration", "count", "data", "duration", "energy", "length", "magnitude", "mass", "money", "ordinal",
    "percent", "points", "power", "pressure", "rate", "ratio", "score", "sound", "speed", "temperature", "volume",
})
# fmt: on
_KEYS: Final = frozenset({"kind", "broader", "apart", "changes", "unit", "recurs", *LANGUAGES})


@dataclass(slots=True, frozen=True)
class Concept:
    """One thing that figures are about.

    >>> turnout = load()["turnout"]
    >>> turnout.kind, turnout.field, turnout.unit, sorted(turnout.apart)
    ('measure', 'elections', ('percent', 'count'), ['vote-share'])
    """

    id: str
    """The standard term of the field, in kebab-case."""
    kind: str
    """One of `KINDS`."""
    field: str
    """The field of news: the stem of the file that holds the concept."""
    broader: frozenset[str]
    """The ids one step up; see `ancestors` for all of them."""
    apart: frozenset[str]
    """The ids that are never merged with this one, as this table lists them; see `related` for both directions."""
    changes: str
    """One of `CHANGES`."""
    unit: tuple[str, ...]
    """What a measure is measured in, the usual first; empty for anything but a measure."""
    recurs: bool
    """Whether two of its kind a few days apart are two, not one."""
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    """The words by language and by `nouns` or `verbs`."""


@cache
def load() -> Mapping[str, Concept]:
    """Every concept by its id, in the order of the files' names and of the tables in them.

    Raises `ValueError`, naming file and table, where a file does not say what it should.

    >>> load()["earthquake"].words["de"]["nouns"][0]
    'Erdbeben'
    """
    concepts: dict[str, Concept] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            concepts |= _read(file, concepts)
    _check_references(concepts)
    return MappingProxyType(concepts)


@cache
def ancestors(concept: str) -> frozenset[str]:
    """The concept itself and everything broader than it. Raises `KeyError` for an id that is not there.

    >>> sorted(ancestors("drowned"))
    ['dead', 'drowned', 'person', 'victim']
    """
    return frozenset({concept}).union(*map(ancestors, load()[concept].broader))


@cache
def roots(concept: str) -> frozenset[str]:
    """The ancestors that nothing is broader than: the families a concept belongs to.

    >>> sorted(roots("drowned"))
    ['person']
    """
    return frozenset(a for a in ancestors(concept) if not load()[a].broader)


def related(first: str, second: str) -> Relation:
    """How the first concept stands to the second. Raises `KeyError` for an id that is not there.

    What is said apart of a concept holds for everything under it, unless one of the two lies under the other.

    >>> related("document", "agreement"), related("agreement", "document")
    ('broader', 'narrower')
    >>> related("boy", "woman"), related("dead", "bridge")
    ('apart', 'unrelated')
    """
    if first == second:
        return "same"
    above_first, above_second = ancestors(first), ancestors(second)
    if first in above_second:
        return "broader"
    if second in above_first:
        return "narrower"
    return "apart" if _set_apart(above_first, above_second) else "unrelated"


def _set_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    concepts = load()
    return any(concepts[id_].apart & other for id_ in one) or any(concepts[id_].apart & one for id_ in other)


def _read(file: Traversable, known: Mapping[str, Concept]) -> dict[str, Concept]:
    field = file.name.removesuffix(".toml")
    try:
        tables = parsed(file)
    except ValueError as error:  # broken TOML and broken UTF-8 alike
        raise ValueError(f"{file.name}: {error}") from error
    return {id_: _concept(id_, field, table, known) for id_, table in tables.items()}


def _concept(id_: str, field: str, table: Any, known: Mapping[str, Concept]) -> Concept:
    try:
        if id_ in known:
            _reject(f"is in {known[id_].field}.toml too")
        if not _KEYS.issuperset(table):
            _reject(f"unknown keys {', '.join(sorted(table.keys() - _KEYS))}")
        return Concept(
            id_,
            _one_of(KINDS, table["kind"]),
            field,
            frozenset(_items(table.get("broader"))),
            frozenset(_items(table.get("apart"))),
            _one_of(CHANGES, table.get("changes", "fixed")),
            _items(table.get("unit")),
            table.get("recurs", False),
            {language: _words(table[language]) for language in LANGUAGES if language in table},
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{field}.toml [{id_}]: {error}") from error


def _words(said: str | dict[str, str]) -> dict[str, tuple[str, ...]]:
    if isinstance(said, str):
        return {"nouns": _items(said)}
    return {part: _items(words) for part, words in said.items()}


def _items(said: str | None) -> tuple[str, ...]:
    if not said:
        return ()
    if "/" not in said:
        return tuple(said.split(", "))
    return tuple(form for word in said.split(", ") for form in _forms(word))


def _forms(word: str) -> tuple[str, ...]:
    """Write out `Zeuge/in` (Zeuge, Zeugin, Zeuginnen) and `Tote/r` (Tote, Toter, Toten)."""
    base, slash, ending = word.partition("/")
    if not slash:
        return (word,)
    if ending == "r":
        return base, base + "r", base + "n"
    if ending != "in":
        _reject(f"{word!r} ends in neither /in nor /r")
    woman = base.removesuffix("e") + "in"
    return base, woman, woman + "nen"


def _one_of(allowed: frozenset[str], said: str) -> str:
    return said if said in allowed else _reject(f"{said!r} is none of {', '.join(sorted(allowed))}")


def _check_references(concepts: Mapping[str, Concept]) -> None:
    known = frozenset(concepts)
    for concept in concepts.values():
        if missing := (concept.broader | concept.apart) - known:
            raise ValueError(f"{concept.field}.toml [{concept.id}]: no concept {', '.join(sorted(missing))}")


def _reject(why: str) -> NoReturn:
    raise ValueError(why)
