"""What is said to the user besides the results: one line each, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def say(text: object) -> None:
    """One line on standard error, with the program's name."""
    sys.stderr.write(f"claimcheck: {text}\n")


def say_reading(problems: Iterable[object], skipped: int, *, quiet: bool) -> None:
    """What could not be read, and how many files of folders were left out; ``quiet`` keeps only the first."""
    for problem in problems:
        say(problem)
    if skipped and not quiet:
        say(f"{skipped} {'file was' if skipped == 1 else 'files were'} skipped in folders (not articles).")
