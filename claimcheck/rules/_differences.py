"""Where a sentence says by how much one figure is more or less than another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Hedge
from claimcheck.rules._arithmetic import Fit, Value, change, fit, size
from claimcheck.rules._changes import marked
from claimcheck.rules._kin import has_noun, is_percent, like, said, same_thing, value
from claimcheck.rules._passages import digits_of, end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import QuantityClaim
    from claimcheck.rules._passages import Passage

_BESIDE = 16
"""Code points from a figure to the "more" or "fewer" that belongs to it: its noun may stand between."""
_COMPARES = (Hedge.MORE_THAN, Hedge.LESS_THAN)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FAR = Decimal(5)
"""Counts further apart than this factor are not compared by a difference."""
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
        one, other, by = value(self.one), _compared(self.other), value(self.by)
        if self.more is None:
            return fit(size(one - other), by) is Fit.APART
        if is_percent(self.by):
            return fit(size(change(other, one)), by) is Fit.APART
        return fit(other + by if self.more else other - by, one) is Fit.APART


def _compared(claim: QuantityClaim) -> Value:
    """The figure after "more than", where the words compare and do not hedge."""
    return Value.exactly(said(claim)) if claim.quantity.hedge in _COMPARES else value(claim)


def differences(here: Passage) -> Iterator[Difference]:
    """All that a sentence states in full and that no reading of it bears out."""
    for by in here.quantities:
        if by.quantity.value is None or by.quantity.hedge in _COMPARES:
            continue
        readings = list(_readings(here, by))
        if readings and all(reading.off for reading in readings):
            yield readings[0]


def _readings(here: Passage, by: QuantityClaim) -> Iterator[Difference]:
    """What a difference may be one of, the nearest figures first."""
    if (more := _comparative(here, by)) is None:
        return
    if (other := _compared_with(here, by)) is not None:
        for one in reversed(_before(here, by)):
            looks_back = here.has("previous", end_of(by), min(here.end, end_of(other) + _BESIDE))
            if _one_kind(one, other, looks_back=looks_back):
                yield Difference(one, other, by, more)
    elif marked(here, "apposition", by) and not is_percent(by):
        yield from _distance(here, by)


def _comparative(here: Passage, by: QuantityClaim) -> bool | None:
    """Whether "more" (True) or "less" (False) follows a figure."""
    following = min([here.end, *(digits_of(c)[0] for c in here.quantities if start_of(c) >= end_of(by))])
    limit = min(following, end_of(by) + _BESIDE)
    for signal, answer in (("more", True), ("less", False)):
        found = here.find(signal, start_of(by), limit)
        if found and "," not in here.document.text[end_of(by) : found.start()]:
            return answer
    return None


def _compared_with(here: Passage, by: QuantityClaim) -> QuantityClaim | None:
    """The figure after "than"."""
    following = next((c for c in here.quantities if start_of(c) >= end_of(by)), None)
    found = here.find("than", end_of(by), digits_of(following)[0]) if following is not None else None
    if found is None or following is None or start_of(following) - found.end() > _NEAR or _is_year(following):
        return None
    return following if is_percent(by) or like(following, by) else None


def _is_year(claim: QuantityClaim) -> bool:
    """Whether a bare number may as well be a year: "six percent fewer than 2024"."""
    return claim.quantity.unit is None and not has_noun(claim) and bool(_YEAR.fullmatch(claim.quantity.literal))


def _before(here: Passage, by: QuantityClaim) -> list[QuantityClaim]:
    return [c for c in here.quantities if end_of(c) <= start_of(by)]


def _one_kind(a: QuantityClaim, b: QuantityClaim, *, looks_back: bool) -> bool:
    """Whether two figures can differ by so much: like figures; counts, which have no unit, of one thing and size."""
    if not like(a, b) or not said(a) or not said(b):
        return False
    if a.quantity.unit is not None and a.quantity.unit == b.quantity.unit:
        return True
    one_thing = looks_back or same_thing(a, b) or not has_noun(b)
    return one_thing and 1 / _FAR < said(a) / said(b) < _FAR


def _distance(here: Passage, by: QuantityClaim) -> Iterator[Difference]:
    """As in "610 votes to the 585 of her rival, that is 25 more": the last two figures before it."""
    earlier = [c for c in _before(here, by) if like(c, by)]
    if len(earlier) == 2 and all(said(c) > said(by) for c in earlier):
        yield Difference(earlier[0], earlier[1], by, None)
