"""What a sum of money is per: "7,20 Euro je Quadratmeter", "$2.40 a dose"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.measures import read_unit
from claimcheck.extract.vocabulary import vocabulary

if TYPE_CHECKING:
    from claimcheck.extract.found import Found
    from claimcheck.extract.tokens import Tokens

_GROUP = 3  # tokens from "per" to its noun


def per(tokens: Tokens, f: Found) -> str | None:
    """A unit's name, the id of a concept, or None where nothing of the kind follows the figure."""
    if f.unit and " / " in f.unit:
        return f.unit.rsplit(" / ", 1)[1]
    if f.kind != "money" or (found := tokens.read(f.j, "per")) is None:
        return None
    k = found[1]
    if (unit := read_unit(tokens, k)) is not None:
        return unit[0]
    words = vocabulary(tokens.language)
    for m in range(k, min(len(tokens), k + _GROUP)):
        if tokens.role(m, "function") is not None or not tokens.words[m][0].isalpha():
            return None
        if (n := words.find(tokens, m, len(tokens))) is not None and not n.verb:
            return n.concept
    return None
