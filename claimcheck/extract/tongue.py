"""Which language a document is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages import TOKEN, Language, codes, load

if TYPE_CHECKING:
    from claimcheck.model import Document

_SAMPLE = 4000  # characters; enough function words to tell
_FALLBACK = "en"


def language_of(document: Document) -> Language:
    """The language the source names, or the one whose function words are most frequent in the text.

    >>> from claimcheck.model import Document
    >>> language_of(Document.of("Das ist nicht die Zahl, die er nannte.")).code
    'de'
    """
    named = (document.source.language or "")[:2].lower()
    return load(named) if named in codes() else load(guess(document.text))


def guess(text: str) -> str:
    """The code of the language whose function words make up most of the text; English where none is found."""
    words = TOKEN.findall(text[:_SAMPLE].lower())
    scores = {code: _share(words, code) for code in codes()}
    best = max(scores, key=lambda code: scores[code], default=_FALLBACK)
    return best if scores.get(best) else _FALLBACK


def _share(words: list[str], code: str) -> int:
    tables = load(code).tables
    listed = {word for table in ("function", "determiner") for ws in tables.get(table, {}).values() for word in ws}
    return sum(word in listed for word in words)
