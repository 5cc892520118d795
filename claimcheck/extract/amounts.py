"""Which number stands at a place: with its sign, as a share, as an article, as "none"; and whether it counts at all."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract import numbers
from claimcheck.extract.found import Found, Number
from claimcheck.extract.names import is_family_name, is_glued, is_house, is_name
from claimcheck.extract.ranges import is_sign
from claimcheck.extract.shares import read_share
from claimcheck.languages.tally import ONE, ZERO

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_POINTING = frozenset({"function", "determiner", "conjunction", "partitive", "deixis"})
_SOON = 6  # tokens between "nobody" and what happened to nobody
_LINKING = _POINTING - {"deixis"}


def read_amount(tokens: Tokens, i: int, floor: int = 0) -> Found | None:
    """The number at token ``i`` by itself; a sign before it may stand at ``floor`` or after.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> read_amount(Tokens("minus fünf Grad", load("de")), 1).number.value
    Decimal('-5')
    """
    return read_share(tokens, i) or _none(tokens, i) or _multiple(tokens, i) or _number(tokens, i, floor)


def _number(tokens: Tokens, i: int, floor: int) -> Found | None:
    read = numbers.read(tokens, i)
    if read is None:
        return _one(tokens, i)
    number, j = read
    start = i
    if i <= floor:
        return _found(tokens, number, start, j)
    if is_sign(tokens, i - 1) and not _hedged(tokens, i):
        number.value, start = -number.value, i - 1
    elif _leading_point(tokens, i):
        number.value, start = Decimal(f"0.{tokens.words[i]}"), i - 1
    return _found(tokens, number, start, j)


def _hedged(tokens: Tokens, i: int) -> bool:
    """Whether what looks like a minus ends a hedge: "al menos 30", "au moins 20"."""
    hedge = tokens.read_back(i, "hedge")
    return hedge is not None and hedge[1] < i - 1


def _leading_point(tokens: Tokens, i: int) -> bool:
    """Whether a point touches the digits and nothing before it: ".25"."""
    if tokens.words[i - 1] not in {".", tokens.language.point} or tokens.role(i - 2, "label"):
        return False
    return tokens.touches(i) and not tokens.touches(i - 1) and tokens.words[i].isdecimal()


def _one(tokens: Tokens, i: int) -> Found | None:
    """An article that counts a unit: "ein Prozent", "about a mile"."""
    if not tokens.role(i, "article"):
        return None
    unit = tokens.read(i + 1, "unit")
    counts = tokens.language.settings.get("article_counts", False)
    if unit is None or tokens.words[i + 1] not in tokens.language.listed:
        return None  # an ending may make it another word: "eine Marke"
    if not (counts or unit[0] == "percent" or tokens.read_back(i, "hedge")):
        return None
    return _found(tokens, Number(ONE, i, i + 1, ONE, digits=False), i, i + 1)


def _multiple(tokens: Tokens, i: int) -> Found | None:
    """So many times something else: "doppelt so viele", "dreimal so hoch", "zehnfach", "twice as many"."""
    read = tokens.read(i, "multiple")
    if read is None and (times := tokens.role(i, "times")) is not None and times.isdecimal():
        more = tokens.read(i + 1, "times")
        read = None if more is None else (times, more[1])
    if read is None or read[0] == "1":
        return None  # "einfach" is simple, and "einmal mehr" again
    found = _found(tokens, Number(Decimal(read[0]), i, read[1], ONE, digits=False), i, read[1])
    found.unit = "times"
    return found


def _none(tokens: Tokens, i: int) -> Found | None:
    """Zero, where the word counts what can be counted: "no deaths", "keine Toten", "niemand wurde verletzt"."""
    none = tokens.read(i, "none")
    if none is not None and any(tokens.read(k, "harmed") for k in range(none[1], none[1] + _SOON)):
        return _found(tokens, Number(ZERO, i, none[1], ONE, digits=False), i, none[1])
    if not tokens.role(i, "no") or not tokens.role(i + 1, "counted"):
        return None
    return _found(tokens, Number(ZERO, i, i + 1, ONE, digits=False), i, i + 1)


def _found(tokens: Tokens, number: Number, i: int, j: int) -> Found:
    found = Found.at("count", tokens, i, j)
    found.number = number
    return found


def holds(tokens: Tokens, found: Found) -> bool:
    """Whether it is a quantity at all, and not the digits of a name."""
    number = found.number
    if number is None or found.unit is not None:
        return number is not None and not (number.digits and (is_glued(tokens, number.i) or is_house(tokens, found)))
    if not number.digits:
        return not is_family_name(tokens, number.i) and (number.value != 1 or _counting_one(tokens, found))
    return number.scale != 1 or not is_name(tokens, number.i, found.j)


def _counting_one(tokens: Tokens, found: Found) -> bool:
    """Whether "one" counts, and does not stand for a thing ("this one", "one of them")."""
    if found.hedge is not None or found.upper is not None:
        return True
    if found.number is not None and tokens.role(found.number.i, "article"):
        return False
    if found.j >= len(tokens.words):
        return True
    before, after = tokens.known[found.i - 1] if found.i else None, tokens.known[found.j]
    if before is not None and not _POINTING.isdisjoint(before.roles):
        return False
    return tokens.words[found.j].isalpha() and (after is None or _LINKING.isdisjoint(after.roles))
