"""Find the disputed topics in tables of claims, of any size: Parquet, CSV, JSONL, folders and patterns of them.

A table needs the columns topic, source, and low and high (or value); others are used where they are: origin, unit,
stated, outer_low, outer_high. The worst disputes are explained as in claimcheck check, all are written to Parquet.

Examples:
  claimcheck extract archive/ --output parquet:claims.parquet
  claimcheck table claims.parquet                                 the 20 worst disputes
  claimcheck table claims.parquet --output parquet:disputes.parquet
  claimcheck table 'data/*.csv' --map topic=country --map value=population --map stated=year
  claimcheck table claims/ --engine spark --set spark.master=spark://host:7077
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from claimcheck.commands._output import Target
    from claimcheck.config import Settings
    from claimcheck.tables.disputes import Disputes
    from claimcheck.tables.engines import Engine
    from claimcheck.tables.run import Found

ENGINES = ("duckdb", "polars", "spark")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``table``."""
    from claimcheck.commands._options import add_language

    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="a table, a folder or a pattern")
    add("--engine", choices=ENGINES, default="duckdb", help="what does the work (default: duckdb)")
    add("--map", action="append", default=[], metavar="OURS=THEIRS", help="the name of a column: low=min_value")
    add("--min-sources", type=int, default=2, metavar="N", help="fewest sources of a topic (default: 2)")
    add("--limit", type=int, default=20, metavar="N", help="how many disputes to explain (default: 20)")
    what = "how and where to write; parquet:FILE writes all disputes (default: full)"
    add("--output", action="append", default=[], metavar="FORMAT[:FILE]", help=what)
    add("--jobs", type=int, metavar="N", help="threads (default: all)")
    add("--memory", metavar="SIZE", help="most memory, such as 2GB; the rest goes to disk")
    add("--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of Spark: spark.remote=sc://host")
    levels = ("error", "warning", "note")
    add("--fail-on", choices=levels, metavar="LEVEL", help="exit with 1 from error, warning (default) or note on")
    add_language(parser)
    add("--isolated", action="store_true", help="ignore configuration files")
    add("--quiet", action="store_true", help="say nothing but results and errors")


def run(args: argparse.Namespace) -> int:
    """Read, find, explain, write."""
    from claimcheck.commands._options import settings_of
    from claimcheck.commands._output import targets
    from claimcheck.writers import WRITERS

    settings = settings_of(args)
    wanted = targets(args.output or ["full"], (*WRITERS, "parquet"))
    files = _parquet_files(wanted)
    found, engine = _find(args, settings)
    if files:
        _save(found.disputes, files, engine, args)
    failed = _explain(found.disputes, [t for t in wanted if t.format != "parquet"], settings, args)
    return 2 if not found.complete else failed


def _parquet_files(wanted: Sequence[Target]) -> list[Path]:
    """Where all disputes go.

    Raises:
        ConfigError: to the screen, where nobody can read them.
    """
    from claimcheck.errors import ConfigError

    places = [target.file for target in wanted if target.format == "parquet"]
    if None in places:
        raise ConfigError("--output parquet needs a file: --output parquet:disputes.parquet")
    return [Path(place) for place in places if place]


def _find(args: argparse.Namespace, settings: Settings) -> tuple[Found, Engine]:
    from claimcheck.errors import MissingExtra

    try:
        from claimcheck.tables.engines import Limits, engine
        from claimcheck.tables.run import find
    except ImportError as error:
        raise MissingExtra("claimcheck table", "scale") from error
    work = engine(args.engine, Limits(args.jobs, args.memory, _pairs("--set", args.set)))
    names = {**settings.columns, **_pairs("--map", args.map)}
    return find(args.paths, work, names, args.min_sources, _speaker(args)), work


def _speaker(args: argparse.Namespace) -> Callable[[str], None]:
    from claimcheck.commands._say import say

    return (lambda _: None) if args.quiet else say


def _save(found: Disputes, files: Sequence[Path], engine: Engine, args: argparse.Namespace) -> None:
    from claimcheck.tables.run import save

    for file in files:
        for place in save(found, file, engine):
            _speaker(args)(f"wrote {place}.")


def _explain(found: Disputes, wanted: Sequence[Target], settings: Settings, args: argparse.Namespace) -> int:
    """Let the rules explain the worst disputes; 1 if one is as loud as ``--fail-on`` says."""
    from claimcheck.commands._output import deliver, written
    from claimcheck.pipeline import compare
    from claimcheck.tables.show import top

    worst = top(found, args.limit)
    report = compare(worst.comparison, settings)
    for target in wanted:
        deliver(written(report, worst.comparison, settings, target), target)
    shown = len(worst.comparison.topics)
    _speaker(args)(
        f"{worst.disputed:,} disputed topics, {worst.contradictions:,} of them contradictions; {shown} shown."
    )
    return 1 if report.at_least(settings.fail_on) else 0


def _pairs(option: str, texts: Sequence[str]) -> dict[str, str]:
    """``["low=min_value"]`` as a mapping.

    Raises:
        ConfigError: one has no equals sign.
    """
    from claimcheck.errors import ConfigError

    for text in texts:
        if "=" not in text:
            raise ConfigError(f'{option}: "{text}" has no equals sign; write it like {option} NAME=VALUE.')
    return {name: value for name, _, value in (text.partition("=") for text in texts)}
