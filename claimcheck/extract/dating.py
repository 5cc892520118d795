"""When a document was written: from its date line, or bounded by what it speaks of."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from claimcheck.extract.manner import status
from claimcheck.extract.mentions import find
from claimcheck.extract.segment import sentences
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.tongue import language_of
from claimcheck.model import Bounds, Quote

if TYPE_CHECKING:
    from claimcheck.extract.found import Found
    from claimcheck.extract.segment import Sentence
    from claimcheck.model import Document

_HEAD = 1500  # characters; a date line stands at the top
_NEAR = 6  # tokens between a date and the word that makes it a date line
_LONGEST_LINE = 80  # characters of a date line that are quoted
_UNTIL = 2  # tokens back to a word such as "until"
_WHOLE = ("half", "quarter")
"""Periods that figures are only given for once they are over."""


def dated(document: Document) -> Document:
    """The document with its language, and with a date of publication or bounds for it, as far as the text tells.

    >>> from claimcheck.model import Document
    >>> dated(Document.of("Von Ute Ohm 16.05.2024 - 14:15 Uhr aktualisiert", language="de")).source.day
    datetime.date(2024, 5, 16)
    """
    source = document.source
    if (source.language and (source.published or source.bounds)) or not document.text.strip():
        return document
    language = language_of(document)
    changes: dict[str, object] = {} if source.language else {"language": language.code}
    if not source.published:
        tokens = Tokens(document.text, language)
        found = find(tokens, None)
        if (line := _date_line(tokens, found)) is not None and line.period is not None:
            changes["published"] = line.period.start
            changes["bounds"] = _on_the_day(document, tokens, line)
        elif (bounds := _bounds(document, tokens, found)) is not None:
            changes["bounds"] = bounds
    return document.model_copy(update={"source": source.model_copy(update=changes)}) if changes else document


def _on_the_day(document: Document, tokens: Tokens, line: Found) -> Bounds | None:
    """The date line as evidence: the whole of its line, from the date on."""
    day = _day(line.period.start) if line.period and line.period.start else None
    stop = tokens.text.find("\n", line.start)
    end = min(len(tokens.text) if stop < 0 else stop, line.start + _LONGEST_LINE)
    text = tokens.text[line.start : end].rstrip()
    quote = Quote(source=document.id, start=line.start, end=line.start + len(text), text=text, sentence=text)
    return Bounds(earliest=day, latest=day, evidence=(quote,))


def _date_line(tokens: Tokens, found: list[Found]) -> Found | None:
    """A full date at the top that stands beside a word like "updated" or a time of day, outside any sentence."""
    for f in found:
        if f.start > _HEAD:
            return None
        if f.period is not None and f.period.precision in ("day", "minute") and _beside_mark(tokens, f):
            return f if f.period.start else None
    return None


def _beside_mark(tokens: Tokens, f: Found) -> bool:
    """Whether a word of the table ``dateline`` stands near, on the same line."""
    line = tokens.text[tokens.text.rfind("\n", 0, f.start) + 1 :].split("\n", 1)[0]
    numeric = tokens.text[f.start].isdigit() and (f.end - f.start) >= 8 and tokens.text[f.start : f.end].count(".") >= 2
    near = range(max(0, f.i - _NEAR), min(len(tokens), f.j + _NEAR))
    marked = any(tokens.read(k, "dateline") is not None and "\n" not in _between(tokens, k, f) for k in near)
    return marked and (numeric or len(line) < 120)


def _between(tokens: Tokens, k: int, f: Found) -> str:
    low, high = min(tokens.starts[k], f.start), max(tokens.ends[k], f.end)
    return tokens.text[low:high]


def _bounds(document: Document, tokens: Tokens, found: list[Found]) -> Bounds | None:
    """What the text looks back on has happened, what it plans has not."""
    past: list[tuple[date, Quote]] = []
    future: list[tuple[date, Quote]] = []
    for s in sentences(document, tokens):
        for f in found:
            if s.start <= f.start < s.end and f.period is not None and _explicit(tokens, f):
                _bound(document, tokens, s, f, past, future)
    if not past and not future:
        return None
    earliest = max(past, key=lambda p: p[0], default=None)
    latest = min((p for p in future if earliest is None or p[0] > earliest[0]), key=lambda p: p[0], default=None)
    chosen = [p for p in (earliest, latest) if p is not None]
    return Bounds(
        earliest=earliest[0] if earliest else None,
        latest=latest[0] if latest else None,
        evidence=tuple(quote for _, quote in chosen),
    )


def _explicit(tokens: Tokens, f: Found) -> bool:
    """Whether a date names its year, and is not the end of a stretch ("until the end of 2027")."""
    until = any(tokens.role(k, "until") is not None for k in range(max(0, f.i - _UNTIL), f.j))
    quoted = tokens.text[: f.start].count("»") > tokens.text[: f.start].count("«")
    return f.kind == "date" and not until and any(len(w) == 4 and w.isdigit() for w in tokens.words[f.i : f.j])


def _bound(  # noqa: PLR0913 - the two lists are its result
    document: Document,
    tokens: Tokens,
    s: Sentence,
    f: Found,
    past: list[tuple[date, Quote]],
    future: list[tuple[date, Quote]],
) -> None:
    when = f.period
    if when is None or when.start is None or when.end is None:
        return
    said = status(tokens, f, s.i, s.j)
    quote = Quote(
        source=document.id,
        start=f.start,
        end=f.end,
        text=tokens.text[f.start : f.end],
        sentence=" ".join(tokens.text[s.start : s.end].split()),
        zone=s.zone,
        paragraph=s.paragraph,
    )
    if said == "done":
        past.append((_day(when.end if when.precision in _WHOLE else when.start), quote))
    elif said == "planned":
        future.append((_day(when.end), quote))


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
