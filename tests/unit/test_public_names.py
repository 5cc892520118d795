"""What ``from claimcheck import ...`` gives, in whatever order it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

FUNCTIONS = "read, mentions, extract, match, compare, check, write"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "from claimcheck.extract.claims import extract_claims",
        "import claimcheck.match",
        "import claimcheck.pipeline",
    ],
)
def test_functions_are_not_the_packages_of_their_names(before: str) -> None:
    tested = f"assert all(type(f).__name__ == 'function' for f in ({FUNCTIONS}))"
    code = f"{before}\nfrom claimcheck import {FUNCTIONS}\n{tested}"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_public_name_is_there() -> None:
    import claimcheck

    assert all(getattr(claimcheck, name) is not None for name in claimcheck.__all__)


def test_every_public_name_has_an_example_that_runs() -> None:
    import claimcheck

    bare = [name for name in claimcheck.__all__ if not _has_example(getattr(claimcheck, name))]
    assert bare == []


def _has_example(thing: object) -> bool:
    """Whether its own docstring has one; the suite runs all of them."""
    return ">>>" in (thing.__doc__ or "")


def test_a_missing_extra_is_told() -> None:
    blocked = "import sys\nsys.modules['duckdb'] = None\nfrom claimcheck import *\nfrom claimcheck import Ledger"
    run = subprocess.run([sys.executable, "-c", blocked], check=False, capture_output=True, text=True)
    assert "claimcheck.Ledger needs the extra [scale]" in run.stderr.splitlines()[-1]


def test_the_steps_with_their_documents_come_to_what_check_finds() -> None:
    import claimcheck

    documents = claimcheck.read("seeds/putin-xi-visits")
    report = claimcheck.compare(claimcheck.match(claimcheck.extract(documents), documents))
    assert report.findings == claimcheck.check("seeds/putin-xi-visits").findings
