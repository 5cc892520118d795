"""Print the JSON Schema (Draft 2020-12) of a record; without a NAME that of the report.

Examples:
  claimcheck schema report > report.schema.json
  claimcheck schema claim-row        a line in a file of claims
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

NAMES = ("claim", "claim-row", "comparison", "decision", "document", "finding", "mention", "report", "settings")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``schema``."""
    parser.add_argument("name", nargs="?", default="report", metavar="NAME", help=f"one of: {', '.join(NAMES)}")


def run(args: argparse.Namespace) -> int:
    """Print one schema."""
    from claimcheck.commands._output import Target, deliver
    from claimcheck.commands._schemas import schema, text
    from claimcheck.errors import ConfigError, did_you_mean

    if args.name not in NAMES:
        raise ConfigError(f'unknown record "{args.name}"{did_you_mean(args.name, NAMES)}')
    deliver(text(schema(args.name)), Target("json"))
    return 0
