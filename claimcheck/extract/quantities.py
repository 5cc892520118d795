"""Numbers with all that belongs to them: sign, hedge, unit, the other end of a range."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract import hedges, intervals, numbers
from claimcheck.extract.found import Ends, Found, Number
from claimcheck.extract.measures import kind_of, millions, money_before, read_unit
from claimcheck.extract.names import codes, is_family_name, is_glued, is_name
from claimcheck.extract.ordinals import read_ordinal
from claimcheck.extract.ranges import is_sign, rescale, upper_end
from claimcheck.extract.shares import read_share
from claimcheck.extract.sharing import join_bounds, share_units
from claimcheck.languages.tally import HUNDRED, ONE
from claimcheck.units import is_money

if TYPE_CHECKING:
    from claimcheck.config import Widths
    from claimcheck.extract.tokens import Tokens

_CENTS = frozenset({"centimo", "cent", "penny", "eurocent", "centime", "centavo", "rappen", "kopeck", "fen"})
_POINTING = frozenset({"function", "determiner", "conjunction", "partitive", "deixis"})
_NEAR = 6  # tokens between a verb of change and "from"
_TEMPERATURES = frozenset({"celsius", "fahrenheit", "kelvin"})
MILLION = Decimal(1000000)
_LINKING = _POINTING - {"deixis"}
_SMALLER = {"foot": ("inch", Decimal(12)), "pound": ("ounce", Decimal(16)), "stone": ("pound", Decimal(14))}


def find_quantities(tokens: Tokens, widths: Widths = intervals.DEFAULT) -> list[Found]:
    """The quantities and ordinals of a text, in order.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> tokens = Tokens("Mindestens 20 der rund 500 Boote sind 10 bis 15 Meter lang.", load("de"))
    >>> [(tokens.written(f.i, f.j), f.hedge, f.unit) for f in find_quantities(tokens)]
    [('Mindestens 20', 'at_least', None), ('rund 500', 'approximately', None), ('10 bis 15 Meter', None, 'meter')]
    """
    found: list[Found] = []
    blocked = codes(tokens.text)
    block = at = 0
    for i in tokens.figures:
        if i < at:
            continue
        while block < len(blocked) and blocked[block][1] <= tokens.starts[i]:
            block += 1
        if block < len(blocked) and blocked[block][0] <= tokens.starts[i]:
            continue
        quantity, at = _at(tokens, i)
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


def _at(tokens: Tokens, i: int) -> tuple[Found | None, int]:
    """The quantity or ordinal at ``i``, if there is one, and the position from which to go on."""
    if (ordinal := read_ordinal(tokens, i)) is not None:
        return ordinal, ordinal.j
    draft = read_share(tokens, i) or _none(tokens, i) or _number(tokens, i)
    if draft is None:
        return None, i + 1
    after_number = draft.j
    _extend(tokens, draft)
    return (draft, draft.j) if _holds(tokens, draft) else (None, after_number)


def _number(tokens: Tokens, i: int) -> Found | None:
    read = numbers.read(tokens, i)
    if read is None:
        return _one(tokens, i)
    number, j = read
    start = i
    if is_sign(tokens, i - 1) and not _hedged(tokens, i):
        number.value, start = -number.value, i - 1
    elif (
        i
        and tokens.words[i - 1] in {".", tokens.language.point}
        and not tokens.role(i - 2, "label")
        and _leading_point(tokens, i)
    ):
        number.value, start = Decimal(f"0.{tokens.words[i]}"), i - 1
    return _found(tokens, number, start, j)


def _hedged(tokens: Tokens, i: int) -> bool:
    """Whether what looks like a minus ends a hedge: "al menos 30", "au moins 20"."""
    hedge = tokens.read_back(i, "hedge")
    return hedge is not None and hedge[1] < i - 1


def _leading_point(tokens: Tokens, i: int) -> bool:
    """Whether a point touches the digits and nothing before it: ".25"."""
    return tokens.touches(i) and not tokens.touches(i - 1) and tokens.words[i].isdigit()


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


def _none(tokens: Tokens, i: int) -> Found | None:
    """No deaths, "keine Toten": zero, where the word counts what can be counted."""
    if not tokens.role(i, "no") or not tokens.role(i + 1, "counted"):
        return None
    return _found(tokens, Number(ONE * 0, i, i + 1, ONE, digits=False), i, i + 1)


def _found(tokens: Tokens, number: Number, i: int, j: int) -> Found:
    found = Found.at("count", tokens, i, j)
    found.number = number
    return found


# ---------------------------------------------------------------------------------------------- what belongs to it


def _extend(tokens: Tokens, found: Found) -> None:
    """Add the currency before, the range, the unit and the hedges."""
    before = money_before(tokens, found.i)
    if before is not None:
        found.unit, found.i = before
    elif found.number is not None and (coded := millions(tokens, found.i, found.j)) is not None:
        found.unit, factor, found.i, found.j = coded
        rescale(found.number, factor)
    hedging = hedges.before(tokens, found.i)
    _range(tokens, found, hedging)
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


def _range(tokens: Tokens, found: Found, hedging: hedges.Hedging) -> None:
    filled = 1 if tokens.role(hedging.at - 1, "filler") else 0
    between = tokens.role(hedging.at - 1 - filled, "between")
    if _changes(tokens, hedging.at - 1):
        return
    number, j = found.number, found.j
    if number is None:
        return
    first_unit = read_unit(tokens, j) if between else None
    upper = upper_end(tokens, number, first_unit[1] if first_unit else j, between=between)
    if upper is None:
        return
    found.upper, found.j = upper
    if between:
        found.i = min(found.i, hedging.at - 1 - filled)


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
    unit = read_unit(tokens, linked[1]) if linked else read_unit(tokens, found.j)
    if unit is not None:
        found.unit, found.j = unit
        if found.unit == "pound" and found.number.scale >= MILLION:
            found.unit = "pound_sterling"  # nobody weighs in millions of pounds
        _freezing(tokens, found.number, found)
        _late_scale(tokens, found.number, found)
        _smaller_part(tokens, found)
    elif (age := tokens.read_back(found.i, "age")) is not None:
        found.unit, found.i = "year", age[1]
    elif found.number.share and found.upper is None:
        found.unit = "dimensionless"


def _takes_linker(number: Number) -> bool:
    """Whether "of" may stand before the unit: "millions of dollars", "1/4 de milla"."""
    return number.vague or number.scale > 1 or number.share or number.value % MILLION == 0


def _freezing(tokens: Tokens, number: Number, found: Found) -> None:
    """A minus set apart from a temperature: "- 20 °C"."""
    i = found.i
    below = found.unit in _TEMPERATURES and i > 0 and tokens.words[i - 1] == "-" and i == number.i
    if below and not (i > 1 and tokens.words[i - 2][0].isdigit()):
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
    return k < len(tokens.words) and tokens.words[k].isalpha() and tokens.role(k, "function") is None


def _holds(tokens: Tokens, found: Found) -> bool:
    """Whether it is a quantity at all, and not the digits of a name."""
    number = found.number
    if number is None or found.unit is not None:
        return number is not None and not (number.digits and is_glued(tokens, number.i))
    if not number.digits:
        return not is_family_name(tokens, number.i) and (number.value != 1 or _counting_one(tokens, found))
    return number.scale != 1 or not is_name(tokens, number.i, number.j)


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
