"""What argparse says of a mistake, in our words. Loaded only when there is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAID = (
    (r"the following arguments are required: (.+)", r"{0} is missing"),
    (r"argument (.+): expected (?:one|at least one) argument", r"{0} needs a value"),
    (r"argument (.+): expected (\d+) arguments", r"{0} needs {1} values"),
    (r"argument (.+): ignored explicit argument '(.*)'", r'{0} takes no value, not even "{1}"'),
    (r"argument (.+): invalid int value: '(.*)'", r'{0}: "{1}" is no whole number'),
)


def mistake(message: str, options: Iterable[str], usage: str) -> str:
    """One sentence with the way out.

    Args:
        message: what argparse says.
        options: the options that there are, with their dashes.
        usage: how to see them explained.

    >>> mistake("argument --jobs: invalid int value: 'x'", ["--jobs"], "claimcheck check --help")
    '--jobs: "x" is no whole number; see claimcheck check --help.'
    >>> mistake("unrecognized arguments: --job 3", ["--jobs"], "claimcheck check --help")
    'unknown option "--job" - did you mean --jobs?'
    """
    if found := re.fullmatch(r"unrecognized arguments: (.+)", message, re.DOTALL):
        return _unknown(found[1].split(), options, usage)
    if found := re.fullmatch(r"argument (.+?): invalid choice: '(.*)' \(choose from (.+)\)", message, re.DOTALL):
        return f'{found[1]}: "{found[2]}" is none of {found[3]}.'.replace("'", "")
    for said, ours in _SAID:
        if found := re.fullmatch(said, message, re.DOTALL):
            return f"{ours.format(*found.groups())}; see {usage}."
    own = message.removeprefix("argument ")  # what we say ourselves has its way out
    return f"{own}." if own != message and ";" in own else f"{own}; see {usage}."


def _unknown(words: list[str], options: Iterable[str], usage: str) -> str:
    option = next((word.partition("=")[0] for word in words if word.startswith("-")), None)
    if option is None:
        return f'one word too many: "{words[0]}"; see {usage}.'
    hint = did_you_mean(option, options)
    return f'unknown option "{option}"{hint}' if hint.endswith("?") else f'unknown option "{option}"; see {usage}.'
