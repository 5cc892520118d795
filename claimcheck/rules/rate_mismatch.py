"""A rate that its total and its count do not give."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.messages import interval
from claimcheck.model import Hedge, Kind, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, fit
from claimcheck.rules._kin import said, value
from claimcheck.rules._passages import scenes
from claimcheck.rules._rates import TIMES, paces, per, products

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Comparison, Finding, QuantityClaim
    from claimcheck.rules._passages import Passage
    from claimcheck.rules._rates import Pace, Product


class RateMismatch(Rule):
    """So many at so much each do not make the total, or a flow per day is not the one per year.

    Why it matters: rates are reckoned at the desk, and they are what readers compare with their own lives.

    Example: "six batches of 24 loaves each, 154 in all" - six times 24 are 144. And: "73,000 visitors a year, or about
    900 a day".

    When it is wrong: the items are not alike, or the flow runs on some days only. Flows per day and per year are
    reported only if they are off by more than the factor ``closed``: many things rest at weekends.
    """

    closed: Decimal = Decimal("1.5")
    """How much more a day may have than the year's average gives: 365 days over some 250 working days."""
    slack: Decimal = Decimal("0.03")
    """How far a product may be off, as a share: rates are rounded once more than other figures."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each product and each flow that is off."""
        for scene in scenes(comparison):
            yield from (self._found(p) for p in products(scene) if self._off(p))
            yield from (self._flow(p) for p in paces(scene.here) if self._uneven(scene.here, p))

    def _off(self, product: Product) -> bool:
        made = _count(product.count) * _price(product.one) * Value.between(1 - self.slack, 1 + self.slack)
        return fit(made, value(product.whole)) is Fit.APART

    def _found(self, product: Product) -> Finding:
        made = interval((Value.exactly(said(product.count)) * Value.exactly(said(product.one))).core, self.lang)
        message = self.say(
            "product", count=product.count.text, one=product.one.text, whole=product.whole.text, made=made
        )
        return self.finding([product.whole, product.count, product.one], message, outcome=Outcome.CONTRADICTION)

    def _uneven(self, here: Passage, pace: Pace) -> bool:
        times = Decimal(TIMES[per(here, pace.slow) or "day"]) / TIMES[per(here, pace.fast) or "day"]
        factor = Value.between(times / self.closed, times * Decimal("1.02"))
        return fit(value(pace.fast) * factor, value(pace.slow)) is Fit.APART

    def _flow(self, pace: Pace) -> Finding:
        message = self.say("pace", slow=pace.slow.text, fast=pace.fast.text)
        return self.finding([pace.slow, pace.fast], message, outcome=Outcome.CONTRADICTION)


def _price(claim: QuantityClaim) -> Value:
    """What one item has; a price of an item is what it costs, and no rounded sum."""
    exact = claim.kind is Kind.MONEY and claim.quantity.hedge is None
    return Value.exactly(said(claim)) if exact else value(claim)


def _count(claim: QuantityClaim) -> Value:
    """How many there are; "over five years" spans them and is no hedge, and years are not rounded."""
    spans = claim.kind is Kind.DURATION and claim.quantity.hedge is Hedge.MORE_THAN
    return Value.exactly(said(claim)) if spans or claim.quantity.hedge is None else value(claim)
