"""Text to tokens: where every grammar starts."""

from __future__ import annotations

import re
from array import array
from operator import add
from sys import intern
from typing import TYPE_CHECKING

from claimcheck.languages import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.languages import Language, Word


_BLOCK = 1 << 16
_SPACE = re.compile(r"\s")
_LONGEST_PHRASE = 7  # tokens; "greater than or equal to" has five


def _words(text: str) -> Iterator[str]:
    """The words of a text, each kept once however often it stands there; block by block, cut where there is space."""
    at = 0
    while at < len(text):
        space = _SPACE.search(text, at + _BLOCK)
        end = space.start() if space else len(text)
        yield from map(intern, TOKEN.findall(text, at, end))
        at = end


def _starts(words: list[str], text: str) -> Iterator[int]:
    """Where the words stand: nothing but spaces is between them. Cheaper than to keep the match of each."""
    at = 0
    for word in words:
        at = text.index(word, at)
        yield at
        at += len(word)


class Tokens:
    """The tokens of a text, as parallel lists; a position in them is called ``i`` everywhere.

    ``words[i]`` is in lower case, ``text[starts[i]:ends[i]]`` as written, ``known[i]`` what the language knows of it.
    ``hits`` are the positions at which a grammar may find something: digits, and words with a role; ``figures`` those
    at which a number may begin.
    """

    __slots__ = ("ends", "figures", "hits", "known", "language", "starts", "text", "words")

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        lower = text.replace("İ", "i").lower()  # the one letter that grows when lowered; offsets must not
        self.words = list(_words(lower))
        self.starts = array("l", _starts(self.words, lower))
        self.ends = array("l", map(add, self.starts, map(len, self.words)))
        lexicon = language.words
        self.known: list[Word | None] = list(map(lexicon.__getitem__, self.words))
        self.hits = array(
            "l",
            (
                i
                for i, (word, known) in enumerate(zip(self.words, self.known, strict=True))
                if word[0].isdecimal() or (known is not None and known.trigger)
            ),
        )
        self.figures = array(
            "l",
            (
                i
                for i, (word, known) in enumerate(zip(self.words, self.known, strict=True))
                if (word[0].isdecimal() if known is None else known.figure)
            ),
        )

    def __len__(self) -> int:
        return len(self.words)

    def read(self, i: int, role: str) -> tuple[str, int] | None:
        """The value that the word or longest phrase at ``i`` has in a role, and the position after it."""
        if not 0 <= i < len(self.known) or (known := self.known[i]) is None:
            return None
        if role in known.longer:
            for rest, value in known.longer[role]:
                if tuple(self.words[i + 1 : i + 1 + len(rest)]) == rest:
                    return value, i + 1 + len(rest)
        value_alone = known.roles.get(role)
        return None if value_alone is None else (value_alone, i + 1)

    def read_back(self, j: int, role: str) -> tuple[str, int] | None:
        """The value that the longest phrase ending before ``j`` has in a role, and the position where it begins."""
        if j < 1 or self.words[j - 1] not in self.language.closing.get(role, ()):
            return None
        for i in range(max(0, j - _LONGEST_PHRASE), j):
            if self.known[i] is not None and (found := self.read(i, role)) is not None and found[1] == j:
                return found[0], i
        return None

    def role(self, i: int, role: str) -> str | None:
        """The value of the single word at ``i`` in a role."""
        if not 0 <= i < len(self.known) or (known := self.known[i]) is None:
            return None
        return known.roles.get(role)

    def starts_no(self, i: int, roles: frozenset[str]) -> bool:
        """Whether neither the word at ``i`` nor a phrase that begins with it can have one of the roles."""
        if i >= len(self.known) or (known := self.known[i]) is None:
            return True
        return roles.isdisjoint(known.roles) and roles.isdisjoint(known.longer)

    def written(self, i: int, j: int) -> str:
        """The text of the tokens from ``i`` up to but not including ``j``, as written."""
        return self.text[self.starts[i] : self.ends[j - 1]]

    def capital(self, i: int) -> bool:
        """Whether the token at ``i`` is written with a capital."""
        return 0 <= i < len(self.starts) and self.text[self.starts[i]].isupper()

    def touches(self, i: int) -> bool:
        """Whether nothing stands between the token at ``i`` and the one before it."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]
