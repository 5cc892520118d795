"""A figure and its conversion in brackets are not the same."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.messages import number, unit_name
from claimcheck.model import Aspect, Cause, Kind, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Value, middle
from claimcheck.rules._brackets import Restated, restated
from claimcheck.rules._kin import in_base_units, is_percent, said
from claimcheck.rules._passages import passages
from claimcheck.units import dimension, is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.model import Comparison, Finding, Quantity

MAJOR = frozenset(
    {"euro", "pound_sterling", "us_dollar", "franc", "canadian_dollar", "australian_dollar", "singapore_dollar"}
)
"""Currencies that have been worth between a third and three times one another for as long as the euro exists."""
_STERLING = {"pound": "pound_sterling"}
_IMPERIAL = {"gallon": "imperial_gallon"}
"""Units of one name that are larger in Britain."""
_ZERO_POINTS = "[temperature]"


class ConversionMismatch(Rule):
    """A measure is given in two units, and the two are not the same.

    Why it matters: one of them was miscalculated, or a scale word (thousand, million) got lost on the way.

    Example: "the gauge showed 6 feet (2.8 metres)" - six feet are 1.8 metres. And: "36 million pounds (about 42,000
    euros)".

    When it is wrong: the bracket holds another measure of the same kind ("a 10-mile walk (16 km of it uphill)"
    would not be one, "35 miles (21 km by bicycle)" would). For money no exchange rate is assumed: a bracket is
    reported only if it is off by a factor of ``money`` or more between currencies that have always been close, or if
    two brackets of one report use rates that differ by ``rates`` or more.
    """

    degrees: Decimal = Decimal("1.5")
    """How far a temperature may be off, in degrees Celsius: its zero is arbitrary, a share of it means nothing."""
    slack: Decimal = Decimal("0.05")
    """How far a conversion may be off, as a share, before it is more than generous rounding."""
    money: Decimal = Decimal(100)
    """The factor at which money in brackets is a slip whatever the rate of the day."""
    rates: Decimal = Decimal(2)
    """The factor by which two rates of one report may differ: it may quote prices of different years."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each pair that is off."""
        money: dict[str, list[Restated]] = {}
        for passage in passages(comparison):
            for pair in restated(passage):
                if Kind.MONEY in (pair.said.kind, pair.again.kind):
                    money.setdefault(pair.said.source, []).append(pair)
                elif not is_percent(pair.said) and self._off(pair):
                    yield self._found(pair)
        for pairs in money.values():
            yield from self._of_money(pairs)

    def _off(self, pair: Restated) -> bool:
        """Whether the two surely are different measures."""
        one, two = pair.said.quantity, pair.again.quantity
        known = is_known(one.unit or "") and is_known(two.unit or "")
        if not known or dimension(one.unit) != dimension(two.unit) or said(pair.said) == 0:
            return False
        warm = dimension(one.unit) == _ZERO_POINTS
        return all(self._apart(a, b, warm=warm) for a, b in _readings(pair))

    def _apart(self, a: Value, b: Value, *, warm: bool) -> bool:
        if a.core.meets(b.outer):
            return False
        low, high = sorted((middle(a), middle(b)))
        return high - low > self.degrees if warm else low <= 0 or high > low * (1 + self.slack)

    def _found(self, pair: Restated) -> Finding:
        one, two = (middle(in_base_units(c.quantity)) for c in (pair.said, pair.again))
        right = _three_digits(said(pair.again) * one / two) if two else Decimal(0)
        message = self.say(
            "differs",
            said=pair.said.text,
            again=pair.again.text,
            right=number(right, self.lang) if two else "",
            unit=unit_name(pair.again.quantity.unit or "", self.lang, right),
        )
        return self.finding([pair.said, pair.again], message, outcome=Outcome.CONTRADICTION, cause=Cause.CONVERSION)

    # ---- money -----------------------------------------------------------------------------------------------------

    def _of_money(self, pairs: Sequence[Restated]) -> Iterator[Finding]:
        slips = [pair for pair in pairs if self._slip(pair)]
        yield from (self._lost(pair) for pair in slips)
        for one, two in combinations([pair for pair in pairs if pair not in slips], 2):
            if _currencies(one) == _currencies(two) and self._rates_differ(one, two):
                yield self._two_rates(one, two)

    def _slip(self, pair: Restated) -> bool:
        rate = _rate(pair)
        close = set(_currencies(pair)) <= MAJOR
        return close and rate is not None and (rate >= self.money or rate <= 1 / self.money)

    def _rates_differ(self, one: Restated, two: Restated) -> bool:
        a, b = _rate(one), _rate(two)
        return a is not None and b is not None and max(a, b) >= self.rates * min(a, b)

    def _lost(self, pair: Restated) -> Finding:
        rate = _rate(pair) or Decimal(1)
        message = self.say(
            "money", said=pair.said.text, again=pair.again.text,
            factor=number(_three_digits(max(rate, 1 / rate)), self.lang),
        )  # fmt: skip
        return self.finding([pair.said, pair.again], message, outcome=Outcome.CONTRADICTION, cause=Cause.CONVERSION)

    def _two_rates(self, one: Restated, two: Restated) -> Finding:
        message = self.say(
            "rates", said=one.said.text, again=one.again.text, other=two.said.text, other_again=two.again.text
        )
        claims = [one.said, one.again, two.said, two.again]
        return self.finding(claims, message, outcome=Outcome.CONTRADICTION, cause=Cause.CONVERSION)


def _readings(pair: Restated) -> Iterator[tuple[Value, Value]]:
    """The two values in base units; for temperatures also as differences, which have no zero point."""
    one, two = pair.said.quantity, pair.again.quantity
    yield in_base_units(one), in_base_units(two)
    if _IMPERIAL.keys() & {one.unit, two.unit}:
        yield _imperial(one), _imperial(two)
    if dimension(one.unit) == _ZERO_POINTS and Aspect.CHANGE in (pair.said.aspect, pair.again.aspect):
        yield Value.of(one), Value.of(two).scaled(_degrees(two.unit) / _degrees(one.unit))


def _imperial(quantity: Quantity) -> Value:
    """What a quantity is where gallons are imperial ones."""
    unit = _IMPERIAL.get(quantity.unit or "", quantity.unit)
    return in_base_units(quantity.model_copy(update={"unit": unit}))


def _degrees(unit: str | None) -> Decimal:
    return Decimal(5) / 9 if "fahrenheit" in (unit or "") else Decimal(1)


def _rate(pair: Restated) -> Decimal | None:
    one, two = said(pair.said), said(pair.again)
    return two / one if one > 0 and two > 0 else None


def _currencies(pair: Restated) -> tuple[str, str]:
    """The two currencies; a pound beside a currency is one, whatever else it weighs."""
    one, two = (claim.quantity.unit or "" for claim in (pair.said, pair.again))
    return _STERLING.get(one, one), _STERLING.get(two, two)


def _three_digits(value: Decimal) -> Decimal:
    """Rounded to three digits, without an exponent."""
    if not value:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 2)).normalize() + 0
