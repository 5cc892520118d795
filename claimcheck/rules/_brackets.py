"""Where a text gives one measure twice, the second time in another unit."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.rules._changes import compares, is_amount
from claimcheck.rules._passages import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import QuantityClaim
from claimcheck.rules._passages import Passage

_OPENS = re.compile(r"^[^()\d,;.:]*[(\[]\s*(?P<lead>[^()\d]*)$")
_CLOSES = re.compile(r"\s*[)\],;/]")
"""A bracket that goes on after its figure says more than the figure before it: "3 miles (1,200 m by ladder)"."""
_WORDS = 5
"""So many words may stand between a figure and its bracket, "62 miles of the canal (100 kilometres)" ..."""
_LEAD = 3
"""... and so many in the bracket before its figure, "(a good 37 metres)"."""


@dataclass(frozen=True, slots=True)
class Restated:
    """A figure and the same in another unit."""

    said: QuantityClaim
    again: QuantityClaim


def restated(here: Passage) -> Iterator[Restated]:
    """All pairs of a sentence: in brackets, or after "umgerechnet", "equivalent to" and the like."""
    figures = here.quantities
    for said, again in itertools.pairwise(figures):
        units = said.quantity.unit, again.quantity.unit
        if is_amount(here, again) or compares(here, again) or here.has("and", end_of(said), start_of(again)):
            continue
        if all(units) and units[0] != units[1] and (_in_brackets(here, said, again) or _converted(here, said, again)):
            yield Restated(said, again)


def _in_brackets(here: Passage, said: QuantityClaim, again: QuantityClaim) -> bool:
    found = _OPENS.match(here.between(said, again))
    if found is None:
        return False
    inside = len(found["lead"].split())
    if not _CLOSES.match(here.document.text, end_of(again)):
        return False
    return inside <= _LEAD and len(found[0].split()) - inside <= _WORDS


def _converted(here: Passage, said: QuantityClaim, again: QuantityClaim) -> bool:
    between = here.between(said, again)
    return here.has("conversion", end_of(said), start_of(again)) and len(between.split()) <= _WORDS
