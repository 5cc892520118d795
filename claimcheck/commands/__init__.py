"""The command line. One file, one verb.

A command is a module with a docstring (its help, with examples), ``arguments``, which adds its options to a parser, and
``run``, which does the work and gives the exit status. The verbs are listed here, so that ``--help`` need not look for
them: starting up imports nothing but argparse.
"""

from __future__ import annotations

import argparse
import os
from importlib import import_module

from claimcheck import __version__

TYPE_CHECKING = False  # the module typing would cost a fifth of the start-up
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

VERBS = {
    "check": "show which figures and dates of the articles cannot all be true, and why",
    "explain": "say what a rule finds, why it matters, and when it is wrong",
    "extract": "list the figures and dates that the articles claim",
    "review": "decide about findings in the browser: confirm, explain or dismiss",
    "schema": "print the JSON Schema of a record",
    "table": "find the disputes in tables of claims, of any size",
}

_OWN_OPTIONS = ("-h", "--help", "--version", "--print-completion")
_ABOUT = "Reads several reports on one story and shows which figures and dates cannot all be true, and why."
_EXAMPLES = """\
Examples:
  claimcheck check herald.md courier.txt       compare two articles
  claimcheck check story/ --output json        a folder; the report as JSON
  claimcheck extract story/ --output csv       what the articles claim
  claimcheck explain value-mismatch            what a rule finds
  claimcheck check --help                      the options of a command

Exit status: 0 clean, 1 findings, 2 something could not be checked
"""


def run(argv: Sequence[str]) -> int:
    """Run one command line."""
    if not argv or argv[0] not in VERBS:
        return _without_verb(argv)
    parser = _Parser(prog=f"claimcheck {argv[0]}")
    verb = _fill(parser, argv[0])
    status: int = verb.run(parser.parse_intermixed_args(argv[1:]))
    return status


def _without_verb(argv: Sequence[str]) -> int:
    """``--help``, ``--version``, or a mistake: a wrong verb is worth a suggestion, argparse only lists them all."""
    said = argv[0] if argv else ""
    if argv and said.partition("=")[0] not in _OWN_OPTIONS:
        from claimcheck.errors import ConfigError, did_you_mean

        kind = "option" if said.startswith("-") else "command"
        raise ConfigError(f'unknown {kind} "{said}"{did_you_mean(said, (*VERBS, *_OWN_OPTIONS[1:]))}')
    build_parser(fill=False).parse_args(argv)
    return 0


def build_parser(*, fill: bool = True) -> argparse.ArgumentParser:
    """The parser of the whole command line; ``fill`` gives the verbs their options, which loads all of them."""
    parser = _Parser(prog="claimcheck", description=_ABOUT, epilog=_EXAMPLES)
    parser.add_argument("--version", action="version", version=f"claimcheck {__version__}")
    completion = "print completions for a shell, such as bash or zsh"
    parser.add_argument("--print-completion", action=_Completion, metavar="SHELL", help=completion)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for verb, summary in VERBS.items():
        child = commands.add_parser(verb, help=summary)
        if fill:
            _fill(child, verb)
    return parser


def _fill(parser: argparse.ArgumentParser, verb: str) -> Any:
    """Give a parser the help and the options of a verb; the module of the verb."""
    module: Any = import_module(f"claimcheck.commands.{verb}")
    about, _, examples = module.__doc__.partition("\n\nExamples:")
    parser.description = about
    parser.epilog = f"Examples:{examples}"
    module.arguments(parser)
    return module


class _Parser(argparse.ArgumentParser):
    """Takes options only in full, keeps the lines of examples, and says a mistake in one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_Formatter, **options)

    def error(self, message: str) -> Any:
        """End with status 2."""
        from claimcheck.commands._mistakes import mistake

        options = [option for option in self._option_string_actions if option.startswith("--")]
        self.exit(2, f"{self.prog}: {mistake(message, options, f'{self.prog} --help')}\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Finds the terminal's width and breaks lines itself: what argparse imports for it costs more than all the rest."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, max_help_position=32, width=_columns() - 2, **options)

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = [""]
        for word in text.split():
            if lines[-1] and len(lines[-1]) + len(word) >= width:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".lstrip()
        return lines


def _columns() -> int:
    try:
        return max(60, int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size().columns)
    except (ValueError, OSError):
        return 100


class _Completion(argparse.Action):
    """Print a script that completes the command line in a shell, and end."""

    def __call__(self, parser: argparse.ArgumentParser, _: object, values: Any, __: object = None) -> None:
        from claimcheck.commands._completion import script

        print(script(build_parser(), values))  # noqa: T201 - for the shell to read
        parser.exit()
