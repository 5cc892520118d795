"""DuckDB: the engine that needs nothing but itself, for tables larger than memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from claimcheck.tables.engines import plainly

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.tables.engines import Kinds, Limits

# CSV says nothing of types; without this list a topic "t" would be read as the truth value true
_TYPES = "['BIGINT', 'DOUBLE', 'DATE', 'TIMESTAMP', 'VARCHAR']"
_READ = {
    "parquet": "read_parquet({}, union_by_name = true)",
    "csv": f"read_csv({{}}, union_by_name = true, auto_type_candidates = {_TYPES})",
    "jsonl": "read_json({}, format = 'newline_delimited', union_by_name = true)",
}


class Duck:
    """One connection, in memory, which spills to disk where that is not enough."""

    def __init__(self, limits: Limits) -> None:
        """Connect."""
        self._connection = duckdb.connect()
        self._connection.execute("SET enable_progress_bar = false")  # it would stand among the results
        self._connection.execute("SET preserve_insertion_order = false")  # half of the memory while writing
        for name, value in (("threads", limits.jobs), ("memory_limit", limits.memory)):
            if value is not None:
                self._connection.execute(f"SET {name} = '{value}'")

    def open(self, files: Kinds) -> Any:
        """All rows; nothing is read yet but the columns."""
        parts = (f"FROM {_READ[kind].format(_listed(names))}" for kind, names in files.items())
        with plainly(next(iter(files.values()))[0]):
            rows = self._connection.sql(" UNION ALL BY NAME ".join(f"({part})" for part in parts))
        return self._hashed(rows)

    def _hashed(self, rows: Any) -> Any:
        """With 64 bits of the topic, which group in two thirds of the time that texts take."""
        types = dict(zip(rows.columns, map(str, rows.types), strict=True))
        if "topic_id" in types or types.get("topic") != "VARCHAR":
            return rows
        return rows.project("*, hash(topic) AS topic_id")

    def save(self, frame: Any, file: Path) -> None:
        """Write one file."""
        frame.write_parquet(str(file), compression="zstd")


def _listed(names: list[str]) -> str:
    quoted = (name.replace("'", "''") for name in names)
    return "[" + ", ".join(f"'{name}'" for name in quoted) + "]"


def start(limits: Limits) -> Duck:
    """The engine."""
    return Duck(limits)
