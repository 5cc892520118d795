"""Number words written as one: "dreihundertsiebenundsiebzigtausend", "vierentwintigste", "duecentotrenta"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimcheck.languages.tally import Tally, room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LONGEST = 90  # "neunhundertneunundneunzigtausendneunhundertneunundneunzig" has 56 letters


class Compounds:
    """The number words a language builds by writing number words together.

    ``glue`` are the words between ones and tens ("und" in "einundzwanzig"); ``ordinals`` the endings that make an
    ordinal of a cardinal ("ste" in "zwanzigste"), ``fractions`` those that make a denominator ("stel").
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        settings = tables.get("language", {})
        self._glue = frozenset(settings.get("glue", ()))
        self._endings = [
            (ending, role)
            for role in ("fraction", "ordinal", "multiple", "times")
            for ending in sorted(settings.get(f"{role}_endings", ()), key=len, reverse=True)
        ]
        self._numbers = _values(tables, "number", "part")
        self._scales = _values(tables, "scale")
        parts = sorted({*self._numbers, *self._scales, *self._glue}, key=len, reverse=True)
        self._part = re.compile("|".join(map(re.escape, parts))) if "glue" in settings else None
        self._last = _values(tables, "ordinal")
        self._first = frozenset(part[:2] for part in parts)

    def number(self, word: str) -> Decimal | None:
        """The value of a cardinal written as one word, or None."""
        if self._part is None or len(word) > _LONGEST or word[:2] not in self._first:
            return None
        parts = self._part.findall(word)
        if len(parts) < 2 or sum(map(len, parts)) != len(word):
            return None
        return self._sum(parts)

    def read(self, word: str) -> dict[str, str] | None:
        """The roles (number, ordinal, fraction) and values of a number written as one word, or None."""
        if (value := self.number(word)) is not None:
            return {"number": str(value)}
        roles: dict[str, str] = {}
        for ending, role in self._endings:
            if role not in roles and word.endswith(ending) and (value := self._stem(word[: -len(ending)])):
                roles[role] = str(value)
        return roles or self._with_ordinal(word)

    def _with_ordinal(self, word: str) -> dict[str, str] | None:
        """A cardinal and a listed ordinal in one word: "honderdentweede", "hunderterste"."""
        if self._part is None or len(word) > _LONGEST or word[:2] not in self._first:
            return None
        for ordinal, value in self._last.items():
            if word.endswith(ordinal):
                stem = word[: -len(ordinal)]
                glue = next((glue for glue in self._glue if stem.endswith(glue)), "")
                before = self._stem(stem.removesuffix(glue))
                if before and value < room(before):
                    return {"ordinal": str(before + value)}
        return None

    def _stem(self, stem: str) -> Decimal | None:
        return self._numbers.get(stem) or self._scales.get(stem) or self.number(stem)

    def _sum(self, parts: Iterable[str]) -> Decimal | None:
        tally, glued = Tally(), False
        for part in parts:
            if part in self._glue:
                glued = True
            elif not self._take(tally, part, glued=glued):
                return None
            else:
                glued = False
        return None if glued else tally.value

    def _take(self, tally: Tally, part: str, *, glued: bool) -> bool:
        if (factor := self._scales.get(part)) is not None:
            return tally.multiply(factor)
        value = self._numbers[part]
        return (glued and tally.add_inverted(value)) or tally.add(value)


def _values(tables: Mapping[str, Mapping[str, Any]], *roles: str) -> dict[str, Decimal]:
    """The single words of some tables with their values."""
    table = [item for role in roles for item in tables.get(role, {}).items()]
    return {word: Decimal(value) for value, words in table for word in words if word.isalpha()}
