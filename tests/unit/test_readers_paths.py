"""Paths: which files are read, and what is said of the others."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from claimcheck.config import Settings
from claimcheck.errors import InputError
from claimcheck.readers import Reading, read_path, read_paths


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story, seen from the folder above it."""
    story = tmp_path / "story"
    (story / "more").mkdir(parents=True)
    (story / ".git").mkdir()
    files = {
        "b.txt": "Zwei.",
        "a.md": "Eins.",
        "more/c.md": "Drei.",
        "z.md": "Vier.",
        "README.md": "Not an article.",
        "readme.txt": "Not one either.",
        "expected.json": "{}",
        "data.jsonl": '{"fingerprint": "1"}',
        "sheet.csv": "name,size\n",
        "photo.png": "x",
        ".git/d.md": "Hidden.",
        ".e.md": "Hidden.",
        "binary.txt": "\0",
    }
    for name, text in files.items():
        (story / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return story


def read(*paths: str, **settings: int) -> Reading:
    return read_paths(paths, Settings(**settings))


def names(reading: Reading) -> list[str]:
    return [document.id for document in reading.documents]


def test_a_folder_is_read_in_name_order_and_the_rest_is_counted(folder: Path) -> None:
    reading = read("story")
    assert names(reading) == ["story/a.md", "story/b.txt", "story/more/c.md", "story/z.md"]
    assert reading.skipped == 7
    assert reading.problems == []
    assert folder.is_dir()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("given", "first"),
    [("./story/", "story/a.md"), ("story//a.md", "story/a.md"), ("story/../story/a.md", "story/../story/a.md")],
)
def test_a_source_is_named_as_its_path_was_given(given: str, first: str) -> None:
    assert names(read(given))[0] == first


def test_an_absolute_path_stays_absolute(folder: Path) -> None:
    assert names(read(str(folder)))[0] == (folder / "a.md").as_posix()


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_reached_twice_is_read_once() -> None:
    Path("story/link.md").symlink_to("a.md")
    assert names(read("story/a.md", "./story/a.md", "story/link.md", "story")) == [
        "story/a.md",
        "story/b.txt",
        "story/more/c.md",
        "story/z.md",
    ]


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_named_is_read_whatever_it_is_called() -> None:
    Path("story/b.txt").rename("story/notes")
    assert names(read("story/README.md", "story/notes")) == ["story/README.md", "story/notes"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nowhere.md", "nowhere.md: there is no such file"),
        ("story/binary.txt", "story/binary.txt: this is a binary file"),
        ("story/expected.json", "story/expected.json: no reader knows"),
        ("story/data.jsonl", "story/data.jsonl: line 1"),
        ("nul\0.md", "it cannot be opened"),
        ("story/a.md/b", "it cannot be opened"),
    ],
)
def test_a_named_file_must_be_readable_and_the_others_still_are(path: str, says: str) -> None:
    reading = read(path, "story/a.md")
    assert names(reading) == ["story/a.md"]
    (problem,) = reading.problems
    assert says in str(problem)


@pytest.mark.usefixtures("folder")
def test_a_library_user_gets_the_error_itself() -> None:
    with pytest.raises(InputError, match="no such file"):
        read_path("nowhere.md", Settings())


@pytest.mark.usefixtures("folder")
def test_a_bad_file_in_a_folder_does_not_hide_the_others() -> None:
    Path("story/b.txt").write_bytes("Zwölf".encode("latin-1"))
    Path("story/c.txt").touch()
    reading = read("story")
    assert names(reading) == ["story/a.md", "story/more/c.md", "story/z.md"]
    assert [str(problem).split(":")[0] for problem in reading.problems] == ["story/b.txt", "story/c.txt"]


def test_a_folder_without_an_article_is_said(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Text.")
    (tmp_path / "empty").mkdir()
    full, empty = (read(str(path)).problems for path in (tmp_path, tmp_path / "empty"))
    assert "none of its 1 files" in str(full[0])
    assert "this folder is empty" in str(empty[0])


@pytest.mark.usefixtures("folder")
def test_a_file_over_the_limit_is_said_with_the_way_out() -> None:
    (problem,) = read("story/README.md", max_size=5).problems
    assert "over the limit" in str(problem)
    assert "--max-size" in str(problem)


@pytest.mark.parametrize(
    ("data", "title"),
    [(b"---\ntitle: A\n---\nText.", "A"), (b"# B\n\nText.", "B"), (b"Two words\n\nText.", "Two words")],
)
def test_standard_input_is_read_as_what_it_is(data: bytes, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (document,) = read("-", "-").documents
    assert (document.id, document.source.title) == ("-", title)


def test_a_name_that_is_not_unicode_does_no_harm(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/zw\xf6lf.txt")).write_text("Twelve.")
    (document,) = read(str(tmp_path)).documents
    assert document.id.endswith("zw\N{REPLACEMENT CHARACTER}lf.txt")
    assert document.model_dump_json()


def test_the_language_of_the_settings_is_that_of_articles_without_one(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nlanguage: en\n---\nOne.")
    (tmp_path / "b.md").write_text("Eins.")
    reading = read_paths([str(tmp_path)], Settings(language="de"))
    assert [document.source.language for document in reading.documents] == ["en", "de"]
