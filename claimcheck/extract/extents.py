"""What belongs to a number: the currency before it, the other end of its range, its unit, its hedges."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract import hedges, numbers
from claimcheck.extract.degrees import read_degrees
from claimcheck.extract.found import Ends, Found, Number
from claimcheck.extract.measures import kind_of, millions, money_before, read_unit
from claimcheck.extract.names import is_name
from claimcheck.extract.ranges import rescale, upper_end
from claimcheck.languages.tally import HUNDRED
from claimcheck.units import is_money

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

MILLION = Decimal(1000000)
_CONNECTORS = frozenset({"-", "\u2013", "\u2014", "bis"})
_LONGEST_UNIT = 4  # tokens
_NEAR = 6  # tokens between a verb of change and "from"
_READINGS = frozenset({"celsius", "fahrenheit"})
_TEMPERATURES = frozenset({"celsius", "fahrenheit", "kelvin"})
_CENTS = frozenset({"centimo", "cent", "penny", "eurocent", "centime", "centavo", "rappen", "kopeck", "fen"})
_SMALLER = {"foot": ("inch", Decimal(12)), "pound": ("ounce", Decimal(16)), "stone": ("pound", Decimal(14))}


def extend(tokens: Tokens, found: Found, floor: int = 0) -> None:
    """Add to a number the currency before, the range, the unit and the hedges; what stands before ``floor`` is taken.

    >>> from claimcheck.extract.amounts import read_amount
    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> tokens = Tokens("rund 20 bis 30 Meter", load("de"))
    >>> found = read_amount(tokens, 1)
    >>> extend(tokens, found)
    >>> found.i, found.j, found.upper.value, found.unit, found.hedge
    (0, 5, Decimal('30'), 'meter', 'approximately')
    """
    before = money_before(tokens, found.i, floor)
    if before is not None:
        found.unit, found.i = before
    elif found.number is not None and (coded := millions(tokens, found.i, found.j)) is not None:
        found.unit, factor, found.i, found.j = coded
        rescale(found.number, factor)
    hedging = hedges.before(tokens, found.i, floor)
    _range(tokens, found, hedging, floor)
    _tolerance(tokens, found)
    if found.unit is None:
        _unit(tokens, found)
    elif before is not None:
        _smaller_part(tokens, found)
    _hedge(tokens, found, hedging)
    found.kind = kind_of(found.unit, ranged=found.upper is not None)
    found.start, found.end = tokens.starts[found.i], tokens.ends[found.j - 1]


def _hedge(tokens: Tokens, found: Found, hedging: hedges.Hedging) -> None:
    hedging, found.j = hedges.after(tokens, found.j, hedging)
    found.i, found.loose = min(found.i, hedging.at), hedging.loose
    if found.core is None:
        found.hedge = "vague" if found.number is not None and found.number.vague else hedging.hedge


def _range(tokens: Tokens, found: Found, hedging: hedges.Hedging, floor: int) -> None:
    filled = 1 if tokens.role(hedging.at - 1, "filler") else 0
    begin = hedging.at - 1 - filled
    between = tokens.role(begin, "between") if begin >= floor else None
    if _changes(tokens, hedging.at - 1):
        return
    number, j = found.number, found.j
    if number is None:
        return
    first_unit = read_unit(tokens, j) if between else _unit_of_both(tokens, j)
    upper = upper_end(tokens, number, first_unit[1] if first_unit else j, between=between)
    if upper is None:
        return
    found.upper, found.j = upper
    if between:
        found.i = min(found.i, begin)


def _unit_of_both(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """The unit after the lower end of a range, where the same stands after the upper one: "5%-10%"."""
    if _CONNECTORS.isdisjoint(tokens.words[j + 1 : j + _LONGEST_UNIT]):
        return None
    unit = read_unit(tokens, j)
    if unit is None or unit[1] >= len(tokens.words) or tokens.words[unit[1]] not in _CONNECTORS:
        return None
    upper = numbers.read(tokens, unit[1] + 1)
    after = None if upper is None else read_unit(tokens, upper[1])
    return unit if after is not None and after[0] == unit[0] else None


def _changes(tokens: Tokens, k: int) -> bool:
    """Whether "from" at ``k`` begins a change ("rose from 5 to 8") and no range ("from 5 to 8 people")."""
    if tokens.role(k, "side") != "before":
        return False
    return any(tokens.role(n, "change") for n in range(max(0, k - _NEAR), k))


def _tolerance(tokens: Tokens, found: Found) -> None:
    """What may be added or taken away: "7,8 ± 0,2"."""
    sign = tokens.read(found.j, "tolerance")
    read = numbers.read(tokens, sign[1]) if sign is not None and found.upper is None else None
    if read is None or found.number is None or read[0].value >= abs(found.number.value):
        return
    value, more = found.number.value, read[0].value
    found.core = found.outer = Ends(value - more, value + more)
    found.hedge, found.j = "approximately", read[1]


def _unit(tokens: Tokens, found: Found) -> None:
    if found.number is None:
        return
    linked = tokens.read(found.j, "linker") if _takes_linker(found.number) else None
    unit = read_unit(tokens, linked[1] if linked else found.j) or read_degrees(tokens, found.number, found.j)
    if unit is not None:
        found.unit, found.j = unit
        if found.unit == "pound" and found.number.scale >= MILLION:
            found.unit = "pound_sterling"  # nobody weighs in millions of pounds
        _temperature(tokens, found.number, found)
        _late_scale(tokens, found.number, found)
        _smaller_part(tokens, found)
    elif (before := tokens.read_back(found.i, "unit_before")) is not None:
        found.unit, found.i = before
    elif found.number.share and found.upper is None:
        found.unit = "dimensionless"


def _takes_linker(number: Number) -> bool:
    """Whether "of" may stand before the unit: "millions of dollars", "1/4 de milla"."""
    return number.vague or number.scale > 1 or number.share or number.value % MILLION == 0


def _temperature(tokens: Tokens, number: Number, found: Found) -> None:
    """A minus set apart from a temperature ("- 20 °C"); or a difference of temperatures ("um 5 °C")."""
    i = found.i
    differs = tokens.role(i - 1, "side") == "change" or tokens.role(found.j, "difference") is not None
    if differs and found.unit in _READINGS:
        found.unit = f"delta_{found.unit}"
    below = found.unit in _TEMPERATURES and i > 0 and tokens.words[i - 1] == "-" and i == number.i
    if below and not (i > 1 and tokens.words[i - 2][0].isdecimal()):
        number.value, found.i = -number.value, i - 1


def _late_scale(tokens: Tokens, number: Number, found: Found) -> None:
    """The scale word after the currency: "75 USD million"."""
    scale = tokens.role(found.j, "scale") if number.scale == 1 and is_money(found.unit) else None
    if scale is not None:
        rescale(number, int(scale))
        found.j += 1


def _smaller_part(tokens: Tokens, found: Found) -> None:
    """What follows in a smaller unit: "15 Dollar und 50 Cent", "5 feet 2 inches"."""
    k = found.j + 1 if tokens.role(found.j, "join") in {"and", "point"} else found.j
    read = numbers.read(tokens, k) if found.number is not None and found.upper is None else None
    if read is None or found.number is None or found.unit is None:
        return
    small, j = read
    unit = read_unit(tokens, j) or _inches(tokens, j)
    if is_money(found.unit):
        part = HUNDRED if unit is not None and unit[0] in _CENTS else None
        if unit is None and _cents(tokens, small, j, linked=k > found.j):
            part, unit = HUNDRED, (found.unit, j)
    else:
        name, part = _SMALLER.get(found.unit, (None, None))
        part = part if unit is not None and unit[0] == name else None
        if found.unit == "meter" and unit is None and k == found.j and _cents(tokens, small, j, linked=False):
            part, unit = HUNDRED, (found.unit, j)
    if part is None or unit is None or small.value >= part:
        return
    number = found.number
    number.value, number.step, found.j = number.value + small.value / part, small.step / part, unit[1]


def _cents(tokens: Tokens, small: Number, j: int, *, linked: bool) -> bool:
    """Whether a number after a sum of money is the cents of it: "15 dollars 50", "15 Dollar und 50."."""
    if not small.whole or not 10 <= small.value < HUNDRED or is_name(tokens, small.i, j):
        return False
    return not (j < len(tokens.words) and tokens.words[j].isalnum()) if linked else not _noun(tokens, j)


def _inches(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """The preposition that means inches after feet: "5 ft 2 in"."""
    return ("inch", j + 1) if tokens.words[j : j + 1] == ["in"] else None


def _noun(tokens: Tokens, k: int) -> bool:
    """Whether a word stands at ``k`` that the number before it may count."""
    if k >= len(tokens.words) or not tokens.words[k].isalpha() or tokens.role(k, "function") is not None:
        return False
    return tokens.capital(k) or not tokens.language.settings.get("noun_capitals", False)
