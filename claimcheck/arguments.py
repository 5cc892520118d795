"""What callers of the library hand over, looked at before any work begins: each mistake is one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.config import Settings
from claimcheck.errors import ArgumentError, ConfigError, did_you_mean, shown
from claimcheck.languages import codes
from claimcheck.messages import LANGUAGES
from claimcheck.model import Document

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

T = TypeVar("T")


def settings_or_default(settings: object) -> Settings:
    """The settings, or the usual ones.

    Raises:
        ArgumentError: they are something else.
        ConfigError: their language has no pack, so that articles would silently be read in another.

    >>> settings_or_default({"language": "de"})
    Traceback (most recent call last):
    claimcheck.errors.ArgumentError: settings: a dict was given; make them with Settings(language="de").
    """
    if settings is None:
        return Settings()
    if not isinstance(settings, Settings):
        sentence = f'settings: {shown(settings)} was given; make them with Settings(language="de").'
        raise ArgumentError(sentence, argument="settings")
    if settings.language and settings.language not in codes():
        raise ConfigError(f'unknown language "{settings.language}"{did_you_mean(settings.language, codes())}')
    return settings


def one(call: str, thing: object, kind: type[T], way_out: str) -> T:
    """The one thing that a function takes.

    Raises:
        ArgumentError: it is of another kind.

    >>> one("compare", 3, Settings, "match(claims) makes one")
    Traceback (most recent call last):
    claimcheck.errors.ArgumentError: compare takes a Settings, not 3; match(claims) makes one.
    """
    if isinstance(thing, kind):
        return thing
    raise ArgumentError(f"{call} takes {_a(kind)}, not {shown(thing)}; {way_out}.")


def all_of(call: str, things: Iterable[T], kind: type, way_out: str) -> tuple[T, ...]:
    """The many things that a function takes in a list.

    Raises:
        ArgumentError: it is no list, or one of them is of another kind.

    >>> all_of("extract", "a.md", Settings, "read(path) makes them")
    Traceback (most recent call last):
    claimcheck.errors.ArgumentError: extract takes a list of Settings, not "a.md"; read(path) makes them.
    """
    wanted = f"{call} takes a list of {kind.__name__}{'' if kind.__name__.endswith('s') else 's'}"
    if isinstance(things, kind):
        raise ArgumentError(f"{wanted}, not one alone; put it in brackets: {call}([...]).")
    if not isinstance(things, Iterable) or isinstance(things, str | bytes):
        raise ArgumentError(f"{wanted}, not {shown(things)}; {way_out}.")
    given = tuple(things)
    for thing in given:
        if not isinstance(thing, kind):
            raise ArgumentError(f"{wanted}, and {shown(thing)} is none; {way_out}.")
    return given


def inputs(call: str, given: Iterable[Any], *kinds: type) -> None:
    """Refuse what is neither a path nor one of ``kinds``.

    Raises:
        ArgumentError: one of them is something else, such as a list of them.

    >>> inputs("read", [["a.md"]])
    Traceback (most recent call last):
    claimcheck.errors.ArgumentError: read takes a path, not a list; put a star before the list: read(*paths).
    """
    *first, last = ("a path", *map(_a, kinds))
    wanted = f"{', '.join(first)} or {last}" if first else last
    for thing in given:
        if isinstance(thing, list | tuple | set | frozenset):
            name = "inputs" if kinds else "paths"
            way_out = f"put a star before the list: {call}(*{name})"
        elif isinstance(thing, (str, PathLike, *kinds)):
            continue
        elif isinstance(thing, Settings):
            way_out = f"name it: {call}(..., settings=...)"
        else:
            way_out = f'give one such as {call}("article.md")'
        raise ArgumentError(f"{call} takes {wanted}, not {shown(thing)}; {way_out}.")


def writing(name: object, options: Mapping[str, Any], known: Collection[str]) -> None:
    """Refuse what no writer could use: a format that is no name, an option that there is not, another language.

    Raises:
        ArgumentError: one of these was given.

    >>> writing("full", {"colour": True}, ["color", "width"])
    Traceback (most recent call last):
    claimcheck.errors.ArgumentError: write: unknown option "colour" - did you mean color?
    """
    if not isinstance(name, str):
        raise ArgumentError(f"write takes the name of a format, such as json, not {shown(name)}.", argument="format")
    for option in options:
        if option not in known:
            raise ArgumentError(f'write: unknown option "{option}"{did_you_mean(option, known)}', argument=option)
    if options.get("lang", "en") not in LANGUAGES:
        there_are = ", ".join(LANGUAGES)
        sentence = f"write: there are no messages in {shown(options['lang'])}; lang is one of {there_are}."
        raise ArgumentError(sentence, argument="lang")
    all_of("write", options.get("documents", ()), Document, "read(path) makes them")


def _a(kind: type) -> str:
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"
