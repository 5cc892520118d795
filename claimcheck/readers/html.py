"""Web pages: the article without navigation and advertising, and what the markup says of it. Needs the extra [html]."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from claimcheck.errors import MissingExtra
from claimcheck.model import Document, Source, Span, Zone
from claimcheck.readers._file import File, is_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".html", ".htm", ".xhtml")

_TAG = re.compile(rb"<(!doctype\s+html|html|head|body|article|main|div|p)\b", re.IGNORECASE)
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)
_PUBLISHED = "//meta[@property='article:published_time' or @itemprop='datePublished']/@content | //time/@datetime"
_PUBLISHED_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')


def recognises(head: bytes, suffix: str) -> bool:
    """Whether there is a tag of HTML in it; without the suffix it must open as a page does."""
    return is_text(head) and bool(_TAG.search(head) if suffix in SUFFIXES else _PAGE.match(head))


def read(file: File) -> list[Document]:
    """The extracted article as one document: its title, then one paragraph after an empty line each.

    Raises:
        InputError: there is no article in the page.
        MissingExtra: the extra [html] is not installed.
    """
    page = _page(file)
    found = _extracted(page)
    if found is None or not found.text.strip():
        raise file.problem("no article was found in this page", "save its text as .txt or .md")
    headings = [found.title, *(" ".join(head.itertext()) for head in found.body.iter("head"))]
    text = _text(found.title, found.text)
    source = Source(id=file.id, path=file.id, **_about(found, page))
    return [Document(source=source, text=text, zones=tuple(_headlines(text, headings)))]


def _page(file: File) -> Any:
    """The parsed page; lxml finds out the encoding."""
    try:
        from trafilatura import load_html  # noqa: PLC0415 - slow, and an extra
    except ImportError as error:
        raise MissingExtra(f"reading {file.id}", "html") from error
    import logging  # noqa: PLC0415 - for pages only

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say, we say with the file's name
    page = load_html(file.data)
    if page is None:
        raise file.problem("this is not a web page", "save the article as .txt or .md")
    return page


def _extracted(page: Any) -> Any:
    from trafilatura import bare_extraction  # noqa: PLC0415 - slow, and an extra

    dates = {"extensive_search": False, "original_date": True}  # no date is guessed from the text or a copyright line
    return bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=dates)


def _text(title: str | None, body: str) -> str:
    """Title and paragraphs, each once."""
    paragraphs = [line for line in body.splitlines() if line.strip()]
    if title and title not in paragraphs[:3]:
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs) + "\n"


def _headlines(text: str, headings: list[str | None]) -> Iterator[Span]:
    """The lines that are headings, in order."""
    wanted = {" ".join(heading.split()) for heading in headings if heading}
    at = 0
    for line in text.splitlines(keepends=True):
        if " ".join(line.split()) in wanted:
            yield Span(start=at, end=at + len(line.rstrip()), zone=Zone.HEADLINE)
        at += len(line)


def _about(found: Any, page: Any) -> dict[str, Any]:
    return {
        "title": found.title,
        "publisher": found.sitename or found.hostname,
        "author": found.author,
        "published": _moment(page, found.date),
        "url": found.url,
        "language": _language(page),
    }


def _moment(page: Any, day: str | None) -> date | None:
    """The day of publication, with its time where the markup has it."""
    if day is None:
        return None
    for stated in (*page.xpath(_PUBLISHED), *_PUBLISHED_JSON.findall(" ".join(page.xpath("//script/text()")))):
        if stated.startswith(f"{day}T"):
            try:
                return datetime.fromisoformat(stated)
            except ValueError:
                continue
    return date.fromisoformat(day)


def _language(page: Any) -> str | None:
    """Two letters of ``lang="de-DE"``."""
    stated = page.xpath("//html/@lang | //html/@xml:lang | //meta[@property='og:locale']/@content")
    return next((code[:2].lower() for code in stated if re.match(r"[A-Za-z]{2}([-_]|$)", code)), None)
