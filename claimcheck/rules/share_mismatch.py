"""A part, its whole and its share do not go together."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.messages import number
from claimcheck.model import Outcome
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, fit, total
from claimcheck.rules._brackets import restated
from claimcheck.rules._changes import is_amount
from claimcheck.rules._kin import is_percent, said, value
from claimcheck.rules._passages import end_of, scenes
from claimcheck.rules._shares import Share, parts_of, shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Finding, QuantityClaim
    from claimcheck.rules._passages import Passage

_HUNDRED = Decimal(100)


class ShareMismatch(Rule):
    """A share is not what its part and its whole give, a part is larger than its whole, or shares pass 100 percent.

    Why it matters: shares are worked out by hand late in the evening, and readers remember them better than counts.

    Example: "10 of the 40 boats, or 35 percent" - 10 of 40 are 25 percent. And: "57 percent voted yes, the remaining
    53 percent no".

    When it is wrong: several answers were allowed, or the share is of another whole than the one named last. A share
    is checked only where the sentence ties it to its part ("or", "that is", a bracket). Shares need to make 100
    only where one of them is called the rest.
    """

    slack: Decimal = Decimal("0.5")
    """How far a share may be off, in points."""
    rounding: Decimal = Decimal("2.5")
    """How far, if figures that end in zeros may have been rounded."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each share that is off."""
        for scene in scenes(comparison):
            for part, whole in parts_of(scene.here):
                if fit(value(part), value(whole)) is Fit.APART and said(part) > said(whole):
                    yield self._larger(part, whole)
            for share in shares(scene):
                if outcome := self._outcome(share):
                    yield self._found(share, outcome)
            yield from self._hundred(scene.here)
            yield from self._twice(scene.here)

    def _outcome(self, share: Share) -> Outcome | None:
        """How serious it is that a share does not come out; None if it does, or if rounding may be why not."""
        stated = value(share.share)
        if said(share.whole) <= 0 or said(share.part) <= 0:
            return None
        reckoned = value(share.part) / value(share.whole) * Value.exactly(_HUNDRED)
        if fit(reckoned + Value.between(-self.slack, self.slack), stated) is Fit.APART:
            return Outcome.CONTRADICTION
        strained = not (reckoned + Value.between(-self.rounding, self.rounding)).core.meets(stated.core)
        return Outcome.TENSION if strained else None

    def _found(self, share: Share, outcome: Outcome) -> Finding:
        made = (said(share.part) / said(share.whole) * 100).quantize(Decimal("0.1"))
        message = self.say(
            "share", part=share.part.text, whole=share.whole.text, share=share.share.text, made=number(made, self.lang)
        )
        return self.finding([share.whole, share.part, share.share], message, outcome=outcome)

    def _larger(self, part: QuantityClaim, whole: QuantityClaim) -> Finding:
        message = self.say("larger", part=part.text, whole=whole.text)
        return self.finding([part, whole], message, outcome=Outcome.CONTRADICTION)

    def _twice(self, here: Passage) -> Iterator[Finding]:
        """A share given as a fraction and again as a percentage: "a third (48 percent)"."""
        for pair in restated(here):
            one, two = value(pair.said), value(pair.again)
            both = is_percent(pair.said) and is_percent(pair.again) and not is_amount(here, pair.said)
            if both and fit(one + Value.between(-self.rounding, self.rounding), two) is Fit.APART:
                message = self.say("twice", said=pair.said.text, again=pair.again.text)
                yield self.finding([pair.said, pair.again], message, outcome=Outcome.CONTRADICTION)

    def _hundred(self, here: Passage) -> Iterator[Finding]:
        """Shares of which the last is called the rest."""
        parts = [c for c in here.quantities if is_percent(c) and not is_amount(here, c)]
        if len(parts) == 2 and _yes_and_no(here, parts):
            yield from self._too_many(parts)
        if len(parts) < 2 or not here.has("rest", end_of(parts[-2]), end_of(parts[-1])):
            return
        made = total(map(value, parts)) + Value.between(-self.slack, self.slack)
        if fit(made, Value.exactly(_HUNDRED)) is Fit.APART:
            yield self._sum(parts, "hundred")

    def _too_many(self, parts: list[QuantityClaim]) -> Iterator[Finding]:
        """Yes and no that come to more than all."""
        made = total(map(value, parts)) - Value.between(Decimal(0), self.slack)
        if made.outer.low is not None and made.outer.low > _HUNDRED:
            yield self._sum(parts, "too_many")

    def _sum(self, parts: list[QuantityClaim], key: str) -> Finding:
        listed = self.say("and").join(c.text for c in parts)
        reckoned = number(sum(map(said, parts), Decimal(0)), self.lang)
        return self.finding(parts, self.say(key, parts=listed, made=reckoned), outcome=Outcome.CONTRADICTION)


def _yes_and_no(here: Passage, parts: list[QuantityClaim]) -> bool:
    """Whether one share is of those in favour and the other of those against, both of all."""
    first, last = ((end_of(c), here.tail_end(c)) for c in parts)
    opposed = (here.has("in_favour", *first) and here.has("opposed", *last)) or (
        here.has("opposed", *first) and here.has("in_favour", *last)
    )
    return opposed and not any(_of_its_own(c) for c in parts)


def _of_its_own(claim: QuantityClaim) -> bool:
    """Whether a share names its own whole: "72 percent of the women"."""
    return any(word in claim.text.lower().split() for word in ("of", "der", "des"))
