"""The errors a user can cause. Each is one sentence that names the file or argument and the way out.

ClaimcheckError
├── InputError       a file or text that cannot be read or checked
├── ConfigError      a setting, option or configuration file that cannot be used
├── ArgumentError    what a function or record of the library was given cannot be used
│   └── UnknownLanguage  there is no language pack of that code
└── MissingExtra     a package that an optional part needs is not installed
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class ClaimcheckError(Exception):
    """Base of every error that `claimcheck` raises on purpose; its text is one sentence, meant for people.

    It can be pickled, so that it also comes out of another process.

    >>> from claimcheck import check
    >>> try:
    ...     check("no-such-file.md")
    ... except ClaimcheckError as error:
    ...     print(error)
    no-such-file.md: there is no such file or folder; check the path.
    """

    def __str__(self) -> str:
        return Exception.__str__(self)  # KeyError, a base of one of ours, would put it in quotation marks

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[ClaimcheckError], said: tuple[object, ...]) -> ClaimcheckError:
    """An error as it was, without asking again for what its sentence was made of."""
    return kind.__new__(kind, *said)


class InputError(ClaimcheckError):
    """A file or text cannot be read or checked."""

    def __init__(self, path: str, problem: str, way_out: str) -> None:
        """Say which ``path`` has which ``problem`` and what to do about it."""
        super().__init__(f"{path}: {problem}; {way_out}.")
        self.path = path


class ConfigError(ClaimcheckError):
    """A setting, option or configuration file cannot be used."""


class ArgumentError(ClaimcheckError, ValueError, TypeError):
    """What a function or record of the library was given cannot be used.

    It is a ValueError and a TypeError as well: who catches those, as Python's own functions raise them, catches it.

    >>> ArgumentError('"gestern" is no date', argument="published").argument
    'published'
    """

    def __init__(self, sentence: str, *, argument: str | None = None) -> None:
        """Say what is wrong and what to give instead; ``argument`` is the name of what was wrong."""
        super().__init__(sentence)
        self.argument = argument


class UnknownLanguage(ArgumentError, KeyError):  # noqa: N818 - it names what is unknown
    """There is no language pack of that code."""

    def __init__(self, code: object, known: Iterable[str]) -> None:
        """Say which ``code`` was asked for and which are ``known``."""
        there_are = ", ".join(sorted(known))
        super().__init__(f"{code} has no language pack; there are: {there_are}", argument="language")


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


def shown(value: object) -> str:
    """A value as a message names it: texts in quotation marks, what is long cut off, records by their kind.

    >>> shown("x" * 99)[-4:], shown(3), shown(["a"])
    ('xx…"', '3', 'a list')
    """
    if isinstance(value, str):
        return f'"{_short(" ".join(value.split()))}"'
    if value is None or isinstance(value, bool | int | float | bytes):
        return _short(repr(value))
    kind = type(value).__name__
    return f"an {kind}" if kind[0] in "AEIOUaeiou" else f"a {kind}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
