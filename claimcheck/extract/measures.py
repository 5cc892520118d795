"""Units beside a number: words, signs, rates ("Kubikmeter im Jahr", "km/h"), currencies before or after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.languages import TOKEN
from claimcheck.units import currency_signs, is_money, measure_signs

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

Unit = tuple[str, int]
"""A unit's name and the position after it (or, read backwards, where it begins)."""

SHARES = frozenset({"percent", "percentage_point", "per_mille", "basis_point", "dimensionless", "parts_per_million"})
_TIMES = frozenset({
    "second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "half_year", "year", "decade",
    "century", "millennium", "millisecond", "microsecond", "nanosecond",
})  # fmt: skip
_NO_UNIT_OF_TIME = frozenset({"weekend"})
_LONGEST_SIGN = 3  # tokens: "US-$"
_CODE = 3  # letters of a currency's code in ISO 4217
_LETTERS = {"T": 1000, "K": 1000, "M": 1000000}
_BRACKETS = {"[": "]", "<": ">", "(": ")", "{": "}"}

_MEASURES = measure_signs()
_CURRENCIES = currency_signs() | {sign.lower(): unit for sign, unit in currency_signs().items() if "$" in sign}
_OPENERS = frozenset(TOKEN.findall(sign.lower())[0] for sign in (*_MEASURES, *_CURRENCIES)) | {"-", *_BRACKETS}
_CLOSERS = frozenset(TOKEN.findall(sign.lower())[-1] for sign in _CURRENCIES)
"""The first and last tokens of signs: where neither stands, there is no need to look."""


def read_unit(tokens: Tokens, k: int) -> Unit | None:
    """The unit at token ``k``, with what it is per; a hyphen may join it to the number ("3-inch").

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> read_unit(Tokens("Kubikmeter im Jahr", load("de")), 0), read_unit(Tokens("km/h", load("de")), 0)
    (('meter ** 3 / year', 3), ('kilometer / hour', 3))
    """
    words = tokens.words
    if k >= len(words) or (tokens.known[k] is None and words[k] not in _OPENERS):
        return None
    if words[k] == "-":
        k += 1
        if not (k < len(words) and words[k].isalpha()) or not (tokens.touches(k) or tokens.role(k, "unit")):
            return None
    found = _simple(tokens, k) or _time(tokens, k) or _bracketed(tokens, k)
    if found is None or found[0] in SHARES or is_money(found[0]):
        return found
    return _rate(tokens, *found)


def money_before(tokens: Tokens, i: int, floor: int = 0) -> Unit | None:
    """The currency directly before a number, and where it begins: "$", "US$", "EUR"; not before ``floor``.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> money_before(Tokens("für US$ 5", load("de")), 3)
    ('us_dollar', 1)
    """
    if i == 0 or (tokens.words[i - 1] not in _CLOSERS and tokens.known[i - 1] is None):
        return None
    for k in range(max(floor, i - _LONGEST_SIGN), i) if tokens.words[i - 1] in _CLOSERS else ():
        unit = _CURRENCIES.get("".join(tokens.written(n, n + 1) for n in range(k, i)))
        if unit is not None and not (tokens.touches(k) and tokens.words[k - 1].isalnum()) and _one_sign(tokens, k, i):
            return unit, k
    spoken = _spoken_before(tokens, i)
    return spoken if spoken is not None and spoken[1] >= floor else None


def _one_sign(tokens: Tokens, k: int, i: int) -> bool:
    """Whether tokens make one sign ("A$", "US $") and not a word and a sign ("a $5 note", "firm's $5")."""
    if i == k + 1 or tokens.touches(k + 1) or tokens.capital(k):
        return True
    known = tokens.known[k]
    return (known is None or not known.roles) and not (k and tokens.words[k - 1] in "'\u2019")


def _spoken_before(tokens: Tokens, i: int) -> Unit | None:
    """A currency's word before digits: "dollar 22.5 million"; not the end of another sum: "10 dollar 5"."""
    unit = tokens.role(i - 1, "unit")
    if unit is None or i >= len(tokens.words) or not tokens.words[i][0].isdecimal() or tokens.capital(i - 1):
        return None
    begin = tokens.read_back(i, "unit")
    if begin is None or not is_money(unit) or tokens.role(i - 1, "status") is not None:
        return None  # "won 14 seats" pays nothing
    known = tokens.known[begin[1] - 1] if begin[1] else None
    counted = known is not None and not known.roles.keys().isdisjoint({"number", "scale", "article"})
    return None if counted or _number_at(tokens, begin[1] - 1) else (unit, begin[1])


