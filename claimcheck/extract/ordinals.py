"""Ordinal numbers: "dritte", "3.", "third", "21st", "one hundred twenty-fifth"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.found import Found, Number
from claimcheck.languages.tally import HUNDRED, ONE, Tally

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_LONGEST = 3  # digits before the point of an ordinal; longer ones are years at the end of a sentence
_STARTING = frozenset({"ordinal", "number", "scale", "article", "join"})


def read_ordinal(tokens: Tokens, i: int) -> Found | None:
    """The ordinal number at token ``i``.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> read_ordinal(Tokens("twenty-first", load("en")), 0).number.value
    Decimal('21')
    >>> read_ordinal(Tokens("der 3. Platz", load("de")), 1).number.value
    Decimal('3')
    """
    word = tokens.words[i]
    if word[0].isdecimal():
        return _in_digits(tokens, i) if word.isdecimal() else None
    known = tokens.known[i]
    if known is None or _STARTING.isdisjoint(known.roles):
        return None
    alone = "ordinal" not in known.roles and "ordinal" not in known.longer
    if alone and tokens.starts_no(i + 1, _STARTING) and tokens.words[i + 1 : i + 2] != ["-"]:
        return None
    return _in_words(tokens, i)


def _in_digits(tokens: Tokens, i: int) -> Found | None:
    j = i + 1
    if j >= len(tokens.words) or not tokens.touches(j):
        return None
    if tokens.role(j, "ordinal_suffix") and not (tokens.touches(j + 1) and tokens.words[j + 1].isalnum()):
        return _found(tokens, Decimal(tokens.words[i]), i, j + 1)
    pointed = tokens.words[j] == "." and tokens.language.settings.get("ordinal_point")
    if pointed and len(tokens.words[i]) <= _LONGEST and tokens.role(i - 1, "ordinal_lead") and _goes_on(tokens, j + 1):
        return _found(tokens, Decimal(tokens.words[i]), i, j + 1)
    return None


def _goes_on(tokens: Tokens, k: int) -> bool:
    """Whether the sentence goes on with a word: the point did not end it."""
    return k < len(tokens.words) and tokens.words[k].isalpha() and not tokens.touches(k)


def _in_words(tokens: Tokens, i: int) -> Found | None:
    """Number words that end with an ordinal: "twenty-first", "one hundred thousandth"."""
    tally = Tally()
    k = i + 1 if tokens.role(i, "article") else i
    while (ordinal := tokens.read(k, "ordinal")) is None:
        if (after := _take(tokens, k, tally)) is None:
            return None
        k = after
    value, end = Decimal(ordinal[0]), ordinal[1]
    if tally.empty and (k > i or _measures_time(tokens, i)):
        return None
    if not _take_ordinal(tally, value):
        return None
    total = tally.value
    while (further := tokens.read(end, "ordinal")) is not None and 0 < Decimal(further[0]) < _zeros(value):
        value = Decimal(further[0])
        total, end = total + value, further[1]
    return _found(tokens, total, i, end)


def _zeros(value: Decimal) -> Decimal:
    """The power of ten that an ordinal leaves room under: 10 for "décimo", 1000 for "milésimo"."""
    return ONE.scaleb(int(value.normalize().as_tuple().exponent))


def _take_ordinal(tally: Tally, value: Decimal) -> bool:
    """Take an ordinal after cardinals ("hundred fifth", "two thousandth") or ordinals ("vigésimo quinto")."""
    multiplies = value >= HUNDRED and not tally.empty and tally.fits_factor(value)
    return tally.multiply(value) if multiplies else tally.add(value)


def _take(tokens: Tokens, k: int, tally: Tally) -> int | None:
    """Take the cardinal at ``k`` and what joins it to the next word; the position after both."""
    scale, number = tokens.read(k, "scale"), tokens.read(k, "number")
    if scale is not None and tally.multiply(Decimal(scale[0])):
        k = scale[1]
    elif number is not None and tally.add(Decimal(number[0])):
        k = number[1]
    else:
        return None
    while k < len(tokens.words) and (tokens.words[k] == "-" or tokens.role(k, "join") == "and"):
        k += 1
    return k


def _measures_time(tokens: Tokens, i: int) -> bool:
    """Whether "second" is the sixtieth of a minute here."""
    if tokens.role(i, "time_unit") is None or i == 0:
        return False
    return (
        any(tokens.role(i - 1, role) for role in ("number", "article", "per", "each"))
        or tokens.words[i - 1].isdecimal()
    )


def _found(tokens: Tokens, value: Decimal, i: int, j: int) -> Found:
    found = Found.at("ordinal", tokens, i, j)
    found.number = Number(value, i, j, ONE, digits=tokens.words[i][0].isdecimal())
    return found
