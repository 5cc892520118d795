"""Before, after and the change between them do not go together."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.messages import number
from claimcheck.model import Cause, Direction, Interval, Outcome
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, change, fit, size
from claimcheck.rules._changes import changes
from claimcheck.rules._differences import Difference, differences
from claimcheck.rules._kin import is_percent, said, value
from claimcheck.rules._passages import scenes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Finding, QuantityClaim
    from claimcheck.rules._changes import Change


class ChangeMismatch(Rule):
    """A change is given together with what was before and what came after, and the three do not go together.

    Why it matters: the change is what headlines are made of. Percent is also often written where percentage points
    are meant; then the cause says so.

    Example: "profit fell by 21 per cent, from 184 to 152 million pounds" - that is 17.4 per cent. And: "it cost
    11.4 million, 2.4 million more than the 10 million set aside".

    When it is wrong: the change is adjusted for prices, currencies or seasons and the text does not say so beside it.
    The figures are compared as rounded: a difference that rounding can make is never reported.
    """

    slack: Decimal = Decimal("0.5")
    """How far a percentage may lie from the reckoned one, in points, before it is more than a tension."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each change that does not come out, and for each that goes the other way."""
        for scene in scenes(comparison):
            for found in changes(scene):
                yield from self._of(found)
            for difference in differences(scene.here):
                if difference.off:
                    yield self._differs(difference)

    def _of(self, found: Change) -> Iterator[Finding]:
        before, after = value(found.before), value(found.after)
        if _other_way(found.way, before, after):
            yield self._turned(found)
        elif found.by is not None and _positive(before) and _positive(after):
            yield from self._by(found, found.by, before, after)

    def _by(self, found: Change, by: QuantityClaim, before: Value, after: Value) -> Iterator[Finding]:
        steps = size(after - before)
        relative = size(change(before, after))
        stated = size(value(by))
        if not is_percent(by):
            if fit(steps, stated) is Fit.APART:
                yield self._found(found, by, "amount", steps)
        elif fit(relative, stated) is not Fit.MEETS:
            yield from self._percent(found, by, relative, steps)

    def _percent(self, found: Change, by: QuantityClaim, relative: Value, steps: Value) -> Iterator[Finding]:
        stated = size(value(by))
        if is_percent(found.after) and fit(steps, stated) is Fit.MEETS:
            yield self._found(found, by, "points", relative, cause=Cause.PERCENT_POINTS)
        elif fit(relative, stated) is Fit.APART and fit(_widened(relative, self.slack), stated) is Fit.APART:
            yield self._found(found, by, "percent", relative)

    def _found(
        self, found: Change, by: QuantityClaim, key: str, reckoned: Value, cause: Cause | None = None
    ) -> Finding:
        message = self.say(
            key, before=found.before.text, after=found.after.text, by=by.text,
            reckoned=_about(reckoned.core, self.lang),
        )  # fmt: skip
        return self.finding([found.before, found.after, by], message, outcome=Outcome.CONTRADICTION, cause=cause)

    def _turned(self, found: Change) -> Finding:
        key = "not_up" if found.way is Direction.UP else "not_down"
        message = self.say(key, before=found.before.text, after=found.after.text)
        return self.finding([found.before, found.after], message, outcome=Outcome.CONTRADICTION)

    def _differs(self, difference: Difference) -> Finding:
        message = self.say(
            "difference", one=difference.one.text, other=difference.other.text, by=difference.by.text,
            reckoned=number(abs(said(difference.one) - said(difference.other)).normalize(), self.lang),
        )  # fmt: skip
        claims = [difference.one, difference.other, difference.by]
        return self.finding(claims, message, outcome=Outcome.CONTRADICTION)


def _positive(value: Value) -> bool:
    return value.core.low is not None and value.core.low > 0


def _other_way(way: Direction | None, before: Value, after: Value) -> bool:
    """Whether the figures surely go the way that the words do not."""
    if way is None or fit(before, after) is not Fit.APART or before.core.low is None or after.core.low is None:
        return False
    return (before.core.low > after.core.low) == (way is Direction.UP)


def _widened(value: Value, by: Decimal) -> Value:
    return value + Value.between(-by, by)


def _about(interval: Interval, language: str) -> str:
    """The middle of an interval as one would say it: to a tenth."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    middle = sum(ends, Decimal(0)) / len(ends) if ends else Decimal(0)
    rounded = middle.quantize(Decimal("0.1"))
    whole = rounded.to_integral_value()
    return number(whole if rounded == whole else rounded, language)
