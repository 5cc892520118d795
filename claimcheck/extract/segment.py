"""Where a document's zones, paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model import Span, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extract.tokens import Tokens
    from claimcheck.model import Document

_LINE = re.compile(r"[^\n]+")
_WRAPPED = 50  # characters; a paragraph is wrapped no narrower
_SHORT = 100  # characters; a line of advertising or navigation is shorter, a paragraph of news longer
_FINAL = (".", "!", "?", "…")
_CLOSING = "\"'»«”“’)]"


@dataclass(slots=True)
class Sentence:
    """A sentence: code points ``[start, end)`` and tokens ``[i, j)``, with its zone and paragraph (from 1)."""

    start: int
    end: int
    i: int
    j: int
    zone: Zone
    paragraph: int


@dataclass(slots=True)
class Block:
    """A paragraph, headline or caption: code points ``[start, end)``."""

    start: int
    end: int
    zone: Zone


def blocks(document: Document, tokens: Tokens) -> list[Block]:
    """The stretches of text that claims are read from, in order."""
    lines = [b for span in _readable(document) for b in _lines(document.text, span)]
    return _joined(document.text, list(_without_boilerplate(document.text, lines, tokens)))


def _readable(document: Document) -> Iterator[Span]:
    """The reader's zones, and body where it names none."""
    at = 0
    for span in document.zones:
        if span.start > at:
            yield Span(start=at, end=span.start)
        if span.zone not in (Zone.METADATA, Zone.BOILERPLATE):
            yield span
        at = span.end
    if at < len(document.text):
        yield Span(start=at, end=len(document.text))


def _lines(text: str, span: Span) -> Iterator[Block]:
    for m in _LINE.finditer(text, span.start, span.end):
        if m[0].strip():
            lead = len(m[0]) - len(m[0].lstrip())
            yield Block(m.start() + lead, m.start() + len(m[0].rstrip()), span.zone)


def _without_boilerplate(text: str, lines: list[Block], tokens: Tokens) -> Iterator[Block]:
    """Leave out what follows "More on this" or "Advertisement", until a real paragraph comes."""
    skipping = False
    for line in lines:
        words = text[line.start : line.end]
        if line.zone is Zone.HEADLINE:
            yield line
        elif _opens_boilerplate(words, tokens):
            skipping = True
        elif not skipping or _is_paragraph(words):
            skipping = False
            yield Block(line.start, line.end, Zone.CAPTION) if _is_caption(words, tokens) else line


def _opens_boilerplate(line: str, tokens: Tokens) -> bool:
    return len(line) < _SHORT and _listed(line, tokens, "boilerplate")


def _listed(line: str, tokens: Tokens, table: str) -> bool:
    """Whether the whole line is one of the phrases of a table."""
    bare = line.strip(" :>»–-").lower()
    return any(bare in phrases for phrases in tokens.language.tables.get(table, {}).values())


def _is_paragraph(line: str) -> bool:
    return len(line) >= _SHORT and line.rstrip(_CLOSING).endswith(_FINAL)


def _is_caption(line: str, tokens: Tokens) -> bool:
    """A line that ends in a photo credit ("... Foto: AGENCY")."""
    words = tokens.language.tables.get("caption", {}).get("credit", ())
    tail = line[-60:].lower()
    return any(f"{word}:" in tail for word in words) and not line.endswith(".")


def _joined(text: str, lines: list[Block]) -> list[Block]:
    """Lines of one paragraph that were only wrapped, put together again."""
    out: list[Block] = []
    for line in lines:
        if out and _continues(text, out[-1], line):
            out[-1] = Block(out[-1].start, line.end, out[-1].zone)
        else:
            out.append(line)
    return out


def _continues(text: str, before: Block, line: Block) -> bool:
    """Whether a line goes on with the sentence of the line before.

    It does where that one is open and this one starts small, or both are lines of a wrapped paragraph.
    """
    if before.zone is not line.zone or text[: before.end].rstrip(_CLOSING).endswith(_FINAL):
        return False
    adjacent = text[before.end : line.start].count("\n") == 1
    last_line = text.rfind("\n", before.start, before.end)
    width = before.end - max(last_line + 1, before.start)
    wrapped = adjacent and width >= _WRAPPED
    return wrapped or (not text[line.start].isupper() and text[line.start].isalpha())


def sentences(document: Document, tokens: Tokens) -> list[Sentence]:
    """The sentences of all blocks, in order."""
    out: list[Sentence] = []
    at = 0
    for number, block in enumerate(blocks(document, tokens), 1):
        while at < len(tokens) and tokens.starts[at] < block.start:
            at += 1
        first = at
        while at < len(tokens) and tokens.starts[at] < block.end:
            at += 1
        out.extend(_split(tokens, first, at, block.zone, number))
    return out


def _split(tokens: Tokens, first: int, last: int, zone: Zone, number: int) -> Iterator[Sentence]:
    begin = first
    for k in range(first, last):
        if k + 1 == last or _ends(tokens, k, last):
            stop = k + 1
            if stop > begin:
                yield Sentence(tokens.starts[begin], tokens.ends[stop - 1], begin, stop, zone, number)
            begin = stop


def _ends(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a sentence ends with the token at ``k``."""
    word = tokens.words[k]
    if word in _CLOSING:
        return tokens.touches(k) and _closes(tokens, k - 1) and _opens_next(tokens, k + 1, last)
    if word not in _FINAL or (k + 1 < last and tokens.words[k + 1] in _CLOSING and tokens.touches(k + 1)):
        return False
    return _closes(tokens, k) and _opens_next(tokens, k + 1, last)


def _closes(tokens: Tokens, k: int) -> bool:
    """Whether the mark at ``k`` is a full stop and not part of an abbreviation or ordinal."""
    word = tokens.words[k]
    if word in ("!", "?", "…"):
        return True
    if word != ".":
        return False
    before = tokens.words[k - 1] if k else ""
    if not tokens.touches(k):
        return True
    if before.isdigit():
        return not _ordinal(tokens, k)
    return not (len(before) == 1 and before.isalpha()) and tokens.role(k - 1, "abbreviation") is None


def _ordinal(tokens: Tokens, k: int) -> bool:
    """Whether "16." is an ordinal here: German writes it so, before a month or a noun of the same sentence."""
    if tokens.language.settings.get("ordinal_point") is None or len(tokens.words[k - 1]) > 3:
        return False
    following = k + 1
    if following >= len(tokens) or tokens.role(following, "month") is not None:
        return True
    led = tokens.role(k - 2, "determiner") is not None or tokens.role(k - 2, "function") is not None
    return led or not tokens.capital(following)


def _opens_next(tokens: Tokens, k: int, last: int) -> bool:
    """Whether the token at ``k`` can open a sentence: a capital, a digit, an opening mark."""
    if k >= last:
        return True
    first = tokens.text[tokens.starts[k]]
    return first.isupper() or first.isdigit() or not first.isalnum()
