"""Digits that name and do not count: "Power of Siberia 2", "A 100", "Seite 5", "F-16", telephone numbers, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extract.measures import money_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extract.found import Found
    from claimcheck.extract.tokens import Tokens

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_TELEPHONE = re.compile(r"(?<![\w.,])(?:\+\d|\(0\d|0\d{2,5}[ /-])[\d ()/-]{5,30}\d")
_ENDS = frozenset('.!?:\u00bf\u00a1\u201c\u201e\u00ab\u00bb"(')
_PAIR = 3  # tokens of "6-4"
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


def outside(places: list[tuple[int, int]], found: list[Found]) -> list[Found]:
    """Those that do not begin within one of the places, both in order.

    >>> outside([], [])
    []
    """
    kept, at = [], 0
    for each in found:
        while at < len(places) and places[at][1] <= each.start:
            at += 1
        if at == len(places) or each.start < places[at][0]:
            kept.append(each)
    return kept


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
    return (
        is_glued(tokens, i)
        or _runs_on(tokens, j)
        or _scored(tokens, i, j)
        or _listed(tokens, i, j)
        or _labelled(tokens, i, j)
    )


def is_glued(tokens: Tokens, i: int) -> bool:
    """Whether letters stand directly before the digits at ``i``: "B52", "Covid-19", "SCP-173"; "USD115" is a sum.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> is_glued(Tokens("Covid-19", load("de")), 2), is_glued(Tokens("USD115", load("en")), 1)
    (True, False)
    """
    if not tokens.touches(i):
        return False
    if tokens.words[i - 1].isalpha():
        return money_before(tokens, i) is None
    if tokens.words[i - 1] in "-/":
        return tokens.touches(i - 1) and tokens.words[i - 2].isalpha()
    return tokens.words[i - 1] in "_#\u2116\u00a7"


def is_house(tokens: Tokens, found: Found) -> bool:
    """Whether digits and a capital letter that could be a unit are a house in a street: "Kapuzinergasse 2A".

    >>> from claimcheck.extract.amounts import read_amount
    >>> from claimcheck.extract.extents import extend
    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> tokens = Tokens("in der Parkstraße 2A", load("de"))
    >>> found = read_amount(tokens, 3)
    >>> extend(tokens, found)
    >>> found.unit, is_house(tokens, found)
    ('ampere', True)
    """
    j = found.number.j if found.number is not None else found.j
    if found.j != j + 1 or not tokens.touches(j) or not _after_name(tokens, found.i):
        return False
    return tokens.ends[j] == tokens.starts[j] + 1 and tokens.capital(j)


def _runs_on(tokens: Tokens, j: int) -> bool:
    """Letters directly after: "777F", "11a"."""
    return j < len(tokens.words) and tokens.touches(j) and (tokens.words[j].isalpha() or tokens.words[j] == "_")


def _scored(tokens: Tokens, i: int, j: int) -> bool:
    """Scores, times and the like: "3:2", "2 : 1", "6-4", "24/7"."""
    words = tokens.words
    if tokens.touches(j) and words[j] == "/" and tokens.touches(j + 1) and words[j + 1][0].isdecimal():
        return True
    if tokens.touches(i) and words[i - 1] == "/" and tokens.touches(i - 1) and words[i - 2][0].isdecimal():
        return True
    if any(_falling(tokens, k, k + 1) for k in (i - 2, i, j, j + 2) if j == i + 1):
        return True  # of a set in tennis both numbers, and of the one before it
    if words[j : j + 1] == [":"] and j + 1 < len(words) and words[j + 1][0].isdecimal():
        return tokens.touches(j) == tokens.touches(j + 1)
    return i > 1 and words[i - 1] == ":" and words[i - 2][0].isdecimal() and tokens.touches(i) == tokens.touches(i - 1)


def _falling(tokens: Tokens, i: int, j: int) -> bool:
    """Whether digits and a smaller number stand around a hyphen, which no range does: "6-4"."""
    pair = tokens.words[i : j + 2] if i >= 0 else []
    if len(pair) != _PAIR or pair[1] not in "-\u2013" or not (tokens.touches(j) and tokens.touches(j + 1)):
        return False
    return pair[0].isdecimal() and pair[2].isdecimal() and int(pair[0]) >= int(pair[2])


def _listed(tokens: Tokens, i: int, j: int) -> bool:
    """The number of an item at the beginning of a line: "3. Drittens"."""
    text = tokens.text
    if tokens.words[j : j + 1] not in (["."], [")"]) or not tokens.touches(j) or j + 1 >= len(tokens.words):
        return False
    if i and tokens.words[i - 1] in ";:" and tokens.capital(j + 1):
        return True  # the places of a list of results
    begin = tokens.starts[i] - 1
    while begin >= 0 and text[begin] in " \t#*-":
        begin -= 1
    return (begin < 0 or text[begin] == "\n") and "\n" not in text[tokens.ends[j] : tokens.starts[j + 1]]


def _labelled(tokens: Tokens, i: int, j: int) -> bool:
    """After a word that announces a name ("Seite", "No."), or after a name and before no noun."""
    if tokens.read_back(i, "label") is not None:
        return True
    return _after_name(tokens, i) and not counts(tokens, j)


def _after_name(tokens: Tokens, i: int) -> bool:
    """Whether the word before has a capital ("Boeing", "iPhone") and is none of the grammar's own."""
    if i == 0 or not tokens.words[i - 1].isalpha() or tokens.written(i - 1, i).islower():
        return False
    if _opens_sentence(tokens, i - 1) and "function" not in tokens.language.tables:
        return False  # any word may stand there, and nothing tells the grammar's own from names
    known = tokens.known[i - 1]
    return known is None or _WORDS_OF_GRAMMAR.isdisjoint(known.roles) or _is_letter(tokens, i - 1)


def _is_letter(tokens: Tokens, k: int) -> bool:
    """Whether a word of one letter is that letter and no article: "the A 100"."""
    return tokens.ends[k] == tokens.starts[k] + 1 and tokens.capital(k) and not _opens_sentence(tokens, k)


def _opens_sentence(tokens: Tokens, i: int) -> bool:
    return i == 0 or tokens.words[i - 1] in _ENDS or "\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]


def is_family_name(tokens: Tokens, i: int) -> bool:
    """Whether a number word with a capital belongs to a person: "Claudia Tausend", "Robert Eight".

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> is_family_name(Tokens("Claudia Tausend sprach.", load("de")), 1)
    True
    """
    return tokens.capital(i) and _after_name(tokens, i) and tokens.text[tokens.ends[i - 1] : tokens.starts[i]] == " "


def _is_adjective(tokens: Tokens, j: int) -> bool:
    """Whether a German word in small letters has the ending of an adjective."""
    return j < len(tokens.words) and not tokens.capital(j) and tokens.words[j].endswith(("e", "en", "er"))


def counts(tokens: Tokens, j: int) -> bool:
    """Whether a noun follows that the number can count."""
    if j >= len(tokens.words) or not tokens.words[j].isalpha():
        return False
    if tokens.language.settings.get("noun_capitals"):
        while _is_adjective(tokens, j) and tokens.role(j + 1, "coordinate") is not None:
            j += 2
        j += _is_adjective(tokens, j)
        return j < len(tokens.words) and tokens.words[j].isalpha() and tokens.capital(j)
    if tokens.capital(j) or tokens.role(j, "function"):
        return False
    return tokens.words[j].endswith("s") or tokens.role(j, "plural") is not None
