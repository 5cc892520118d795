"""Where a sentence says by how much one figure is more or less than another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.rules._arithmetic import Fit, change, fit, size
from claimcheck.rules._changes import marked
from claimcheck.rules._kin import is_percent, like, said, value
from claimcheck.rules._passages import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import QuantityClaim
    from claimcheck.rules._passages import Passage

_BESIDE = 14
"""Code points from a figure to the "more" or "fewer" that belongs to it: its noun may stand between."""
_NEAR = 40
"""Code points from "than" to the figure that is compared with."""


@dataclass(frozen=True, slots=True)
class Difference:
    """As in "``one``, ``by`` more than ``other``"; less if not ``more``, and None where only the distance is said."""

    one: QuantityClaim
    other: QuantityClaim
    by: QuantityClaim
    more: bool | None

    @property
    def off(self) -> bool:
        """Whether the difference surely is another one."""
        one, other, by = (value(c) for c in (self.one, self.other, self.by))
        if self.more is None:
            return fit(size(one - other), by) is Fit.APART
        if is_percent(self.by):
            return fit(size(change(other, one)), by) is Fit.APART
        return fit(other + by if self.more else other - by, one) is Fit.APART


def differences(here: Passage) -> Iterator[Difference]:
    """All that a sentence states in full."""
    for by in here.quantities:
        if (more := _comparative(here, by)) is None:
            continue
        if (other := _compared_with(here, by)) is not None:
            if (one := _before(here, by)) is not None:
                yield Difference(one, other, by, more)
        elif marked(here, "apposition", by) and not is_percent(by):
            yield from _distance(here, by)


def _comparative(here: Passage, by: QuantityClaim) -> bool | None:
    """Whether "more" (True) or "less" (False) follows a figure."""
    limit = min(here.tail_end(by), end_of(by) + _BESIDE)
    for signal, answer in (("more", True), ("less", False)):
        found = here.find(signal, start_of(by), limit)
        if found and "," not in here.document.text[end_of(by) : found.start()]:
            return answer
    return None


def _compared_with(here: Passage, by: QuantityClaim) -> QuantityClaim | None:
    """The figure after "than"."""
    found = here.find("than", end_of(by), here.tail_end(by))
    following = next((c for c in here.claims if start_of(c) >= end_of(by)), None)
    if found is None or following is None or following.quantity is None or start_of(following) - found.end() > _NEAR:
        return None
    return following if is_percent(by) or like(following, by) else None


def _before(here: Passage, by: QuantityClaim) -> QuantityClaim | None:
    """The figure right before a difference, of the same kind."""
    earlier = [c for c in here.quantities if end_of(c) <= start_of(by)]
    other = _compared_with(here, by)
    return earlier[-1] if earlier and other is not None and like(earlier[-1], other) else None


def _distance(here: Passage, by: QuantityClaim) -> Iterator[Difference]:
    """As in "1118 points ahead of Novak, who has 1046, that is 72 more": the last two figures before it."""
    earlier = [c for c in here.quantities if end_of(c) <= start_of(by) and like(c, by)]
    if len(earlier) == 2 and all(said(c) > said(by) for c in earlier):
        yield Difference(earlier[0], earlier[1], by, None)
