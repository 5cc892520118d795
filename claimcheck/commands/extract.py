"""List the figures and dates that the articles claim, with what they count, when it holds and who says so.

Examples:
  claimcheck extract story/                           a table
  claimcheck extract story/ --output csv:claims.csv   for a spreadsheet
  claimcheck extract story/ --output jsonl            for programs, and for claimcheck check
  claimcheck extract archive/ --output parquet:claims.parquet    for claimcheck table
  claimcheck extract story/ --output xlsx:figures.xlsx      a worklist to tick off; check --worklist reads it
  claimcheck extract story/ --output worklist:figures.csv   the same as CSV
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from claimcheck.commands._before import Before
    from claimcheck.commands._output import Target
    from claimcheck.config import Settings
    from claimcheck.model import AnyClaim
    from claimcheck.readers import Reading

LISTS = ("table", "jsonl", "csv", "parquet")
WORKLISTS = ("xlsx", "worklist")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``extract``."""
    from claimcheck.commands._options import add_input, add_language

    add_input(parser)
    add_language(parser)
    what = "table (default), jsonl, csv, parquet, or a worklist: xlsx or worklist (CSV); and which file to write"
    parser.add_argument("--output", action="append", default=[], metavar="FORMAT[:FILE]", help=what)
    parser.add_argument("--worklist", metavar="FILE", help="carry over what was ticked off in an earlier worklist")


def run(args: argparse.Namespace) -> int:
    """Read, extract, list."""
    from claimcheck.commands._before import before
    from claimcheck.commands._options import settings_of
    from claimcheck.commands._output import deliver, targets
    from claimcheck.commands._progress import progress
    from claimcheck.commands._say import say, say_reading
    from claimcheck.pipeline import extract
    from claimcheck.readers import read_paths

    settings = settings_of(args)
    wanted = targets(args.output or ["table"], (*LISTS, *WORKLISTS))
    said = before(args, wanted)
    reading = read_paths(args.paths, settings)
    say_reading(reading, quiet=args.quiet)
    with progress("extracting", quiet=args.quiet):
        claims = extract(reading.documents, settings)
    for target in wanted if claims else ():
        made = (
            _listed(claims, reading, settings, target)
            if target.format in LISTS
            else _worklist(reading, said, settings, target)
        )
        deliver(made, target)
    if reading.documents and not claims:
        say(f"no figure or date was found in {args.paths[0]}; give articles that hold some.")
    return 2 if reading.problems or not claims else 0


def _listed(claims: Sequence[AnyClaim], reading: Reading, settings: Settings, target: Target) -> str | bytes:
    from claimcheck.commands import _listing

    write: dict[str, Callable[[], str | bytes]] = {
        "table": lambda: _listing.table(claims, settings.lang_ui),
        "jsonl": lambda: _listing.jsonl(claims),
        "csv": lambda: _listing.csv_rows(claims),
        "parquet": lambda: _parquet(claims, reading),
    }
    return write[target.format]()


def _parquet(claims: Sequence[AnyClaim], reading: Reading) -> bytes:
    """Columns for ``claimcheck table``; see `claimcheck.tables.schema`.

    Raises:
        MissingExtra: what writes Parquet is not installed.
    """
    from claimcheck.errors import MissingExtra

    try:
        from claimcheck.tables.schema import parquet
    except ImportError as error:
        raise MissingExtra("--output parquet", "scale") from error
    return parquet(claims, [document.source for document in reading.documents])


def _worklist(reading: Reading, said: Before, settings: Settings, target: Target) -> str | bytes:
    """The claims with who agrees and who does not, which takes a comparison, and with what was ticked off before."""
    from claimcheck.commands._say import say_ticks
    from claimcheck.pipeline import compare, gather, write

    comparison = gather(*reading.documents, settings=settings)
    ticks = said.ticks(comparison.claims)
    say_ticks(ticks)
    report = compare(comparison, settings)
    options = {
        "documents": comparison.documents,
        "claims": comparison.claims,
        "lang": settings.lang_ui,
        "ticks": ticks.found,
    }
    return write(report, target.format, **options)