def millions(tokens: Tokens, i: int, j: int) -> tuple[str, int, int, int] | None:
    """Currency codes with a scale letter beside a number ``[i, j)``: "120 MEUR", "MAUD 60", "TEUR 5".

    The currency, its factor, and the span with it.
    """
    for k in (i - 1, j):
        if not 0 <= k < len(tokens.words) or len(tokens.words[k]) != _CODE + 1:
            continue
        written = tokens.written(k, k + 1)
        unit, factor = _CURRENCIES.get(written[1:]), _LETTERS.get(written[0])
        if unit is not None and factor is not None:
            return unit, factor, min(i, k), max(j, k + 1)
    return None


def kind_of(unit: str | None, *, ranged: bool) -> str:
    """The kind of mention that a unit makes.

    >>> kind_of("euro", ranged=False), kind_of("kilometer", ranged=True), kind_of(None, ranged=True)
    ('money', 'quantity', 'range')
    """
    if unit is None:
        return "range" if ranged else "count"
    if unit in SHARES:
        return "percent"
    if is_money(unit):
        return "money"
    return "duration" if unit in _TIMES else "quantity"


def _bracketed(tokens: Tokens, k: int) -> Unit | None:
    """A sign in brackets, as tables write it: "20 [kg]"."""
    close = _BRACKETS.get(tokens.words[k]) if k + 2 < len(tokens.words) else None
    unit = _MEASURES.get(tokens.written(k + 1, k + 2)) if close else None
    return (unit, k + 3) if unit and tokens.words[k + 2] == close else None


def _simple(tokens: Tokens, k: int) -> Unit | None:
    """A unit's word or sign, without what it is per."""
    return tokens.read(k, "unit") or _sign(tokens, k)


def _sign(tokens: Tokens, k: int) -> Unit | None:
    if k >= len(tokens.words):
        return None
    for j in range(min(k + _LONGEST_SIGN, len(tokens.words)), k, -1):
        unit = _CURRENCIES.get(tokens.written(k, j))
        if unit is not None and not _glued(tokens, j):
            return unit, j
    unit = _MEASURES.get(tokens.written(k, k + 1))
    if unit is None:
        return None
    return _power(tokens, unit, k + 1) or (None if _glued(tokens, k + 1) else (unit, k + 1))


def _glued(tokens: Tokens, j: int) -> bool:
    """Whether a sign runs on into something else: "L-202", "m212"."""
    if j >= len(tokens.words) or not tokens.touches(j) or not tokens.words[j - 1].isalpha():
        return False
    return tokens.words[j].isalnum() or (
        tokens.words[j] in "-_" and j + 1 < len(tokens.words) and tokens.touches(j + 1)
    )


def _power(tokens: Tokens, unit: str, j: int) -> Unit | None:
    """The power after a sign: "m2", "m^2"."""
    words = tokens.words
    k = j + 1 if words[j : j + 1] == ["^"] else j
    if words[k : k + 1] in (["2"], ["3"]) and tokens.touches(k) and unit.isalpha() and not _glued(tokens, k + 1):
        return f"{unit} ** {words[k]}", k + 1
    return None


def _time(tokens: Tokens, k: int) -> Unit | None:
    found = tokens.read(k, "time_unit") or tokens.read(k, "span_adjective")
    return None if found is None or found[0] in _NO_UNIT_OF_TIME else found


def _rate(tokens: Tokens, unit: str, j: int) -> Unit:
    """The unit with what it is per, as far as that is a unit too."""
    if (rate := tokens.read(j, "rate")) is not None and not _number_at(tokens, rate[1]):
        return f"{unit} / {rate[0]}", rate[1]
    if (per := tokens.read(j, "per")) is not None:
        under = _time(tokens, per[1]) or _simple(tokens, per[1])
        if under is not None and " / " not in under[0] and not is_money(under[0]) and not _number_at(tokens, under[1]):
            return f"{unit} / {under[0]}", under[1]
    return unit, j


def _number_at(tokens: Tokens, k: int) -> bool:
    return k < len(tokens.words) and tokens.words[k][0].isdecimal()
