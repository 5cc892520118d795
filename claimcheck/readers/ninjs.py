"""IPTC ninjs, news in JSON, versions 1 to 3. It is told by its fields: other JSON is not an article."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from claimcheck.readers._about import language, moment
from claimcheck.readers._file import decode, is_text
from claimcheck.readers._prose import document, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Document
    from claimcheck.readers._file import File
    from claimcheck.readers._prose import Part

SUFFIXES = (".json", ".ninjs")

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(:?)|[\[{]|[\]}]')
_TEXTS = {"bodies", "body_html", "body_xhtml", "body_text"}
_MARKS = {
    "headline", "headlines", "versioncreated", "versionCreated", "pubstatus", "pubStatus", "byline", "located",
    "copyrightholder", "copyrightHolder", "slugline", "firstcreated", "firstCreated",
}  # fmt: skip
_Item = dict[str, Any]


def recognises(head: bytes, suffix: str) -> bool:
    """Whether names of the outermost object are those of ninjs: a `uri` or a text, and one more of them."""
    if not is_text(head) or suffix not in ("", *SUFFIXES):
        return False
    names = set(_names(head.decode("utf-8-sig", "replace")))
    telling = names & {"uri", *_TEXTS}
    return bool(telling) and (names == telling or bool(names & _MARKS) or len(telling) > 1)


def _names(head: str) -> Iterator[str]:
    """The names in the outermost object, as far as its beginning shows them."""
    depth = 0
    for token in _TOKEN.finditer(head) if head.lstrip().startswith("{") else ():
        if token[0][0] == '"':
            if depth == 1 and token[2]:
                yield token[1]
        else:
            depth += 1 if token[0] in "[{" else -1


def read(file: File) -> list[Document]:
    """The item as one document.

    Raises:
        InputError: it is broken JSON, no ninjs, or has no text.
    """
    text = decode(file)
    if not recognises(file.head, ""):
        way_out = "articles in JSON must be IPTC ninjs, and claims are read from .jsonl and .csv"
        raise file.problem("no reader knows what this is", way_out)
    item = _item(file, text)
    parts = _body(item)
    if not parts:
        raise file.problem("this item has no text", "give one with bodies, body_text or body_html")
    return [document(file, parts, **_about(item))]


def _item(file: File, text: str) -> _Item:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno} is no valid JSON ({error.msg})"
        raise file.problem(problem, "get the file anew or correct it") from error
    except RecursionError as error:
        raise file.problem("its JSON is nested too deep", "get the file anew") from error
    return found if isinstance(found, dict) else {}


def _body(item: _Item) -> list[Part]:
    """The paragraphs of the first body that has some. Markup comes first: it tells paragraphs and captions apart."""
    from claimcheck.readers._fragment import fragment  # noqa: PLC0415 - slow, and only for such files

    bodies = sorted(_bodies(item), key=lambda body: not body[0])
    found = (fragment(text) if marked_up else plain(text) for marked_up, text in bodies)
    return next((parts for parts in found if parts), [])


def _bodies(item: _Item) -> Iterator[tuple[bool, str]]:
    """Each body: whether it is HTML, and its text."""
    for body in _objects(item.get("bodies")):
        kind = body.get("contenttype") or body.get("contentType") or ""
        yield "html" in str(kind), _text(body.get("value")) or ""
    for name in ("body_html", "body_xhtml", "body_text"):
        yield name != "body_text", _text(item.get(name)) or ""


def _about(item: _Item) -> dict[str, Any]:
    date = (item.get(name) for name in ("versioncreated", "versionCreated", "firstcreated", "firstCreated"))
    uri = _text(item.get("uri")) or ""
    return {
        "title": _headline(item),
        "publisher": _publisher(item),
        "author": _text(item.get("by")) or _text(item.get("byline")),
        "published": next((found for said in date if (found := moment(said))), None),
        "place": _text(item.get("located")),
        "url": uri if uri.startswith("http") else None,
        "language": language(item.get("language")),
    }


def _headline(item: _Item) -> str | None:
    """The main headline; short ones for phones and the like are copies of it."""
    headlines = sorted(_objects(item.get("headlines")), key=lambda line: line.get("role") != "main")
    said = [item.get("headline"), *(line.get("value") for line in headlines), item.get("title")]
    return next((" ".join(text.split()) for line in said if (text := _text(line))), None)


def _publisher(item: _Item) -> str | None:
    """Who gave it out: the first source of information that has a name, else who holds the copyright."""
    parties = (_objects(item.get(name)) for name in ("infosource", "infosources", "infoSources"))
    names = [party.get("name") for group in parties for party in group]
    said = [*names, item.get("copyrightholder"), item.get("copyrightHolder")]
    return next((text for name in said if (text := _text(name))), None)


def _objects(value: object) -> list[_Item]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    """A text that is not empty; halves of characters, which JSON can name, become question marks."""
    return value.encode("utf-8", "replace").decode().strip() or None if isinstance(value, str) else None
