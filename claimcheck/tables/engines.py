"""The engines of the command: each opens files as a frame, and saves a frame as Parquet."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from claimcheck.errors import ClaimcheckError, ConfigError, InputError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Kinds = dict[str, list[str]]
"""Files by kind, as `claimcheck.tables.files` finds them."""


class Limits(NamedTuple):
    """How much of the machine an engine may take, and the user's own settings for it."""

    jobs: int | None = None
    """Threads; None: all."""
    memory: str | None = None
    """Most memory, as the engine writes it (``2GB``); None: the engine's own choice."""
    settings: Mapping[str, str] = {}
    """Of Spark: ``spark.master``, ``spark.remote`` and any other."""


class Engine(Protocol):
    """What an engine must do."""

    def open(self, files: Kinds) -> Any:
        """All rows of the files as one frame; columns are matched by name."""
        ...

    def save(self, frame: Any, file: Path) -> None:
        """Write a frame as Parquet."""
        ...


ENGINES = {"duckdb": "claimcheck.tables.duck", "polars": "claimcheck.tables.polar", "spark": "claimcheck.tables.spark"}


def engine(name: str, limits: Limits) -> Engine:
    """An engine by its name.

    Raises:
        MissingExtra: a package that it needs is not installed.
    """
    try:
        made: Engine = import_module(ENGINES[name]).start(limits)
    except ImportError as error:
        raise MissingExtra(f"the engine {name}", "spark" if name == "spark" else "scale") from error
    return made


@contextmanager
def plainly(what: str) -> Iterator[None]:
    """Say in one sentence what an engine says in twenty lines.

    Raises:
        InputError: whatever the engine raised.
    """
    try:
        yield
    except (ClaimcheckError, KeyboardInterrupt):
        raise
    except Exception as error:
        if type(error).__module__.split(".")[0] not in _THEIRS and not isinstance(error, OSError):
            raise
        raise InputError(what, _first_sentence(error), _way_out(error)) from error


_THEIRS = ("duckdb", "_duckdb", "polars", "narwhals", "pyspark", "py4j", "pyarrow")


_CAUSED = "Caused by: "
"""So Java begins the lines that say what was wrong; the last one says what was wrong first."""


def _first_sentence(error: Exception) -> str:
    if "no space left" in str(error).lower():
        return "there is no space left on the disk"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    causes = [line.removeprefix(_CAUSED).partition(": ")[2] for line in lines if line.startswith(_CAUSED)]
    return next(filter(None, reversed(causes)), lines[0]).rstrip(".;:")[:300]


def _way_out(error: Exception) -> str:
    said = str(error).lower()
    if "no space" in said or "disk" in said:
        return "free some, or set TMPDIR and --output to a larger disk"
    if "memory" in said:
        return "give it more with --memory"
    return "mend the file, or leave it out"


@contextmanager
def complete_or_not_at_all(file: Path) -> Iterator[Path]:
    """A name beside ``file`` to write to; it becomes ``file`` at the end, and is gone if anything fails.

    Raises:
        ConfigError: the folder is not there.
    """
    if not file.parent.is_dir():
        raise ConfigError(f"{file}: there is no folder {file.parent}; make it, or choose another.")
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        yield draft
        _remove(file)
        draft.replace(file)
    finally:
        _remove(draft)


def _remove(path: Path) -> None:
    """A file, or the folder that Spark writes."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
