"""IPTC NewsML-G2: one document for each news item with its text inside. What lies elsewhere is not fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.readers._about import language, moment
from claimcheck.readers._prose import Part, document, plain
from claimcheck.readers._xml import parse, root_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.model import Document
    from claimcheck.readers._file import File

SUFFIXES = (".xml", ".newsml")

_ROOTS = ("newsItem", "newsMessage")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def recognises(head: bytes, suffix: str) -> bool:
    """Whether the outermost element is a news item or a message that carries some."""
    return suffix in ("", *SUFFIXES) and root_name(head) in _ROOTS


def read(file: File) -> list[Document]:
    """A document for each item with a text; pictures, packages and other items have none.

    Raises:
        InputError: it is broken XML, no NewsML-G2, or holds no text.
    """
    if not recognises(file.head, ""):
        raise file.problem("this XML is neither NewsML-G2 nor a feed", "give the article as text, Markdown or HTML")
    root = parse(file)
    items = [root] if _local(root) == "newsItem" else root.findall(".//{*}newsItem")
    told = [(number, item, parts) for number, item in enumerate(items, 1) if (parts := list(_body(item)))]
    if not told:
        raise file.problem("it holds no text, only metadata or links", "give the item that holds the text itself")
    return [document(file, parts, number=n if len(items) > 1 else None, **_about(item)) for n, item, parts in told]


def _body(item: Element) -> Iterator[Part]:
    """The paragraphs of the first rendition that has some; several say the same in other formats."""
    for content in (*item.findall("{*}contentSet/{*}inlineXML"), *item.findall("{*}contentSet/{*}inlineData")):
        found = _parts(content)
        if found:
            yield from found
            return


def _parts(content: Element) -> list[Part]:
    from claimcheck.readers._fragment import fragment  # noqa: PLC0415 - slow, and only for such files

    if _local(content) == "inlineXML":
        return fragment("".join(_html(child) for child in content))
    text = content.text or ""
    return fragment(text) if "html" in content.get("contenttype", "") else plain(text)


def _html(element: Element) -> str:
    """An element of XHTML or NITF as HTML, without namespaces."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - slow, and only for such files

    for inner in element.iter():
        inner.tag = _local(inner)
    return ET.tostring(element, encoding="unicode", method="html")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _about(item: Element) -> dict[str, Any]:
    meta = "{*}contentMeta/{*}"
    holder = item.find("{*}rightsInfo/{*}copyrightHolder")
    dates = (moment(item.findtext(f"{{*}}itemMeta/{{*}}{name}")) for name in ("versionCreated", "firstCreated"))
    tag = item.find(f"{meta}language")
    return {
        "title": _words(item.find(f"{meta}headline")) or _words(item.find("{*}itemMeta/{*}title")),
        "publisher": _name(item.find("{*}itemMeta/{*}provider")) or _name(holder),
        "author": _words(item.find(f"{meta}by")) or _name(item.find(f"{meta}creator")),
        "published": next((date for date in dates if date), None),
        "place": _name(item.find(f"{meta}located")),
        "url": guid if (guid := item.get("guid", "")).startswith("http") else None,
        "language": language(tag.get("tag") if tag is not None else item.get(_LANG)),
    }


def _words(element: Element | None) -> str | None:
    return None if element is None else " ".join("".join(element.itertext()).split()) or None


def _name(element: Element | None) -> str | None:
    """The name of a party or place; where it has none, its code without the scheme: ``nprov:AFP`` is AFP."""
    if element is None:
        return None
    code = element.get("literal") or element.get("qcode", "").rpartition(":")[2]
    return _words(element.find("{*}name")) or code or None
