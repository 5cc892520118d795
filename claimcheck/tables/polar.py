"""Polars, lazily: for tables that fit into memory, or nearly so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from claimcheck.tables.engines import plainly

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.tables.engines import Kinds, Limits


class Polar:
    """Polars as the user's own environment sets it up (``POLARS_MAX_THREADS``)."""

    def open(self, files: Kinds) -> pl.LazyFrame:
        """All rows; nothing is read yet but the columns."""
        with plainly(next(iter(files.values()))[0]):
            frames = [_scan(kind, name) for kind, names in files.items() for name in names]
            rows = frames[0] if len(frames) == 1 else pl.concat(frames, how="diagonal_relaxed")
            rows.collect_schema()
        return rows

    def save(self, frame: Any, file: Path) -> None:
        """Write one file."""
        frame.sink_parquet(file)


def _scan(kind: str, name: str) -> pl.LazyFrame:
    if kind == "csv":
        return pl.scan_csv(name, separator="\t" if name.lower().endswith(".tsv") else ",", try_parse_dates=True)
    return pl.scan_parquet(name) if kind == "parquet" else pl.scan_ndjson(name)


def start(limits: Limits) -> Polar:  # noqa: ARG001 - Polars takes its limits from the environment
    """The engine."""
    return Polar()
