"""The exchange formats keep to their standards, and nothing from a text gets to act in them."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from claimcheck.model import Document, Evidence, Finding, Outcome, Report, Severity, Source
from claimcheck.writers import WRITERS, write_report

if TYPE_CHECKING:
    from tests.golden.conftest import Made

# The schema of the OASIS committee, as the package `schemastore` carries it.
SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))

NASTY = "=SUM(A1)\n::error::<script>alert(1)</script>\x1b[31m%0A @all [x](y) \u202e"


def written(made: Made, name: str, **options: Any) -> str:
    return cast("str", write_report(made.report, name, documents=made.documents, claims=made.claims, **options))


@pytest.fixture
def nasty() -> Report:
    """A report whose every word comes from someone with bad intentions."""
    source = Source(id=NASTY, path=NASTY, publisher=NASTY, title=NASTY)
    evidence = Evidence(source=NASTY, text=NASTY, says=NASTY)
    finding = Finding(
        fingerprint="0" * 64, rule="value-mismatch", severity=Severity.ERROR, outcome=Outcome.TENSION,
        message=NASTY, evidence=(evidence,), claims=(),
    )  # fmt: skip
    return Report(sources=(source,), findings=(finding,))


@pytest.mark.parametrize("fixture", ["visits", "floods"])
def test_sarif_fits_its_schema(fixture: str, request: pytest.FixtureRequest) -> None:
    pages = {"digit-swap": "Two figures with digits in another order.\n\nMore."}
    log = json.loads(written(request.getfixturevalue(fixture), "sarif", pages=pages, version="1.0"))
    jsonschema.Draft7Validator(SARIF).validate(log)


def test_sarif_points_at_every_figure(floods: Made) -> None:
    (run,) = json.loads(written(floods, "sarif", pages={"digit-swap": "Digits.\n"}))["runs"]
    (result,) = run["results"]
    texts = {document.id: document.text for document in floods.documents}
    for location in result["locations"]:
        place = location["physicalLocation"]
        if "region" in place:
            region, text = place["region"], texts[place["artifactLocation"]["uri"]]
            line = text.splitlines()[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"])
            start = region["charOffset"]
            assert text[start : start + region["charLength"]] == region["snippet"]["text"]
    assert len(result["locations"]) == 6
    assert "region" not in result["locations"][5]["physicalLocation"]  # a place in extracted text is none in the file
    assert run["tool"]["driver"]["rules"][0]["help"]["markdown"] == "Digits."
    assert {str(place["id"]) for place in result["relatedLocations"]} == set(
        re.findall(r"\]\((\d)\)", result["message"]["text"])
    )


def test_github_commands_stay_on_their_line(nasty: Report) -> None:
    line = cast("str", write_report(nasty, "github"))
    assert line.count("\n") == 1
    assert re.match(r"::error [^\n]*::=SUM\(A1\) ::error::", line)
    assert "%250A" in line


def test_junit_counts_what_it_holds(visits: Made) -> None:
    suite = ET.fromstring(written(visits, "junit")).find("testsuite")  # noqa: S314 - our own
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")
    assert len(suite.findall("testcase/failure")) == 1


def test_junit_is_xml_whatever_the_text(nasty: Report) -> None:
    root = ET.fromstring(cast("str", write_report(nasty, "junit")))  # noqa: S314 - our own
    assert "<script>" in (root.findtext("testsuite/testcase/failure") or "")


def test_markdown_shows_markup_as_text(nasty: Report) -> None:
    text = cast("str", write_report(nasty, "markdown"))
    assert "<script>" not in text
    assert "@all" not in text
    assert "[x](y)" not in text


def test_csv_cells_are_no_formulas(floods: Made) -> None:
    finding = floods.report.findings[0].model_copy(update={"message": "=1+1"})
    report = floods.report.model_copy(update={"findings": (finding,)})
    rows = list(csv.DictReader(io.StringIO(cast("str", write_report(report, "csv", documents=floods.documents)))))
    assert {row["message"] for row in rows} == {"'=1+1"}
    assert [row["low"] for row in rows] == ["340", "430", "430", "400", "430", "425"]


def test_xlsx_holds_findings_and_every_figure_as_text(floods: Made) -> None:
    finding = floods.report.findings[0].model_copy(update={"message": "=1+1"})
    report = floods.report.model_copy(update={"findings": (finding,)})
    data = cast("bytes", write_report(report, "xlsx", documents=floods.documents, claims=floods.claims))
    book = zipfile.ZipFile(io.BytesIO(data))
    first, second = (book.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2))
    assert "<f>" not in first + second
    assert "=1+1" in book.read("xl/sharedStrings.xml").decode()
    assert first.count("<row ") == 1 + 6
    assert second.count("<row ") == 1 + 9


def test_annotations_find_their_words(floods: Made) -> None:
    collection = json.loads(written(floods, "annotations"))
    texts = {document.id: document.text for document in floods.documents}
    assert collection["total"] == len(collection["first"]["items"]) == 6
    for item in collection["first"]["items"]:
        quote, position = item["target"]["selector"]
        text = texts[item["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert len({item["id"] for item in collection["first"]["items"]}) == 6


def test_a_page_is_annotated_by_its_words_alone(floods: Made) -> None:
    source = floods.documents[0].source.model_copy(update={"url": "https://alpen.example/flut"})
    documents = (Document(source=source, text=floods.documents[0].text), *floods.documents[1:])
    report = floods.report.model_copy(update={"sources": tuple(document.source for document in documents)})
    items = json.loads(cast("str", write_report(report, "annotations", documents=documents)))["first"]["items"]
    (target,) = [item["target"] for item in items if item["target"]["source"] == "https://alpen.example/flut"]
    assert [selector["type"] for selector in target["selector"]] == ["TextQuoteSelector"]


def test_claimreview_is_a_draft_without_a_rating(floods: Made) -> None:
    graph = json.loads(written(floods, "claimreview"))["@graph"]
    assert len(graph) == 6
    ids = {review["itemReviewed"]["@id"] for review in graph}
    for review in graph:
        assert "reviewRating" not in review
        assert review["creativeWorkStatus"] == "Draft"
        others = {other["@id"] for other in review["itemReviewed"]["cito:disagreesWith"]}
        assert others == ids - {review["itemReviewed"]["@id"]}


@pytest.mark.parametrize("name", WRITERS)
def test_same_input_same_bytes(name: str, floods: Made) -> None:
    report = floods.report.model_copy(update={"findings": tuple(reversed(floods.report.findings))})
    again = write_report(report, name, documents=floods.documents, claims=floods.claims)
    assert write_report(floods.report, name, documents=floods.documents, claims=floods.claims) == again


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_takes_an_empty_report(name: str) -> None:
    assert write_report(Report(), name) is not None


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_does_without_documents(name: str, visits: Made) -> None:
    assert len(write_report(visits.report, name, lang="de")) > 100


@pytest.mark.parametrize("name", [name for name in WRITERS if name not in {"json", "jsonl", "xlsx"}])
def test_no_writer_passes_control_characters_on(name: str, nasty: Report) -> None:
    text = write_report(nasty, name)
    assert isinstance(text, str)
    assert "\x1b" not in text
