"""One of a kind beside a number: "a dozen agreements and *a joint declaration*"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.found import Ends, Found, Number
from claimcheck.extract.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extract.tokens import Tokens

_REACH = 4  # tokens from the end of a figure to the conjunction: its noun with a modifier
_GROUP = 4  # tokens from the article to its noun
_ONE = Decimal(1)


def ones(tokens: Tokens, last: int, found: list[Found]) -> Iterator[Found]:
    """The indefinite articles of a sentence that count: those that a count is joined to, and that a known noun follows.

    An article alone is no figure; in a list of figures it is one.
    """
    taken = {k for f in found for k in range(f.i, f.j)}
    for f in found:
        if f.kind != "count":
            continue
        k = _after_conjunction(tokens, f.j, min(last, f.j + _REACH))
        if k is not None and k not in taken and tokens.role(k, "article") is not None and _names(tokens, k + 1, last):
            yield _one(tokens, k)


def _after_conjunction(tokens: Tokens, k: int, stop: int) -> int | None:
    """The token after the first noun conjunction in ``[k, stop)``."""
    return next((m + 1 for m in range(k, stop) if tokens.role(m, "conjunction") == "noun"), None)


def _names(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a noun follows within a few words: one with a capital where nouns have one, or a known one."""
    words = vocabulary(tokens.language)
    capitals = bool(tokens.language.settings.get("noun_capitals"))
    for m in range(k, min(last, k + _GROUP)):
        if not tokens.words[m][0].isalpha() or tokens.role(m, "function") is not None:
            return False
        if (capitals and tokens.capital(m)) or ((n := words.find(tokens, m, last)) is not None and not n.verb):
            return True
    return False


def _one(tokens: Tokens, k: int) -> Found:
    out = Found.at("count", tokens, k, k + 1)
    out.number = Number(_ONE, k, k + 1, _ONE, digits=False)
    out.core = out.outer = Ends(_ONE, _ONE)
    return out
