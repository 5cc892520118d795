"""Paths to documents: which files of a folder are read, by which reader, and what went wrong on the way."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError, InputError, shown
from claimcheck.model.sheet import Sheet
from claimcheck.readers._file import File, is_address, is_text, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.model import Document
    from claimcheck.readers import Reader

_LONGEST_NAME = 255  # characters, as most file systems have it


class Intake:
    """Takes path after path.

    Collects `documents`, `problems`, what was `repeated`, and how many files of folders were `skipped`.
    """

    def __init__(self, readers: Mapping[str, Reader], max_size: int, *, allow_fetch: bool = False) -> None:
        """Choose among ``readers``; a file of more than ``max_size`` bytes is a problem, an address mostly, too."""
        self.documents: dict[str, Document] = {}
        self.problems: list[ClaimcheckError] = []
        self.skipped = 0
        self._readers = readers
        self._max_size = max_size
        self._allow_fetch = allow_fetch
        self.repeated: dict[tuple[str, str], None] = {}
        self._seen: dict[str, str] = {}

    def take(self, path: str) -> None:
        """Read a file, a folder, standard input (``-``) or, where that is allowed, an address."""
        if not path:
            self.problems.append(
                InputError('""', "this path is empty", "name a file, a folder or - for standard input")
            )
        elif is_address(path):
            self._take_address(path)
        elif path != "-" and os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir it never raises
            self._take_folder(path)
        elif self._is_new(path):
            with self._noting():
                file = self._file(path)
                self._add(file, _named(file, self._readers))

    def _take_address(self, address: str) -> None:
        if not self._is_first(address, address):
            return
        with self._noting():
            if not self._allow_fetch:
                problem = "addresses are not fetched unless --allow-fetch is given"
                raise InputError(address, problem, "add it, or save the page and name its file")
            from claimcheck.readers._fetch import fetch, located  # noqa: PLC0415 - most runs open no connection

            file = fetch(address, self._max_size)
            for document in _named(file, self._readers).read(file):
                self.documents[document.id] = located(document, address)

    def _take_folder(self, folder: str) -> None:
        taken = [self._take_found(path) for path in self._files(folder)]
        self.skipped += taken.count(False)
        if not any(taken):
            problem = f"none of its {len(taken)} files is an article" if taken else "this folder is empty"
            self.problems.append(InputError(_posix(folder), problem, f"articles end in {_suffixes(self._readers)}"))

    def _take_found(self, path: str) -> bool:
        """Read a file of a folder; False if no reader knows its suffix and its first bytes."""
        name = PurePath(path).name
        fitting = [] if name.upper().startswith("README") else _by_suffix(name, self._readers)
        if not fitting or not self._is_new(path):
            return bool(fitting)
        with self._noting():
            file = self._file(path)
            reader = next((r for r in fitting if r.recognises(file.head, file.suffix)), None)
            if reader is None:
                return False
            self._add(file, reader)
        return True

    def _add(self, file: File, reader: Reader) -> None:
        for document in reader.read(file):
            known = self.documents.get(document.id)
            self.documents[document.id] = document if known is None else _merged(file, known, document)

    def _file(self, path: str) -> File:
        """The bytes at a path, if they are not too many."""
        name = _posix(path)
        try:
            data = _bytes(path, self._max_size + 1)
        except FileNotFoundError as error:
            raise _missing(name) from error
        except (OSError, ValueError) as error:
            if len(path) > _LONGEST_NAME:
                raise _missing(name) from error
            why = getattr(error, "strerror", None) or str(error)
            raise InputError(name, f"it cannot be opened ({why})", "check the path and its permissions") from error
        if len(data) > self._max_size:
            problem = f"the file is over the limit of {size(self._max_size)}"
            raise InputError(name, problem, "raise the limit with --max-size or split the file")
        return File(name, data)

    def _files(self, folder: str) -> Iterator[str]:
        """All files below a folder in name order; hidden ones are nobody's article."""
        with self._noting():
            for entry in _entries(folder):
                if entry.is_dir(follow_symlinks=False):
                    yield from self._files(entry.path)
                elif entry.is_file():
                    yield entry.path

    def _is_new(self, path: str) -> bool:
        """Whether this file was not read before, by whatever path."""
        return self._is_first(path if path == "-" or "\0" in path else os.path.realpath(path), path)

    def _is_first(self, real: str, path: str) -> bool:
        name = "standard input" if path == "-" else _posix(path)
        if real in self._seen:
            self.repeated[name, self._seen[real]] = None
            return False
        self._seen[real] = name
        return True

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """What goes wrong with one file does not keep the others from being read."""
        try:
            yield
        except ClaimcheckError as problem:
            self.problems.append(problem)


def _missing(name: str) -> InputError:
    """No such file; who gave the words of an article instead of its path is told how that is done."""
    if "\n" in name or len(name) > _LONGEST_NAME:
        return InputError(shown(name), "there is no file of that name", "a text is given as Document.of(text)")
    return InputError(name, "there is no such file or folder", "check the path")


def _bytes(path: str, most: int) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(most)
    with open(path, "rb") as stream:  # noqa: PTH123 - also takes /dev/fd/63 and the like
        return stream.read(most)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if not e.name.startswith(".")), key=lambda entry: entry.name)
    except OSError as error:
        problem = f"the folder cannot be opened ({error.strerror})"
        raise InputError(_posix(folder), problem, "check its permissions") from error


def _posix(path: str) -> str:
    """A path as the id of a source; bytes that are no UTF-8 become the replacement character."""
    return os.fsencode(PurePath(path).as_posix()).decode("utf-8", "replace")


def _by_suffix(name: str, readers: Mapping[str, Reader]) -> list[Reader]:
    return [reader for reader in readers.values() if name.lower().endswith(reader.SUFFIXES)]


def _suffixes(readers: Mapping[str, Reader]) -> str:
    return ", ".join(sorted({suffix for reader in readers.values() for suffix in reader.SUFFIXES}))


def _named(file: File, readers: Mapping[str, Reader]) -> Reader:
    """The reader of a file that was named: by its suffix, else by what it holds. It must be readable."""
    fitting = _by_suffix(file.kind or file.id, readers)
    recognised = [reader for reader in fitting or readers.values() if reader.recognises(file.head, file.suffix)]
    if recognised or fitting:
        return (recognised or fitting)[0]
    if not is_text(file.data):
        raise file.problem("this is a binary file that no reader knows", f"articles end in {_suffixes(readers)}")
    raise file.problem("no reader knows what this is", f"files that can be read end in {_suffixes(readers)}")


def _merged(file: File, known: Document, new: Document) -> Document:
    """Claims that two files give for one source are claims of one source; anything else is a mistake."""
    if isinstance(known, Sheet) and isinstance(new, Sheet):
        return known.model_copy(update={"claims": known.claims + new.claims})
    raise file.problem(f'the source "{new.id}" is also the name of another file', "give its claims another source")
