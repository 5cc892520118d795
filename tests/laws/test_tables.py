"""Disputes on columns are what they are defined to be, on every engine, and what the library finds."""

from __future__ import annotations

import shutil
from collections import defaultdict
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import combinations
from math import inf, isclose
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.model import Comparison, Interval, Kind, Quantity, QuantityClaim, Quote, Topic
from claimcheck.pipeline import compare
from claimcheck.rules._disputes import dispute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.model import AnyClaim

pa = pytest.importorskip("pyarrow", reason="the extra [scale] is not installed")
pytest.importorskip("narwhals", reason="the extra [scale] is not installed")

from claimcheck.tables.disputes import Disputes, disputed, disputes  # noqa: E402 - they need the extra
from claimcheck.tables.keys import topics_of  # noqa: E402
from claimcheck.tables.schema import to_arrow  # noqa: E402

Row = dict[str, Any]
HERE = ("pyarrow", "polars", "polars-lazy", "pandas", "duckdb")


class Engine:
    """A kind of frame: how rows come into it and out of it."""

    def __init__(self, name: str, load: Callable[[Any], Any], dump: Callable[[Any], list[Row]]) -> None:
        self.name, self.load, self.dump = name, load, dump

    def run(self, rows: list[Row]) -> dict[str, list[Row]]:
        found = disputes(self.load(pa.Table.from_pylist(rows)))
        return {name: self.dump(getattr(found, name)) for name in Disputes.__slots__}


def _engine(name: str) -> Engine:
    if name == "pyarrow":
        return Engine(name, lambda table: table, lambda table: table.to_pylist())
    if name == "pandas":
        pytest.importorskip("pandas", reason="pandas is not installed")
        return Engine(name, lambda table: table.to_pandas(), _from_pandas)
    if name == "duckdb":
        duckdb = pytest.importorskip("duckdb", reason="the extra [scale] is not installed")
        connection = duckdb.connect()
        return Engine(name, connection.from_arrow, lambda found: found.to_arrow_table().to_pylist())
    if name == "spark":
        return _spark()
    pl = pytest.importorskip("polars", reason="Polars is not installed")
    if name == "polars":
        return Engine(name, pl.DataFrame, lambda frame: frame.to_dicts())
    return Engine(name, lambda table: pl.DataFrame(table).lazy(), lambda frame: frame.collect().to_dicts())


def _from_pandas(frame: Any) -> list[Row]:
    rows: list[Row] = pa.Table.from_pandas(frame, preserve_index=False).to_pylist()
    return rows


