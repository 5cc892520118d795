"""Our TOML files, parsed once: the result is kept beside them, as Python keeps its bytecode.

Half of the time that a check of two articles takes went into parsing the same files every time. What is kept is used
only for a file of the same time and size, and nothing is kept where Python is told not to write bytecode.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def parsed(file: Traversable) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        ValueError: it is no TOML, or not in UTF-8.

    >>> from importlib.resources import files
    >>> parsed(files("claimcheck.languages") / "de.toml")["language"]["name"]
    'Deutsch'
    """
    if not isinstance(file, Path):  # in a zip file, say
        return tomli.loads(file.read_text("utf-8"))
    state = file.stat()
    stamp = (state.st_mtime_ns, state.st_size)
    cache = file.parent / "__pycache__" / f"{file.name}.{sys.implementation.cache_tag}"
    with suppress(OSError, EOFError, ValueError, TypeError):
        kept, tables = marshal.loads(cache.read_bytes())  # noqa: S302 - as far to be trusted as the bytecode beside it
        if kept == stamp:
            return tables  # type: ignore[no-any-return]
    tables = tomli.loads(file.read_text("utf-8"))
    if not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):  # a folder that is not ours, or a value such as a date
            _keep(cache, marshal.dumps((stamp, tables)))
    return tables


def _keep(cache: Path, data: bytes) -> None:
    """Write beside, then rename: another process may read it at this moment."""
    cache.parent.mkdir(exist_ok=True)
    beside = cache.with_name(f"{cache.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(cache)
