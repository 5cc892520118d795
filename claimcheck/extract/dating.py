"""When a document was written: from its date line, or bounded by what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from claimcheck.extract.manner import status
from claimcheck.extract.mentions import find
from claimcheck.extract.segment import sentences
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.tongue import language_of
from claimcheck.extract.visible import Sight
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


@dataclass(slots=True)
class _Bound:
    """A day that a text was written after (``past``) or before."""

    day: date
    quote: Quote
    past: bool


def dated(document: Document) -> Document:
    """The document with its language, and with a date of publication or bounds for it, as far as the text tells.

    >>> from claimcheck.model import Document
    >>> dated(Document.of("Von Ute Ohm 07.03.2023 - 09:40 Uhr aktualisiert", language="de")).source.day
    datetime.date(2023, 3, 7)
    """
    if (sight := Sight.of(document.text)) is None:
        return _dated(document)
    return document.model_copy(update={"source": sight.source(_dated(sight.document(document)).source)})


def _dated(document: Document) -> Document:
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
    said = [b for s in sentences(document, tokens) for f in found if (b := _bound(document, tokens, s, f)) is not None]
    earliest = max((b for b in said if b.past), key=lambda b: b.day, default=None)
    later = (b for b in said if not b.past and (earliest is None or b.day > earliest.day))
    latest = min(later, key=lambda b: b.day, default=None)
    if earliest is None and latest is None:
        return None
    return Bounds(
        earliest=earliest.day if earliest else None,
        latest=latest.day if latest else None,
        evidence=tuple(b.quote for b in (earliest, latest) if b is not None),
    )


def _explicit(tokens: Tokens, f: Found) -> bool:
    """Whether a date names its year, and is neither the end of a stretch ("until 2027") nor in a quoted name."""
    until = any(tokens.role(k, "until") is not None for k in range(max(0, f.i - _UNTIL), f.j))
    quoted = tokens.text[: f.start].count("»") > tokens.text[: f.start].count("«")
    if f.kind != "date" or until or quoted:
        return False
    return any(len(word) == 4 and word.isdigit() for word in tokens.words[f.i : f.j])


def _bound(document: Document, tokens: Tokens, s: Sentence, f: Found) -> _Bound | None:
    """The day before or after which a sentence must have been written, as one of its dates shows."""
    when = f.period
    if not s.start <= f.start < s.end or when is None or when.start is None or when.end is None:
        return None
    said = status(tokens, f, s.i, s.j) if _explicit(tokens, f) else None
    if said == "done":
        return _Bound(
            _day(when.end if when.precision in _WHOLE else when.start), _quote(document, tokens, s, f), past=True
        )
    return _Bound(_day(when.end), _quote(document, tokens, s, f), past=False) if said == "planned" else None


def _quote(document: Document, tokens: Tokens, s: Sentence, f: Found) -> Quote:
    sentence = " ".join(tokens.text[s.start : s.end].split())
    text = tokens.text[f.start : f.end]
    return Quote(
        source=document.id,
        start=f.start,
        end=f.end,
        text=text,
        sentence=sentence,
        zone=s.zone,
        paragraph=s.paragraph,
    )


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
