"""Tables as users bring them: the claim as columns, wrong input, the command."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from math import inf
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck import Claim, Document
from claimcheck.__main__ import main
from claimcheck.model import Interval, Quantity, QuantityClaim, Source
from claimcheck.pipeline import extract
from claimcheck.units import canonical

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.model import AnyClaim
    from claimcheck.tables.engines import Kinds

pa = pytest.importorskip("pyarrow", reason="the extra [scale] is not installed")
pytest.importorskip("duckdb", reason="the extra [scale] is not installed")
pl = pytest.importorskip("polars", reason="the extra [scale] is not installed")

from claimcheck.tables import numbers, units  # noqa: E402 - they need the extra
from claimcheck.tables.disputes import disputes  # noqa: E402
from claimcheck.tables.schema import KEYS, SCHEMA, from_arrow, to_arrow  # noqa: E402

TEXT = """Am Mittwoch, 16. Mai 2024, unterzeichneten China und Russland rund ein Dutzend Abkommen in Peking. Der Handel
wuchs um 15,4 Prozent auf 240 Milliarden Dollar. Mehr als 1.000 neue Stellen sollen bis Ende 2025 entstehen. Die Brücke
ist 4,35 km lang, höchstens 12 bis 14 Meter breit. Die Tagung dauerte drei Wochen und war die achte."""


def claims() -> list[AnyClaim]:
    """Of all shapes: counts, money, percent, ranges, ordinals, dates, durations, made by hand."""
    read = extract([Document.of(TEXT, id="a", language="de", published=datetime(2024, 5, 17, 8, 30, tzinfo=UTC))])
    return [*read, Claim.of("16 May 2024", source="b", about="visit"), Claim.of("about 12", source="c", event="e")]


def test_a_claim_survives_the_way_into_columns_and_back() -> None:
    given = claims()
    assert len(given) > 8
    back = from_arrow(to_arrow(given))
    assert back == given
    assert [c.model_dump_json() for c in back] == [c.model_dump_json() for c in given]


def test_numbers_keep_every_digit_and_dates_their_time() -> None:
    exact = Decimal("0.1234567890123456789012345678901234567890")
    said = Quantity(literal="x", value=exact, low=exact, high=Decimal("1E+40"), outer=Interval(), unit="meter")
    quote = claims()[0].quote
    given: list[AnyClaim] = [QuantityClaim(kind="quantity", quote=quote, quantity=said)]
    assert from_arrow(to_arrow(given)) == given


def test_columns_survive_parquet(tmp_path: Path) -> None:
    from pyarrow import parquet

    given = claims()
    parquet.write_table(to_arrow(given), tmp_path / "claims.parquet")
    table = parquet.read_table(tmp_path / "claims.parquet")
    assert table.schema.names == SCHEMA.names
    assert from_arrow(table) == given


def test_columns_say_what_they_hold() -> None:
    assert all(field.metadata[b"about"] for field in KEYS)


def test_a_word_that_no_field_knows_is_refused() -> None:
    table = to_arrow(claims())
    at = table.schema.get_field_index("kind")
    with pytest.raises(KeyError):
        from_arrow(table.set_column(at, "kind", pa.array(["guess"] * len(table))))


def test_sources_tell_origin_and_day() -> None:
    source = Source(id="c", origin="dpa", published=date(2024, 5, 16))
    row = to_arrow([Claim.of("about 12", source="c")], [source]).to_pylist()[0]
    assert (row["origin"], row["stated"], row["source"]) == ("dpa", date(2024, 5, 16), "c")


def test_base_units_have_the_factor_one() -> None:
    from claimcheck.units import _table

    for unit in _table():
        base = numbers.base_unit(unit)
        assert base is not None
        assert canonical(Decimal("7.5"), base) == Decimal("7.5"), unit


def test_float_conversion_is_the_exact_one() -> None:
    """Two decimals of a kilometre, of a mile and of an hour, against Decimal."""
    values = [Decimal(n) / 100 for n in range(1, 3000, 7)]
    n = len(values)
    for unit in ("kilometer", "mile", "hour", "hectare"):
        said = pa.table({"topic": ["t"] * n, "unit": [unit] * n, "low": list(map(float, values)), "high": [1e9] * n})
        other = pa.table({"topic": ["other"], "unit": ["meter"], "low": [1.0], "high": [1e9]})
        found = units.in_base_units(pa.concat_tables([said, other])).frame["low"].to_pylist()[:-1]
        assert found == [numbers.double(value, unit) for value in values], unit


def test_topics_that_rise_are_told_from_standing_conflicts() -> None:
    days = [date(2024, 10, 30), date(2024, 10, 31), date(2024, 11, 2)]
    rows = [("rising", 95, 0), ("rising", 137, 1), ("rising", 205, 2), ("falling", 9, 0), ("falling", 5, 1)]
    rows += [("standing", 95, 0), ("standing", 137, 0), ("standing", 95, 1)]
    table = pa.table({
        "topic": [row[0] for row in rows], "source": [str(n) for n in range(len(rows))],
        "value": [row[1] for row in rows], "stated": [days[row[2]] for row in rows],
    })  # fmt: skip
    assert {row["topic"]: row["pattern"] for row in disputes(table).topics.to_pylist()} == {
        "rising": "rising", "falling": "falling", "standing": "standing",
    }  # fmt: skip


def test_each_kind_of_frame_comes_back_as_it_came() -> None:
    table = pa.table({"topic": ["t", "t"], "source": ["a", "b"], "value": [1.0, 2.0]})
    for frame in (table, pl.DataFrame(table), pl.DataFrame(table).lazy(), table.to_pandas()):
        assert type(disputes(frame).members) is type(frame)


# --- the command ------------------------------------------------------------------------------------------------------

HEAD = "topic,source,low,high\n"


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], str]:
    def write(text: str) -> str:
        file = tmp_path / "claims.csv"
        file.write_text(text, "utf-8")
        return str(file)

    return write


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_disputes_of_a_table_are_explained(
    table: Callable[[str], str], capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: str
) -> None:
    file = table(HEAD + "dead,ap,95,95\ndead,efe,137,137\nok,ap,1,2\nok,efe,2,3\n")
    out = tmp_path / "out.parquet"
    status = main(
        ["table", file, "--engine", engine, "--output", "concise", "--output", f"parquet:{out}", "--isolated"]
    )
    said = capsys.readouterr()
    assert status == 1
    assert "value-mismatch" in said.out
    assert "1 disputed topics, 1 of them contradictions" in said.err
    assert pl.read_parquet(out)["topic"].to_list() == ["dead"]
    assert pl.read_parquet(tmp_path / "out.members.parquet")["side"].sort().to_list() == [1, 2]


def test_a_table_without_disputes_is_clean(table: Callable[[str], str]) -> None:
    assert main(["table", table(HEAD + "ok,ap,1,2\nok,efe,2,3\n"), "--isolated"]) == 0


def test_columns_can_be_mapped(table: Callable[[str], str]) -> None:
    file = table("country,paper,people\nES,ap,95\nES,efe,137\n")
    words = ["--map", "topic=country", "--map", "source=paper", "--map", "value=people"]
    assert main(["table", file, *words, "--isolated", "--quiet"]) == 1


def test_wrong_rows_are_counted_shown_and_left_out(
    table: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = table(HEAD + "dead,ap,95,95\ndead,efe,137,90\n,efe,1,1\ndead,,1,1\ndead,bbc,,\n")
    assert main(["table", file, "--isolated"]) == 0
    said = capsys.readouterr().err
    for words in ("1 row has low above high", "1 row has no topic", "1 row has no source", "1 row has no value"):
        assert words in said
    assert "such as: topic dead, source efe, low 137.0, high 90.0" in said


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_table_of_wrong_rows_alone_cannot_be_checked(
    table: Callable[[str], str], capsys: pytest.CaptureFixture[str], engine: str
) -> None:
    assert main(["table", table(HEAD + "t,a,3,2\n,b,1,1\n"), "--engine", engine, "--isolated"]) == 2
    assert "it holds no rows that can be compared" in capsys.readouterr().err


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_topics_that_look_like_truth_values_stay_words(
    table: Callable[[str], str], capsys: pytest.CaptureFixture[str], engine: str
) -> None:
    assert (
        main(["table", table(HEAD + "t,a,1,1\nt,b,2,2\n"), "--engine", engine, "--output", "json", "--isolated"]) == 1
    )
    assert '"topic": "t"' in capsys.readouterr().out


def test_infinities_are_ends_without_limit(table: Callable[[str], str]) -> None:
    assert main(["table", table(HEAD + "t,a,5,inf\nt,b,-inf,6\n"), "--isolated", "--quiet"]) == 0
    assert main(["table", table(HEAD + "t,a,7,inf\nt,b,,6\n"), "--isolated", "--quiet"]) == 1


def test_units_are_converted_or_refused_by_name(
    table: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "long,a,4.35,4.35,kilometer\nlong,b,4350,4350,meter\nbad,a,1,1,euro\nbad,b,1,1,meter\n"
    assert main(["table", table("topic,source,low,high,unit\n" + rows), "--isolated"]) == 2
    said = capsys.readouterr()
    assert 'the topic "bad" mixes euro and meter, which cannot be converted' in said.err
    assert "0 disputed topics" in said.err


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.csv", "topic,source,lo,hi\nt,a,1,2\n", 'no column "low" and "high"; found: topic, source, lo, hi'),
        ("a.parquet", "PAR1 this is no table", "a.parquet: "),
        ("a.csv", HEAD, "it holds no rows; give"),
        ("a.csv", HEAD + "t,a,1,2\nt,b,many,3\n", "many"),
        ("a.docx", "x", "this is no table"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_sentence_and_leaves_no_file(  # noqa: PLR0913, PLR0917 - two parametrizations
    tmp_path: Path, capsys: pytest.CaptureFixture[str], engine: str, name: str, text: str, says: str
) -> None:
    file, out = tmp_path / name, tmp_path / "out.parquet"
    file.write_text(text, "utf-8")
    assert main(["table", str(file), "--engine", engine, "--output", f"parquet:{out}", "--isolated", "--quiet"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err
    assert said.err.count("\n") == 1
    assert [left.name for left in tmp_path.iterdir()] == [name]


def test_missing_files_and_columns_get_a_suggestion(
    table: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["table", "nowhere.parquet", "--isolated"]) == 2
    assert main(["table", table(HEAD + "t,a,1,2\n"), "--map", "low=hihg", "--isolated"]) == 2
    assert main(["table", table(HEAD), "--map", "low", "--isolated"]) == 2
    said = capsys.readouterr().err
    assert "there is no such file" in said
    assert 'no column "hihg" - did you mean high?' in said
    assert "has no equals sign" in said


def test_articles_become_a_table_and_the_table_disputes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, dead in (("a", 95), ("b", 137)):
        text = f"---\nlanguage: de\npublished: 2024-11-01\n---\nAm Montag starben in Valencia {dead} Menschen.\n"
        (tmp_path / f"{name}.md").write_text(text, "utf-8")
    file = str(tmp_path / "claims.parquet")
    articles = [str(tmp_path / "a.md"), str(tmp_path / "b.md")]
    assert main(["extract", *articles, "--output", f"parquet:{file}", "--isolated"]) == 0
    assert main(["table", file, "--output", "concise", "--isolated"]) == 1
    assert "137 Menschen" in capsys.readouterr().out


def test_folders_and_patterns_of_several_kinds_are_one_table(tmp_path: Path) -> None:
    pl.DataFrame({"topic": ["t"], "source": ["a"], "low": [1.0], "high": [1.0]}).write_parquet(tmp_path / "a.parquet")
    (tmp_path / "b.jsonl").write_text('{"topic": "t", "source": "b", "low": 2.5, "high": 3.5}\n', "utf-8")
    (tmp_path / "notes.txt").write_text("no table", "utf-8")
    assert main(["table", str(tmp_path), "--isolated", "--quiet"]) == 1
    assert main(["table", str(tmp_path / "*.parquet"), "--isolated", "--quiet"]) == 0


def test_infinite_numbers_stay_out_of_claims() -> None:
    from claimcheck.tables.show import _exact

    assert [_exact(n) for n in (1e6, 0.1, inf)] == [Decimal(1000000), Decimal("0.1"), None]


def test_a_disk_that_takes_no_more_leaves_no_file_under_the_final_name(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the write fails in the middle."""
    rows = "".join(f"t{n},s{m},{n * m},{n * m}\n" for n in range(500) for m in (1, 2))
    (tmp_path / "claims.csv").write_text(HEAD + rows, "utf-8")
    words = ["table", "claims.csv", "--limit", "1", "--output", "parquet:out.parquet", "--isolated", "--quiet"]
    code = f"""import os, resource, sys
from claimcheck.__main__ import main
from claimcheck.tables import run
import polars
os.chdir({str(tmp_path)!r})
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
sys.exit(main({words!r}))"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("claimcheck: ")
    assert done.stderr.count("\n") == 1
    assert [file.name for file in tmp_path.iterdir()] == ["claims.csv"]


def test_topics_camps_and_members_are_written_all_or_none(tmp_path: Path) -> None:
    """The topics fit on the disk, the members do not."""
    from claimcheck.errors import InputError
    from claimcheck.tables.disputes import Disputes
    from claimcheck.tables.run import save

    class Full:
        def open(self, files: Kinds) -> Any:
            raise NotImplementedError

        def save(self, frame: Any, file: Path) -> None:
            if frame == "members":
                raise OSError(28, "No space left on device")
            file.write_text(frame, "utf-8")

    (tmp_path / "out.parquet").write_text("of yesterday", "utf-8")
    with pytest.raises(InputError, match=r"out\.members\.parquet: there is no space left on the disk; free some"):
        save(Disputes("topics", "camps", "members"), tmp_path / "out.parquet", Full())
    assert [(file.name, file.read_text("utf-8")) for file in tmp_path.iterdir()] == [("out.parquet", "of yesterday")]


def test_a_folder_that_is_not_there_is_named(table: Callable[[str], str], capsys: pytest.CaptureFixture[str]) -> None:
    file = table(HEAD + "t,a,1,1\nt,b,2,2\n")
    assert main(["table", file, "--output", "parquet:nowhere/out.parquet", "--isolated", "--quiet"]) == 2
    assert "there is no folder nowhere" in capsys.readouterr().err


def test_columns_are_mapped_in_the_configuration(
    table: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claimcheck.toml").write_text('[columns]\ntopic = "land"\nvalue = "people"\n', "utf-8")
    assert main(["table", table("land,source,people\nES,a,1\nES,b,2\n"), "--quiet"]) == 1


def test_of_a_java_error_the_first_cause_is_told() -> None:
    from claimcheck.tables.engines import _first_sentence

    said = (
        "An error occurred while calling o1.x.\n: a.A: aborted\nCaused by: a.B: next\n\tat x\nCaused by: a.C: torn page"
    )
    assert _first_sentence(RuntimeError(said)) == "torn page"
