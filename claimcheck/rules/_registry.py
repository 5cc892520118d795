"""Which rules there are: the files of this folder, other packages' entry points, and the user's own files."""

from __future__ import annotations

import inspect
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ConfigError
from claimcheck.plugins import Shelf
from claimcheck.rules import Rule
from claimcheck.rules._watch import watched

if TYPE_CHECKING:
    from types import ModuleType

    from claimcheck.config import Settings


def rule_of(module: ModuleType) -> type[Rule]:
    """The one rule that a module defines."""
    rules = [
        c
        for _, c in inspect.getmembers(module, inspect.isclass)
        if issubclass(c, Rule) and c.__module__ == module.__name__
    ]
    if len(rules) != 1:
        raise ConfigError(
            f"{module.__name__}: a rule file defines exactly one subclass of Rule, this one {len(rules)}."
        )
    return rules[0]


SHELF: Shelf[type[Rule]] = Shelf("claimcheck.rules", "rule", rule_of)


@cache
def _shelved() -> dict[str, type[Rule]]:
    return dict(SHELF.items())


def all_rules(settings: Settings | None = None) -> dict[str, type[Rule]]:
    """All rules by id; the user's own files come last.

    Raises:
        ConfigError: a rule file of the user's cannot be loaded, or a name stands for no rule.
    """
    own = [_from_file(Path(path)) for path in (settings.rules if settings else ())]
    watches = settings.watch if settings else ()
    for watch in watches:
        if watch.name in _shelved():
            raise ConfigError(f"[[watch]] {watch.name}: a rule has this name already; choose another.")
    own += [watched(watch) for watch in watches]
    return {**_shelved(), **{rule.id(): rule for rule in own}}


def _from_file(path: Path) -> type[Rule]:
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ConfigError(f"{path}: no such rule file; give the path of a Python file that defines one rule.")
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ConfigError(
            f"{path}: the rule file cannot be loaded ({error}); run it with python to see why."
        ) from error
    return _complete(path, module)


def _complete(path: Path, module: ModuleType) -> type[Rule]:
    try:
        rule = rule_of(module)
    except ConfigError as error:
        raise ConfigError(f"{path}: {str(error).removeprefix(f'{module.__name__}: ')}") from error
    if inspect.isabstract(rule):
        raise ConfigError(f"{path}: {rule.__name__} has no method check; add one that gives its findings.")
    return rule
