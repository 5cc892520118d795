"""Where a sentence says how one figure became another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.model import Aspect, Direction
from claimcheck.rules._kin import POINTS, ends_said, has_noun, is_percent, lent, related, value
from claimcheck.rules._passages import end_of, start_of
from claimcheck.rules._words import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import QuantityClaim
    from claimcheck.rules._arithmetic import Value
    from claimcheck.rules._passages import Passage, Scene

_WORDS_ON_THE_WAY = 8
"""So many words may stand between "from 3.2 million" and "to 2.7 million"."""
_BESIDE = 12
"""Code points from a figure to the word behind it that marks it."""
_OPENING = 30
"""Code points from the start of a sentence to an amount that it begins with."""
_MARK = 28
"""Code points before a figure in which a phrase that marks it may begin."""
_HEDGE = 12
"""Code points before "doubled" in which an "almost" belongs to it."""
_CLAUSE_END = re.compile(r"[;:]")


@dataclass(frozen=True, slots=True)
class Ends:
    """What a figure was before and what it is after, with the claims that say so: one, where it names both at once."""

    before: Value
    after: Value
    claims: tuple[QuantityClaim, ...]

    @classmethod
    def of(cls, before: QuantityClaim, after: QuantityClaim) -> Ends:
        """Of two claims."""
        return cls(lent(before, after), value(after), (before, after))

    @property
    def words(self) -> tuple[str, str]:
        """How the text says the two."""
        if len(self.claims) == 2:
            return self.claims[0].text, self.claims[1].text
        quantity = self.claims[0].quantity
        return f"{quantity.low:f}", f"{quantity.high:f}"

    @property
    def in_percent(self) -> bool:
        """Whether the figures themselves are percentages."""
        return is_percent(self.claims[-1])


@dataclass(frozen=True, slots=True)
class Times:
    """A word that gives a change as a factor: "doubled"."""

    word: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Change:
    """The two ends, by how much they are said to lie apart, and which way it went."""

    ends: Ends
    by: QuantityClaim | None
    way: Direction | None
    times: Times | None = None


def changes(scene: Scene) -> Iterator[Change]:
    """Every change of which a sentence, with its neighbours, names at least both ends."""
    here = scene.here
    found = [*_from_to(here), *_at_once(here), *_after_before(here)]
    amounts = [c for c in here.quantities if is_amount(here, c)]
    for ends in found:
        by = _nearest(here, amounts, ends, found)
        if by is None and not amounts and len(found) == 1:
            by = _amount_before(scene) or _amount_after(scene)
        yield Change(ends, by, _way(here, ends, by), _times(here) if len(found) == 1 else None)
    if not found and len(amounts) == 1:
        yield from _by_to(scene, amounts[0])


# ---- the two ends ----------------------------------------------------------------------------------------------------


def _from_to(here: Passage) -> list[Ends]:
    """As in "from 260 to 310 million", also with a year between the two."""
    return [Ends.of(a, b) for a, b in pairwise(here.quantities) if related(a, b) and _leads(here, a, b)]


def _leads(here: Passage, a: QuantityClaim, b: QuantityClaim) -> bool:
    gap = here.between(a, b)
    if len(gap.split()) > _WORDS_ON_THE_WAY or _CLAUSE_END.search(gap):
        return False
    return marked(here, "from", a) and marked(here, "to", b)


def _at_once(here: Passage) -> Iterator[Ends]:
    """The same where the two were read as one figure with two ends."""
    for claim in here.quantities:
        directed = marked(here, "from", claim) and here.has("to", start_of(claim), end_of(claim))
        if directed and (both := ends_said(claim)) is not None:
            yield Ends(*both, (claim,))


def marked(here: Passage, signal: str, claim: QuantityClaim) -> bool:
    """Whether a signal word stands right before a figure, or opens its own words."""
    begin = max(here.lead_start(claim), start_of(claim) - _MARK)
    found = here.all(signal, begin, end_of(claim))
    return any(not here.document.text[f.end() : start_of(claim)].strip() for f in found if f.start() <= start_of(claim))


def _after_before(here: Passage) -> list[Ends]:
    """As in "2.30 after 1.90 the year before", "880 cars, against 950 a year earlier"."""
    pairs = [(b, a) for a, b in pairwise(here.quantities) if related(a, b)]
    return [Ends.of(b, a) for b, a in pairs if _looks_back(here, b) or _goes_back(here, a, b)]


def _goes_back(here: Passage, after: QuantityClaim, before: QuantityClaim) -> bool:
    """As in "fell to 4.8 percent from 5.6 percent", "900 cars, up from 750"."""
    if marked(here, "up_from", before):
        return True
    beside = len(here.between(after, before).split()) <= 1
    return beside and marked(here, "to", after) and marked(here, "from", before)


def _looks_back(here: Passage, claim: QuantityClaim) -> bool:
    if not here.has("previous", here.lead_start(claim), _reach(here, claim)):
        return False
    return marked(here, "against", claim) or marked(here, "from", claim) or _instead(here, claim)


def _instead(here: Passage, claim: QuantityClaim) -> bool:
    """As in "statt bisher 27": the word that looks back stands between."""
    found = here.find("against", here.lead_start(claim), start_of(claim))
    between = here.document.text[found.end() : start_of(claim)] if found else ""
    return len(between.split()) == 1 and here.has("previous", start_of(claim) - len(between), start_of(claim))


def _reach(here: Passage, claim: QuantityClaim) -> int:
    """Where the words that may date a figure end: the next figure, which is not a date."""
    return min([here.end, *(start_of(q) for q in here.quantities if start_of(q) >= end_of(claim))])


# ---- by how much -----------------------------------------------------------------------------------------------------


def is_amount(here: Passage, claim: QuantityClaim) -> bool:
    """Whether a figure says by how much something changed or differs."""
    if claim.quantity.unit == POINTS:
        return True
    if marked(here, "by", claim):  # before "from": "ein Aufschlag von 31 Prozent" starts from nothing
        return True
    if marked(here, "from", claim) or marked(here, "to", claim):
        return False
    return is_percent(claim) and (compares(here, claim) or _changed(here, claim))


def _changed(here: Passage, claim: QuantityClaim) -> bool:
    """Whether a verb of change stands right before a figure: "rose 12 percent"."""
    lead = here.document.text[here.lead_start(claim) : start_of(claim)]
    verb = table(here.document.source.language, "change")
    return any(not lead[found.end() :].strip() for found in verb.finditer(lead))


def compares(here: Passage, claim: QuantityClaim) -> bool:
    """Whether "more", "fewer" or the like follows a figure before the clause ends."""
    comma = here.document.text.find(",", end_of(claim), here.end)
    tail = min(here.tail_end(claim), end_of(claim) + _BESIDE, here.end if comma < 0 else comma)
    return here.has("comparative", end_of(claim), tail)


def _nearest(here: Passage, amounts: list[QuantityClaim], ends: Ends, all_: list[Ends]) -> QuantityClaim | None:
    """The amount that stands nearest to these ends and to no others; None where two amounts claim the place."""
    near = [c for c in amounts if min(all_, key=lambda e: _distance(c, e)) is ends and c not in ends.claims]
    own = [c for c in near if not _leads_elsewhere(here, c, ends)]
    return own[0] if len(own) == 1 else None


def _leads_elsewhere(here: Passage, claim: QuantityClaim, ends: Ends) -> bool:
    """Whether an amount comes with an end of its own: "rose by 4 percent to 312 million, and profit fell from"."""
    following = next((c for c in here.quantities if start_of(c) >= end_of(claim)), None)
    return following is not None and following not in ends.claims and marked(here, "to", following)


def _distance(claim: QuantityClaim, ends: Ends) -> int:
    first, last = min(map(start_of, ends.claims)), max(map(end_of, ends.claims))
    return first - end_of(claim) if end_of(claim) <= first else start_of(claim) - last


def _amount_before(scene: Scene) -> QuantityClaim | None:
    """The only amount of the sentence before, where this one goes on about the same thing with a pronoun."""
    if not scene.before or not _opens_with_pronoun(scene.here):
        return None
    return _only_amount(scene.before[-1])


def _amount_after(scene: Scene) -> QuantityClaim | None:
    """The only amount of the next sentence, if that begins with it: "The rise of 30 per cent was due to ..."."""
    if not scene.after:
        return None
    following = scene.after[0]
    amount = _only_amount(following)
    if amount is None or len(following.quantities) > 1:
        return None
    opens = start_of(amount) - following.start <= _OPENING and marked(following, "by", amount)
    return amount if opens or _opens_with_pronoun(following) else None


def _opens_with_pronoun(here: Passage) -> bool:
    opener = here.find("pronoun")
    return opener is not None and opener.start() == here.start


def _only_amount(here: Passage) -> QuantityClaim | None:
    """The percentage by which something changed, where a sentence names one such amount."""
    amounts = [c for c in here.quantities if is_amount(here, c)]
    return amounts[0] if len(amounts) == 1 and is_percent(amounts[0]) else None


# ---- by so much to this, and what it was before told in a sentence nearby --------------------------------------------


def _by_to(scene: Scene, by: QuantityClaim) -> Iterator[Change]:
    here = scene.here
    after = [c for c in here.quantities if marked(here, "to", c) and (related(c, by) or is_percent(by))]
    if len(after) != 1:
        return
    before = [c for p in scene.around for c in p.quantities if _was(p, c, after[0])]
    if len(before) == 1:
        ends = Ends.of(before[0], after[0])
        yield Change(ends, by, _way(here, ends, by))


def _was(passage: Passage, claim: QuantityClaim, now: QuantityClaim) -> bool:
    """Whether a figure is the earlier state of another: same unit, in a clause that looks back."""
    if claim is now or claim.aspect is Aspect.CHANGE or not related(claim, now) or is_amount(passage, claim):
        return False
    counted = claim.quantity.unit is None and has_noun(claim)
    one = _same_subject(claim, now) or (now in passage.claims and not counted)
    return one and passage.has("previous", passage.lead_start(claim), _reach(passage, claim))


def _same_subject(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether two figures measure one thing as far as the lexicon knows."""
    return a.subject.concept is not None and a.subject.concept == b.subject.concept


_FACTORS = {"doubled": Decimal(2), "tripled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}


def _times(here: Passage) -> Times | None:
    """The factor that a sentence names, unless it is hedged or denied."""
    for signal, factor in _FACTORS.items():
        found = here.find(signal)
        if found and not here.has("hedged", max(here.start, found.start() - _HEDGE), found.start()):
            return None if here.has("not") else Times(found[0], factor)
    return None


# ---- which way -------------------------------------------------------------------------------------------------------


def _way(here: Passage, ends: Ends, by: QuantityClaim | None) -> Direction | None:
    """Up or down, if all that is said of the change agrees on it and nothing is denied."""
    said = {c.direction for c in (*ends.claims, by) if c is not None and c.source == here.document.id} - {None}
    return said.pop() if len(said) == 1 and not here.has("not") else None
