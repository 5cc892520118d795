"""Shelves: a thing is found because its file lies in a folder, or because another package offers it.

A folder of ours (``claimcheck/readers/``) and a group of entry points (``claimcheck.readers``) make one shelf. This is
the only place where anything is discovered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib import import_module, resources
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from claimcheck.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

T = TypeVar("T")


class Shelf(Mapping[str, T], Generic[T]):
    """What lies on one shelf, by name: the modules of our folder in name order, then what other packages offer.

    A module ``value_mismatch.py`` has the name ``value-mismatch``; modules that begin with an underscore hold what
    several others share and are not on the shelf. Listing the names imports nothing; a thing is imported when it is
    asked for. Where another package offers a name that we have, ours is kept.

    >>> shelf = Shelf("claimcheck.readers", "reader", lambda module: module)
    >>> "text" in shelf, shelf["text"].__name__
    (True, 'claimcheck.readers.text')
    """

    def __init__(self, package: str, noun: str, pick: Callable[[ModuleType], T]) -> None:
        """Take the folder of ``package``; ``pick`` says what of a module lies on the shelf, ``noun`` what it is."""
        self.package = package
        self.noun = noun
        self._pick = pick
        self._loaded: dict[str, T] = {}

    def find(self, name: str) -> T:
        """The thing with a name that a user typed.

        Raises:
            ConfigError: there is none, or it cannot be loaded.

        >>> Shelf("claimcheck.readers", "reader", lambda module: module).find("txet")
        Traceback (most recent call last):
        claimcheck.errors.ConfigError: unknown reader "txet" - did you mean text?
        """
        if name not in self:
            raise ConfigError(f'unknown {self.noun} "{name}"{did_you_mean(name, self)}')
        return self[name]

    def __getitem__(self, name: str) -> T:
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._ours
        yield from (name for name in self._theirs if name not in self._ours)

    def __len__(self) -> int:
        return len(self._ours.keys() | self._theirs.keys())

    def __contains__(self, name: object) -> bool:
        return name in self._ours or name in self._theirs

    def _load(self, name: str) -> T:
        if name in self._ours:
            return self._pick(import_module(f"{self.package}.{self._ours[name]}"))
        return self._load_theirs(self._theirs[name])

    def _load_theirs(self, entry: EntryPoint) -> T:
        try:
            offered: Any = entry.load()
            thing: T = self._pick(offered) if isinstance(offered, ModuleType) else offered
        except Exception as error:  # a package of others may fail in any way
            origin = entry.dist.name if entry.dist else entry.value
            problem = f'the {self.noun} "{entry.name}" of the package {origin} cannot be loaded ({error!r})'
            raise ConfigError(f"{problem}; update or uninstall that package.") from error
        return thing

    @cached_property
    def _ours(self) -> dict[str, str]:
        """Name -> module, in name order."""
        files = sorted(file.name for file in resources.files(self.package).iterdir())
        modules = [file.removesuffix(".py") for file in files if file.endswith(".py") and not file.startswith("_")]
        return {module.replace("_", "-"): module for module in modules}

    @cached_property
    def _theirs(self) -> dict[str, EntryPoint]:
        """Name -> entry point, in name order."""
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and not needed for what is ours

        return {entry.name: entry for entry in sorted(entry_points(group=self.package), key=lambda e: e.name)}
