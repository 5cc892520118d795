"""Which language a document is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages import TOKEN, Language, codes, load

if TYPE_CHECKING:
    from claimcheck.model import Document

_SAMPLE = 4000  # characters; enough function words to tell
_FALLBACK = "en"
_LISTED = 0.5  # what a number word or a month counts, against 1 for a function word


def language_of(document: Document) -> Language:
    """The language the source names, or the one whose function words are most frequent in the text.

    >>> from claimcheck.model import Document
    >>> language_of(Document.of("Das ist nicht die Zahl, die er nannte.")).code
    'de'
    """
    named = (document.source.language or "")[:2].lower()
    return load(named) if named in codes() else load(guess(document.text))


def guess(text: str) -> str:
    """The code of the language that most of the words point to; English where none does.

    A function word counts one, any other listed word half; a word of several languages is shared among them, so that
    "in" and "was" decide nothing.

    >>> guess("Nine people died in Hamburg."), guess("In Hamburg starben neun Menschen.")
    ('en', 'de')
    """
    words = TOKEN.findall(text[:_SAMPLE].lower())
    scores = dict.fromkeys(codes(), 0.0)
    for word in words:
        points = {code: weight for code in scores if (weight := _weight(word, code))}
        for code, weight in points.items():
            scores[code] += weight / len(points)
    best = max(scores, key=lambda code: (scores[code], code == _FALLBACK), default=_FALLBACK)
    return best if scores.get(best) else _FALLBACK


def _weight(word: str, code: str) -> float:
    known = load(code).listed.get(word)
    if known is None or not word[0].isalpha():
        return 0.0
    return 1.0 if "function" in known.roles or "determiner" in known.roles else _LISTED
