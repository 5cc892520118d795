"""Disputes on columns: CPU time as ratios to a scan of the same columns, peak memory, growth, against naive ways.

    python tests/bench/tables.py --rows 1e6 1e7 --folder /tmp/bench [--runs 5] [--only whole scan] [--spark]

The table is synthetic: topics by Zipf's law, every source rounds in its own way, and one topic in twenty holds a second
value half as high again. Each piece of work runs in a process of its own, on two threads; medians of several runs.
Prints one line a ratio with its limit; exits with 1 where one is over. The naive self-join runs at 10^6 rows only.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

THREADS = 2
MEMORY = "1200MB"  # what DuckDB may take of the two gigabytes
NAIVE_ROWS = 10**6
CLAIMS = 20_000

TABLE = """
    SELECT (hash(t) >> 1)::BIGINT AS topic_id, 'what happened in place ' || t AS topic,
        ((hash(i) >> 8) % 5000)::INTEGER AS source, said - off AS low, said + off AS high
    FROM (
        SELECT i, t, v * (((hash(i, 4) >> 8) % 4) // 2) * 0.02 AS off,
            CASE WHEN (hash(t, 2) >> 8) % 20 = 0 AND (hash(i, 1) >> 8) % 3 = 0 THEN 1.5 * v ELSE v END AS said
        FROM (
            SELECT i, t, (100 + (hash(t, 3) >> 8) % 10000)::DOUBLE AS v
            FROM (SELECT i, exp(((hash(i, 5) >> 11) / 9007199254740992.0) * ln({rows} / 5.0))::BIGINT AS t
                  FROM range({rows}) AS r(i))
        )
    )
"""
"""The hash of the row number stands for chance: the same rows on every machine."""


class Cost(NamedTuple):
    """What one piece of work took: seconds of user and system time, and the most memory in bytes."""

    cpu: float
    memory: int


def connect() -> Any:
    """DuckDB on two threads, with little memory."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads = {THREADS}; SET memory_limit = '{MEMORY}'")
    connection.execute("SET preserve_insertion_order = false; SET enable_progress_bar = false")
    return connection


def generate(file: Path, rows: int) -> None:
    """Write the table, once."""
    if not file.exists():
        connect().execute(f"COPY ({TABLE.format(rows=rows)}) TO '{file}' (FORMAT parquet)")


def rows_of(file: Path) -> Any:
    """The table as a relation."""
    return connect().read_parquet(str(file))


def scan(file: Path) -> None:
    """Read the three columns and nothing else."""
    rows_of(file).aggregate("sum(topic_id % 7), sum(low), sum(high)").fetchall()


def scan_all(file: Path) -> None:
    """Read the four columns of the whole result."""
    rows_of(file).aggregate("sum(topic_id % 7), sum(source), sum(low), sum(high)").fetchall()


def sql(file: Path) -> None:
    """The disputed topics by hand."""
    ends = rows_of(file).aggregate("topic_id, max(low) AS low, min(high) AS high", "topic_id")
    ends.filter("low > high").aggregate("count(*)").fetchall()


def integers(file: Path) -> None:
    """The disputed topics by our expression."""
    from claimcheck.tables.disputes import disputed

    disputed(rows_of(file), "topic_id").aggregate("count(*)").fetchall()


def texts(file: Path) -> None:
    """The same with topics as text, hashed on the way."""
    from claimcheck.tables.disputes import disputed

    rows = rows_of(file).project("topic, source, low, high, hash(topic) AS topic_id")
    disputed(rows, "topic_id").aggregate("count(*)").fetchall()


def whole(file: Path) -> None:
    """Topics, camps, members with their ranges and sides, all written."""
    from claimcheck.tables.disputes import disputes

    found = disputes(rows_of(file).project("topic_id, topic_id AS topic, source, low, high"))
    for part in ("topics", "camps", "members"):
        place = file.with_name(f"{file.stem}.{os.getpid()}.{part}.out")
        getattr(found, part).write_parquet(str(place))
        place.unlink()


def naive(file: Path) -> None:
    """Every pair of claims of one topic."""
    apart = "a.topic_id = b.topic_id AND a.low > b.high"
    rows_of(file).query(
        "rows", f"SELECT count(DISTINCT a.topic_id) FROM rows AS a JOIN rows AS b ON {apart}"
    ).fetchall()


def spark(file: Path) -> None:
    """The disputed topics by the same expression, on Spark."""
    from claimcheck.tables.disputes import disputed

    rows = session().read.parquet(str(file.absolute()))
    disputed(rows, "topic_id").count()


def claims(file: Path) -> None:
    """Claims to columns and back."""
    del file
    from claimcheck.tables.schema import from_arrow, to_arrow

    from_arrow(to_arrow(some_claims()))


def pydantic(file: Path) -> None:
    """The same claims built by pydantic, once."""
    del file
    from pydantic import TypeAdapter

    from claimcheck.model import AnyClaim

    adapter = TypeAdapter(list[AnyClaim])
    adapter.validate_python(adapter.dump_python(some_claims()[:1]) * CLAIMS)


