"""The command line: what it prints where, and with which status it ends."""

from __future__ import annotations

import csv
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck import __version__
from claimcheck.__main__ import main
from claimcheck.commands import VERBS

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "claimcheck"]

ONE = "---\ntitle: Visit\npublisher: Herald\npublished: 2024-05-16\nlanguage: en\n---\n"
HERALD = ONE + "China and Russia signed 12 agreements in Beijing on Thursday.\n"
COURIER = ONE.replace("Herald", "Courier") + "China and Russia signed 20 agreements in Beijing on Thursday.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports that differ in a count, seen from the folder above them."""
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.md").write_text(HERALD, "utf-8")
    (folder / "b.md").write_text(COURIER, "utf-8")
    (folder / "notes.pdf").write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def run(*words: str, stdin: bytes = b"", cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The real command in a process of its own."""
    paths = {"PYTHONPATH": str(ROOT), **env}
    return subprocess.run(
        [*COMMAND, *words], input=stdin, capture_output=True, check=False, cwd=cwd, env=os.environ | paths
    )


def complaint(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command says on standard error when it gives up with one sentence and status 2."""
    try:
        status = main(words)
    except SystemExit as end:  # argparse
        status = int(str(end.code))
    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert err.count("\n") == 1, err
    assert err.startswith("claimcheck")
    return err


# Findings


@pytest.mark.usefixtures("story")
def test_findings_go_to_standard_output_and_everything_else_to_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "story"]) == 1
    out, err = capsys.readouterr()
    assert "12 agreements" in out
    assert "20 agreements" in out
    assert err == "claimcheck: 1 file was skipped in folders (not articles).\n"
    assert "\x1b" not in out


@pytest.mark.usefixtures("story")
def test_json_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "story", "--output", "json", "--quiet"]) == 1
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert err == ""
    assert list(report) == ["schema_version", "sources", "findings", "topics", "tally", "not_compared", "not_run"]
    assert [source["id"] for source in report["sources"]] == ["story/a.md", "story/b.md"]
    finding = report["findings"][0]
    assert (finding["rule"], finding["severity"], finding["outcome"]) == ("value-mismatch", "error", "contradiction")
    for claim in finding["claims"]:
        text = Path(claim["source"]).read_text("utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert claim["quote"] in text


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((), 1),
        (("--ignore", "value-mismatch"), 0),
        (("--warn", "value-mismatch", "--fail-on", "error"), 0),
        (("--warn", "value-mismatch", "--fail-on", "warning"), 1),
        (("--error", "value-mismatch", "--fail-on", "error"), 1),
    ],
)
def test_the_status_follows_severity_and_level(words: tuple[str, ...], status: int) -> None:
    assert main(["check", "story", *words]) == status


def test_one_clean_article_is_status_0(story: Path) -> None:
    assert main(["check", str(story / "a.md")]) == 0


@pytest.mark.usefixtures("story")
def test_the_same_input_gives_the_same_bytes() -> None:
    runs = [run("check", "story", "--output", "json", *jobs, PYTHONHASHSEED=seed).stdout for jobs, seed in (
        ((), "1"), ((), "2"), (("--jobs", "2"), "3"),
    )]  # fmt: skip
    assert runs[0] == runs[1] == runs[2]
    assert runs[0].startswith(b"{")


# Output


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(("env", "colored"), [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)])
def test_colours_are_for_terminals_that_want_them(env: dict[str, str], colored: bool) -> None:  # noqa: FBT001
    reader, terminal = pty.openpty()
    words = [*COMMAND, "check", "story", "--quiet", "--output", "concise"]
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(words, stdout=terminal, check=False, env=kept | {"PYTHONPATH": str(ROOT)} | env)
    os.close(terminal)  # before reading: where nothing was written, that fails instead of waiting for ever
    shown = os.read(reader, 10_000)
    os.close(reader)
    assert b"value-mismatch" in shown
    assert (b"\x1b[" in shown) is colored


