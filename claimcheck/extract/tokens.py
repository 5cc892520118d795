"""Text to tokens: where every grammar starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages import TOKEN

if TYPE_CHECKING:
    from claimcheck.languages import Language, Word


_LONGEST_PHRASE = 7  # tokens; "greater than or equal to" has five


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
        lower = text.lower()
        if len(lower) != len(text):  # a few letters grow when lowered (İ); offsets must not
            lower = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
        matches = list(TOKEN.finditer(lower))
        self.words = [m[0] for m in matches]
        self.starts = [m.start() for m in matches]
        self.ends = [m.end() for m in matches]
        lexicon = language.words
        self.known: list[Word | None] = [lexicon[word] for word in self.words]
        self.hits = [
            i
            for i, (word, known) in enumerate(zip(self.words, self.known, strict=True))
            if word[0].isdecimal() or (known is not None and known.trigger)
        ]
        self.figures = [i for i in self.hits if (known := self.known[i]) is None or known.figure]

    def __len__(self) -> int:
        return len(self.words)

    def read(self, i: int, role: str) -> tuple[str, int] | None:
        """The value that the word or longest phrase at ``i`` has in a role, and the position after it."""
        if not 0 <= i < len(self.words) or (known := self.known[i]) is None:
            return None
        for rest, its_role, value in known.phrases:
            if its_role == role and tuple(self.words[i + 1 : i + 1 + len(rest)]) == rest:
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
        known = self.known[i] if 0 <= i < len(self.words) else None
        return known.roles.get(role) if known else None

    def written(self, i: int, j: int) -> str:
        """The text of the tokens from ``i`` up to but not including ``j``, as written."""
        return self.text[self.starts[i] : self.ends[j - 1]]

    def capital(self, i: int) -> bool:
        """Whether the token at ``i`` is written with a capital."""
        return 0 <= i < len(self.starts) and self.text[self.starts[i]].isupper()

    def touches(self, i: int) -> bool:
        """Whether nothing stands between the token at ``i`` and the one before it."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]
