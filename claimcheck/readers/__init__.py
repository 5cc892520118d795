"""Bytes -> documents. One file, one format.

A reader is a module with ``SUFFIXES`` (in lower case, with the dot) and two functions: ``recognises`` says whether the
first bytes of a file look like its format, ``read`` gives the documents in a `File`. It opens nothing itself, and what
it cannot read it says with `File.problem`. Files whose names begin with an underscore hold what several readers share.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from claimcheck.plugins import Shelf
from claimcheck.readers._file import HEAD, File, decode, is_text
from claimcheck.readers._intake import Intake

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from claimcheck.config import Settings
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model import Document

__all__ = ["HEAD", "READERS", "File", "Reader", "Reading", "decode", "is_text", "read_path", "read_paths"]


class Reader(Protocol):
    """A module of this folder, or one that another package brings."""

    SUFFIXES: tuple[str, ...]
    """Endings of the names of such files: ``(".html", ".htm")``."""

    def recognises(self, head: bytes, suffix: str, /) -> bool:
        """Whether the first bytes are of this format; ``suffix`` is the ending of the name, or empty."""
        ...

    def read(self, file: File, /) -> list[Document]:
        """The documents in a file: one for an article, one for each source in a file of claims."""
        ...


READERS: Shelf[Reader] = Shelf("claimcheck.readers", "reader", lambda module: cast("Reader", module))
"""All readers, by name."""


class Reading(NamedTuple):
    """What came of some paths: the documents, how many files of folders were no articles, and what went wrong."""

    documents: list[Document]
    skipped: int
    problems: list[ClaimcheckError]
    repeated: list[tuple[str, str]]
    """Files that were reached again: the path that led there, and the one by which it had been read."""


def read_path(path: str | PathLike[str], settings: Settings) -> list[Document]:
    """The documents at one path: a file, a folder, ``-`` for standard input, or an address if the settings allow it.

    Raises:
        InputError: a file cannot be read, or a folder holds nothing readable.
        MissingExtra: a file needs a package that is not installed.
    """
    reading = read_paths([path], settings)
    for problem in reading.problems:
        raise problem
    return reading.documents


def read_paths(paths: Iterable[str | PathLike[str]], settings: Settings) -> Reading:
    """The documents at several paths, in order; what cannot be read is listed, and the rest is still read.

    A file that is reached twice is read once.
    """
    intake = Intake(READERS, settings.max_size, allow_fetch=settings.allow_fetch)
    for path in paths:
        intake.take(os.fspath(path))
    documents = [_in_language(document, settings.language) for document in intake.documents.values()]
    return Reading(documents, intake.skipped, intake.problems, [*intake.repeated])


def _in_language(document: Document, language: str | None) -> Document:
    """The document in ``language``, unless it states its own."""
    if document.source.language or not language:
        return document
    return document.model_copy(update={"source": document.source.model_copy(update={"language": language})})
