"""Paragraphs put together to a document whose text is not that of its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.model import Document, Source, Span, Zone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.readers._file import File

_BLANK_LINE = re.compile(r"\r?\n[^\S\n]*\r?\n\s*")
_TOP = 3  # paragraphs among which a title may stand that the metadata give, too


class Part(NamedTuple):
    """A paragraph, headline, caption or row of a table."""

    text: str
    zone: Zone = Zone.BODY


def plain(text: str) -> list[Part]:
    r"""The paragraphs of a plain text: between blank lines, else one a line.

    >>> [part.text for part in plain("Eins,\nzwei.\n\nDrei.")]
    ['Eins,\nzwei.', 'Drei.']
    """
    blocks = _BLANK_LINE.split(text.strip())
    found = blocks if len(blocks) > 1 else text.splitlines()
    return [Part(block.strip()) for block in found if block.strip()]


def document(file: File, parts: Sequence[Part], *, number: int | None = None, **about: Any) -> Document:
    r"""One document of a file; ``number`` counts from 1 where the file holds several, and ends up in its id.

    >>> from claimcheck.readers._file import File
    >>> made = document(File("a.json", b""), [Part("Zwölf Tote.")], title="Sturm", number=2)
    >>> made.id, made.text, [made.text[span.start : span.end] for span in made.zones]
    ('a.json#2', 'Sturm\n\nZwölf Tote.\n', ['Sturm'])
    """
    all_parts = _titled(parts, about.get("title"))
    text = "\n\n".join(part.text for part in all_parts) + "\n"
    name = file.id if number is None else f"{file.id}#{number}"
    return Document(source=Source(id=name, path=file.id, **about), text=text, zones=tuple(_zones(all_parts)))


def _titled(parts: Sequence[Part], title: str | None) -> list[Part]:
    """The parts with the title as a headline, once."""
    if not title:
        return list(parts)
    if all(part.text != title for part in parts[:_TOP]):
        return [Part(title, Zone.HEADLINE), *parts]
    return [Part(title, Zone.HEADLINE) if part.text == title else part for part in parts]


def _zones(parts: Iterable[Part]) -> Iterator[Span]:
    at = 0
    for part in parts:
        if part.zone is not Zone.BODY:
            yield Span(start=at, end=at + len(part.text), zone=part.zone)
        at += len(part.text) + 2