@pytest.mark.usefixtures("story")
def test_formats_go_to_files_and_the_screen_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "story", "--output", "json:r.json", "--output", "concise", "--output", "jsonl:r.jsonl"]) == 1
    assert "error[value-mismatch]" in capsys.readouterr().out
    assert json.loads(Path("r.json").read_text("utf-8"))["findings"]
    assert sorted(path.name for path in Path().iterdir()) == ["r.json", "r.jsonl", "story"]


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--output", "jsn"), 'unknown format "jsn" - did you mean json?'),
        (("--output", "json", "--output", "full"), "two formats go to standard output"),
        (("--output", "json:r", "--output", "full:r"), "two formats go to the file r"),
        (("--ignore", "value-missmatch"), 'unknown rule "value-missmatch" - did you mean value-mismatch?'),
        (("--language", "dee"), "language"),
        (("--language", "xx"), 'unknown language "xx"'),
        (("--lang-ui", "fr"), "--lang-ui"),
        (("--fail-on", "never"), "--fail-on"),
        (("--jobs", "0"), "jobs"),
        (("--jobs", "x"), 'claimcheck check: --jobs: "x" is no whole number; see claimcheck check --help.'),
        (("--output", "json=r.json"), "the file stands after a colon; write --output json:r.json."),
        (("--output", ":r.json"), "the format is missing; write --output FORMAT:r.json."),
        (("--output",), "--output needs a value; see"),
        (("--outptu", "json"), 'unknown option "--outptu" - did you mean --output?'),
        (("--fail-on", "fatal"), '--fail-on: "fatal" is none of error, warning, note.'),
        (("--ignore", "digit-swap,hedge-dropped"), "name one rule at a time"),
        (("--max-size", "big"), '"big" is no size'),
        (("--nonsense",), "--nonsense"),
        (("--baseline", "nowhere.json"), "nowhere.json"),
        (("--watch", "-"), "--watch"),
    ],
)
def test_a_wrong_option_is_said_before_anything_is_checked(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    assert says in complaint(capsys, "check", "story", *words)


@pytest.mark.usefixtures("story")
def test_a_file_that_cannot_be_written_leaves_nothing_behind(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nowhere/r.json: it cannot be written" in complaint(
        capsys, "check", "story", "--quiet", "--output", "json:nowhere/r.json"
    )
    Path("r.json").mkdir()
    assert "r.json: it cannot be written" in complaint(capsys, "check", "story", "--quiet", "--output", "json:r.json")
    assert sorted(path.name for path in Path().iterdir()) == ["r.json", "story"]


@pytest.mark.usefixtures("story")
def test_a_baseline_leaves_only_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "story", "--quiet", "--output", "json:old.json", "--output", "jsonl:old.jsonl"])
    for old in ("old.json", "old.jsonl"):
        assert main(["check", "story", "--quiet", "--output", "concise", "--baseline", old]) == 0
    assert capsys.readouterr().out == ""