def some_claims() -> list[Any]:
    """Claims as they are read from an article."""
    from claimcheck.model import Document
    from claimcheck.pipeline import extract

    text = "Die Bahn baut bis Ende 2026 rund 120 neue Bahnhöfe für mehr als 4,35 Milliarden Euro in Bayern."
    found = extract([Document.of(text, id="a", language="de", published="2024-05-16")])
    return (found * (CLAIMS // len(found) + 1))[:CLAIMS]


WORK: dict[str, Callable[[Path], None]] = {
    f.__name__: f for f in (scan, scan_all, sql, integers, texts, whole, naive, spark, claims, pydantic)
}


def one(name: str, file: Path) -> None:
    """Do one piece of work, and print what it took; imports and the start of Spark are no part of it."""
    import claimcheck.tables.disputes  # noqa: F401 - loaded before the clock runs

    connect().sql("SELECT 1").fetchall()
    if name in {"claims", "pydantic"}:
        some_claims()
    if name == "spark":
        session()
    before = _spent(name)
    WORK[name](file)
    print(json.dumps({"cpu": _spent(name) - before}))


def session() -> Any:
    """Spark on two threads."""
    from claimcheck.tables.spark import session as start

    settings = {"spark.sql.shuffle.partitions": "8", "spark.ui.enabled": "false", "spark.driver.memory": "4g"}
    return start(f"local[{THREADS}]", **settings)


def _spent(name: str) -> float:
    """Seconds of this process, and of Java where that does the work."""
    own = os.times()
    return own.user + own.system + (_spent_by_java() if name == "spark" else 0.0)


def _spent_by_java() -> float:
    """Seconds of the Java process, from the kernel's own table (proc(5), fields 14 and 15)."""
    pid = session().sparkContext._jvm.java.lang.ProcessHandle.current().pid()  # noqa: SLF001 - there is no other way
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(name: str, file: Path, runs: int) -> Cost:
    """The median cost over several processes."""
    costs = []
    for _ in range(runs):
        command = [sys.executable, __file__, "--one", name, "--file", str(file)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
            assert process.stdout is not None
            said = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{name} failed")
        costs.append(Cost(json.loads(said)["cpu"], usage.ru_maxrss * 1024))
    return Cost(median(c.cpu for c in costs), max(c.memory for c in costs))


class Limit(NamedTuple):
    """A ratio that must be kept."""

    what: str
    over: str
    limit: float
    least: bool = False


LIMITS = (
    Limit("integers", "scan", 5),
    Limit("texts", "scan", 7),
    Limit("whole", "scan_all", 7),
    Limit("integers", "sql", 1.3),
    Limit("naive", "integers", 500, least=True),
    Limit("claims", "pydantic", 10 / 5.4),
    Limit("spark", "integers", 6),
)


def report(rows: int, costs: dict[str, Cost]) -> bool:
    """Print the ratios of one table; whether all limits are kept."""
    kept = True
    for name, cost in costs.items():
        print(f"{rows:.0e} rows, {name}: {cost.cpu:.2f} s CPU, peak {cost.memory / 1e9:.2f} GB")
    for limit in LIMITS:
        if limit.what in costs and limit.over in costs:
            ratio = costs[limit.what].cpu / costs[limit.over].cpu
            good = ratio >= limit.limit if limit.least else ratio <= limit.limit
            kept = kept and good
            bound = f"at {'least' if limit.least else 'most'} {limit.limit:.3g}"
            print(f"{rows:.0e} rows, {limit.what} / {limit.over}: {ratio:.2f}, {bound}{'' if good else '  OVER'}")
    return kept


def growth(costs: dict[int, dict[str, Cost]]) -> None:
    """Print the exponents of growth between the smallest and the largest table."""
    small, large = min(costs), max(costs)
    for name in ("integers", "whole"):
        if small < large and name in costs[small] and name in costs[large]:
            exponent = math.log(costs[large][name].cpu / costs[small][name].cpu) / math.log(large / small)
            print(f"growth of {name} from {small:.0e} to {large:.0e} rows: exponent {exponent:.2f}, at most 1.15")


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--rows", type=float, nargs="+", default=[1e6])
    made.add_argument("--folder", type=Path, default=Path("bench-tables"))
    made.add_argument("--runs", type=int, default=5)
    made.add_argument("--only", nargs="+", choices=WORK, help="leave the rest out")
    made.add_argument("--one", help=argparse.SUPPRESS)
    made.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    return made


def main() -> int:
    """Measure, print, and say whether all limits are kept."""
    args = parser().parse_args()
    if args.one:
        one(args.one, args.file)
        return 0
    args.folder.mkdir(parents=True, exist_ok=True)
    costs: dict[int, dict[str, Cost]] = {}
    kept = True
    for rows in map(int, args.rows):
        file = args.folder / f"{rows}.parquet"
        generate(file, rows)
        names = args.only or [name for name in WORK if name not in {"spark", "naive"} or rows <= NAIVE_ROWS]
        costs[rows] = {name: measure(name, file, args.runs) for name in names}
        kept = report(rows, costs[rows]) and kept
    growth(costs)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
