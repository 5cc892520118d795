"""Do something again whenever a file changes."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.commands._say import say
from claimcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

PAUSE = 0.5  # seconds between two looks


def watch(paths: Sequence[str], work: Callable[[], int], written: Collection[str] = ()) -> int:
    """Do ``work`` now and after every change below ``paths``, until Ctrl-C; the status is that of the last time.

    What the work itself has ``written`` is no change, even where it lies among the articles.

    Raises:
        ConfigError: standard input cannot be watched.
    """
    if "-" in paths:
        raise ConfigError("--watch: standard input cannot be watched; save the article and name the file.")
    status = 2
    try:
        while True:
            seen = stamps(paths, written)
            status = work()
            say("watching for changes; Ctrl-C ends.")
            while stamps(paths, written) == seen:
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        return status


def stamps(paths: Sequence[str], written: Collection[str] = ()) -> dict[str, tuple[int, int]]:
    """Time of change and size of the files that are named, and of those in folders that may be articles."""
    from claimcheck.readers import READERS

    suffixes = tuple(suffix for reader in READERS.values() for suffix in reader.SUFFIXES)
    left_out = {Path(file).absolute() for file in written}
    found = {}
    for path in map(Path, paths):
        for file in (path, *(p for p in path.rglob("*") if p.name.lower().endswith(suffixes))):
            if file.absolute() in left_out or file.is_dir():
                continue
            try:
                stat = file.stat()
            except OSError:
                continue  # it went away; when it comes back that is a change
            found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found
