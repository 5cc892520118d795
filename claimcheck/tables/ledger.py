"""Claims kept from day to day: yesterday's archive, today's articles, and what that changes.

A ledger is one DuckDB file. Each `Ledger.add` is one transaction: it is there as a whole or not at all, whatever
happens to the process. The file is open only while something is read or written, so that two processes take turns.
"""

from __future__ import annotations

import time
from collections import defaultdict
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.errors import ConfigError, InputError, MissingExtra

try:
    import duckdb
    import pyarrow as pa
except ImportError as error:
    raise MissingExtra("claimcheck.Ledger", "scale") from error

from claimcheck.model import Outcome, Report
from claimcheck.tables.disputes import disputes
from claimcheck.tables.schema import SCHEMA, from_arrow, to_arrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from claimcheck.model import AnyClaim, Source

_TABLES = """
    CREATE TABLE IF NOT EXISTS claims AS FROM empty;
    CREATE UNIQUE INDEX IF NOT EXISTS claim_ids ON claims (claim_id);
    CREATE TABLE IF NOT EXISTS states (topic VARCHAR PRIMARY KEY, state VARCHAR, changed TIMESTAMP WITH TIME ZONE);
"""
_NEW = "SELECT * FROM arrived WHERE claim_id NOT IN (SELECT claim_id FROM claims)"
_PAUSE = 0.05


class Disputed(NamedTuple):
    """A disputed topic of a ledger."""

    topic: str
    outcome: Outcome
    sides: tuple[tuple[AnyClaim, ...], ...]
    """The claims that can all be true together, in the order of their values."""
    changed: datetime
    """When it last became what it is: newly disputed, or with another claim."""


class Ledger:
    """A store of claims that says which disputes are new.

    >>> from tempfile import TemporaryDirectory
    >>> from claimcheck.model import Claim
    >>> with TemporaryDirectory() as folder:
    ...     ledger = Ledger(f"{folder}/desk.duckdb")
    ...     for source, value in (("ap", "95 dead"), ("efe", "137 dead")):
    ...         added = ledger.add([Claim.of(value, source=source, about="dead", event="flood", language="en")])
    ...     [[claim.text for claim in side] for side in ledger.disputes()[0].sides]
    [['95 dead'], ['137 dead']]
    """

    def __init__(self, file: str | PathLike[str], wait: float = 10.0) -> None:
        """Name the ``file`` (made on first use); ``wait`` is how many seconds to wait for another process."""
        self.file = Path(file)
        self.wait = wait

    def add(
        self, what: Report | Iterable[AnyClaim], sources: Iterable[Source] = (), *, at: datetime | None = None
    ) -> int:
        """Add the claims that are not there yet, and give their number; a second time nothing changes.

        A report brings its sources; of ready-made claims ``sources`` may tell the day and the origin. ``at`` is the
        time that `disputes` compares with (default: now).

        Raises:
            ConfigError: another process holds the file for longer than ``wait``.
            InputError: the file is no ledger, or cannot be written.
        """
        claims, told = _contents(what, sources)
        with self._open() as connection:
            connection.register("arrived", _rows(claims, told))
            fresh = connection.sql(_NEW).to_arrow_table()
            connection.register("fresh", fresh)
            connection.execute("INSERT INTO claims FROM fresh")
            _note(connection, sorted(set(fresh["topic"].to_pylist())), at or datetime.now(UTC))
        return len(fresh)

    def disputes(self, since: datetime | None = None) -> list[Disputed]:
        """The disputed topics, or those whose state changed at or after ``since``; the latest change first.

        Raises:
            ConfigError: another process holds the file for longer than ``wait``.
        """
        with self._open() as connection:
            after = since or datetime(1970, 1, 1, tzinfo=UTC)
            query = "SELECT topic, changed FROM states WHERE changed >= ? ORDER BY changed DESC, topic"
            changed = dict(connection.execute(query, [after]).fetchall())
            found = _disputed(connection, list(changed))
        return [Disputed(topic, *found[topic], changed[topic]) for topic in changed if topic in found]

    def __len__(self) -> int:
        """How many claims it holds."""
        with self._open() as connection:
            return int(connection.sql("SELECT count(*) FROM claims").fetchall()[0][0])

    @contextmanager
    def _open(self) -> Iterator[Any]:
        """A connection within one transaction; what fails in between is undone."""
        connection = self._connected()
        try:
            connection.execute("BEGIN")
            connection.register("empty", _rows([], []))
            connection.execute(_TABLES)
            yield connection
            connection.execute("COMMIT")
        except duckdb.Error as error:
            raise InputError(str(self.file), str(error).splitlines()[0], "free space, or name another file") from error
        finally:
            connection.close()

    def _connected(self) -> Any:
        until = time.monotonic() + self.wait
        while True:
            try:
                return duckdb.connect(str(self.file))
            except duckdb.IOException as error:
                if "lock" not in str(error).lower():
                    raise InputError(str(self.file), "this is no ledger", "name another file") from error
                if time.monotonic() > until:
                    raise ConfigError(f"{self.file}: another process holds this ledger; wait for it to end.") from error
            time.sleep(_PAUSE)  # DuckDB locks the file, and cannot say when it is free


