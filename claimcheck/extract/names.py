"""Digits that name and do not count: "Power of Siberia 2", "A 100", "Seite 5", "F-16", telephone numbers, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extract.tokens import Tokens

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_TELEPHONE = re.compile(r"(?<![\w.,])(?:\+\d|\(0\d|0\d{2,5}[ /-])[\d ()/-]{5,30}\d")
_WORDS_OF_GRAMMAR = frozenset({
    "function", "conjunction", "determiner", "hedge", "status", "says", "according", "article", "number", "scale",
    "unit", "side", "change", "aspect", "each", "ordinal_lead", "month", "weekday", "between", "to", "partitive",
})  # fmt: skip


def codes(text: str) -> list[tuple[int, int]]:
    """Where web addresses, mail addresses, account and telephone numbers stand, in order.

    >>> codes("Siehe www.example.org/2024/5 oder rufen Sie +49 30 1234567 an.")
    [(6, 28), (44, 58)]
    """
    return sorted([*_matches(text), *_mail(text)])


def _matches(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text:
        yield from (match.span() for match in _ADDRESS.finditer(text))
    yield from (match.span() for match in _IBAN.finditer(text))
    yield from (match.span() for match in _TELEPHONE.finditer(text))


def _mail(text: str) -> Iterator[tuple[int, int]]:
    at = text.find("@")
    while at >= 0:
        start, end = at, at
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        yield start, end
        at = text.find("@", end)


def is_name(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the digits ``[i, j)``, with no unit after them, belong to a name.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> is_name(Tokens("The pipeline Power of Siberia 2 is planned.", load("en")), 5, 6)
    True
    >>> is_name(Tokens("Gestern kamen 2 Menschen.", load("de")), 2, 3)
    False
    """
    return _glued(tokens, i, j) or _scored(tokens, i, j) or _listed(tokens, i, j) or _labelled(tokens, i, j)


def _glued(tokens: Tokens, i: int, j: int) -> bool:
    """Letters directly before or after: "B52", "Covid-19", "777F"."""
    if tokens.touches(i):
        if tokens.words[i - 1].isalpha() or tokens.words[i - 1] in "_#№§":
            return True
        if tokens.words[i - 1] in "-/" and tokens.touches(i - 1) and tokens.words[i - 2].isalpha():
            return True
    if j < len(tokens.words) and tokens.touches(j):
        return tokens.words[j].isalpha() or tokens.words[j] == "_"
    return False


def _scored(tokens: Tokens, i: int, j: int) -> bool:
    """Scores and times: "3:2", "2 : 1"."""
    words = tokens.words
    if words[j : j + 1] == [":"] and j + 1 < len(words) and words[j + 1][0].isdigit():
        return tokens.touches(j) == tokens.touches(j + 1)
    return i > 1 and words[i - 1] == ":" and words[i - 2][0].isdigit() and tokens.touches(i) == tokens.touches(i - 1)


def _listed(tokens: Tokens, i: int, j: int) -> bool:
    """The number of an item at the beginning of a line: "3. Drittens"."""
    text = tokens.text
    if tokens.words[j : j + 1] not in (["."], [")"]) or not tokens.touches(j) or j + 1 >= len(tokens.words):
        return False
    begin = tokens.starts[i] - 1
    while begin >= 0 and text[begin] in " \t#*-":
        begin -= 1
    return (begin < 0 or text[begin] == "\n") and "\n" not in text[tokens.ends[j] : tokens.starts[j + 1]]


def _labelled(tokens: Tokens, i: int, j: int) -> bool:
    """After a word that announces a name ("Seite", "No."), or after a name and before no noun."""
    if tokens.read_back(i, "label") is not None:
        return True
    if i == 0 or not tokens.words[i - 1].isalpha() or not tokens.capital(i - 1):
        return False
    known = tokens.known[i - 1]
    if known is not None and not _WORDS_OF_GRAMMAR.isdisjoint(known.roles):
        return False
    return not _counts(tokens, j)


def _counts(tokens: Tokens, j: int) -> bool:
    """Whether a noun follows that the number can count."""
    if j >= len(tokens.words) or not tokens.words[j].isalpha():
        return False
    if tokens.language.settings.get("noun_capitals"):
        adjective = tokens.words[j].endswith(("e", "en", "er")) and tokens.words[j + 1 : j + 2] != []
        return tokens.capital(j) or (adjective and tokens.words[j + 1].isalpha() and tokens.capital(j + 1))
    if tokens.capital(j) or tokens.role(j, "function"):
        return False
    return tokens.words[j].endswith("s") or tokens.role(j, "plural") is not None
