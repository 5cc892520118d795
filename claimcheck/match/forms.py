"""What matching looks at in a claim, worked out once: claims that say the same share one form.

Reports of one story repeat each other. Each two forms are judged once, however many sources have them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from claimcheck.concepts import load as load_concepts
from claimcheck.match.values import CALENDAR, core, dimension_of, middle
from claimcheck.model import Aspect, Kind, Precision, Status
from claimcheck.units import dimension

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from datetime import date
    from decimal import Decimal

    from claimcheck.model import AnyClaim, Interval, Period

_SPEED = "[length] / [time]"
_COMMON = (
    "[count]", "[ordinal]", "[recurring]", "[time]", "[percent]", "[percentage_point]", "[magnitude]", "[angle]",
)  # fmt: skip
"""Dimensions of which any report may have several values, or that every agency measures in its own way."""
_MUTE = frozenset({"age", "amount", "paid", "value", "weight", "share"})
"""Measures that say how much and not of what or whom."""
_CLOCK = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)
_DAYS = (Precision.DAY, Precision.DAYPART)
_PARTIAL = (Aspect.PART, Aspect.NEW, Aspect.CHANGE)


@dataclass(slots=True, eq=False)
class Form:
    """The value and the subject of claims that say the same; two forms are equal only if they are one object."""

    kind: Kind
    dimension: str
    concept: str | None
    label: str
    context: frozenset[str]
    scope: frozenset[str]
    per: str | None
    role: str | None
    place: str | None
    voice: str | None
    event: str | None
    aspect: Aspect | None
    status: Status | None
    when: Period | None
    elliptic: bool
    """Whether a count stands without its noun ("Seven of them"), so that its subject was guessed from words nearby."""
    unit: str | None
    compound: bool
    """Whether its unit is one per another, such as euros per square metre; speeds are too common to tell anything."""
    value: Decimal | None
    digits: str
    """The significant digits, without zeros at either end."""
    day: date | None
    """The day of a date that is as fine as a day."""
    fineness: str
    """Of a date: whether it is a day, a time of day, or a longer period and which."""
    written: bool
    """Whether that day is named by its number."""
    core: Interval
    middle: Decimal
    partial: bool
    """Whether the figure is one of a part, so that another of the whole may stand beside it."""
    sole: bool
    """Whether its source names one such measure only: one weight, one speed, one day to come."""
    calendar: bool = field(init=False)
    """Whether it is a date, a time or a day that comes again."""
    headless: bool = field(init=False)
    """Whether no head says what the figure is about: none is known, or one that says how much and not of what."""
    around: frozenset[str] = field(init=False)
    """The words around the head, those that narrow it included."""
    named: frozenset[str] = field(init=False)
    """What the clause names."""
    anagram: str = field(init=False)
    """The digits in order: figures with swapped digits have the same."""

    def __post_init__(self) -> None:
        self.calendar = self.kind in CALENDAR
        share = self._is_share()
        self.headless = share or self.concept is None or self.concept in _MUTE
        if share:
            self.context |= {self.concept or ""}
        self.around = self.context | self.scope
        self.named = self.context.union(filter(None, (self.concept, self.label)))
        self.anagram = "".join(sorted(self.digits))

    def _is_share(self) -> bool:
        """Whether it is a share of things: "40 percent of the victims" says of whom, and not what of them."""
        concept = load_concepts().get(self.concept or "") if self.kind is Kind.PERCENT else None
        return concept is not None and concept.kind == "thing"


class Forms:
    """The forms of some claims."""

    def __init__(self) -> None:
        """Start with none."""
        self._known: dict[Hashable, Form] = {}

    def of(self, claim: AnyClaim, *, sole: bool = False) -> Form:
        """The form of a claim; the same object for all claims that say the same."""
        key = (*_key(claim), sole)
        if (known := self._known.get(key)) is None:
            known = self._known[key] = form(claim, sole=sole)
        return known


def soles(claims: Sequence[AnyClaim]) -> set[str]:
    """The ids of the claims of one dimension whose source names no other value of it, where reports rarely do.

    Of dates these are the days to come that are named by their number: most reports have one, if any.
    """
    if not claims or dimension_of(claims[0]) in _COMMON or claims[0].kind is Kind.MONEY:
        return set()
    by_source: dict[str, list[AnyClaim]] = defaultdict(list)
    for claim in claims:
        if claim.quantity is not None or _is_planned_day(claim):
            by_source[claim.source].append(claim)
    alone = (said for said in by_source.values() if all(core(said[0]).meets(core(other)) for other in said))
    return {claim.id for said in alone for claim in said}


def _is_planned_day(claim: AnyClaim) -> bool:
    day = _day(claim)
    if day is None or not _has_digit(claim):
        return False
    said = claim.period.anchor if claim.period is not None else None
    said = said.date() if isinstance(said, datetime) else said
    return claim.status is Status.PLANNED or (said is not None and day > said)


def form(claim: AnyClaim, *, sole: bool = False) -> Form:
    """A form of its own for a claim."""
    subject, quantity = claim.subject, claim.quantity
    day = _day(claim)
    unit = quantity.unit if quantity is not None else None
    interval = core(claim)
    return Form(
        kind=claim.kind,
        dimension=dimension_of(claim),
        concept=subject.concept,
        label=subject.label,
        context=frozenset(subject.context),
        scope=frozenset(subject.scope),
        per=subject.per,
        role=subject.role,
        place=subject.place,
        voice=claim.voice,
        event=claim.event,
        aspect=claim.aspect,
        status=claim.status,
        when=claim.when,
        elliptic=_elliptic(claim),
        unit=unit,
        compound=unit is not None and "/" in unit and dimension(unit) != _SPEED,
        value=quantity.value if quantity is not None else None,
        digits=_digits(claim),
        day=day,
        fineness=_fineness(claim.period if quantity is None else None),
        written=day is not None and _has_digit(claim),
        core=interval,
        middle=middle(interval),
        partial=claim.aspect in _PARTIAL,
        sole=sole,
    )


def _key(claim: AnyClaim) -> tuple[Hashable, ...]:
    """All of a claim that its form is made of."""
    q, s, p, when = claim.quantity, claim.subject, claim.period, claim.when
    return (
        claim.kind,
        (q.value, q.low, q.high, q.low_open, q.high_open, q.unit) if q is not None else None,
        (p.start, p.end, p.precision, _has_digit(claim)) if p is not None else None,
        (s.concept, s.label, s.context, s.scope, s.per, s.role, s.place),
        (claim.voice, claim.event, claim.aspect, claim.status),
        (when.timex, when.start, when.end, when.precision, when.weekday) if when is not None else None,
        _elliptic(claim),
    )


def _elliptic(claim: AnyClaim) -> bool:
    """Whether a count stands without its noun; a verb that says what happened ("four died") needs none."""
    if claim.kind is not Kind.COUNT or claim.start is None or claim.subject.label in claim.text:
        return False
    concept = load_concepts().get(claim.subject.concept or "")
    return concept is None or concept.kind != "role"


def _has_digit(claim: AnyClaim) -> bool:
    return any(d.isdigit() for d in claim.text)


def _day(claim: AnyClaim) -> date | None:
    period = claim.period
    return period.first if period is not None and period.precision is Precision.DAY else None


def _fineness(period: Period | None) -> str:
    if period is None:
        return ""
    if period.precision in _CLOCK:
        return "clock"
    return "day" if period.precision in (None, *_DAYS) else str(period.precision)


def _digits(claim: AnyClaim) -> str:
    if claim.quantity is None or claim.quantity.value is None:
        return ""
    return "".join(map(str, claim.quantity.value.normalize().as_tuple().digits)).strip("0")
