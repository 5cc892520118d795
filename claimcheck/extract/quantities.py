"""Numbers with all that belongs to them: sign, hedge, unit, the other end of a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract import intervals
from claimcheck.extract.amounts import holds, read_amount
from claimcheck.extract.extents import extend
from claimcheck.extract.found import Ends, Found
from claimcheck.extract.names import codes
from claimcheck.extract.ordinals import read_ordinal
from claimcheck.extract.sharing import join_bounds, share_units

if TYPE_CHECKING:
    from claimcheck.config import Widths
    from claimcheck.extract.tokens import Tokens

_COUNTED_BY_ARTICLE = frozenset({
    "denominator", "fraction", "half", "hedge_after", "join", "multiple", "number", "of", "ordinal", "scale", "suffix",
    "time_unit", "times", "unit",
})  # fmt: skip


def find_quantities(
    tokens: Tokens, widths: Widths = intervals.DEFAULT, blocked: list[tuple[int, int]] | None = None
) -> list[Found]:
    """The quantities and ordinals of a text, in order; ``blocked`` are the `codes` in it, where they are known.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> tokens = Tokens("Mindestens 20 der rund 500 Boote sind 10 bis 15 Meter lang.", load("de"))
    >>> [(tokens.written(f.i, f.j), f.hedge, f.unit) for f in find_quantities(tokens)]
    [('Mindestens 20', 'at_least', None), ('rund 500', 'approximately', None), ('10 bis 15 Meter', None, 'meter')]
    """
    found: list[Found] = []
    blocked = codes(tokens.text) if blocked is None else blocked
    block = at = 0
    for i in tokens.figures:
        if i < at:
            continue
        while block < len(blocked) and blocked[block][1] <= tokens.starts[i]:
            block += 1
        if block < len(blocked) and blocked[block][0] <= tokens.starts[i]:
            continue
        quantity, at = _at(tokens, i, found[-1].j if found else 0)
        if quantity is not None:
            found.append(quantity)
    join_bounds(tokens, found)
    share_units(tokens, found)
    for quantity in found:
        fill(quantity, widths)
    return found


def fill(found: Found, widths: Widths = intervals.DEFAULT) -> None:
    """Work out core and outer interval from number, hedge and unit, where they are not set."""
    if found.core is not None or found.number is None:
        return
    if found.kind == "ordinal":
        found.core = found.outer = Ends(found.number.value, found.number.value)
    elif found.upper is not None:
        found.core, found.outer = intervals.between(found.number, found.upper, found.hedge, widths)
    else:
        found.core, found.outer = intervals.ends(
            found.number, found.hedge, counts=found.unit is None, loose=found.loose, widths=widths
        )


def _is_article(tokens: Tokens, i: int) -> bool:
    """Whether "a" is just an article: the usual case, told from what follows before anything is read."""
    if tokens.role(i, "article") is None or not tokens.starts_no(i + 1, _COUNTED_BY_ARTICLE):
        return False
    return tokens.words[i + 1 : i + 2] != ["-"] and tokens.read(i, "vague") is None


def _at(tokens: Tokens, i: int, floor: int) -> tuple[Found | None, int]:
    """The quantity or ordinal at ``i``, if there is one, and the position from which to go on."""
    if _is_article(tokens, i):
        return None, i + 1
    if (idiom := tokens.read(i, "idiom")) is not None:
        return None, idiom[1]
    if (ordinal := read_ordinal(tokens, i)) is not None:
        return ordinal, ordinal.j
    found = read_amount(tokens, i, floor)
    if found is None:
        return None, i + 1
    after_number = found.j
    extend(tokens, found, floor)
    return (found, found.j) if holds(tokens, found) else (None, after_number)