def _spark() -> Engine:
    pytest.importorskip("pyspark", reason="the extra [spark] is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    from claimcheck.tables.spark import session

    spark = session(master="local[2]", **{"spark.sql.shuffle.partitions": "2", "spark.ui.enabled": "false"})
    return Engine("spark", spark.createDataFrame, lambda frame: frame.toArrow().to_pylist())


ENGINES = cache(_engine)


@pytest.fixture(params=HERE)
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES(request.param)


@pytest.fixture(params=(*HERE, "spark"))
def any_engine(request: pytest.FixtureRequest) -> Engine:
    """Spark takes seconds for what the others do at once: it takes part where the definition is at stake."""
    return ENGINES(request.param)


def random_rows(seed: int, topics: int = 150) -> list[Row]:
    """Small values with many ties, ends without limit, several claims of one source and of one origin."""
    pick = Random(seed)  # noqa: S311 - drawn cases, no secrets
    rows = []
    for topic in range(topics):
        for _ in range(pick.randint(1, 7)):
            low, width = pick.randint(0, 9), pick.choice([0, 0, 0, 1, 2, 5])
            source = pick.choice("abcde")
            rows.append({
                "topic": f"t{topic}", "source": source, "origin": pick.choice([None, "wire", source]),
                "low": pick.choice([float(low)] * 8 + [None, -inf]),
                "high": pick.choice([float(low + width)] * 8 + [None, inf]),
            })  # fmt: skip
    return [row for row in rows if row["low"] is not None or row["high"] is not None]


def span(row: Row) -> tuple[float, float]:
    return -inf if row["low"] is None else row["low"], inf if row["high"] is None else row["high"]


def meet(rows: tuple[Row, ...]) -> bool:
    return all(a[0] <= b[1] and b[0] <= a[1] for a, b in combinations(map(span, rows), 2))


def cliques(rows: list[Row]) -> list[list[Row]]:
    """By definition: every set of claims that all meet, and to which no other can be added."""
    sets = [{id(r) for r in some} for n in range(1, len(rows) + 1) for some in combinations(rows, n) if meet(some)]
    largest = [one for one in sets if not any(one < other for other in sets)]
    camps = [[r for r in rows if id(r) in one] for one in largest]
    return sorted(camps, key=lambda camp: max(span(r)[0] for r in camp))


def by_topic(rows: list[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["topic"]].append(row)
    return groups


def test_camps_are_the_maximal_sets_that_meet(any_engine: Engine) -> None:
    rows = random_rows(seed=3)
    found = any_engine.run(rows)
    expected = {topic: cliques(group) for topic, group in by_topic(rows).items() if not meet(tuple(group))}
    assert len(expected) > 30
    assert {row["topic"] for row in found["topics"]} == set(expected)
    camps = by_topic(found["camps"])
    for topic, sets in expected.items():
        stand = sorted(camps[topic], key=lambda camp: camp["camp"])
        assert [camp["camp"] for camp in stand] == list(range(1, len(sets) + 1))
        assert [camp["claims"] for camp in stand] == [len(one) for one in sets]
        assert [camp["origins"] for camp in stand] == [len({r["origin"] or r["source"] for r in one}) for one in sets]
        ends = [(max(span(r)[0] for r in one), min(span(r)[1] for r in one)) for one in sets]
        assert [(camp["low"], camp["high"]) for camp in stand] == ends


def test_a_claim_belongs_to_the_camps_of_its_range(engine: Engine) -> None:
    rows = random_rows(seed=4)
    members = by_topic(engine.run(rows)["members"])
    for topic, group in by_topic(rows).items():
        if meet(tuple(group)):
            assert topic not in members
            continue
        camps = cliques(group)
        expected = [[n for n, one in enumerate(camps, 1) if any(r is row for r in one)] for row in group]
        given = sorted((*span(row), min(ns), max(ns)) for row, ns in zip(group, expected, strict=True))
        assert all(ns == list(range(ns[0], ns[-1] + 1)) for ns in expected)
        assert sorted((r["low"], r["high"], r["first_camp"], r["last_camp"]) for r in members[topic]) == given


def test_the_line_of_a_topic_says_what_its_rows_say(engine: Engine) -> None:
    rows = random_rows(seed=5)
    groups = by_topic(rows)
    for line in engine.run(rows)["topics"]:
        group = groups[line["topic"]]
        camps = cliques(group)
        held = [len({r["origin"] or r["source"] for r in one}) for one in camps]
        assert line["claims"] == len(group)
        assert line["sources"] == len({r["source"] for r in group})
        assert line["origins"] == len({r["origin"] or r["source"] for r in group})
        assert line["camps"] == len(camps)
        assert line["largest_camp"] == max(held)
        assert line["largest_low"] == max(span(r)[0] for r in camps[held.index(max(held))])


def test_the_order_of_the_rows_does_not_matter(engine: Engine) -> None:
    rows = random_rows(seed=6)
    turned = Random(1).sample(rows, len(rows))  # noqa: S311 - a shuffle
    for name, found in engine.run(rows).items():
        again = engine.run(turned)[name]
        assert sorted(map(str, map(_sorted, found))) == sorted(map(str, map(_sorted, again)))


def _sorted(row: Row) -> list[tuple[str, Any]]:
    return sorted(row.items())


# --- the same as the library ------------------------------------------------------------------------------------------

UNITS = (("kilometer", Decimal(1)), ("meter", Decimal(1000)), (None, Decimal(1)))


def random_interval(pick: Random, scale: Decimal) -> Interval:
    low = Decimal(pick.randint(10, 30)) / 10
    high = low + Decimal(pick.choice([0, 0, 1, 3, 8])) / 10
    opens = (pick.random() < 0.2, pick.random() < 0.2) if low < high else (False, False)
    ends = [None if pick.random() < 0.1 else end * scale for end in (low, high)]
    shut = [is_open and end is not None for is_open, end in zip(opens, ends, strict=True)]
    return Interval(low=ends[0], high=ends[1], low_open=shut[0], high_open=shut[1])


def widened(core: Interval, by: Decimal) -> Interval:
    low = None if core.low is None else core.low - by
    high = None if core.high is None else core.high + by
    return core.model_copy(update={"low": low, "high": high})


def random_claim(pick: Random, topic: int, number: int) -> QuantityClaim:
    unit, scale = pick.choice(UNITS[2:] if topic % 2 else UNITS[:2])
    core = random_interval(pick, scale)
    outer = widened(core, pick.choice([Decimal(0), Decimal("0.3")]) * scale)
    said = Quantity(literal="1", outer=outer, unit=unit, **core.model_dump())
    quote = Quote(source=pick.choice("abcd"), start=number, end=number + 1, text="1")
    return QuantityClaim(kind=Kind.QUANTITY, quote=quote, quantity=said)


def random_comparison(seed: int, topics: int = 150) -> Comparison:
    pick = Random(seed)  # noqa: S311 - drawn cases, no secrets
    numbers = iter(range(10_000))
    made = []
    for topic in range(topics):
        claims = tuple(random_claim(pick, topic, next(numbers)) for _ in range(pick.randint(1, 7)))
        made.append(Topic(key=f"t{topic}", label="length", claims=claims))
    return Comparison(claims=tuple(c for topic in made for c in topic.claims), topics=tuple(made))


def library(comparison: Comparison) -> Iterator[tuple[str, Any]]:
    for topic in comparison.topics:
        if (found := dispute(topic, topic.claims)) is not None:
            yield topic.key, found


def test_columns_and_library_find_the_same(any_engine: Engine) -> None:
    comparison = random_comparison(seed=1, topics=300)
    rows = to_arrow(comparison.claims, topics=topics_of(comparison)).to_pylist()
    found = any_engine.run(rows)
    expected = dict(library(comparison))
    assert len(expected) > 30
    lines = {line["topic"]: line for line in found["topics"]}
    assert set(lines) == set(expected) == {t.key for t in compare(comparison).topics if not t.agree}
    members = by_topic(found["members"])
    for topic, one in expected.items():
        assert lines[topic]["outcome"] == one.outcome.value
        assert lines[topic]["sides"] == len(one.camps)
        assert _near(lines[topic]["separation"], one.separation)
        sides = {(row["source"], row["start"]): row["side"] for row in members[topic]}
        assert sides == {(c.source, c.start): n for n, camp in enumerate(one.camps, 1) for c in camp}


def _near(a: float | None, b: Decimal | None) -> bool:
    return (a is None and b is None) or (a is not None and b is not None and isclose(a, b, rel_tol=1e-9, abs_tol=1e-9))


def test_values_restated_in_another_unit_are_never_disputed(engine: Engine) -> None:
    values = [Decimal(n) / 100 for n in range(100, 1000, 7)]
    claims: list[AnyClaim] = []
    for n, value in enumerate(values):
        for source, unit, times in (("a", "kilometer", 1), ("b", "meter", 1000), ("c", "centimeter", 100_000)):
            core = Interval(low=value * times, high=value * times)
            said = Quantity(literal="1", outer=core, unit=unit, low=core.low, high=core.high)
            quote = Quote(source=source, start=n, end=n + 1, text="1")
            claims.append(QuantityClaim(kind=Kind.QUANTITY, quote=quote, quantity=said))
    topics = {c.id: str(c.start) for c in claims}
    assert engine.run(to_arrow(claims, topics=topics).to_pylist())["topics"] == []


def test_a_hash_that_two_topics_share_makes_no_dispute(engine: Engine) -> None:
    rows = [
        {"topic": topic, "topic_id": 7, "source": source, "low": low, "high": low}
        for topic, low in (("a", 1.0), ("b", 2.0))
        for source in "xy"
    ]
    assert engine.run(rows)["topics"] == []
    assert len(engine.run([*rows, {**rows[0], "source": "z", "low": 1.5, "high": 1.5}])["topics"]) == 1


DAYS: dict[str, list[Any]] = {
    "days": [date(2019, 1, 1), date(2020, 3, 4)],
    "words": ["2019-01-01", "2020-03-04"],
    "years": [2019, 2020],
    "times": [datetime(2019, 1, 1, 8), datetime(2020, 3, 4, 9)],  # noqa: DTZ001 - tables seldom have zones
    "unknown": [None, None],
}


@pytest.mark.parametrize("written", DAYS)
def test_the_day_of_a_statement_may_be_written_as_one_likes(engine: Engine, written: str) -> None:
    rows = [{"topic": "t", "source": f"{n}", "low": n, "high": n, "stated": d} for n, d in enumerate(DAYS[written])]
    (line,) = engine.run(rows)["topics"]
    assert line["pattern"] == (None if written == "unknown" else "rising")
    assert str(line["first_stated"])[:10] in {"2019-01-01", "None", "NaT"}


def test_one_aggregation_names_the_disputed_topics(engine: Engine) -> None:
    rows = random_rows(seed=9)
    expected = {topic for topic, group in by_topic(rows).items() if not meet(tuple(group))}
    found = engine.dump(disputed(engine.load(pa.Table.from_pylist(rows))))
    assert {row["topic"] for row in found} == expected
