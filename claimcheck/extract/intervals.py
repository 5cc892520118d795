"""What a number with its hedge asserts: a core interval, and an outer one that its words still allow.

The widths follow published medians for what people mean by "about" (Ferson, O'Rawe, Antonenko, Siegrist, Mickley,
Luhmann, Sentz, Finkel: Natural language of uncertainty: numeric hedge words. International Journal of Approximate
Reasoning 57, 2015): 12 -/+ 0.9, 20 -/+ 2.2, 100 -/+ 9, 1000 -/+ 56. People differ by a factor of three, so every
width is an option.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.config import Widths
from claimcheck.extract.found import Ends

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.extract.found import Number

ZERO, ONE, TWO, THREE = map(Decimal, range(4))
DOZEN = Decimal(12)


DEFAULT = Widths()


def slack(number: Number, widths: Widths = DEFAULT) -> Decimal:
    """How far a hedge reaches from the number: ``h``, half a place of the last digit that is not zero, or 3 %.

    A dozen counts in twelfths, a fraction said in words in tenths of itself.

    >>> from claimcheck.extract.found import Number
    >>> [f"{slack(Number(Decimal(n), 0, 1, ONE)):f}" for n in (12, 20, 100, 56000, 0)]
    ['1', '2.0', '10.0', '500', '0']
    """
    value = abs(number.value)
    if not value:
        return ZERO
    if number.step == DOZEN:
        return value / DOZEN
    if number.share:
        return value * widths.round_limit  # "about a third" is as loose as "about 30", whatever its decimals
    if number.ends_in_zeros:
        return min(number.last_place * widths.round_share, value * widths.round_limit)
    return max(number.last_place, value * widths.plain_share)


def rounding(number: Number, widths: Widths = DEFAULT) -> Decimal:
    """How far a measure may be off because it was rounded to its last written digit: ``r``."""
    return min(number.step / TWO, abs(number.value) * widths.round_limit)


def ends(
    number: Number, hedge: str | None, *, counts: bool, loose: bool = False, widths: Widths = DEFAULT
) -> tuple[Ends, Ends]:
    """Core and outer interval of a number with its hedge.

    ``counts`` tells a count (exact, not below 0) from a measure (rounded). ``loose``: a bound of an approximate
    number ("mindestens rund 20"), whose end moves out by the width of the hedge.

    >>> from claimcheck.extract.found import Number
    >>> core, outer = ends(Number(Decimal(500), 0, 1, ONE), "approximately", counts=True)
    >>> f"{core.low:f} {core.high:f} {outer.low:f} {outer.high:f}"
    '450 550 400 600'
    """
    if number.vague:
        return Ends(number.value, None), Ends(widths.vague_floor, None)
    if hedge is None:
        return _bare(number, widths) if counts else _measured(number, widths)
    value, h = number.value, slack(number, widths)
    if hedge in _BOUNDS:
        return _BOUNDS[hedge](value, h if loose else ZERO, ZERO if counts else None, widths)
    return _HEDGES[hedge](number, h, widths)


def between(low: Number, high: Number, hedge: str | None, widths: Widths = DEFAULT) -> tuple[Ends, Ends]:
    """Core and outer interval of a range; a hedge moves both ends out."""
    if hedge != "approximately":
        return Ends(low.value, high.value), Ends(low.value, high.value)
    down, up = slack(low, widths), slack(high, widths)
    return (
        Ends(low.value - down * widths.about, high.value + up * widths.about),
        Ends(low.value - down * widths.outer, high.value + up * widths.outer),
    )


def _bare(number: Number, widths: Widths) -> tuple[Ends, Ends]:
    value = number.value
    core = Ends(value, value)
    if number.step != DOZEN and not number.ends_in_zeros:
        return core, core
    h = slack(number, widths)
    return core, Ends(value - h, value + h)


def _measured(number: Number, widths: Widths) -> tuple[Ends, Ends]:
    value, r = number.value, rounding(number, widths)
    core = Ends(value - r, value + r, high_open=r > 0)
    if not number.ends_in_zeros:
        return core, core
    wide = max(r, slack(number, widths))
    return core, Ends(value - wide, value + wide)


def _exactly(number: Number, _h: Decimal, _widths: Widths) -> tuple[Ends, Ends]:
    core = Ends(number.value, number.value)
    return core, core


def _about(number: Number, h: Decimal, widths: Widths) -> tuple[Ends, Ends]:
    value = number.value
    core = Ends(value - h * widths.about, value + h * widths.about)
    if number.step == DOZEN:
        return core, Ends(value - h * widths.dozen_below, value + h * widths.dozen_above)
    return core, Ends(value - h * widths.outer, value + h * widths.outer)


def _nearly(number: Number, h: Decimal, widths: Widths) -> tuple[Ends, Ends]:
    value = number.value
    return (
        Ends(value - h * widths.about, value, high_open=True),
        Ends(value - h * widths.outer, value, high_open=True),
    )


def _slightly_more(number: Number, h: Decimal, widths: Widths) -> tuple[Ends, Ends]:
    value = number.value
    return (
        Ends(value, value + h * widths.about, low_open=True),
        Ends(value, value + h * widths.outer, low_open=True),
    )


_HEDGES: dict[str, Callable[[Number, Decimal, Widths], tuple[Ends, Ends]]] = {
    "exactly": _exactly,
    "approximately": _about,
    "nearly": _nearly,
    "slightly_more": _slightly_more,
    "vague": _about,
}


def _more_than(value: Decimal, h: Decimal, _floor: Decimal | None, widths: Widths) -> tuple[Ends, Ends]:
    return Ends(value - h * widths.about, None, low_open=True), Ends(value - h * widths.outer, None, low_open=True)


def _at_least(value: Decimal, h: Decimal, _floor: Decimal | None, widths: Widths) -> tuple[Ends, Ends]:
    return Ends(value - h * widths.about, None), Ends(value - h * widths.outer, None)


def _less_than(value: Decimal, h: Decimal, floor: Decimal | None, widths: Widths) -> tuple[Ends, Ends]:
    return (
        Ends(floor, value + h * widths.about, high_open=True),
        Ends(floor, value + h * widths.outer, high_open=True),
    )


def _at_most(value: Decimal, h: Decimal, floor: Decimal | None, widths: Widths) -> tuple[Ends, Ends]:
    return Ends(floor, value + h * widths.about), Ends(floor, value + h * widths.outer)


def _up_to(value: Decimal, h: Decimal, floor: Decimal | None, widths: Widths) -> tuple[Ends, Ends]:
    """Exceeding it strains the words and does not contradict them: the outer interval has no upper end."""
    return Ends(floor, value + h * widths.about), Ends(floor, None)


_BOUNDS: dict[str, Callable[[Decimal, Decimal, Decimal | None, Widths], tuple[Ends, Ends]]] = {
    "more_than": _more_than,
    "at_least": _at_least,
    "less_than": _less_than,
    "at_most": _at_most,
    "up_to": _up_to,
}
