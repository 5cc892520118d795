"""Before, after and the change between them do not go together."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.messages import number
from claimcheck.model import Cause, Direction, Interval, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, change, fit, middle, size
from claimcheck.rules._changes import changes
from claimcheck.rules._differences import Difference, differences
from claimcheck.rules._kin import POINTS, has_noun, is_percent, said, same_thing, value
from claimcheck.rules._passages import scenes
from claimcheck.units import canonical, convertible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Finding, QuantityClaim
    from claimcheck.rules._changes import Change, Times


_POINTS = frozenset({"points", "point", "punkte", "punkten", "punkt"})


class ChangeMismatch(Rule):
    """A change is given together with what was before and what came after, and the three do not go together.

    Why it matters: the change is what headlines are made of. Percent is also often written where percentage points
    are meant; then the cause says so.

    Example: "turnover rose by 26 per cent, from 240 to 288 million pounds" - that is 20 per cent. And: "the hut lies at
    2,450 metres, 320 metres higher than the old one at 2,030".

    When it is wrong: the change is adjusted for prices, currencies or seasons and the text does not say so beside it.
    The figures are compared as rounded: a difference that rounding can make is never reported.
    """

    slack: Decimal = Decimal("0.5")
    """How far a percentage may lie from the reckoned one, in points."""
    rounding: Decimal = Decimal("2.5")
    """How far, if figures that end in zeros may have been rounded."""
    double: Decimal = Decimal("1.2")
    """By which factor "doubled", "halved" and the like may be missed."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each change that does not come out, and for each that goes the other way."""
        for scene in scenes(comparison):
            for found in changes(scene):
                yield from self._of(found)
            yield from map(self._differs, differences(scene.here))

    def _of(self, found: Change) -> Iterator[Finding]:
        before, after = found.ends.before, found.ends.after
        if _other_way(found.way, before, after):
            yield self._turned(found)
        elif _positive(before) and _positive(after):
            yield from self._times(found)
            if found.by is not None:
                yield from self._by(found, found.by)

    def _by(self, found: Change, by: QuantityClaim) -> Iterator[Finding]:
        steps = size(found.ends.after - found.ends.before)
        if is_percent(by):
            yield from self._percent(found, by, steps)
        elif _measures(found, by) and fit(_in_unit_of(by, found, steps), value(by)) is Fit.APART:
            yield self._found(found, by, "amount", _in_unit_of(by, found, steps))

    def _percent(self, found: Change, by: QuantityClaim, steps: Value) -> Iterator[Finding]:
        relative, stated = size(change(found.ends.before, found.ends.after)), size(value(by))
        near = fit(relative, stated)
        if near is Fit.MEETS:
            return
        if found.ends.in_percent and fit(steps, stated) is Fit.MEETS:
            yield self._found(found, by, "points", relative, cause=Cause.PERCENT_POINTS)
        elif fit(_widened(relative, self.slack), stated) is Fit.APART:
            yield self._found(found, by, "percent", relative)
        elif not _widened(relative, self.rounding).core.meets(stated.core) or self._strained(near, relative, stated):
            yield self._found(found, by, "percent", relative, outcome=Outcome.TENSION)

    def _strained(self, near: Fit, relative: Value, stated: Value) -> bool:
        """Whether rounding alone does not make the difference, and it is more than a slip of the last digit."""
        return near is Fit.APART and abs(middle(relative) - middle(stated)) > 2 * self.slack

    def _found(  # noqa: PLR0913 - one keyword for each thing that a finding may differ in
        self,
        found: Change,
        by: QuantityClaim,
        key: str,
        reckoned: Value,
        *,
        outcome: Outcome = Outcome.CONTRADICTION,
        cause: Cause | None = None,
    ) -> Finding:
        before, after = found.ends.words
        message = self.say(key, before=before, after=after, by=by.text, reckoned=_about(reckoned, self.lang))
        return self.finding([*found.ends.claims, by], message, outcome=outcome, cause=cause)

    def _times(self, found: Change) -> Iterator[Finding]:
        """A figure that is said to have doubled, tripled or halved."""
        ratio = found.ends.after / found.ends.before
        match = fit(ratio, self._near(found.times)) if found.times is not None else Fit.MEETS
        if found.times is not None and match is not Fit.MEETS:
            before, after = found.ends.words
            message = self.say("times", before=before, after=after, times=found.times.word)
            outcome = Outcome.CONTRADICTION if match is Fit.APART else Outcome.TENSION
            yield self.finding(found.ends.claims, message, outcome=outcome)

    def _near(self, times: Times) -> Value:
        return Value.between(times.factor / self.double, times.factor * self.double)

    def _turned(self, found: Change) -> Finding:
        before, after = found.ends.words
        message = self.say("not_up" if found.way is Direction.UP else "not_down", before=before, after=after)
        return self.finding(found.ends.claims, message, outcome=Outcome.CONTRADICTION)

    def _differs(self, difference: Difference) -> Finding:
        message = self.say(
            "difference", one=difference.one.text, other=difference.other.text, by=difference.by.text,
            reckoned=number(abs(said(difference.one) - said(difference.other)).normalize(), self.lang),
        )  # fmt: skip
        claims = [difference.one, difference.other, difference.by]
        return self.finding(claims, message, outcome=Outcome.CONTRADICTION)


def _positive(value: Value) -> bool:
    return value.core.low is not None and value.core.low > 0


def _widened(value: Value, by: Decimal) -> Value:
    return value + Value.between(-by, by)


def _other_way(way: Direction | None, before: Value, after: Value) -> bool:
    """Whether the figures surely go the way that the words do not."""
    if way is None or fit(before, after) is not Fit.APART or before.core.low is None or after.core.low is None:
        return False
    return (before.core.low > after.core.low) == (way is Direction.UP)


def _measures(found: Change, by: QuantityClaim) -> bool:
    """Whether an amount is in the unit of the two ends (percentages lie points apart), and of the same noun."""
    end = found.ends.claims[-1]
    if found.ends.in_percent:
        return by.quantity.unit == POINTS or _bare_points(by)
    if by.quantity.unit is None or end.quantity.unit is None:
        return by.quantity.unit is end.quantity.unit and _one_noun(by, end)
    return convertible(by.quantity.unit, end.quantity.unit)


def _in_unit_of(by: QuantityClaim, found: Change, steps: Value) -> Value:
    """The distance of the two ends in the unit of an amount: centimetres for ends in metres."""
    unit, wanted = found.ends.claims[-1].quantity.unit, by.quantity.unit
    if unit is None or wanted is None or unit == wanted or found.ends.in_percent:
        return steps
    one = Interval(low=Decimal(0), high=Decimal(1))
    return steps.scaled(_factor(canonical(one, unit)) / _factor(canonical(one, wanted)))


def _factor(one: Interval) -> Decimal:
    """What one of a unit is in base units, whatever its zero."""
    assert one.low is not None  # noqa: S101 - it was made with both ends
    assert one.high is not None  # noqa: S101 - see above
    return one.high - one.low


def _bare_points(by: QuantityClaim) -> bool:
    """Whether an amount counts points, which between percentages are percentage points."""
    return by.quantity.unit is None and by.text.lower().split()[-1] in _POINTS


def _one_noun(by: QuantityClaim, end: QuantityClaim) -> bool:
    return same_thing(by, end) or not has_noun(by) or not has_noun(end)


def _about(reckoned: Value, language: str) -> str:
    """The middle of a value as one would say it: to a tenth."""
    rounded = middle(reckoned).quantize(Decimal("0.1"))
    whole = rounded.to_integral_value()
    return number(whole if rounded == whole else rounded, language)