def _contents(what: Report | Iterable[AnyClaim], sources: Iterable[Source]) -> tuple[list[AnyClaim], list[Source]]:
    """The claims and sources to add. A report holds texts, not all their claims: these are read again."""
    if not isinstance(what, Report):
        return list(what), list(sources)
    read = import_module("claimcheck.pipeline").extract(what.documents)  # it lives a layer above; asked for by name
    found = (claim for finding in what.findings for claim in finding.claims)
    return list({claim.id: claim for claim in (*read, *found)}.values()), [*what.sources, *sources]


def _rows(claims: list[AnyClaim], sources: list[Source]) -> pa.Table:
    """The claims as rows with their ids, each once."""
    once = list({claim.id: claim for claim in claims}.values())
    return to_arrow(once, sources).append_column("claim_id", pa.array([claim.id for claim in once], pa.string()))


def _note(connection: Any, topics: list[str], at: datetime) -> None:
    """Write down which of the topics are disputed in another way than before."""
    states = {topic: _digest(outcome, sides) for topic, (outcome, sides) in _disputed(connection, topics).items()}
    known = dict(connection.execute("SELECT topic, state FROM states WHERE topic IN ?", [topics]).fetchall())
    for topic, state in states.items():
        if known.get(topic) != state:
            connection.execute("INSERT OR REPLACE INTO states VALUES (?, ?, ?)", [topic, state, at])


def _digest(outcome: Outcome, sides: tuple[tuple[AnyClaim, ...], ...]) -> str:
    said = "\n".join(f"{n} {claim.id}" for n, side in enumerate(sides) for claim in side)
    return blake2b(f"{outcome}\n{said}".encode(), digest_size=16).hexdigest()


def _disputed(connection: Any, topics: list[str]) -> dict[str, tuple[Outcome, tuple[tuple[AnyClaim, ...], ...]]]:
    """Those of the topics that two sources at least dispute: outcome and sides."""
    if not topics:
        return {}
    rows = connection.sql("FROM claims WHERE topic IN $topics", params={"topics": topics})
    found = disputes(rows, min_sources=2)
    outcomes = dict(found.topics.project("topic, outcome").fetchall())
    members = found.members.order("topic, side, claim_id").to_arrow_table()
    sides: dict[str, dict[int, list[AnyClaim]]] = defaultdict(lambda: defaultdict(list))
    keys = zip(members["topic"].to_pylist(), members["side"].to_pylist(), strict=True)
    for (topic, side), claim in zip(keys, from_arrow(members.select(SCHEMA.names)), strict=True):
        sides[topic][side].append(claim)
    return {t: (Outcome(outcomes[t]), tuple(map(tuple, parts.values()))) for t, parts in sides.items()}
