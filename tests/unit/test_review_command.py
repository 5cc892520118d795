"""``claimcheck review`` says what is in its way, and starts nothing then."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck.__main__ import main
from claimcheck.config import home

TEXT = "Nine people were injured in the fire at the paper mill on Monday, the fire brigade said.\n"


@pytest.fixture(autouse=True)
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT, "utf-8")


def refused(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What is said; one sentence, and status 2."""
    assert main(["review", "a.md", "--no-browser", "--isolated", *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_port_in_use_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert f"--port {port}: it cannot be used" in refused(capsys, "--port", str(port))


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_does_not_exist_is_named(capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert f"--port {port}: it cannot be used" in refused(capsys, f"--port={port}")


def test_a_broken_file_of_decisions_is_named_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claimcheck.review.ben.jsonl").write_text("{}\n", "utf-8")
    assert "claimcheck.review.ben.jsonl: line 1 is no decision" in refused(capsys)


def test_a_folder_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--decisions nowhere: there is no such folder" in refused(capsys, "--decisions", "nowhere")


def test_a_reviewer_is_a_short_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert '--reviewer: "../anna" is no short name' in refused(capsys, "--reviewer", "../anna")


def test_an_article_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "b.md", "--no-browser", "--isolated"]) == 2
    assert "b.md: there is no such file" in capsys.readouterr().err


def test_the_project_is_where_its_configuration_is(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    assert home(tmp_path / "deep" / "er").samefile(tmp_path / "deep" / "er")
    (tmp_path / "claimcheck.toml").write_text("", "utf-8")
    assert home(tmp_path / "deep" / "er").samefile(tmp_path)


def test_a_baseline_needs_no_server() -> None:
    code = "import sys, claimcheck.review.baseline; print(*{'fastapi', 'jinja2', 'filelock'} & sys.modules.keys())"
    root = Path(claimcheck.__file__).parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "\n"


@pytest.mark.parametrize(
    ("missing", "words", "extra"),
    [
        ("fastapi", ["review", "a.md"], "serve"),
        ("openpyxl", ["check", "a.md", "--worklist", "w.xlsx"], "xlsx"),
        ("xlsxwriter", ["extract", "a.md", "--output", "xlsx:w2.xlsx"], "xlsx"),
    ],
)
def test_a_package_that_is_not_installed_is_named(missing: str, words: list[str], extra: str) -> None:
    Path("w.xlsx").write_bytes(b"PK")
    code = (
        f"import sys; sys.modules[{missing!r}] = None; from claimcheck.__main__ import main; sys.exit(main({words!r}))"
    )
    found_at = {**os.environ, "PYTHONPATH": str(Path(claimcheck.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], env=found_at, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"pip install 'claim-consistency[{extra}]'" in done.stderr
