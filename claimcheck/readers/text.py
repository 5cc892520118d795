"""Plain text: the article as it was saved or pasted. One that opens with front matter is read like Markdown."""

from __future__ import annotations

import re

from claimcheck.model import Document, Source, Span, Zone
from claimcheck.readers._file import File, decode, is_text
from claimcheck.readers._front import front_matter

SUFFIXES = (".txt", ".text")

_LINE = re.compile(r"[^\r\n]*")
_EMPTY_LINE = re.compile(r"(\r\n|\r|\n)[ \t]*(\r\n|\r|\n)\s*\S")
_JSON = re.compile(rb"\s*[\[{]\s*[\[{\"\]}]")
_LONGEST_TITLE = 120  # characters; agencies cap headlines at far less
_FINAL = ".!?:;,…"
_CLOSING = "\"'»«”“’)]"


def recognises(head: bytes, suffix: str) -> bool:
    """Whether it is text, and not JSON."""
    return is_text(head) and not _JSON.match(head) and suffix != ".json"


def read(file: File) -> list[Document]:
    """The whole decoded file as one document.

    Raises:
        InputError: it is empty, binary, in another encoding, or JSON.
    """
    text = decode(file)
    if not recognises(file.head, file.suffix):
        raise file.problem("this is JSON, not an article", "claims are read from .jsonl and .csv")
    if (front := front_matter(file, text)).end:
        from claimcheck.readers.markdown import document  # noqa: PLC0415 - only for text that says what it is

        return [document(file, text, front)]
    title = title_span(text)
    words = text[title.start : title.end] if title else None
    source = Source(id=file.id, path=file.id, title=words)
    return [Document(source=source, text=text, zones=(title,) if title else ())]


def title_span(text: str) -> Span | None:
    r"""Where the title stands, if the text surely has one: a short first line, no sentence, and an empty line below it.

    >>> title_span("\nOn good neighbours\n\nChina and Russia ...")
    Span(start=1, end=19, zone=<Zone.HEADLINE: 'headline'>)
    >>> title_span("Twelve people died.\n\nThe river rose.")
    """
    start = len(text) - len(text.lstrip())
    end = _LINE.match(text, start).end()  # type: ignore[union-attr] # it matches nothing, too
    line = text[start:end].rstrip()
    if not _EMPTY_LINE.match(text, end) or not _is_title(line):
        return None
    return Span(start=start, end=start + len(line), zone=Zone.HEADLINE)


def _is_title(line: str) -> bool:
    """No full stop at its end, at least two words, and neither a list item nor a date line."""
    ends_open = line.rstrip(_CLOSING)[-1:] not in _FINAL
    words = re.findall(r"[^\W\d_]{2,}", line)
    fitting = len(words) >= 2 and len(line) <= _LONGEST_TITLE
    return fitting and ends_open and not re.match(r"[\d*•#>|-]{1,4}[.)\s]", line)
