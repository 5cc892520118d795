"""Markdown with YAML front matter: the whole file is the text, front matter and markup included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.model import Document, Source, Span, Zone
from claimcheck.readers._file import File, decode, is_text
from claimcheck.readers._front import Front, front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".md", ".markdown")

_BLOCKS = re.compile(
    r"""^(?:
        (?P<fence>[ ]{0,3}(?P<mark>`{3,}|~{3,})[^\n]*\n (?:.*?^[ ]{0,3}(?P=mark)[^\n]*$ | .*))  # an open fence runs on
      | (?P<comment>[ ]{0,3}<!--.*?(?:-->|\Z))
      | (?P<hashes>[ ]{0,3}\#{1,6}[ \t]+)(?P<heading>[^\r\n]+)
      | (?P<title>[^\s>|\-*][^\r\n]*)\r?\n(?P<rule>={3,}[ \t]*\r?$)
      | (?P<open>[ ]{0,3}!\[)(?P<caption>[^\]\r\n]*)(?P<target>\][(\[][^\r\n]*)
      | (?P<reference>[ ]{0,3}\[[^\]\r\n]+\]:[ \t]*\S[^\r\n]*)
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_ZONES = {"heading": Zone.HEADLINE, "title": Zone.HEADLINE, "caption": Zone.CAPTION}
_MARKUP = ("fence", "comment", "hashes", "rule", "open", "target", "reference")


def recognises(head: bytes, suffix: str) -> bool:
    """Whether it is text; without the suffix, also whether it opens as Markdown does."""
    return is_text(head) and (suffix in SUFFIXES or head.lstrip().startswith((b"---\n", b"---\r\n", b"# ")))


def read(file: File) -> list[Document]:
    """The whole decoded file as one document."""
    text = decode(file)
    return [document(file, text, front_matter(file, text))]


def document(file: File, text: str, front: Front) -> Document:
    """A text whose front matter is known.

    Raises:
        InputError: there is nothing below the front matter.
    """
    if not text[front.end :].strip():
        raise file.problem("there is no article below the front matter", "put its text there or leave the file out")
    zones = (*front.zones, *_zones(text, front.end))
    fields = {"title": _heading(text, front.end), **front.fields}
    return Document(source=Source(id=file.id, path=file.id, **fields), text=text, zones=zones)


def _heading(text: str, begin: int) -> str | None:
    """The words of the first heading, if nothing stands before it."""
    first = _BLOCKS.match(text, begin + len(text[begin:]) - len(text[begin:].lstrip()))
    words = (first["heading"] or first["title"] or "") if first else ""
    return words.rstrip(" \t#") or None


def _zones(text: str, begin: int) -> Iterator[Span]:
    """Headings, captions, and the markup that is no prose: code, comments, addresses of pictures and links."""
    for block in _BLOCKS.finditer(text, begin):
        parts = [(block.span(name), _ZONES.get(name, Zone.METADATA)) for name in (*_MARKUP, *_ZONES) if block[name]]
        for (start, end), zone in sorted(parts):
            yield Span(start=start, end=end, zone=zone)