# Bad input


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.md", None, "missing.md: there is no such file"),
        ("binary.md", b"\0", "binary.md: this is a binary file"),
        ("latin.txt", "Zwölf".encode("latin-1"), "latin.txt: line 1 is not UTF-8"),
        ("front.md", b"---\na: b: c\n---\nText", "front.md: the front matter is no valid YAML"),
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("big.txt", b"12 " * 10_000, "big.txt: the file is over the limit"),
        ("claims.jsonl", b'{"value": "12"}', 'claims.jsonl: line 1: the field "source" is missing'),
    ],
)
def test_bad_input_is_said_and_the_others_are_still_checked(
    capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    assert main(["check", name, "story", "--max-size", "20kB", "--output", "concise", "--quiet"]) == 2
    out, err = capsys.readouterr()
    assert "value-mismatch" in out
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.usefixtures("story")
def test_nothing_to_check_is_never_clean(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert "empty: this folder is empty" in complaint(capsys, "check", "empty")
    Path("plain.txt").write_text("Nothing was counted here.", "utf-8")
    assert main(["check", "plain.txt", "--output", "json"]) == 2
    out, err = capsys.readouterr()
    assert "no figure or date was found in plain.txt" in err
    assert json.loads(out)["findings"] == []
    assert "no figure or date was found" in complaint(capsys, "extract", "plain.txt")


def test_a_closed_pipe_is_one_sentence_and_status_2(story: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    ended = subprocess.run(
        [*COMMAND, "check", str(story)], stdout=write_end, stderr=subprocess.PIPE, check=False, cwd=ROOT
    )
    os.close(write_end)
    assert ended.returncode == 2
    assert ended.stderr.decode().splitlines()[-1].startswith("claimcheck: the reader of the output went away")
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("redirect", "status", "says"),
    [
        (">&-", 2, "claimcheck: standard output is closed; write to a file with --output FORMAT:FILE.\n"),
        ("2>&-", 1, ""),
        (">/dev/full", 2, "claimcheck: output: No space left on device; free space or choose another place.\n"),
        (">&- --output json:r.json", 1, ""),
    ],
)
@pytest.mark.usefixtures("story")
def test_a_closed_or_full_stream_is_said_and_the_status_stays_right(redirect: str, status: int, says: str) -> None:
    words = f'"{sys.executable}" -m claimcheck check story --quiet {redirect}'
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    ended = subprocess.run(words, shell=True, capture_output=True, check=False, env=env)  # noqa: S602
    assert (ended.returncode, ended.stderr.decode()) == (status, says)


def test_ctrl_c_is_one_sentence_and_status_2() -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 2
    assert err.decode() == "claimcheck: interrupted before all was checked; run it again to see the rest.\n"


def test_a_mistake_of_ours_is_never_taken_for_findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(VERBS, "fail", "does not exist")
    assert main(["fail"]) == 2
    assert "please report it" in capsys.readouterr().err


# Standard input, the configuration, watching


@pytest.mark.usefixtures("story")
def test_standard_input_is_an_article() -> None:
    ended = run("check", "-", "story/b.md", "--output", "json", stdin=HERALD.encode())
    assert ended.returncode == 1
    assert [source["id"] for source in json.loads(ended.stdout)["sources"]] == ["-", "story/b.md"]


@pytest.mark.usefixtures("story")
def test_the_configuration_comes_from_the_working_directory_never_from_the_input(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("story/claimcheck.toml").write_text('ignore = ["value-mismatch"]', "utf-8")
    assert main(["check", "story"]) == 1
    Path("claimcheck.toml").write_text('ignore = ["value-mismatch"]', "utf-8")
    assert main(["check", "story"]) == 0
    assert main(["check", "story", "--isolated"]) == 1
    assert main(["check", "story", "--warn", "value-mismatch"]) == 1
    capsys.readouterr()
    Path("claimcheck.toml").write_text("[rule.value-mismatch]\nminimum-seperation = 1", "utf-8")
    assert "did you mean minimum-separation?" in complaint(capsys, "check", "story")
    Path("claimcheck.toml").write_text("colour = true", "utf-8")
    assert 'unknown key "colour"' in complaint(capsys, "check", "story")


@pytest.mark.usefixtures("story")
def test_a_rule_file_of_the_users_own_is_run() -> None:
    Path("house.py").write_text(
        '"""A rule of the house."""\n'
        "from claimcheck import Rule\n"
        "from claimcheck.model import Outcome\n"
        "class NoTwelve(Rule):\n"
        '    """Twelve is a dozen."""\n'
        "    def check(self, comparison):\n"
        "        for claim in comparison.claims:\n"
        "            if claim.quantity and claim.quantity.value == 12:\n"
        '                yield self.finding([claim], "say a dozen", outcome=Outcome.TENSION)\n',
        "utf-8",
    )
    Path("claimcheck.toml").write_text('rules = ["house.py"]', "utf-8")
    ended = run("check", "story/a.md", "--output", "concise", cwd=Path.cwd())
    assert b"warning[no-twelve] say a dozen" in ended.stdout, ended.stderr
    assert b"Twelve is a dozen." in run("explain", "no-twelve", cwd=Path.cwd()).stdout


def test_watching_checks_again_after_a_change(story: Path) -> None:
    words = [*COMMAND, "check", str(story), "--watch", "--output", "concise"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(1)
        (story / "b.md").write_text(COURIER.replace("20 agr", "30 agr"), "utf-8")
        second = process.stdout.readline()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    assert b"20 agreements" in first
    assert b"error[value-mismatch]" in second
    assert b"30 agreements" in second
    assert process.returncode == 1


def test_what_a_check_writes_among_the_articles_is_no_change(story: Path) -> None:
    from claimcheck.commands._watch import stamps

    report, notes = story / "report.json", story / "notes.log"
    before = stamps([str(story)], [str(report)])
    report.write_text("{}", "utf-8")
    notes.write_text("watching", "utf-8")
    assert stamps([str(story)], [str(report)]) == before
    (story / "c.md").write_text(COURIER, "utf-8")
    assert stamps([str(story)], [str(report)]) != before


# The other verbs


@pytest.mark.usefixtures("story")
def test_extract_lists_the_claims(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "story/a.md"]) == 0
    title, *lines = capsys.readouterr().out.splitlines()
    assert title.split("  ")[0] == "source"
    assert any("12 agreements" in line and "story/a.md" in line for line in lines)


@pytest.mark.usefixtures("story")
def test_extract_writes_what_check_reads(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "story", "--quiet", "--output", "jsonl:claims.jsonl", "--output", "csv:claims.csv"]) == 0
    rows = list(csv.DictReader(Path("claims.csv").read_text("utf-8").splitlines()))
    assert {row["source"] for row in rows} == {"story/a.md", "story/b.md"}
    for file in ("claims.jsonl", "claims.csv"):
        assert main(["check", file, "--output", "concise"]) == 1
        assert "value-mismatch" in capsys.readouterr().out


def test_explain_prints_the_page_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "value-mismatch"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# value-mismatch\n")
    for part in ("Why it matters", "Example", "When it is wrong", "`minimum-separation`"):
        assert part in out
    assert main(["explain"]) == 0
    assert "weekday-mismatch" in capsys.readouterr().out
    assert "did you mean date-mismatch?" in complaint(capsys, "explain", "date-missmatch")


def test_schema_prints_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == "urn:claimcheck:schema:report:1"
    assert main(["schema", "claim"]) == 0
    assert "$defs" in json.loads(capsys.readouterr().out)
    assert "did you mean report?" in complaint(capsys, "schema", "reprt")


@pytest.mark.parametrize("words", [["--help"], *([verb, "--help"] for verb in sorted(VERBS))])
def test_help_has_examples(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 0
    assert "Examples:\n  claimcheck " in capsys.readouterr().out


def test_version_and_completion(capsys: pytest.CaptureFixture[str]) -> None:
    for words, says in ((["--version"], __version__), (["--print-completion", "bash"], "--fail-on")):
        with pytest.raises(SystemExit) as end:
            main(words)
        assert end.value.code == 0
        assert says in capsys.readouterr().out
    assert "unknown shell" in complaint(capsys, "--print-completion", "cmd")


@pytest.mark.usefixtures("story")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('ignore = ["hedge-droped"]', 'unknown rule "hedge-droped" - did you mean hedge-dropped?'),
        ('language = "xx"', 'unknown language "xx"'),
        ("[rule.digit-swap]\nnope = 1", "digit-swap has no options, so remove the table"),
        ('[rule.value-mismatch]\nlang = "de"', "set lang-ui"),
        ('[rule.value-mismatch]\nminimum-separation = "much"', 'it must be a number, not "much"'),
        ('[[watch]]\nname = "t"\nconcept = "turnoot"\nmore-than = 1', "did you mean turnout?"),
        ('[[watch]]\nname = "t"\nconcept = "turnout"', "say how far is too far"),
        ('[[watch]]\nname = "digit-swap"\nconcept = "turnout"\nmore-than = 1', "a rule has this name already"),
        ('rules = ["none.py"]', "none.py: no such rule file"),
        ('rules = ["empty.py"]', "empty.py: a rule file defines exactly one subclass of Rule"),
        ('rules = ["idle.py"]', "idle.py: Idle has no method check"),
    ],
)
def test_what_is_wrong_in_a_configuration_file_names_the_file(
    capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    Path("empty.py").write_text("", "utf-8")
    Path("idle.py").write_text('from claimcheck import Rule\nclass Idle(Rule):\n    """Nothing."""\n', "utf-8")
    Path("claimcheck.toml").write_text(text, "utf-8")
    said = complaint(capsys, "check", "story")
    assert said.startswith(f"claimcheck: {Path('claimcheck.toml').resolve()}: ")
    assert says in said


@pytest.mark.usefixtures("story")
def test_explain_names_the_file_that_is_wrong_and_can_do_without_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("claimcheck.toml").write_text('rules = ["none.py"]', "utf-8")
    assert "claimcheck.toml: " in complaint(capsys, "explain")
    assert main(["explain", "--isolated"]) == 0


@pytest.mark.usefixtures("story")
def test_a_size_is_said_as_people_write_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert "story/a.md: the file is over the limit of 10 bytes" in complaint(
        capsys, "check", "story/a.md", "--max-size", "10"
    )


@pytest.mark.usefixtures("story")
def test_a_file_that_is_named_twice_is_said_to_be_read_once(capsys: pytest.CaptureFixture[str]) -> None:
    Path("link.md").symlink_to("story/b.md")
    assert main(["check", "story/a.md", "./story/a.md", "story", "link.md", "--output", "concise"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "claimcheck: story/a.md was named more than once; it was read once.",
        "claimcheck: link.md is the same file as story/b.md; it was read once.",
        "claimcheck: 1 file was skipped in folders (not articles).",
    ]
    assert main(["extract", "story/a.md", "story/a.md", "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    for name in "cdef":
        Path(f"story/{name}.md").write_text(HERALD, "utf-8")
    assert main(["check", "story", "story/", "story", "--output", "concise"]) == 1
    assert "claimcheck: 4 more files were named more than once; each was read once." in capsys.readouterr().err


@pytest.mark.usefixtures("story")
def test_an_empty_path_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert '"": this path is empty' in complaint(capsys, "check", "")


@pytest.mark.usefixtures("story")
def test_what_is_no_text_is_not_written_to_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert "--output xlsx is no text; write it to a file: xlsx:FILE." in complaint(
        capsys, "check", "story", "--quiet", "--output", "xlsx"
    )


def test_help_names_the_formats_and_languages_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    from claimcheck.languages import codes
    from claimcheck.writers import WRITERS

    with pytest.raises(SystemExit):
        main(["check", "--help"])
    words = capsys.readouterr().out.replace(",", " ").replace(";", " ").split()
    assert {*WRITERS, *codes()} <= set(words)


def test_a_wrong_command_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert 'unknown option "--versoin" - did you mean --version?' in complaint(capsys, "--versoin")
    assert "did you mean --help?" in complaint(capsys, "help")
    assert 'one word too many: "b"' in complaint(capsys, "explain", "a", "b")
    assert "did you mean check?" in complaint(capsys, "chek", "story")
    assert "COMMAND" in complaint(capsys)
    assert "PATH" in complaint(capsys, "check")
