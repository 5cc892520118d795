"""Where a text gives the start, the end and the length of one stretch of time."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model import Kind, PeriodClaim, Precision, QuantityClaim
from claimcheck.rules._arithmetic import Value
from claimcheck.rules._calendar import same_day_in
from claimcheck.rules._kin import in_base_units
from claimcheck.rules._passages import end_of, start_of
from claimcheck.rules._years import explicit_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Period
from claimcheck.rules._passages import Passage, Scene

_FINE = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.MINUTE, Precision.HOUR)
_GAP = 60
"""Code points between the two ends of "from ... to ...": a weekday and a place may stand there."""


@dataclass(frozen=True, slots=True)
class Span:
    """The claims that give the ends, the stated length, and what the ends allow: the fewest and the most seconds.

    One claim gives both ends where the text names them in one breath.
    """

    ends: tuple[PeriodClaim, ...]
    length: QuantityClaim | PeriodClaim
    said: Value
    """The stated length in seconds."""
    bounds: tuple[Decimal, Decimal]


def spans(scene: Scene) -> Iterator[Span]:
    """All that a sentence names in full; the length may open the next sentence."""
    here = scene.here
    yield from _counted_on(here)
    lengths = [c for c in here.quantities if _is_length(here, c)]
    if len(lengths) > 1:
        return
    length = lengths[0] if lengths else _carried_on(scene)
    ends = stretch(here) or (_told(here) or _begun_before(scene) if lengths else None)
    if length is not None and ends is not None and (bounds := _bounds(ends)) is not None:
        yield Span(ends, length, in_base_units(length.quantity), bounds)


def _counted_on(here: Passage) -> Iterator[Span]:
    """As in "it began on 5 January and ended on 11 February, 57 days later", which is read as a date of its own."""
    for first, last, later in zip(here.periods, here.periods[1:], here.periods[2:], strict=False):
        days = _days_on(last, later) if here.between(last, later).strip() == "," else None
        if days is not None and here.has("later", start_of(later), end_of(later)) and _fine(first) and _fine(last):
            bounds = _bounds((first, last))
            if bounds is not None:
                said = Decimal(days * 86_400)
                yield Span((first, last), later, Value.exactly(said), bounds)


def _days_on(last: PeriodClaim, later: PeriodClaim) -> int | None:
    if last.period.first is None or later.period.first is None or later.period.first != later.period.last:
        return None
    return (later.period.first - last.period.first).days


def _fine(claim: PeriodClaim) -> bool:
    return claim.kind is Kind.DATE and claim.period.precision is Precision.DAY


def _is_length(here: Passage, claim: QuantityClaim) -> bool:
    """Whether a duration is how long something took, not an age or a time ago."""
    if claim.kind is not Kind.DURATION or claim.quantity.value is None:
        return False
    begin, end = max(here.lead_start(claim), start_of(claim) - 8), min(here.tail_end(claim), end_of(claim) + 14)
    return not any(here.has(signal, begin, end) for signal in ("old", "ago", "anniversary", "apart", "comparative"))


def _carried_on(scene: Scene) -> QuantityClaim | None:
    """The length at the very start of the next sentence: "Six weeks long the track is being renewed"."""
    if not scene.after:
        return None
    following = scene.after[0]
    first = following.claims[0]
    opens = first.start == following.start and isinstance(first, QuantityClaim) and _is_length(following, first)
    lasting = following.has("lasting", start_of(first), min(following.end, end_of(first) + 8))
    return first if opens and lasting and isinstance(first, QuantityClaim) else None


# ---- the two ends ----------------------------------------------------------------------------------------------------


def stretch(here: Passage) -> tuple[PeriodClaim, ...] | None:
    """As in "from 9 March to 2 April", as one claim or two; None if there is more than one such stretch."""
    dates = [c for c in here.periods if c.kind is not Kind.RECURRING]
    stretches: list[tuple[PeriodClaim, ...]] = [(c,) for c in dates if _is_stretch(here, c)]
    stretches += [(a, b) for a, b in itertools.pairwise(dates) if _from_to(here, a, b)]
    return stretches[0] if len(stretches) == 1 else None


def _is_stretch(here: Passage, claim: PeriodClaim) -> bool:
    inner = here.has("until", start_of(claim), end_of(claim))
    return inner and "/" in claim.period.timex


def _from_to(here: Passage, a: PeriodClaim, b: PeriodClaim) -> bool:
    gap = here.between(a, b)
    starts = here.has("since", max(here.start, start_of(a) - 10), start_of(a) + 4)
    return starts and len(gap) <= _GAP and here.has("until", end_of(a), start_of(b) + 4)


def _told(here: Passage) -> tuple[PeriodClaim, ...] | None:
    """As in "They left on 11 May and came home on 30 June": two dates, a word of beginning and one of ending."""
    dates = [c for c in here.periods if c.kind is not Kind.RECURRING and c.period.precision in _FINE]
    if len(dates) != 2:
        return None
    first, last = dates
    begun = here.has("begin", here.start, start_of(first))
    ended = here.has("end", end_of(first), here.end)
    return (first, last) if begun and ended else None


def _begun_before(scene: Scene) -> tuple[PeriodClaim, ...] | None:
    """As in "Work began in April 2024. After 18 months the wing was finished in October 2026"."""
    if not scene.before:
        return None
    begun, ended = ([c for c in p.periods if c.period.precision in _FINE] for p in (scene.before[-1], scene.here))
    if len(begun) != 1 or len(ended) != 1 or not scene.before[-1].has("begin") or not scene.here.has("end"):
        return None
    dated = all(explicit_year(c) is not None or _fine(c) for c in (*begun, *ended))
    return (begun[0], ended[0]) if dated else None


# ---- how long they lie apart -----------------------------------------------------------------------------------------


def _bounds(ends: tuple[PeriodClaim, ...]) -> tuple[Decimal, Decimal] | None:
    """The fewest and the most seconds between the ends; None where they are open, or the wrong way round."""
    if Kind.TIME in (ends[0].kind, ends[-1].kind):
        return _clock(ends[0].period, ends[-1].period)
    first, last = _in_order(ends[0], ends[-1]), ends[-1].period
    if first.start is None or first.end is None or last.start is None or last.end is None:
        return None
    if len(ends) == 1:
        days = (_day(last.end) - _day(first.start)).days
        return _days(days, days + 1)
    fewest = (_day(last.start) - _day(first.end)).days
    return _days(fewest, (_day(last.end) - _day(first.start)).days + 1) if fewest >= 0 else None


def _in_order(start: PeriodClaim, end: PeriodClaim) -> Period:
    """The period of a start; where its year is not written, that of the year that brings it before the end."""
    first, last = start.period, end.period
    if explicit_year(start) is not None or first.first is None or first.last is None or last.first is None:
        return first
    days = [same_day_in(day, last.first.year - later) for later in (0, 1) for day in (first.first, first.last)]
    fitting = [(a, b) for a, b in (days[:2], days[2:]) if a is not None and b is not None and a <= last.first]
    return first.model_copy(update={"start": fitting[0][0], "end": fitting[0][1]}) if fitting else first


def _clock(first: Period, last: Period) -> tuple[Decimal, Decimal] | None:
    if not isinstance(first.start, datetime) or not isinstance(last.start, datetime):
        return None
    passed = last.start.replace(tzinfo=None) - first.start.replace(tzinfo=None)
    if passed < timedelta(0):
        passed += timedelta(days=1)
    seconds = Decimal(int(passed.total_seconds()))
    return (seconds - 60, seconds + 60) if seconds > 0 else None


def _day(moment: object) -> datetime:
    if isinstance(moment, datetime):
        return datetime.combine(moment.date(), time())
    return datetime.combine(moment, time())  # type: ignore[arg-type]


def _days(fewest: int, most: int) -> tuple[Decimal, Decimal]:
    return Decimal(fewest * 86_400), Decimal(most * 86_400)
