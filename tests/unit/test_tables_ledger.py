"""The ledger: what was added stays, once, and only changes are told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from claimcheck import Claim, Document, check
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.model import AnyClaim

pytest.importorskip("duckdb", reason="the extra [scale] is not installed")

from claimcheck import Ledger

MONDAY, TUESDAY = datetime(2024, 11, 4, tzinfo=UTC), datetime(2024, 11, 5, tzinfo=UTC)


def said(value: str, source: str, event: str = "flood") -> AnyClaim:
    return Claim.of(value, source=source, about="dead", event=event, language="en")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "desk.duckdb", wait=0.3)


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    claims = [said("95 dead", "ap"), said("137 dead", "efe")]
    assert (ledger.add(claims, at=MONDAY), ledger.add(claims, at=TUESDAY), len(ledger)) == (2, 0, 2)
    assert ledger.disputes(since=TUESDAY) == []
    assert [found.changed for found in ledger.disputes()] == [MONDAY]


def test_only_what_changed_is_told(ledger: Ledger) -> None:
    ledger.add([said("95 dead", "ap"), said("137 dead", "efe"), said("3 dead", "ap", "fire")], at=MONDAY)
    ledger.add([said("4 dead", "taz", "fire")], at=TUESDAY)
    assert [found.topic for found in ledger.disputes(since=TUESDAY)] == ["dead|[count]|fire"]
    assert len(ledger.disputes()) == 2
    sides = ledger.disputes(since=TUESDAY)[0].sides
    assert [[claim.text for claim in side] for side in sides] == [["3 dead"], ["4 dead"]]


def test_a_claim_that_joins_a_side_is_a_change(ledger: Ledger) -> None:
    ledger.add([said("95 dead", "ap"), said("137 dead", "efe")], at=MONDAY)
    ledger.add([said("137 dead", "bbc")], at=TUESDAY)
    assert [len(side) for side in ledger.disputes(since=TUESDAY)[0].sides] == [1, 2]


def test_a_report_brings_all_its_claims(ledger: Ledger) -> None:
    one = Document.of("Am Montag starben in Valencia 95 Menschen.", id="a", published="2024-11-01")
    two = Document.of("Am Montag starben in Valencia 137 Menschen.", id="b", published="2024-11-01")
    assert ledger.add(check(one, two)) >= 2
    assert ledger.add(check(one, two)) == 0


_KILLED = """
import sys, os, signal
from claimcheck import Claim, Ledger
from claimcheck.tables import ledger
ledger._note = lambda *args: os.kill(os.getpid(), signal.SIGKILL)  # after the rows went in, before the commit
Ledger(sys.argv[1]).add([Claim.of("5 dead", source="x", about="dead", event="flood", language="en")])
"""


def test_a_crash_in_the_middle_leaves_what_was_there_before(ledger: Ledger) -> None:
    ledger.add([said("95 dead", "ap"), said("137 dead", "efe")], at=MONDAY)
    before = ledger.disputes()
    process = subprocess.run([sys.executable, "-c", _KILLED, str(ledger.file)], check=False)
    assert process.returncode == -signal.SIGKILL
    assert len(ledger) == 2
    assert ledger.disputes() == before


_HOLDS = """
import sys, duckdb, time
connection = duckdb.connect(sys.argv[1])
print("open", flush=True)
time.sleep(30)
"""


def test_a_second_process_waits_and_then_gets_one_sentence(ledger: Ledger) -> None:
    ledger.add([said("95 dead", "ap")])
    with subprocess.Popen([sys.executable, "-c", _HOLDS, str(ledger.file)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(ClaimcheckError, match="another process holds this ledger"):
            ledger.add([said("137 dead", "efe")])
        os.kill(holder.pid, signal.SIGKILL)
    assert ledger.add([said("137 dead", "efe")]) == 1


def test_a_file_that_is_no_ledger_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "notes.duckdb"
    file.write_text("dear diary " * 1000, "utf-8")
    with pytest.raises(ClaimcheckError, match="this is no ledger"):
        len(Ledger(file))
