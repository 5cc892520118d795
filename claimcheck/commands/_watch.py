"""Do something again whenever a file changes."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.commands._say import say
from claimcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAUSE = 0.5  # seconds between two looks


def watch(paths: Sequence[str], work: Callable[[], int]) -> int:
    """Do ``work`` now and after every change below ``paths``, until Ctrl-C; the status is that of the last time.

    Raises:
        ConfigError: standard input cannot be watched.
    """
    if "-" in paths:
        raise ConfigError("--watch: standard input cannot be watched; save the article and name the file.")
    status = 2
    try:
        while True:
            seen = stamps(paths)
            status = work()
            say("watching for changes; Ctrl-C ends.")
            while stamps(paths) == seen:
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        return status


def stamps(paths: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Time of change and size of every file that can be seen below some paths."""
    found = {}
    for path in map(Path, paths):
        for file in (path, *path.rglob("*")):
            try:
                stat = file.stat()
            except OSError:
                continue  # it went away; when it comes back that is a change
            found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found
