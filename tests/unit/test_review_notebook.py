"""Records in a notebook, and reports as data frames."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import narwhals as nw
import pytest

import claimcheck
from claimcheck import Document, Report, check
from claimcheck.errors import ConfigError

ONE = "Nine people were injured in <b>the</b> fire at the Brenzach paper mill."
TWO = "The fire has ruined the paper mill of Brenzach, and twenty-one people were injured."


@pytest.fixture(scope="module")
def report() -> Report:
    return check(Document.of(ONE, id="a", publisher="<i>Herald</i>"), Document.of(TWO, id="b"))


def shown(record: Any) -> str:
    html = record._repr_html_()
    assert isinstance(html, str)
    return html


def test_a_report_is_a_table_of_its_findings(report: Report) -> None:
    html = shown(report)
    assert "2 sources: 1 contradiction" in html
    assert "value-mismatch" in html
    assert "&lt;i&gt;Herald&lt;/i&gt;" in html
    assert "<i>" not in html


def test_an_empty_report_says_so() -> None:
    assert "no differences" in shown(Report())


def test_a_long_report_is_cut_and_says_so(report: Report) -> None:
    html = shown(report.model_copy(update={"findings": report.findings * 60}))
    assert html.count("<tr>") == 51
    assert "and 10 more" in html


def test_a_finding_shows_both_passages_with_the_words_marked(report: Report) -> None:
    html = shown(report.findings[0])
    assert html.count("<blockquote>") == 2
    assert ">Nine people</mark> were injured" in html
    assert "&lt;b&gt;the&lt;/b&gt;" in html


def test_a_claim_shows_its_sentence_and_its_reading(report: Report) -> None:
    html = shown(report.findings[0].claims[0])
    assert "<mark>Nine people</mark> were injured" in html
    assert "read as 9" in html


@pytest.mark.parametrize("backend", ["polars", "pandas", "pyarrow"])
def test_a_frame_has_a_row_for_each_figure(report: Report, backend: str) -> None:
    pytest.importorskip(backend)
    frame = nw.from_native(report.to_frame(backend), eager_only=True)
    assert frame.implementation.value == backend
    assert frame["text"].to_list() == ["Nine people", "twenty-one people"]
    assert frame["value"].to_list() == [9.0, 21.0]
    assert frame["start"].to_list() == [0, TWO.index("twenty")]
    assert frame["rule"].to_list() == ["value-mismatch"] * 2


@pytest.mark.parametrize("backend", ["polars", "pandas", "pyarrow"])
def test_an_empty_frame_has_the_same_columns(report: Report, backend: str) -> None:
    pytest.importorskip(backend)
    empty, full = (nw.from_native(made.to_frame(backend), eager_only=True) for made in (Report(), report))
    assert len(empty) == 0
    assert empty.columns == full.columns


def test_another_library_is_refused() -> None:
    with pytest.raises(ConfigError, match=r'"polar" - did you mean polars\?'):
        Report().to_frame("polar")


def test_the_nouns_need_no_writer_until_they_are_shown() -> None:
    late = "{'narwhals', 'claimcheck.writers', 'claimcheck.review'}"
    code = f"import sys, claimcheck.model; print(*{late} & sys.modules.keys())"
    root = Path(claimcheck.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "\n"
