"""Ready-made claims: JSONL and CSV, by hand and as `claimcheck extract` writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimcheck.commands._listing import csv_rows, jsonl
from claimcheck.config import Settings
from claimcheck.errors import InputError
from claimcheck.model import Claim, Document
from claimcheck.model.flat import COLUMNS, flat, unflat
from claimcheck.model.sheet import Sheet
from claimcheck.pipeline import check, extract
from claimcheck.readers import READERS, File, read_path

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.model import AnyClaim

ROWS = """{"value": "about 12", "source": "herald", "about": "agreements", "event": "visit", "when": "2024-05-16"}

{"value": 20, "source": "courier", "about": "agreements", "event": "visit", "status": "done", "speaker": "the ministry"}
{"value": "5.0 %", "source": "herald", "about": "growth", "entities": ["China"], "language": "en"}
"""


def sheets(name: str, text: str) -> list[Document]:
    return READERS["claims"].read(File(name, text.encode()))


def claims(name: str, text: str) -> list[AnyClaim]:
    return [claim for sheet in sheets(name, text) if isinstance(sheet, Sheet) for claim in sheet.claims]


def complaint(name: str, text: str) -> str:
    with pytest.raises(InputError) as caught:
        sheets(name, text)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_one_sheet_a_source_in_the_order_of_the_lines() -> None:
    assert [sheet.id for sheet in sheets("c.jsonl", ROWS)] == ["herald", "courier"]


def test_a_line_is_read_like_a_claim_by_hand() -> None:
    first, *_ = claims("c.jsonl", ROWS)
    assert first == Claim.of("about 12", source="herald", about="agreements", event="visit", when="2024-05-16")


def test_numbers_keep_their_digits() -> None:
    _, growth, agreements = claims("c.jsonl", ROWS)
    assert agreements.text == "20"
    assert growth.quantity is not None
    assert growth.quantity.literal == "5.0"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.csv", "source,value,about,entities\nherald,about 12,agreements,China; Russia\n"),
        ("c.csv", 'source;value;about;entities\nherald;about 12;agreements;"China; Russia"\n'),
        ("c.tsv", "source\tvalue\tabout\tentities\r\nherald\tabout 12\tagreements\tChina; Russia\r\n\r\n"),
    ],
)
def test_csv_is_read_whatever_divides_its_cells(name: str, text: str) -> None:
    (claim,) = claims(name, text)
    assert claim == Claim.of("about 12", source="herald", about="agreements", entities=("China", "Russia"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"value": "about 12"}', 'line 2: the field "source" is missing'),
        ('{"source": "a"}', 'line 2: the field "value" is missing'),
        ('{"value": "no figure", "source": "a"}', 'line 2: the field "value"'),
        ('{"value": "12", "source": "a", "when": "whenever"}', 'line 2: the field "when"'),
        ('{"value": "2024 and 2025", "source": "a", "when": "2024"}', 'line 2: the field "value"'),
        ('{"value": "de facto", "source": "a", "language": "de"}', 'line 2: the field "value"'),
        (
            '{"value": "12", "source": "a", "published": "gestern"}',
            'line 2: the field "published" cannot be used ("gest',
        ),
        ('{"value": "12", "source": "a", "status": "maybe"}', "it must be one of planned, announced, done, denied"),
        (
            '{"value": "12", "source": ["a"]}',
            'line 2: the field "source" cannot be used (it must be a text, not a list)',
        ),
        ('{"value": "12", "source": "a", "status": "maybe"}', 'line 2: the field "status"'),
        ('{"value": "12", "source": "a", "language": "xx"}', 'line 2: the field "language"'),
        ('{"value": "12", "source": "a", "abuot": "b"}', 'line 2: unknown field "abuot" - did you mean about?'),
        ('{"value": "12", "source": "a"', "line 2 is no JSON"),
        ("[1, 2]", "line 2 is no JSON object"),
        ('{"kind": "count", "source": "a", "text": "12", "low": "x", "literal": "12"}', 'line 2: the field "low"'),
        ('{"kind": "number", "source": "a", "text": "12"}', 'line 2: the field "kind"'),
        ('{"kind": "count", "source": "a", "text": "12"}', 'line 2: the field "value" is missing'),
    ],
)
def test_a_line_that_is_no_claim_is_said_with_line_and_field(line: str, says: str) -> None:
    assert says in complaint("c.jsonl", '{"value": "12", "source": "a"}\n' + line)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("herald,12,agreements,surplus", "line 2 has more or fewer cells"),
        ("herald", "line 2 has more or fewer cells"),
        (",12,agreements", 'line 2: the field "source" is missing'),
        ('herald,"12', "after line 1 it is no CSV"),
    ],
)
def test_a_row_that_is_no_claim_is_said(row: str, says: str) -> None:
    assert says in complaint("c.csv", f"source,value,about\n{row}")


def test_claims_without_a_text_are_compared(tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(ROWS, "utf-8")
    report = check(file)
    assert [source.id for source in report.sources] == ["herald", "courier"]
    assert any({claim.source for claim in finding.claims} == {"herald", "courier"} for finding in report.findings)


def test_two_files_may_give_claims_of_one_source(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"value": "12", "source": "herald"}', "utf-8")
    (sheet,) = read_path(tmp_path, Settings())
    assert isinstance(sheet, Sheet)
    assert len(sheet.claims) == 2


TEXTS = (
    Document.of("Rund ein Dutzend Abkommen wurden am 16. Mai 2024 unterzeichnet.", id="a", language="de"),
    Document.of("Exports fell by 15.7 percent to $3.2 billion in March 2024.", id="b", language="en"),
    Document.of(
        "Bis Ende 2027 sollen es mehr als 50 Kilometer sein, knapp 5.000 Euro je Meter.", id="c", language="de"
    ),
    Document.of("The meeting lasted two days, sagte er am Mittwoch gegen 14.15 Uhr.", id="d", language="de"),
)


@pytest.mark.parametrize("document", TEXTS, ids=lambda document: document.id)
def test_a_row_holds_the_whole_claim(document: Document) -> None:
    found = extract([document])
    assert found
    assert [unflat(json.loads(json.dumps(flat(claim)))) for claim in found] == found


@pytest.mark.parametrize(("name", "written"), [("c.jsonl", jsonl), ("c.csv", csv_rows)])
def test_what_extract_writes_is_read_again_unchanged(name: str, written: object) -> None:
    found = extract(TEXTS)
    assert callable(written)
    assert claims(name, written(found)) == found


def test_a_row_begins_with_the_columns_of_the_report() -> None:
    (claim,) = extract([Document.of("Es waren zwölf Abkommen.", id="a", language="de")])
    assert list(flat(claim))[:14] == [
        "source", "start", "end", "text", "quote", "kind", "value", "low", "high", "unit", "hedge", "timex",
        "period_start", "period_end",
    ]  # fmt: skip
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_spreadsheet_takes_no_cell_for_a_formula() -> None:
    (claim,) = extract([Document.of("=HYPERLINK(1) twelve people died.", id="=1+1", language="en")])[-1:]
    table = csv_rows([claim])
    assert "\n=1+1" not in table
    assert claims("c.csv", table) == [claim]
