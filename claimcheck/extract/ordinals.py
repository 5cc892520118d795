"""Ordinal numbers: "dritte", "3.", "third", "21st", "one hundred twenty-fifth"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.found import Found, Number
from claimcheck.languages.tally import HUNDRED, ONE, Tally

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_LONGEST = 3  # digits before the point of an ordinal; longer ones are years at the end of a sentence


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
    if word[0].isdigit():
        return _in_digits(tokens, i) if word.isdigit() else None
    known = tokens.known[i]
    if known is None or not (known.roles.keys() & {"ordinal", "number", "scale", "article"}):
        return None
    return _in_words(tokens, i)


def _in_digits(tokens: Tokens, i: int) -> Found | None:
    j = i + 1
    if j >= len(tokens.words) or not tokens.touches(j):
        return None
    if tokens.role(j, "ordinal_suffix"):
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
    tally, k = Tally(), i
    if tokens.role(k, "article"):
        k += 1
    while (ordinal := tokens.role(k, "ordinal")) is None:
        if not _take(tokens, k, tally):
            return None
        k += 1
        if tokens.words[k : k + 1] in (["-"], ["and"]) and not tally.empty:
            k += 1
    value = Decimal(ordinal)
    if tally.empty and (k > i or _measures_time(tokens, i)):
        return None
    while _take_ordinal(tally, value):
        k += 1
        further = tokens.role(k, "ordinal")
        if further is None or Decimal(further) >= value:
            return _found(tokens, tally.value, i, k)
        value = Decimal(further)
    return None


def _take_ordinal(tally: Tally, value: Decimal) -> bool:
    """Take an ordinal after cardinals ("hundred fifth", "two thousandth") or ordinals ("vigésimo quinto")."""
    return tally.multiply(value) if value >= HUNDRED and tally.fits_factor(value) else tally.add(value)


def _take(tokens: Tokens, k: int, tally: Tally) -> bool:
    known = tokens.known[k] if k < len(tokens.words) else None
    if known is None:
        return False
    if (scale := known.roles.get("scale")) is not None:
        return tally.multiply(Decimal(scale))
    number = known.roles.get("number")
    return number is not None and tally.add(Decimal(number))


def _measures_time(tokens: Tokens, i: int) -> bool:
    """Whether "second" is the sixtieth of a minute here."""
    if tokens.role(i, "time_unit") is None or i == 0:
        return False
    return (
        any(tokens.role(i - 1, role) for role in ("number", "article", "per", "each")) or tokens.words[i - 1].isdigit()
    )


def _found(tokens: Tokens, value: Decimal, i: int, j: int) -> Found:
    found = Found.at("ordinal", tokens, i, j)
    found.number = Number(value, i, j, ONE, digits=tokens.words[i][0].isdigit())
    return found
