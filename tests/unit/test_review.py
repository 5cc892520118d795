"""Decisions: saved for good, read back from all reviewers, and taken as a baseline."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from claimcheck import Document, check, write
from claimcheck.__main__ import main
from claimcheck.errors import ArgumentError, ConfigError, InputError
from claimcheck.model import State
from claimcheck.review.append import append
from claimcheck.review.baseline import baseline
from claimcheck.review.decisions import Decision, Decisions, file_of, read

if TYPE_CHECKING:
    from claimcheck.model import Finding

SARIF = json.loads(Path(__file__).parents[1].joinpath("golden/schemas/sarif-schema-2.1.0.json").read_text("utf-8"))
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
CHECK = ["check", "a.md", "b.md", "--isolated", "--baseline", "claimcheck.review.jsonl"]
ONE = "Bei dem Brand in Halle 7 in Brenzach wurden neun Menschen verletzt."
TWO = "Der Brand in Brenzach hat Halle 7 zerstört, elf Menschen wurden dabei verletzt."
GOOD = (
    b'{"fingerprint": "%s", "kind": "external", "state": "confirmed", "status": "rejected", "by": "Anna", '
    b'"when": "2026-03-04T12:00:00Z"}' % (b"0" * 64)
)


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(f"---\nlanguage: de\npublished: 2024-05-14\n---\n{ONE}\n", "utf-8")
    (tmp_path / "b.md").write_text(f"---\nlanguage: de\npublished: 2024-05-14\n---\n{TWO}\n", "utf-8")
    return tmp_path


@pytest.fixture
def finding(story: Path) -> Finding:
    assert story
    (found,) = check("a.md", "b.md").findings
    return found


def decide(
    finding: Finding, state: State, when: datetime = NOON, by: str = "Anna", why: str = "counted twice"
) -> Decision:
    return Decision.on(finding, state, by=by, why=why, when=when)


def test_a_decision_is_saved_in_the_words_of_sarif(finding: Finding, story: Path) -> None:
    append(story / "claimcheck.review.jsonl", decide(finding, State.DISMISSED))
    line = json.loads((story / "claimcheck.review.jsonl").read_text("utf-8"))
    assert (line["kind"], line["status"]) == ("external", "accepted")
    assert line["justification"] == "counted twice"
    assert line["when"] == "2026-03-04T12:00:00Z"
    assert line["fingerprint"] == finding.fingerprint


def test_what_was_saved_is_read_back(finding: Finding, story: Path) -> None:
    made = decide(finding, State.CONFIRMED, why="")
    append(file_of(story), made)
    assert read(file_of(story)).history == {finding.fingerprint: (made,)}


def test_the_latest_decision_holds_whoever_made_it(finding: Finding, story: Path) -> None:
    later = decide(finding, State.EXPLAINED, NOON + timedelta(minutes=1), by="Ben")
    append(file_of(story, "ben"), later)
    append(file_of(story, "anna"), decide(finding, State.CONFIRMED))
    decisions = read(file_of(story))
    assert decisions.current == {finding.fingerprint: later}
    assert decisions.suppressed == {finding.fingerprint}


def test_a_decision_that_is_taken_back_leaves_the_finding_open(finding: Finding) -> None:
    made = [decide(finding, State.DISMISSED), decide(finding, State.OPEN, NOON + timedelta(minutes=1))]
    assert Decisions.of(made).decided == frozenset()


@pytest.mark.parametrize("state", [State.EXPLAINED, State.DISMISSED])
def test_a_finding_is_not_suppressed_without_a_reason(finding: Finding, state: State) -> None:
    with pytest.raises(ArgumentError, match="only with a reason"):
        decide(finding, state, why=" ")


@pytest.mark.parametrize("name", ["../anna", "a/b", "", "anna.jsonl"])
def test_a_reviewer_name_stays_inside_the_folder(story: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="no short name"):
        file_of(story, name)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{", "not complete JSON"),
        (b"[]", "object"),
        (b'{"fingerprint": "1"}', "fingerprint"),
        (b"\xff\xfe", "not complete JSON"),
        (GOOD.replace(b"external", b"inSource"), "kind"),
        (GOOD.replace(b"rejected", b"accepted"), "the status of confirmed is rejected"),
        (GOOD.replace(b"Z", b""), "when"),
    ],
)
def test_a_broken_line_is_named_and_left_alone(finding: Finding, story: Path, line: bytes, why: str) -> None:
    append(file_of(story), decide(finding, State.CONFIRMED))
    good = file_of(story).read_bytes()
    file_of(story).write_bytes(good + line + b"\n")
    with pytest.raises(InputError, match=rf"claimcheck\.review\.jsonl: line 2 is no decision.*{why}"):
        read(file_of(story))
    assert file_of(story).read_bytes() == good + line + b"\n"


def test_a_line_without_a_newline_does_not_swallow_the_next(finding: Finding, story: Path) -> None:
    append(file_of(story), decide(finding, State.CONFIRMED))
    file_of(story).write_bytes(file_of(story).read_bytes().rstrip(b"\n"))
    append(file_of(story), decide(finding, State.DISMISSED, NOON + timedelta(minutes=1)))
    assert [made.state for made in read(file_of(story)).history[finding.fingerprint]] == ["confirmed", "dismissed"]


def _append_many(file: Path, decision: Decision) -> None:
    for _ in range(20):
        append(file, decision)


def test_two_programs_that_write_at_once_lose_nothing(finding: Finding, story: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    made = decide(finding, State.CONFIRMED)
    writers = [spawn.Process(target=_append_many, args=(file_of(story), made)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert len(read(file_of(story)).history[finding.fingerprint]) == 40


def _append_on_a_full_disk(file: Path, decision: Decision, room: int) -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        append(file, decision)
    except InputError as error:
        os._exit(3 if "was not saved" in str(error) else 4)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can limit how large a file may get")
def test_a_disk_that_fills_up_half_way_leaves_the_file_as_it_was(finding: Finding, story: Path) -> None:
    append(file_of(story), decide(finding, State.CONFIRMED))
    before = file_of(story).read_bytes()
    room = len(before) + 50  # enough for a piece of the next line
    fork = multiprocessing.get_context("fork")
    writer = fork.Process(target=_append_on_a_full_disk, args=(file_of(story), decide(finding, State.DISMISSED), room))
    writer.start()
    writer.join(60)
    assert writer.exitcode == 3
    assert file_of(story).read_bytes() == before


def test_the_baseline_hides_what_is_explained_and_ends_clean(
    finding: Finding, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "a.md", "b.md", "--isolated"]) == 1
    append(file_of(story), decide(finding, State.EXPLAINED))
    capsys.readouterr()
    assert main([*CHECK, "--output", "jsonl"]) == 0
    assert capsys.readouterr().out == ""


def test_a_confirmed_finding_stays_visible_but_is_not_new(
    finding: Finding, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    append(file_of(story, "anna"), decide(finding, State.CONFIRMED))
    assert main([*CHECK, "--output", "jsonl"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["fingerprint"] == finding.fingerprint
    assert "1 finding is confirmed" in said.err


@pytest.mark.parametrize(
    ("state", "status", "shown"), [(State.EXPLAINED, "accepted", 0), (State.CONFIRMED, "rejected", 1)]
)
def test_sarif_holds_what_was_decided(finding: Finding, story: Path, state: State, status: str, shown: int) -> None:
    append(file_of(story), decide(finding, state))
    assert main([*CHECK, "--output", "sarif:all.sarif", "--output", "jsonl:shown.jsonl"]) == 0
    (run,) = json.loads((story / "all.sarif").read_text("utf-8"))["runs"]
    (result,) = run["results"]
    assert result["ruleIndex"] == [rule["id"] for rule in run["tool"]["driver"]["rules"]].index(finding.rule)
    (made,) = result["suppressions"]
    assert (made["kind"], made["status"], made["justification"]) == ("external", status, "counted twice")
    assert made["properties"] == {"state": state.value, "by": "Anna", "when": NOON.isoformat()}
    assert len((story / "shown.jsonl").read_text("utf-8").splitlines()) == shown
    jsonschema.Draft7Validator(SARIF).validate(json.loads((story / "all.sarif").read_text("utf-8")))


def test_sarif_says_of_all_results_whether_they_are_suppressed_or_of_none(finding: Finding, story: Path) -> None:
    assert main(["check", "a.md", "b.md", "--isolated", "--output", "sarif:none.sarif"]) == 1
    assert "suppressions" not in (story / "none.sarif").read_text("utf-8")
    append(file_of(story), decide(finding, State.DISMISSED))
    (story / "c.md").write_text((story / "b.md").read_text("utf-8").replace("elf", "zwölf"), "utf-8")
    assert main(["check", "a.md", "c.md", "--isolated", *CHECK[-2:], "--output", "sarif:new.sarif"]) == 1
    (run,) = json.loads((story / "new.sarif").read_text("utf-8"))["runs"]
    assert [result["suppressions"] for result in run["results"]] == [[]]


def test_text_that_moves_keeps_its_decision(finding: Finding, story: Path) -> None:
    append(file_of(story), decide(finding, State.EXPLAINED))
    (story / "a.md").write_text((story / "a.md").read_text("utf-8").replace(ONE, f"Ein Vorspann.\n\n{ONE}"), "utf-8")
    assert main(CHECK) == 0


@pytest.mark.parametrize("paths", [["old"], ["{root}/old"], ["./old/b.md", "old/a.md"]])
def test_a_decision_holds_from_another_folder_and_in_another_one(
    finding: Finding, story: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    append(file_of(story), decide(finding, State.EXPLAINED))
    moved = story / "archive" / "old"
    moved.mkdir(parents=True)
    for name in ("a.md", "b.md"):
        (story / name).rename(moved / name)
    monkeypatch.chdir(story / "archive")
    named = [path.format(root=story / "archive") for path in paths]
    assert main(["check", *named, "--isolated"]) == 1
    assert main(["check", *named, "--isolated", "--baseline", "../claimcheck.review.jsonl"]) == 0


WRONG_DAY = "Am Mittwoch, 14. Mai 2026, brannte die Halle."


def test_the_same_words_in_two_files_of_one_name_are_two_findings() -> None:
    texts = [Document.of(WRONG_DAY, id=f"{folder}/a.md", published="2026-05-20") for folder in ("x", "y")]
    together = [found for found in check(*texts).findings if found.rule == "weekday-mismatch"]
    alone = [found.fingerprint for text in texts for found in check(text).findings]
    assert len({found.fingerprint for found in together}) == 2
    assert len(set(alone)) == 1
    assert [found.fingerprint for found in check(*reversed(texts)).findings if found in together] == [
        found.fingerprint for found in together
    ]


def test_the_same_words_twice_in_one_text_are_two_findings() -> None:
    once = check(Document.of(WRONG_DAY, id="a", published="2026-05-20")).findings
    twice = check(Document.of(f"{WRONG_DAY}\n\n{WRONG_DAY}", id="a", published="2026-05-20")).findings
    assert len({found.fingerprint for found in twice}) == 2
    assert [found.fingerprint for found in twice][:1] == [found.fingerprint for found in once]


def test_the_order_of_the_sources_does_not_change_a_fingerprint(finding: Finding) -> None:
    assert [found.fingerprint for found in check("b.md", "a.md").findings] == [finding.fingerprint]


def test_a_decision_without_its_finding_is_reported(
    finding: Finding, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    append(file_of(story), decide(finding, State.EXPLAINED))
    (story / "b.md").write_text((story / "a.md").read_text("utf-8"), "utf-8")
    assert main(CHECK) == 0
    assert "stale: explained by Anna on 2026-03-04, but not found any more: value-mismatch" in capsys.readouterr().err


def test_a_broken_baseline_ends_with_2_and_one_sentence(
    finding: Finding, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    append(file_of(story), decide(finding, State.EXPLAINED))
    with file_of(story).open("a", encoding="utf-8") as file:
        file.write("not JSON\n")
    assert main(CHECK) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "claimcheck.review.jsonl: line 2 is no decision" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_an_earlier_report_is_a_baseline(story: Path, form: str) -> None:
    (story / "report").write_text(str(write(check("a.md", "b.md"), form)), "utf-8")
    assert main(["check", "a.md", "b.md", "--isolated", "--baseline", "report"]) == 0


@pytest.mark.parametrize("content", [b"hello", b'{"a": 1}', b"[1]", b"\xff", b"3", b'{"findings": 3}', b"[" * 100_000])
def test_anything_else_is_no_baseline(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.json").write_bytes(content)
    with pytest.raises(InputError, match=r"x\.json: this is neither a report nor a file of decisions"):
        baseline(str(tmp_path / "x.json"))


def test_a_baseline_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"claimcheck\.review\.jsonl: the baseline cannot be read"):
        baseline(str(tmp_path / "claimcheck.review.jsonl"))


def test_the_library_decides_without_any_file() -> None:
    (found,) = check(Document.of(ONE, id="a"), Document.of(TWO, id="b")).findings
    assert Decisions.of([decide(found, State.DISMISSED)]).state(found.fingerprint) is State.DISMISSED
