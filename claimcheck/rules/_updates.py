"""Figures that move with time: tolls that rise, stocks that move both ways."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.concepts import load as load_concepts
from claimcheck.model import Aspect, Cause, Kind, Precision
from claimcheck.rules._values import core

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model import AnyClaim, Comparison
    from claimcheck.rules._disputes import Dispute

_FINE = (Precision.DAY, Precision.DAYPART, Precision.HOUR, Precision.MINUTE, Precision.SECOND)


class Movement(StrEnum):
    """How the values of a dispute moved with time."""

    UPDATE = "update"
    CORRECTION = "correction"
    NONE = "none"


def movement(comparison: Comparison, dispute: Dispute) -> Movement:
    """Whether the camps of a dispute follow each other in time, and which way the figure went.

    The time is what the text states, else the day of publication. A cumulative figure may rise; a stock moves both
    ways; a fixed one never moves, unless the later text says that it did ("halved to 20"). Camps that speak of the same
    time do not follow each other.
    """
    changes = _changes(dispute.camps[0][0])
    told = [all(c.aspect is Aspect.LEVEL and c.direction is not None for c in camp) for camp in dispute.camps]
    if (changes == "fixed" and not any(told)) or (changes == "stock" and _one_time(dispute)):
        return Movement.NONE
    days = [[stated_at(comparison, c) for c in _own(dispute, camp)] for camp in dispute.camps]
    if dispute.cause is not None or any(day is None for camp in days for day in camp):
        return Movement.NONE  # a slip of the pen explains more than the passing of time
    spans = [(min(d for d in camp if d), max(d for d in camp if d)) for camp in days]
    if _follow(spans):
        return Movement.UPDATE if changes != "fixed" or told[-1] else Movement.NONE
    if not _follow(spans[::-1]) or (changes == "fixed" and not told[0]):
        return Movement.NONE
    return Movement.CORRECTION if changes == "cumulative" and not told[0] else Movement.UPDATE


def _own(dispute: Dispute, camp: tuple[AnyClaim, ...]) -> list[AnyClaim]:
    """The claims of a camp that no other camp's values fit: "at least eleven" says nothing against 17."""
    others = [core(c) for other in dispute.camps if other is not camp for c in other]
    own = [c for c in camp if not any(core(c).meets(o) for o in others)]
    return own or list(camp)


def _one_time(dispute: Dispute) -> bool:
    """Whether all claims name one and the same time for their figure: a rate of March stays the rate of March."""
    named = {_time(c) for c in dispute.claims}
    return len(named) == 1 and None not in named


def _time(claim: AnyClaim) -> date | None:
    """The day that a figure holds for, or the first one of the month or year that a rate holds for."""
    if claim.when is None or (claim.kind in (Kind.COUNT, Kind.RANGE) and claim.when.precision not in _FINE):
        return None
    return claim.when.first


def _follow(spans: list[tuple[date, date]]) -> bool:
    return all(before[1] < after[0] for before, after in pairwise(spans))


def _changes(claim: AnyClaim) -> str:
    concept = load_concepts().get(claim.subject.concept or "")
    if concept is None or (concept.kind != "measure" and claim.kind not in (Kind.COUNT, Kind.RANGE)):
        return "fixed"  # a share of the victims is no toll
    return concept.changes


def stated_at(comparison: Comparison, claim: AnyClaim) -> date | None:
    """As of when a figure was known: when someone is said to have given it, else the day of publication."""
    told = claim.when if claim.speaker and claim.when and claim.when.precision in _FINE else None
    period = claim.as_of or told
    if period is not None and period.first is not None:
        return period.first
    document = comparison.document(claim.source)
    return document.source.day if document else None


CAUSES = {Movement.UPDATE: Cause.UPDATE, Movement.CORRECTION: Cause.CORRECTION}
