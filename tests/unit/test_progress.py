"""The bar of a long run: on a terminal only, and gone in the end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck

pty = pytest.importorskip("pty", reason="only POSIX has terminals that a test can make")

SEED = str(Path(__file__).parents[2] / "seeds" / "cathedral-bells")
RUN = """
import sys, time
from claimcheck.commands import _progress
from claimcheck.parallel import each
_progress.PATIENCE = float(sys.argv[1])
with _progress.progress("comparing", quiet=sys.argv[2] == "quiet"):
    each(lambda n: time.sleep(0.05), range(20), 1)
    time.sleep(0.3)
"""


def shown(*words: str) -> str:
    """What a command writes to a terminal on its standard error."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "PYTHONPATH": str(Path(claimcheck.__file__).parents[1]), "TERM": "xterm"}
    with subprocess.Popen([sys.executable, *words], stdout=subprocess.DEVNULL, stderr=theirs, env=env) as started:
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
        except OSError:  # Linux says so when the other end is closed
            pass
        started.wait()
    os.close(ours)
    return written.decode("utf-8", "replace")


def test_a_long_run_shows_how_far_it_is_and_leaves_nothing() -> None:
    said = shown("-c", RUN, "0.2", "loud")
    assert "comparing" in said
    assert "/20" in said
    assert "/?" in said, "after the last article it only says that work goes on"
    assert said.endswith("\x1b[1A\x1b[2K"), "the line is taken back"


@pytest.mark.parametrize(("patience", "loud"), [("60", "loud"), ("0", "quiet")])
def test_a_short_run_and_a_quiet_one_show_nothing(patience: str, loud: str) -> None:
    assert shown("-c", RUN, patience, loud) == ""


def test_the_same_bytes_go_to_a_pipe() -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(claimcheck.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", RUN, "0", "loud"], capture_output=True, env=env, check=True)
    assert done.stderr == b""


def test_the_check_shows_no_bar_where_it_is_quick() -> None:
    assert "comparing" not in shown("-m", "claimcheck", "check", SEED, "--isolated")
