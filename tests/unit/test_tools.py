"""What other people's tools run: the GitHub Action and the pre-commit hook, by the commands that stand in them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two stories, and the command as it is when it is installed."""
    story = tmp_path / "two words"
    story.mkdir()
    (story / "a.md").write_text("Am 16. Mai 2024 unterzeichneten sie in Peking neun Abkommen.")
    (story / "b.md").write_text("Am 16. Mai 2024 unterzeichneten sie in Peking elf Abkommen.")
    (tmp_path / "calm.md").write_text("Am 16. Mai 2024 unterzeichneten sie in Peking neun Abkommen.")
    command = tmp_path / "bin" / "claimcheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m claimcheck "$@"\n')
    command.chmod(0o755)
    return tmp_path


def run(desk: Path, script: str, **given: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), **given}
    command = ["bash", "-e", "-o", "pipefail", "-c", script]  # as GitHub starts a step
    return subprocess.run(command, cwd=desk, env=env, capture_output=True, text=True, check=False)


def step(desk: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """The last step of the action with these inputs, and the defaults for the others."""
    check = ACTION["runs"]["steps"][-1]
    inputs = {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()} | given
    env = {name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in check["env"].items()}
    (desk / "summary.md").touch()
    return run(desk, check["run"], **env, GITHUB_STEP_SUMMARY="summary.md", GITHUB_OUTPUT="output")


def test_the_action_annotates_sums_up_and_fails(desk: Path) -> None:
    ended = step(desk, paths="two words\n", sarif="found.sarif")
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout.startswith("::warning file=two words/")
    assert "# What claimcheck found" in (desk / "summary.md").read_text()
    assert '"version": "2.1.0"' in (desk / "found.sarif").read_text()
    assert (desk / "output").read_text() == "status=1\n"


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"paths": "two words", "fail-on": "error"}, "0"),
        ({"paths": "calm.md"}, "0"),
        ({"paths": "calm.md\ntwo words/b.md"}, "1"),
        ({"paths": "none.md\ncalm.md"}, "2"),
        ({"paths": "$(touch broken)"}, "2"),
        ({"paths": "--fail-on"}, "2"),
    ],
)
def test_the_status_of_the_action_is_that_of_the_check(desk: Path, given: dict[str, str], status: str) -> None:
    ended = step(desk, **given)
    assert str(ended.returncode) == status, ended.stderr
    assert (desk / "output").read_text() == f"status={status}\n"
    assert not (desk / "broken").exists()


def test_a_baseline_lets_the_action_pass(desk: Path) -> None:
    run(desk, "claimcheck check 'two words' --output json:known.json || true")
    assert step(desk, paths="two words", baseline="known.json").returncode == 0


def test_no_input_is_put_into_a_script() -> None:
    assert not [entry for entry in ACTION["runs"]["steps"] if "${{" in entry.get("run", "")]


def test_the_hook_checks_a_folder(desk: Path) -> None:
    words = [*shlex.split(HOOK["entry"]), *HOOK["args"]]
    ended = run(desk, f"cd 'two words' && {shlex.join(words)}")
    assert (ended.returncode, HOOK["pass_filenames"]) == (1, False)
    assert "value-mismatch" in ended.stdout


# The pages that tell of them


def page(name: str) -> str:
    return (ROOT / "docs" / "how-to" / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["ci", "cms"])
def test_a_page_shows_what_is_printed_today(name: str) -> None:
    words = [sys.executable, str(ROOT / "scripts" / "paste_outputs.py"), "--check", f"docs/how-to/{name}.md"]
    ended = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, "run: python scripts/paste_outputs.py docs/how-to/ci.md docs/how-to/cms.md"


def test_the_page_names_the_inputs_of_the_action() -> None:
    table = re.findall(r"^\| `([a-z-]+)` \| (?:`(.+?)`)? *\|", page("ci"), re.MULTILINE)
    assert dict(table) == {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()}


def test_what_the_page_hands_to_others_is_yaml_and_uses_what_there_is() -> None:
    blocks = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", page("ci"), re.DOTALL)]
    assert blocks[0]["jobs"]["figures"]["steps"][1]["with"].keys() <= ACTION["inputs"].keys()
    assert blocks[1][0]["with"].keys() <= ACTION["inputs"].keys()
    assert blocks[3]["repos"][0]["hooks"][0]["id"] == HOOK["id"]


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_the_demo_runs_the_code_of_this_folder_whatever_is_installed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "constraints.txt", ".venv/bin/python", ".venv/core"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('#!/bin/sh\necho "$@"\n', "utf-8")  # the marker comes last: nothing is installed
    (tmp_path / ".venv/bin/python").chmod(0o755)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    made = subprocess.run(["make", "demo"], cwd=tmp_path, env=plain, capture_output=True, text=True, check=True)  # noqa: S607
    assert made.stdout == "-m claimcheck check seeds/putin-xi-visits\n"
