"""A file as bytes, and bytes as text."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from claimcheck.errors import InputError

HEAD = 4096
"""Bytes that a reader may look at before it says whether a file is one of its own."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class File(NamedTuple):
    """What a reader gets: the id of the source to be (the path as given, in POSIX form, or ``-``), and the bytes.

    >>> File("reports/a.TXT", b"").suffix
    '.txt'
    """

    id: str
    data: bytes
    kind: str = ""
    """The suffix that fits, where something else than the name says it."""

    @property
    def head(self) -> bytes:
        """The first bytes."""
        return self.data[:HEAD]

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case, with its dot; empty where there is none."""
        if self.kind or is_address(self.id):
            return self.kind
        name = self.id.rpartition("/")[2]
        return "." + name.rpartition(".")[2].lower() if "." in name[1:] else ""

    def problem(self, problem: str, way_out: str) -> InputError:
        """An error about this file, to be raised."""
        return InputError("standard input" if self.id == "-" else self.id, problem, way_out)


def is_address(path: str) -> bool:
    """Whether a path that was given is the address of a page.

    >>> is_address("https://example.org/a"), is_address("https/a.md")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def size(count: int) -> str:
    """A number of bytes as people write it.

    >>> size(10), size(1_500), size(20_000_000), size(2_000_000_000)
    ('10 bytes', '1.5 kB', '20 MB', '2 GB')
    """
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= factor:
            return f"{count / factor:.4g} {unit}"
    return f"{count} byte{'' if count == 1 else 's'}"


def is_text(head: bytes) -> bool:
    r"""Whether bytes may be text: no NUL byte, unless they are marked as UTF-16.

    >>> is_text("Zwölf".encode()), is_text(b"\x89PNG\r\n\x1a\n\x00")
    (True, False)
    """
    return head.startswith(_UTF_16) or b"\0" not in head


def decode(file: File) -> str:
    r"""The whole file as text: UTF-8, or UTF-16 with a byte order mark. Newlines stay as they are, the mark is dropped.

    Raises:
        InputError: it is empty, binary or in another encoding.

    >>> decode(File("a.txt", b"\xef\xbb\xbfOne\r\nTwo"))
    'One\r\nTwo'
    """
    if not is_text(file.data):
        raise file.problem("this is a binary file, not a text", "give the article as text, Markdown or HTML")
    text = _decoded(file)
    if not text.strip():
        raise file.problem("the file is empty", "put the article into it or leave it out")
    return text


def _decoded(file: File) -> str:
    encoding = "utf-16" if file.data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return file.data.decode(encoding)
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise file.problem(f"line {line} is not {name}", "save the file as UTF-8") from error
