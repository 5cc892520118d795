"""The worklist of figures: written for a spreadsheet, ticked off there, and read back."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from claimcheck.__main__ import main
from claimcheck.errors import InputError
from claimcheck.model import Claim, Tick, claim_keys
from claimcheck.review import worklist
from claimcheck.review.ticks import match_rows
from claimcheck.review.worklist import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    Edit = Callable[..., None]

ONE = "Nine people were injured in the fire at the Brenzach paper mill."
TWO = "The fire has ruined the paper mill of Brenzach, and twenty-one people were injured."


@pytest.fixture(autouse=True)
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("a.md", ONE)
    write("b.md", TWO)


def write(name: str, text: str) -> None:
    Path(name).write_text(f"---\npublished: 2024-05-14\nlanguage: en\n---\n\n{text}\n", "utf-8")


def check(*options: str) -> int:
    return main(["check", "a.md", "b.md", "--isolated", *options])


def extract(*options: str) -> int:
    return main(["extract", "a.md", "b.md", "--isolated", *options])


def edit_csv(file: str, about: str, **cells: str) -> None:
    """Change cells of the row with a figure, as a spreadsheet would save it."""
    text = Path(file).read_text("utf-8-sig")
    delimiter = ";" if text.startswith("publisher;") else ","
    rows = list(csv.DictReader(io.StringIO(text), delimiter=delimiter))
    (row,) = [row for row in rows if row["text"] == about]
    row.update({name.replace("_", " "): value for name, value in cells.items()})
    with Path(file).open("w", encoding="utf-8", newline="") as out:
        made = csv.DictWriter(out, rows[0], delimiter=delimiter)
        made.writeheader()
        made.writerows(rows)


def edit_xlsx(file: str, about: str, **cells: str) -> None:
    book = openpyxl.load_workbook(file)
    sheet = book["Figures"]
    names = [cell.value for cell in sheet[1]]
    (row,) = [row for row in sheet.iter_rows(min_row=2) if row[names.index("text")].value == about]
    for name, value in cells.items():
        row[names.index(name.replace("_", " "))].value = value
    book.save(file)


def rows_of(file: str) -> dict[str, dict[str, object]]:
    """The rows of a workbook, by figure."""
    head, *rows = openpyxl.load_workbook(file)["Figures"].iter_rows(values_only=True)
    return {str(row["text"]): row for row in (dict(zip(map(str, head), row, strict=True)) for row in rows)}


FORMS = pytest.mark.parametrize(
    ("output", "file", "edit"), [("xlsx:w.xlsx", "w.xlsx", edit_xlsx), ("worklist:w.csv", "w.csv", edit_csv)]
)


def test_a_row_says_who_agrees_and_what_was_found() -> None:
    assert extract("--output", "xlsx:w.xlsx") == 0
    row = rows_of("w.xlsx")["Nine people"]
    assert row["reading"] == "9"
    assert row["quote"] == ONE
    assert row["disagreeing"] == "b.md"
    assert str(row["findings"]).startswith("value-mismatch (")
    assert (row["status"], row["checked by"], row["note"]) == (None, None, None)
    assert str(row["id"]).startswith("a.md#")


@FORMS
def test_a_figure_that_is_explained_hides_its_finding(output: str, file: str, edit: Edit) -> None:
    extract("--output", output)
    assert check("--worklist", file) == 1
    edit(file, "Nine people", status="explained", checked_by="Anna", note="counted at noon")
    assert check("--worklist", file) == 0


def test_what_is_noted_stands_in_sarif_as_a_suppression() -> None:
    extract("--output", "xlsx:w.xlsx")
    edit_xlsx("w.xlsx", "Nine people", status="dismissed", checked_by="Anna", note="a slip")
    assert check("--worklist", "w.xlsx", "--output", "sarif:all.sarif") == 0
    (result,) = json.loads(Path("all.sarif").read_text("utf-8"))["runs"][0]["results"]
    said = {"kind": "external", "status": "accepted", "justification": "a slip"}
    assert result["suppressions"] == [{**said, "properties": {"state": "dismissed", "by": "Anna"}}]


@FORMS
def test_without_a_reason_nothing_is_hidden(
    output: str, file: str, edit: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    extract("--output", output)
    edit(file, "Nine people", status="dismissed")
    assert check("--worklist", file) == 1
    assert "a.md: a figure is dismissed without a note; until it has one, its findings stay." in capsys.readouterr().err


def test_a_confirmed_figure_keeps_its_finding_visible_whatever_the_other_side_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    extract("--output", "xlsx:w.xlsx")
    edit_xlsx("w.xlsx", "Nine people", status="confirmed")
    edit_xlsx("w.xlsx", "twenty-one people", status="dismissed", note="a slip")
    capsys.readouterr()
    assert check("--worklist", "w.xlsx", "--output", "concise") == 0
    said = capsys.readouterr()
    assert "value-mismatch" in said.out
    assert "1 finding is confirmed" in said.err


def test_a_note_hides_only_what_was_found_when_it_was_written() -> None:
    write("b.md", ONE)
    extract("--output", "xlsx:w.xlsx")
    for source in ("a.md", "b.md"):
        book = openpyxl.load_workbook("w.xlsx")
        for row in book["Figures"].iter_rows(min_row=2):
            if str(row[-1].value).startswith(source):
                row[-4].value, row[-2].value = "explained", "counted at noon"
        book.save("w.xlsx")
    write("b.md", TWO)
    assert check("--worklist", "w.xlsx") == 1


@FORMS
def test_what_is_noted_stays_when_the_text_moves(output: str, file: str, edit: Edit) -> None:
    extract("--output", output)
    edit(file, "Nine people", status="explained", checked_by="Anna", note="- counted at noon")
    write("a.md", f"A new first paragraph with 300 other words.\n\n{ONE.replace('Brenzach', 'old Brenzach')}")
    assert check("--worklist", file, "--output", "xlsx:new.xlsx") == 0
    row = rows_of("new.xlsx")["Nine people"]
    assert (row["status"], row["checked by"], row["note"]) == ("explained", "Anna", "- counted at noon")
    assert check("--worklist", "new.xlsx") == 0


def test_what_is_noted_stays_when_the_files_move() -> None:
    extract("--output", "xlsx:w.xlsx")
    edit_xlsx("w.xlsx", "Nine people", status="ask again", checked_by="Anna")
    Path("later").mkdir()
    for name in ("a.md", "b.md"):
        Path(name).rename(Path("later") / name)
    assert main(["extract", "later", "--isolated", "--worklist", "w.xlsx", "--output", "xlsx:new.xlsx"]) == 0
    assert rows_of("new.xlsx")["Nine people"]["status"] == "ask again"


def test_a_figure_that_changed_is_open_again_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    extract("--output", "xlsx:w.xlsx")
    edit_xlsx("w.xlsx", "Nine people", status="explained", note="counted at noon")
    write("a.md", ONE.replace("Nine", "Ten"))
    capsys.readouterr()
    assert check("--worklist", "w.xlsx", "--output", "xlsx:new.xlsx") == 1
    assert "“Nine people” is not in a.md any more; its “explained” is left out" in capsys.readouterr().err
    assert rows_of("new.xlsx")["Ten people"]["status"] is None


def test_german_spreadsheets_are_understood() -> None:
    extract("--lang-ui", "de", "--output", "worklist:w.csv")
    text = Path("w.csv").read_text("utf-8")
    assert text.startswith("\ufeffpublisher;")
    edit_csv("w.csv", "Nine people", status="Erklärt", note="gezählt um zwölf")
    Path("w.csv").write_bytes(Path("w.csv").read_text("utf-8").encode("cp1252"))
    assert check("--worklist", "w.csv") == 0


def test_rows_may_be_sorted_and_columns_added() -> None:
    extract("--output", "xlsx:w.xlsx")
    edit_xlsx("w.xlsx", "Nine people", status="explained", note="counted at noon")
    book = openpyxl.load_workbook("w.xlsx")
    rows = [list(row) for row in book["Figures"].iter_rows(values_only=True)]
    other = openpyxl.Workbook()
    other.active.append(["Our worklist"])
    for row in [rows[0], *reversed(rows[1:])]:
        other.active.append(["mine", *reversed(row)])
    other.save("w.xlsx")
    assert check("--worklist", "w.xlsx") == 0


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no sheet has the columns"),
        (b"id,status\n", "no sheet has the columns"),
        (b"hello", "no sheet has the columns"),
        (b"PK\x03\x04 no workbook", "the workbook cannot be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "the workbook cannot be read"),
        (b"\0\1\2", "neither a workbook nor CSV"),
        (b'"' + b"x" * 200_000, "no CSV"),
    ],
)
def test_what_is_no_worklist_is_said_and_left_alone(
    content: bytes, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("w").write_bytes(content)
    assert check("--worklist", "w") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("claimcheck: w: ")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert Path("w").read_bytes() == content


def test_a_worklist_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--worklist", "w.xlsx") == 2
    assert "w.xlsx: the worklist cannot be read" in capsys.readouterr().err
    assert not Path("w.xlsx").exists()


def test_a_worklist_is_not_written_over_by_its_own_run(capsys: pytest.CaptureFixture[str]) -> None:
    extract("--output", "xlsx:w.xlsx")
    before = Path("w.xlsx").read_bytes()
    assert check("--worklist", "w.xlsx", "--output", "xlsx:./w.xlsx") == 2
    assert "w.xlsx is the worklist itself" in capsys.readouterr().err
    assert Path("w.xlsx").read_bytes() == before


def test_a_folder_is_no_worklist(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        worklist.read(str(tmp_path))


def test_a_workbook_that_unpacks_to_a_flood_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile("w.xlsx", "w", zipfile.ZIP_DEFLATED) as book, book.open("xl/workbook.xml", "w") as part:
        for _ in range(201):
            part.write(b" " * 1_000_000)
    assert check("--worklist", "w.xlsx") == 2
    assert "the workbook cannot be read: it is damaged, too large" in capsys.readouterr().err


def test_thousands_of_rows_are_matched_in_no_time_even_when_all_have_moved() -> None:
    claims = [Claim.of(str(n), source="old/a.md", about="people") for n in range(3000)]
    rows = [
        Row(n, key, claim.text, claim.quote.sentence, Tick(status="confirmed"))
        for n, (key, claim) in enumerate(zip(claim_keys(claims), claims, strict=True))
    ]
    moved = [c.model_copy(update={"quote": c.quote.model_copy(update={"source": "new/a.md"})}) for c in claims]
    began = time.perf_counter()
    ticks = match_rows(rows, moved)
    assert time.perf_counter() - began < 2
    assert (len(ticks.found), ticks.lost) == (3000, [])
