"""RSS and Atom as files: one document for each entry. Needs the extra [feeds]."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimcheck.errors import MissingExtra
from claimcheck.readers._about import language, moment
from claimcheck.readers._prose import document, plain
from claimcheck.readers._xml import guard, root_name

if TYPE_CHECKING:
    from claimcheck.model import Document
    from claimcheck.readers._file import File
    from claimcheck.readers._prose import Part

SUFFIXES = (".rss", ".atom", ".rdf", ".xml")


def recognises(head: bytes, suffix: str) -> bool:
    """Whether the outermost element is one of RSS or Atom."""
    name = root_name(head) if suffix in ("", *SUFFIXES) else None
    return name in ("rss", "feed") or (name == "RDF" and b"purl.org/rss/" in head)


def read(file: File) -> list[Document]:
    """A document for each entry; its id is that of the file with ``#1``, ``#2`` ... behind it.

    Raises:
        InputError: it is broken XML, no feed, or has no entries.
        MissingExtra: the extra [feeds] is not installed.
    """
    if not recognises(file.head, ""):
        raise file.problem("this XML is neither a feed nor NewsML-G2", "give the article as text, Markdown or HTML")
    guard(file)
    feed = _parsed(file)
    told = [(number, entry) for number, entry in enumerate(feed.entries, 1) if entry.get("title") or _parts(entry)]
    if not told:
        raise file.problem("this feed has no entries", "get it anew or leave it out")
    return [document(file, _parts(entry), number=n, **_about(entry, feed.feed)) for n, entry in told]


def _parsed(file: File) -> Any:
    try:
        import feedparser  # noqa: PLC0415 - slow, and an extra
    except ImportError as error:
        raise MissingExtra(f"reading {file.id}", "feeds") from error
    return feedparser.parse(BytesIO(file.data))  # a stream: strings it takes for addresses, too


def _parts(entry: Any) -> list[Part]:
    """The content; where there is none, the summary."""
    said = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    found = (_read(piece) for piece in said)
    return next((parts for parts in found if parts), [])


def _read(piece: Any) -> list[Part]:
    from claimcheck.readers._fragment import fragment  # noqa: PLC0415 - slow, and only for such files

    text = piece.get("value") or ""
    return fragment(text) if "html" in piece.get("type", "") else plain(text)


def _about(entry: Any, feed: Any) -> dict[str, Any]:
    dates = (moment(entry[name]) for name in ("published", "updated") if name in entry)  # get() takes one for the other
    codes = [entry.get("language"), (entry.get("title_detail") or {}).get("language"), feed.get("language")]
    return {
        "title": _first(entry.get("title")),
        "publisher": _first(entry.get("source", {}).get("title"), feed.get("publisher"), feed.get("title")),
        "author": _first(entry.get("author")),
        "published": next((date for date in dates if date), None),
        "url": entry.get("link") or None,
        "language": next((found for code in codes if (found := language(code))), None),
    }


def _first(*texts: str | None) -> str | None:
    return next((found for text in texts if text and (found := _words(text))), None)


def _words(text: str) -> str:
    """A text in which there may be markup, on one line."""
    from claimcheck.readers._fragment import words  # noqa: PLC0415 - slow, and only for such files

    return words(text)
