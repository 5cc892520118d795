"""Who said it and where: sources, documents, quotes."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from pydantic import Field

from claimcheck.errors import ArgumentError, shown
from claimcheck.model.base import Moment, Record, published_at

_CODE = re.compile(r"[A-Za-z]{2,3}([-_].*)?")  # "de", "de-AT"


class Zone(StrEnum):
    """What a stretch of a document is; no claims are read from ``metadata`` and ``boilerplate``."""

    METADATA = "metadata"
    HEADLINE = "headline"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class Span(Record):
    """A stretch ``[start, end)`` of a document's text, in code points, and the zone it belongs to."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    zone: Zone = Zone.BODY


class Quote(Record):
    """Words of a source, with their place.

    ``start`` and ``end`` are code points into ``Document.text``; both are None for a claim that was typed by hand.

    >>> Quote(source="a.md", start=9, end=22, text="ein Dutzend", sentence="Rund ein Dutzend Abkommen.").text
    'ein Dutzend'
    """

    source: str
    """Id of the `Source`."""
    start: int | None = None
    end: int | None = None
    text: str
    """The words themselves; for a claim the figure with its hedge and noun, at most 80 characters."""
    sentence: str = ""
    """The sentence around them."""
    zone: Zone = Zone.BODY
    paragraph: int | None = None
    """Number of the paragraph (or page, for paged formats), from 1."""


class Bounds(Record):
    """Between which days a document must have been written, each with the passage that says so."""

    earliest: date | None = None
    latest: date | None = None
    evidence: tuple[Quote, ...] = ()


class Source(Record):
    """Who published, where, when, in what language.

    >>> Source(id="a.md", publisher="Abendblick", language="de").label
    'Abendblick'
    """

    id: str
    """Unique in one run; for a file its path as given, in POSIX form."""
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Moment | None = None
    place: str | None = None
    """Where it reports from, as the metadata of its file say."""
    bounds: Bounds | None = None
    """Set where the source does not state its date: what the text itself says of it. Both ends are one day where the
    text has a date line; ``published`` is then that day."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, such as ``de``."""
    origin: str | None = None
    """Id of the wire report that this is a copy of."""

    @property
    def label(self) -> str:
        """What to call this source in a message: its publisher, else the last part of its id."""
        return self.publisher or self.id.rsplit("/", 1)[-1]

    @property
    def day(self) -> date | None:
        """The day of publication, if it is known."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


class Document(Record):
    """A source and its text. All offsets in this project are code points into ``text``.

    `Document.of` makes one from a text, `claimcheck.read` from files.

    >>> document = Document(source=Source(id="a.md", language="de"), text="Rund ein Dutzend Abkommen.")
    >>> document.id, document.text[5:16]
    ('a.md', 'ein Dutzend')
    """

    source: Source
    text: str
    zones: tuple[Span, ...] = ()
    """What the reader knows of the text's parts, in order; what is not covered is body."""

    @classmethod
    def of(  # noqa: PLR0913 - one keyword for each thing that can be known of a text
        cls,
        text: str,
        *,
        id: str = "text",  # noqa: A002 - the field's name
        title: str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        published: datetime | date | str | None = None,
        url: str | None = None,
        language: str | None = None,
        origin: str | None = None,
    ) -> Self:
        """Make a document from a plain text; all but the text is optional.

        Raises:
            ArgumentError: ``published`` is a string and not an ISO 8601 date, ``language`` is no code, or another value
                is not of the kind that its field takes.

        >>> Document.of("Rund ein Dutzend Abkommen.", id="a", published="2024-05-16").source.day
        datetime.date(2024, 5, 16)
        """
        if not isinstance(text, str):
            raise ArgumentError(
                f"Document.of takes a text, not {shown(text)}; read(path) reads a file.", argument="text"
            )
        if language is not None and not _CODE.fullmatch(str(language)):
            sentence = f"{shown(language)} is no code of a language; write two letters such as de."
            raise ArgumentError(sentence, argument="language")
        source = Source(
            id=id, title=title, publisher=publisher, author=author, published=published_at(published), url=url,
            language=language, origin=origin,
        )  # fmt: skip
        return cls(source=source, text=text)

    @property
    def id(self) -> str:
        """The id of the source."""
        return self.source.id

    def page(self, offset: int) -> int | None:
        r"""The number of the page, from 1, on which a code point stands; None for a text that has no pages.

        A page ends in a form feed, as everywhere in plain text.

        >>> paged = Document.of("Eins.\n\n\fZwei.\n")
        >>> paged.page(0), paged.page(8), Document.of("Eins.").page(0)
        (1, 2, None)
        """
        return self.text.count("\f", 0, offset) + 1 if "\f" in self.text else None
