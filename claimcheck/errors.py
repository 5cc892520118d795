"""The errors a user can cause. Each is one sentence that names the file and the way out.

ClaimcheckError
├── InputError       a file or text that cannot be read or checked
├── ConfigError      a setting, option or configuration file that cannot be used
└── MissingExtra     a package that an optional part needs is not installed
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class ClaimcheckError(Exception):
    """Base of every error that `claimcheck` raises on purpose; its text is meant for people."""


class InputError(ClaimcheckError):
    """A file or text cannot be read or checked."""

    def __init__(self, path: str, problem: str, way_out: str) -> None:
        """Say which ``path`` has which ``problem`` and what to do about it."""
        super().__init__(f"{path}: {problem}; {way_out}.")
        self.path = path


class ConfigError(ClaimcheckError):
    """A setting, option or configuration file cannot be used."""


class MissingExtra(ClaimcheckError):  # noqa: N818 - it names what is missing
    """An optional part needs a package that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        """Say what was asked for and which extra brings it."""
        package = f"claim-consistency[{extra}]"
        super().__init__(f"{what} needs the extra [{extra}]; install it with: pip install '{package}'.")
        self.extra = extra


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A suggestion to append to a message, or all that is known where nothing is close.

    >>> did_you_mean("value-missmatch", ["value-mismatch", "date-mismatch"])
    ' - did you mean value-mismatch?'
    """
    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    return f" - did you mean {close[0]}?" if close else f" - known are: {', '.join(names)}"
