"""List the figures and dates that the articles claim, with what they count, when it holds and who says so.

Examples:
  claimcheck extract story/                           a table
  claimcheck extract story/ --output csv:claims.csv   for a spreadsheet
  claimcheck extract story/ --output jsonl            for programs, and for claimcheck check
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from claimcheck.commands._output import Target
    from claimcheck.config import Settings
    from claimcheck.model import AnyClaim


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``extract``."""
    from claimcheck.commands._options import add_input, add_language

    add_input(parser)
    add_language(parser)
    what = "table (default), jsonl or csv, and where to write it"
    parser.add_argument("--output", action="append", default=[], metavar="FORMAT[:FILE]", help=what)


def run(args: argparse.Namespace) -> int:
    """Read, extract, list."""
    from claimcheck.commands._options import settings_of
    from claimcheck.commands._output import deliver, targets
    from claimcheck.commands._say import say, say_reading
    from claimcheck.pipeline import extract
    from claimcheck.readers import read_paths

    settings = settings_of(args)
    wanted = targets(args.output or ["table"], ("table", "jsonl", "csv"))
    reading = read_paths(args.paths, settings)
    say_reading(reading.problems, reading.skipped, quiet=args.quiet)
    claims = extract(reading.documents, settings)
    for target in wanted if claims else ():
        deliver(_written(claims, settings, target), target)
    if reading.documents and not claims:
        say(f"no figure or date was found in {args.paths[0]}; give articles that hold some.")
    return 2 if reading.problems or not claims else 0


def _written(claims: Sequence[AnyClaim], settings: Settings, target: Target) -> str:
    from claimcheck.commands import _listing

    write: dict[str, Callable[[], str]] = {
        "table": lambda: _listing.table(claims, settings.lang_ui),
        "jsonl": lambda: _listing.jsonl(claims),
        "csv": lambda: _listing.csv_rows(claims),
    }
    return write[target.format]()
