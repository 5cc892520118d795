"""Second names that a text itself gives in brackets: "Kraft Sibiriens 2 (Power of Siberia 2)", "Harbour Board (HB)".

Short forms are matched letter by letter from the right, as Schwartz and Hearst do ("A simple algorithm for identifying
abbreviation definitions in biomedical text", PSB 2003). Two long names belong together where something shows that one
translates the other: a number or small words in both, or quotation marks. "Anna Berger (Freie Wähler)" has none of it.
"""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\(([^()\n]{2,80})\)")
_INTRODUCED = re.compile(
    r"^(?:kurz|auch|abgekürzt|genannt|englisch|deutsch|short|also|known as|in short|English|German)\b[ :,]*"
)
_BREAK = re.compile(r"[.!?:;,](?=\s)|\n|\)")
_QUOTES = "\"'„“”‚‘’«»›‹"  # noqa: RUF001 - the quotation marks of printed text
_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_SMALL = frozenset("of for and the on in für und der die das den dem des von zur zum im am de du la le y et".split())  # noqa: SIM905
_REACH = 160  # characters before a bracket in which the long form is looked for


def aliases(text: str) -> dict[str, str]:
    """The second names a text gives, and what they stand for.

    >>> aliases("Die Leitung Kraft Sibiriens 2 (Power of Siberia 2) soll kommen.")
    {'Power of Siberia 2': 'Kraft Sibiriens 2'}
    >>> aliases("She chairs the Organisation for Xylophones (OX). He (42) does not.")
    {'OX': 'Organisation for Xylophones'}
    """
    found = {}
    for match in _BRACKET.finditer(text):
        said = _INTRODUCED.sub("", match[1].strip())
        short = said.strip(_QUOTES)
        before = _BREAK.split(text[max(0, match.start() - _REACH) : match.start()])[-1].rstrip()
        long = _expansion(short, before) if _acronym(short) else _other_name(short, before, quoted=said != short)
        if long:
            found[short] = long
    return found


def _acronym(short: str) -> bool:
    return " " not in short and sum(c.isupper() for c in short) > 1 and len(short) <= 10 and short[0].isalnum()


def _expansion(short: str, before: str) -> str | None:
    """The words before a bracket that an acronym abbreviates, by Schwartz and Hearst."""
    letters = [c.lower() for c in short if c.isalnum()]
    at = len(before)
    for n, letter in enumerate(reversed(letters), 1):
        at = _find_back(before.lower(), letter, at, opens=n == len(letters))
        if at < 0:
            return None
    long = before[at:].strip(_QUOTES)
    near = len(_WORD.findall(long)) <= min(len(letters) + 5, 2 * len(letters))  # their bound on the long form
    return long if near and len(long) > len(short) and long[0].isupper() else None


def _find_back(text: str, letter: str, end: int, *, opens: bool) -> int:
    """Where a letter stands last before ``end``, at the start of a word if it opens the name; -1 for nowhere."""
    at = text.rfind(letter, 0, end)
    while opens and at > 0 and text[at - 1].isalnum():
        at = text.rfind(letter, 0, at)
    return at


def _other_name(short: str, before: str, *, quoted: bool) -> str | None:
    """The name of several words that ends before a bracket with another name of several words."""
    words = _WORD.findall(short)
    if len(words) < 2 or not _title_case(words):
        return None
    if marked := _QUOTED.search(before):
        return marked[1]
    parts = _name_before(before, len(_content(words)))
    told = quoted or _numbers(words) & _numbers(parts) or (_has_small(words) and _has_small(parts))
    return before[before.rfind(parts[0]) :] if len(parts) > 1 and told and words != parts else None


def _title_case(words: list[str]) -> bool:
    """Whether the words can be a name: each with a capital, a number or a small word, the first one with a capital."""
    return words[0][0].isupper() and all(_in_name(word) for word in words)


def _in_name(word: str) -> bool:
    return word[0].isupper() or word.isdigit() or word in _SMALL


def _content(words: list[str]) -> list[str]:
    return [word for word in words if word.lower() not in _SMALL]


def _numbers(words: list[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _has_small(words: list[str]) -> bool:
    return any(word in _SMALL for word in words)


def _name_before(before: str, size: int) -> list[str]:
    """The words of the name at the end of a text, as many as the other name has: a translation is about as long."""
    name: list[str] = []
    for word in reversed(_WORD.findall(before)):
        if not _in_name(word) or len(_content(name)) == size:
            break
        name.insert(0, word)
    while name and name[0].lower() in _SMALL:
        name.pop(0)
    return name
