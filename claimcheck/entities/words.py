"""The tokens of a text as written, and what the language's file says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.entities.titles import rank
from claimcheck.languages import codes, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages import Word

_QUOTES = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"}  # noqa: RUF001 - these are what texts have for ' and -
_WITHIN = frozenset(",;-/&()'’")


class Words:
    """Tokens of one text; positions outside it are empty words, so that neighbours can be asked for freely.

    >>> words = Words(["Xi", "’", "an", "wartet"], [0, 2, 3, 6], "de")
    >>> words.plain(1), words.gap(2), words.gap(3), words.lower(4)
    ("'", '', ' ', '')
    """

    def __init__(self, tokens: Sequence[str], starts: Sequence[int], language: str) -> None:
        self.tokens = tokens
        self.starts = starts
        self.language = language
        self._language = load(language) if language in codes() else None
        settings = self._language.settings if self._language else {}
        self._settings = settings.get("names", {})
        self.nouns_are_capital = bool(settings.get("noun_capitals"))
        """Whether every noun is written with a capital, as in German."""

    def setting(self, key: str) -> Any:
        """A list of words from the table ``[language.names]`` of the language, empty where it has none."""
        return self._settings.get(key, ())

    def text(self, i: int) -> str:
        """The token as written."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else ""

    def plain(self, i: int) -> str:
        """The token with a plain apostrophe or hyphen."""
        return _QUOTES.get(self.text(i), self.text(i))

    def lower(self, i: int) -> str:
        """The token in lower case."""
        return self.text(i).lower()

    def capital(self, i: int) -> bool:
        """Whether the token begins with a capital."""
        return self.text(i)[:1].isupper()

    def gap(self, i: int) -> str:
        """What stands before the token: nothing, one space, or a break (two characters or more, or the text's end)."""
        if not 0 < i < len(self.tokens):
            return "\n"
        room = self.starts[i] - self.starts[i - 1] - len(self.tokens[i - 1])
        return "" if room == 0 else " " if room == 1 else "\n"

    def word(self, i: int) -> Word | None:
        """What the language knows of the token."""
        word = self.lower(i)
        return self._language.words[word] if self._language and word else None

    def known(self, i: int) -> bool:
        """Whether the token stands in the language's file just as it is."""
        return self._language is not None and self.lower(i) in self._language.listed

    def role(self, i: int, role: str) -> str | None:
        """The value of the token in a role."""
        found = self.word(i)
        return found.roles.get(role) if found else None

    def opens(self, i: int) -> bool:
        """Whether a sentence, a line or a quotation begins at the token, so that its capital says nothing."""
        return self.gap(i) == "\n" or not (self.text(i - 1).isalnum() or self.text(i - 1) in _WITHIN)

    def title(self, i: int) -> bool:
        """Whether the token is a title or role of people."""
        return rank(self.text(i), self.language) is not None

    def shouted(self, i: int) -> bool:
        """Whether the words on both sides are in capitals too, so that capitals say nothing."""
        return all(self.text(k).isupper() and len(self.text(k)) > 1 for k in (i - 1, i + 1) if self.text(k).isalpha())
