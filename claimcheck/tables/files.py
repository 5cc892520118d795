"""Which files a user means, and of which kind they are."""

from __future__ import annotations

from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = {
    ".parquet": "parquet", ".pq": "parquet", ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
"""Endings of tables, and what they hold."""


def tables(paths: Iterable[str]) -> dict[str, list[str]]:
    """The files of files, folders and patterns, by kind; in a folder those that end in one of `KINDS`, at any depth.

    Raises:
        InputError: there is no such file, it is no table, or a folder or pattern holds none.
    """
    found: dict[str, list[str]] = {}
    for path in paths:
        for file in _files(path):
            found.setdefault(KINDS[file.suffix.lower()], []).append(str(file))
    return found


def _files(path: str) -> Iterator[Path]:
    here = Path(path)
    if here.is_dir() or (has_magic(path) and not here.exists()):
        inside = here.rglob("*") if here.is_dir() else map(Path, glob(path, recursive=True))  # noqa: PTH207 - of any root
        some = sorted(file for file in inside if file.is_file() and file.suffix.lower() in KINDS)
        if not some:
            raise InputError(path, "it holds no table", f"tables end in {', '.join(KINDS)}")
        yield from some
        return
    if not here.is_file():
        raise InputError(path, "there is no such file", "check the path")
    if here.suffix.lower() not in KINDS:
        raise InputError(path, "this is no table", f"tables end in {', '.join(KINDS)}")
    yield here
