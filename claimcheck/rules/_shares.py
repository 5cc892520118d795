"""Where a sentence says which share of a whole a part is."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.rules._changes import is_amount, marked
from claimcheck.rules._kin import is_percent, like, said, same_thing
from claimcheck.rules._passages import digits_of, end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import QuantityClaim
    from claimcheck.rules._passages import Passage, Scene

_OF = re.compile(
    r"\s*(?:of|out of|von|der|des)(?:\s+(?:the|its|their|his|her|all|den|insgesamt|ihren|seinen|all its))*\s*"
)
_BRACKET = re.compile(r"[^()\d,;.]{0,40}\(\s*")
_NEAR = 48
"""Code points between a part and the share it is said to be."""
_BESIDE = 30


@dataclass(frozen=True, slots=True)
class Share:
    """``part`` is ``share`` of ``whole``."""

    whole: QuantityClaim
    part: QuantityClaim
    share: QuantityClaim


def parts_of(here: Passage) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """All "11 of the 40 boats": the part and its whole."""
    figures = here.quantities
    for part, whole in itertools.pairwise(figures):
        if like(part, whole) and _OF.fullmatch(_after_digits(here, part, whole)) and not marked(here, "from", part):
            yield part, whole


def _after_digits(here: Passage, part: QuantityClaim, whole: QuantityClaim) -> str:
    """What stands between two figures, the first one's noun included: "11 of the 40 boats" has none."""
    return here.document.text[digits_of(part)[1] : start_of(whole)]


def shares(scene: Scene) -> Iterator[Share]:
    """All shares that a sentence states beside their part."""
    here = scene.here
    for part, whole in parts_of(here):
        yield from _beside(here, part, whole)
    yield from _of_whole(here)
    for share in filter(is_percent, here.quantities):
        if not is_amount(here, share):
            yield from _apposed(scene, share)


def _beside(here: Passage, part: QuantityClaim, whole: QuantityClaim) -> Iterator[Share]:
    """As in "10 of the 40 boats (25 percent)", "10 of 40 boats, or 25 percent"."""
    following = next((c for c in here.quantities if start_of(c) >= end_of(whole)), None)
    if following is not None and is_percent(following) and not is_amount(here, following):
        gap = here.between(whole, following)
        if _BRACKET.fullmatch(gap) or (marked(here, "apposition", following) and len(gap) <= _NEAR):
            yield Share(whole, part, following)


def _of_whole(here: Passage) -> Iterator[Share]:
    """As in "two thirds of the 900 pupils, or 600"."""
    figures = here.quantities
    for share, whole, part in zip(figures, figures[1:], figures[2:], strict=False):
        of_it = is_percent(share) and not is_amount(here, share) and _OF.fullmatch(_after_digits(here, share, whole))
        near = start_of(part) - end_of(whole) <= _BESIDE
        if of_it and near and like(part, whole) and marked(here, "apposition", part):
            yield Share(whole, part, share)


def _apposed(scene: Scene, share: QuantityClaim) -> Iterator[Share]:
    """As in "a third of them, that is 400 homes", "250,000 of them, or 40 per cent"; the whole is the figure before."""
    here = scene.here
    figures = list(here.quantities)
    at = figures.index(share)
    part = figures[at + 1] if at + 1 < len(figures) and _explains(here, share, figures[at + 1]) else None
    earlier = figures[:at]
    restated = part is None and bool(earlier) and marked(here, "apposition", share)
    if restated:
        part, earlier = earlier[-1], earlier[:-1]
    if part is None or (whole := _whole(scene, earlier, part)) is None:
        return
    if not restated or _stands_near(here, part, share) or same_thing(part, whole):
        yield Share(whole, part, share)


def _explains(here: Passage, share: QuantityClaim, part: QuantityClaim) -> bool:
    of_it = here.has("of_which", end_of(share), min(here.end, end_of(share) + _BESIDE))
    return of_it and marked(here, "apposition", part) and start_of(part) - end_of(share) <= _NEAR


def _stands_near(here: Passage, part: QuantityClaim, share: QuantityClaim) -> bool:
    return len(here.between(part, share)) <= _BESIDE


def _whole(scene: Scene, earlier: list[QuantityClaim], part: QuantityClaim) -> QuantityClaim | None:
    """The nearest figure before that is like the part and larger; in the sentence before, if this one has none."""
    for figures in (earlier, *(list(p.quantities) for p in reversed(scene.before[-1:]))):
        if fitting := [c for c in figures if like(c, part) and said(c) > said(part)]:
            return fitting[-1]
    return None
