"""Signal words: small words that show how the figures of a sentence hang together ("insgesamt", "of which", "born").

They are data: the table ``[language.signals]`` of each language file, one list a signal. A phrase that ends in ``*``
stands for all words that begin so; ``*`` in front of it likewise.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.languages import codes, load

_NEVER = re.compile(r"(?!)")


@cache
def pattern(code: str | None, signal: str) -> re.Pattern[str]:
    """What finds a signal in a text of one language; a language that does not know it finds nothing.

    >>> pattern("en", "sum").search("In all, 86 ballots")[0]
    'In all'
    """
    if code not in codes():
        return _NEVER
    phrases = load(code).settings.get("signals", {}).get(signal, ())
    return _compiled(tuple(phrases)) if phrases else _NEVER


@cache
def table(code: str | None, role: str) -> re.Pattern[str]:
    """What finds the words that have a role in the grammars: all of one table of a language file."""
    phrases = (
        [p for words in load(code).tables.get(role, {}).values() for p in words]
        if code is not None and code in codes()
        else []
    )
    return _compiled(tuple(phrases)) if phrases else _NEVER


def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, longest_first))})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
