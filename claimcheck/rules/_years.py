"""Years of age and years since: a length of time that leads back to a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.model import Kind, Period, PeriodClaim, Precision, QuantityClaim
from claimcheck.rules._arithmetic import Value
from claimcheck.rules._passages import end_of, start_of

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim, Document
    from claimcheck.rules._passages import Passage

_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_COARSE = (Precision.CENTURY, Precision.DECADE)


def years(claim: AnyClaim) -> Value | None:
    """How many years a length of time has; the number of an ordinal ("150th"); None for anything else."""
    if not isinstance(claim, QuantityClaim) or claim.quantity.value is None:
        return None
    if claim.kind is Kind.ORDINAL or claim.quantity.unit == "year":
        return Value.of(claim.quantity)
    return None


def explicit_year(claim: AnyClaim) -> int | None:
    """The calendar year that a date writes out."""
    if not isinstance(claim, PeriodClaim) or claim.period.first is None or claim.period.last is None:
        return None
    if claim.period.precision in _COARSE or claim.period.first.year != claim.period.last.year:
        return None
    return claim.period.first.year if _YEAR.search(claim.text) else None


def today(document: Document) -> Period | None:
    """The day a document speaks on, or the time between which it was written."""
    source = document.source
    if source.day is not None:
        return Period(timex=source.day.isoformat(), start=source.day, end=source.day)
    bounds = source.bounds
    if bounds is None or bounds.earliest is None or bounds.latest is None:
        return None
    return Period(timex="", start=bounds.earliest, end=bounds.latest)


def beside(here: Passage, claim: AnyClaim, signal: str, before: int = 0, after: int = 24) -> bool:
    """Whether a signal word stands in a figure's own words or close to them, with no other figure in between."""
    begin = max(here.lead_start(claim), start_of(claim) - before)
    return here.has(signal, begin, min(here.tail_end(claim), end_of(claim) + after))
