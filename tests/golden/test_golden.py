"""What the writers write, byte for byte.

After a change that is meant, look at what is new: ``CLAIMCHECK_GOLDEN=write pytest tests/golden``, then ``git diff``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from claimcheck.writers import write_report
from claimcheck.writers._cells import width as columns

HERE = Path(__file__).parent / "expected"

CASES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "visits.full.en.txt": ("visits", "full", {}),
    "visits.full.narrow.de.txt": ("visits", "full", {"lang": "de", "width": 60}),
    "visits.full.color.txt": ("visits", "full", {"color": True}),
    "floods.full.en.txt": ("floods", "full", {}),
    "floods.concise.txt": ("floods", "concise", {}),
    "visits.concise.de.txt": ("visits", "concise", {"lang": "de"}),
    "visits.json": ("visits", "json", {}),
    "floods.jsonl": ("floods", "jsonl", {}),
    "visits.github.txt": ("visits", "github", {}),
    "visits.markdown.de.md": ("visits", "markdown", {"lang": "de"}),
    "visits.junit.xml": ("visits", "junit", {}),
    "floods.csv": ("floods", "csv", {}),
    "floods.sarif": ("floods", "sarif", {"pages": {"digit-swap": "Two digits of one figure change places."}}),
    "visits.annotations.jsonld": ("visits", "annotations", {}),
    "floods.claimreview.jsonld": ("floods", "claimreview", {}),
}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    fixture, writer, options = CASES[name]
    made = request.getfixturevalue(fixture)
    written = write_report(made.report, writer, documents=made.documents, claims=made.claims, **options)
    data = written.encode() if isinstance(written, str) else written
    if os.environ.get("CLAIMCHECK_GOLDEN") == "write":
        (HERE / name).write_bytes(data)
        pytest.skip(f"{name} was written, look at it")
    assert data == (HERE / name).read_bytes()


def test_no_file_without_a_case() -> None:
    assert {path.name for path in HERE.iterdir()} == set(CASES)


@pytest.mark.parametrize("width", [1, 7, 20, 33, 79, 300])
def test_the_screen_fits_any_width(width: int, request: pytest.FixtureRequest) -> None:
    for name in ("visits", "floods"):
        made = request.getfixturevalue(name)
        text = write_report(made.report, "full", documents=made.documents, claims=made.claims, width=width)
        assert isinstance(text, str)
        framed = [line for line in text.splitlines() if " | " in line[:5]]
        assert framed
        assert all(columns(line) <= max(width, 24) for line in framed)
