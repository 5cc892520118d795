"""Words put together from two listed ones: "Montagabend", "zweitägig"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.languages.compounds import Compounds

_NUMBER = ("number", "part", "article")


class Joins:
    """The words of ``joins = [["weekday", "daypart"]]``: a word of the first role, then one of the second.

    A word so made has both roles. Numbers join as words of any length ("hundertfünfzigjährig"), and are then called
    ``joined_number``: the word counts nothing by itself.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], compounds: Compounds) -> None:
        settings = tables.get("language", {})
        self._compounds = compounds
        endings = "|".join(map(re.escape, settings.get("endings", ()))) or "(?!)"
        self._kinds = [
            (head, _values(tables, *(_NUMBER if head == "number" else (head,))), tail, _values(tables, tail))
            for head, tail in [*settings.get("joins", ()), *settings.get("calendar", {}).get("joins", ())]
        ]
        self._tails = [
            re.compile(f"({'|'.join(map(re.escape, sorted(tails, key=len, reverse=True)))})(?:{endings})?$")
            for _, _, _, tails in self._kinds
        ]

    def read(self, word: str) -> dict[str, str] | None:
        """The roles of a word put together from two, or None."""
        for (head_role, heads, tail_role, tails), pattern in zip(self._kinds, self._tails, strict=True):
            match = pattern.search(word)
            if match is None or match.start() == 0:
                continue
            head = self._head(word[: match.start()], head_role, heads)
            if head is not None:
                return {f"joined_{head_role}" if head_role == "number" else head_role: head, tail_role: tails[match[1]]}
        return None

    def _head(self, head: str, role: str, heads: Mapping[str, str]) -> str | None:
        if (value := heads.get(head)) is not None or role != "number":
            return value
        number = self._compounds.number(head)
        return None if number is None else str(number)


def _values(tables: Mapping[str, Mapping[str, Any]], *roles: str) -> dict[str, str]:
    """The single words of some tables with their values."""
    table = [item for role in roles for item in tables.get(role, {}).items()]
    return {word: value for value, words in table for word in words if word.isalpha()}
