"""Shares said with two numbers or an ordinal: "one in five", "zwei von drei", "jeder Dritte"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract import numbers
from claimcheck.extract.found import Found, Number
from claimcheck.extract.fractions import place
from claimcheck.languages.tally import ONE

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_OF = frozenset({"of"})
_FEW = 10  # "zwei von drei", "nine out of ten" are shares; "12 von 25 Sitzen" are two counts


def read_share(tokens: Tokens, i: int) -> Found | None:
    """The share at token ``i``.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> found = read_share(Tokens("jeder Vierte", load("de")), 0)
    >>> found.number.value, found.unit
    (Decimal('0.25'), 'dimensionless')
    """
    if tokens.role(i, "each"):
        nth = tokens.role(i + 1, "ordinal")
        return _share(tokens, ONE, Decimal(nth), i, i + 2) if nth and int(nth) > 1 else None
    over = None if tokens.starts_no(i + 1, _OF) else _over(tokens, i)
    of = None if over is None else tokens.read(over[1], "of")
    under = None if of is None else numbers.read(tokens, of[1])
    if over is None or of is None or under is None or not _fits(over[0], under[0], of[0]):
        return None
    if any(tokens.read(under[1], role) for role in ("unit", "time_unit")):
        return None
    return _share(tokens, over[0], under[0].value, i, under[1])


def _over(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    if tokens.role(i, "article"):
        return ONE, i + 1
    if not (tokens.role(i, "number") or tokens.words[i].isdecimal()) or tokens.read(i + 1, "of") is None:
        return None
    read = numbers.read(tokens, i)
    return None if read is None else (read[0].value, read[1])


def _fits(over: Decimal, under: Number, how: str) -> bool:
    """Whether the two make a share: one in any number, or few of few, where the words say so ("few")."""
    if under.vague or not under.whole or not 0 < over < under.value:
        return False
    if over == 1:
        return how != "group" and under.value <= 1000000
    return how == "few" and (under.value <= _FEW or not under.digits)


def _share(tokens: Tokens, over: Decimal, under: Decimal, i: int, j: int) -> Found:
    value = over / under
    found = Found.at("percent", tokens, i, j)
    found.number = Number(value, i, j, place(value), digits=False, share=True)
    found.unit = "dimensionless"
    return found
