"""Where a sentence gives a total, a number of units and how much one unit has."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Kind
from claimcheck.rules._changes import is_amount, marked
from claimcheck.rules._kin import has_noun, is_percent, like, said, same_noun, same_thing
from claimcheck.rules._passages import end_of, start_of
from claimcheck.rules._sums import is_sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import QuantityClaim
    from claimcheck.rules._passages import Passage, Scene

_FAR = Decimal(4)
"""An average and a total further apart than this factor belong to different things."""
_CLOSE = Decimal("0.25")
"""How far a sum of money may lie from the price of the items beside it, as a share of that, to be meant as it."""
_BESIDE = 18
"""Code points from a figure to the "a year" that it is per."""
_NEAR = 30
"""Code points between figures of one product."""
_SENTENCE_BREAK = re.compile(r"[;]")


@dataclass(frozen=True, slots=True)
class Product:
    """``whole`` is ``count`` times ``one``."""

    whole: QuantityClaim
    count: QuantityClaim
    one: QuantityClaim


@dataclass(frozen=True, slots=True)
class Pace:
    """One flow, given per ``slow`` and again per ``fast``: "73,000 a year, or about 200 a day"."""

    slow: QuantityClaim
    fast: QuantityClaim


def products(scene: Scene) -> Iterator[Product]:
    """All that a sentence states in full."""
    yield from _each(scene.here)
    yield from _over_time(scene.here)
    yield from _average(scene)


def _each(here: Passage) -> Iterator[Product]:
    """As in "four batches of 24 each, 96 in all", "96 loaves, in four batches of 24 each"."""
    figures = [c for c in here.quantities if c.kind is not Kind.PERCENT and not is_amount(here, c)]
    for count, one in itertools.pairwise(figures):
        if not _per_item(here, count, one):
            continue
        wholes = [c for c in figures if c not in (count, one) and _alike(c, one) and _is_whole(here, c, count, one)]
        if len(wholes) == 1:
            yield Product(wholes[0], count, one)


def _alike(whole: QuantityClaim, one: QuantityClaim) -> bool:
    """Whether a total can be of the same as one item: one unit, or one noun, or none."""
    if not like(whole, one) or said(whole) <= said(one):
        return False
    return whole.quantity.unit is not None or same_thing(whole, one) or same_noun(whole, one) or not has_noun(whole)


def _per_item(here: Passage, count: QuantityClaim, one: QuantityClaim) -> bool:
    """Whether "each" ties a figure to the count right before it."""
    if count.kind is not Kind.COUNT or len(here.between(count, one)) > _NEAR or ":" in here.between(count, one):
        return False
    after = min(here.tail_end(one), end_of(one) + 8)
    tied = marked(here, "each_before", one) or here.has("each_after", end_of(one), after)
    return tied or marked(here, "each_of", count)


def _is_whole(here: Passage, whole: QuantityClaim, count: QuantityClaim, one: QuantityClaim) -> bool:
    """Whether a figure is said to be the product: summed up after it, or told right before it."""
    if start_of(whole) >= end_of(one):
        return is_sum(here, whole) or marked(here, "apposition", whole) or _comes_to(here, whole, count, one)
    return _follows(here, whole, count)


def _comes_to(here: Passage, whole: QuantityClaim, count: QuantityClaim, one: QuantityClaim) -> bool:
    """Whether a sum of money soon after a price is near what the items cost: "400 at £50 each brought in £21,000"."""
    made = said(count) * said(one)
    priced = one.kind is Kind.MONEY and len(here.between(one, whole)) <= 2 * _NEAR
    return priced and made > 0 and abs(said(whole) / made - 1) <= _CLOSE


def _follows(here: Passage, whole: QuantityClaim, count: QuantityClaim) -> bool:
    gap = here.document.text[end_of(whole) : start_of(count)]
    return len(gap) <= 2 * _NEAR and "," in gap and not _SENTENCE_BREAK.search(gap)


def _over_time(here: Passage) -> Iterator[Product]:
    """As in "32 million over four years, or 8 million a year"."""
    lengths = [c for c in here.quantities if c.kind is Kind.DURATION and said(c) > 1]
    for one in here.quantities:
        unit = per(here, one)
        counts = [c for c in lengths if c.quantity.unit == unit]
        wholes = [c for c in here.quantities if c is not one and _same_amount(c, one) and not per(here, c)]
        if unit and len(counts) == 1 and len(wholes) == 1 and marked(here, "apposition", one):
            yield Product(wholes[0], counts[0], one)


def _average(scene: Scene) -> Iterator[Product]:
    """As in "1.2 million minutes over 48,000 flights, 25 on average"; the count may stand in the sentence before."""
    here = scene.here
    earlier = [c for passage in scene.before[-1:] for c in passage.quantities]
    for one in here.quantities:
        if is_percent(one) or not _is_average(here, one) or per(here, one):
            continue
        near = [c for c in here.quantities if c is not one and not is_amount(here, c)]
        wholes = [c for c in near if _same_amount(c, one) and one.quantity.unit is not None and said(c) > said(one)]
        counts = [c for c in near or earlier if _is_many(c)] or [c for c in earlier if _is_many(c)]
        if len(wholes) == 1 and len(counts) == 1 and _in_reach(said(wholes[0]), said(counts[0]) * said(one)):
            yield Product(wholes[0], counts[0], one)


def _in_reach(whole: Decimal, made: Decimal) -> bool:
    """Whether a total and a product are near enough to be meant as the same."""
    return made > 0 and 1 / _FAR < whole / made < _FAR


def _is_many(claim: QuantityClaim) -> bool:
    return claim.kind is Kind.COUNT and has_noun(claim) and said(claim) > 1


def _is_average(here: Passage, claim: QuantityClaim) -> bool:
    begin = max(here.lead_start(claim), start_of(claim) - _BESIDE)
    return here.has("average", begin, start_of(claim)) or here.has("average", end_of(claim), end_of(claim) + _BESIDE)


def _same_amount(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether two figures have one unit, whatever they are per."""
    if {a.kind, b.kind} & {Kind.PERCENT, Kind.ORDINAL}:
        return False
    return like(a, b) or (a.kind is b.kind and _amount_unit(a) == _amount_unit(b))


def _amount_unit(claim: QuantityClaim) -> str:
    return (claim.quantity.unit or "").partition(" / ")[0]


def per(here: Passage, claim: QuantityClaim) -> str | None:
    """The unit of time that a figure is per: ``year`` of "1,800 hours a year"."""
    if claim.subject.per in TIMES:
        return claim.subject.per
    tail = here.document.text.find(",", end_of(claim), here.end)
    limit = min(here.end, end_of(claim) + _BESIDE, here.end if tail < 0 else tail)
    return next((unit for unit in TIMES if here.has(f"per_{unit}", start_of(claim), limit)), None)


TIMES = {"day": 1, "week": 7, "month": 30, "year": 365}
"""Units of time that flows are given in, in days."""


def paces(here: Passage) -> Iterator[Pace]:
    """Flows given twice, the second time after "or" or "that is"."""
    for one, two in itertools.pairwise(c for c in here.quantities if c.kind is not Kind.DURATION):
        a, b = per(here, one), per(here, two)
        if a and b and a != b and _same_amount(one, two) and marked(here, "apposition", two):
            slow, fast = (one, two) if TIMES[a] > TIMES[b] else (two, one)
            if has_noun(one) or one.quantity.unit == two.quantity.unit:
                yield Pace(slow, fast)
