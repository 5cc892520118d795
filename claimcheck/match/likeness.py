"""Whether two claims are about the same thing in the same scope."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from claimcheck.concepts import load as load_concepts
from claimcheck.concepts import related
from claimcheck.match.wording import alike
from claimcheck.model import Aspect, Cause, Kind, Precision, Status
from claimcheck.units import dimension

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model import AnyClaim, Subject


class Likeness(IntEnum):
    """How sure it is that two claims are about one thing."""

    UNLIKE = 0
    APART = 1
    """Alike, but a step of the decision order keeps them apart."""
    PROBABLE = 2
    CERTAIN = 3


@dataclass(slots=True, frozen=True)
class Judgement:
    """How alike two claims are, how much speaks for it, and what keeps them apart."""

    likeness: Likeness
    score: float = 0.0
    cause: Cause | None = None
    reason: str = ""


_GENERIC = "person"
"""A head so broad that it says nothing of what is counted: any two groups of people share it."""
_WEAK = (_GENERIC, "duration", "amount", "number", "level")
"""Concepts that say how much and not of what: only the words around them tell two figures apart."""
_SAME_FIGURE = 1.4
"""What the digits of a figure in common are worth; two words in common are worth as much."""
_SPEED = "[length] / [time]"
_RARE_UNIT = 1.4
"""What a compound unit in common is worth."""
_EQUAL = 0.7
"""What the very same value is worth."""
_NEAR_DATES = 0.7
"""What two written dates within a month are worth."""
_MONTH = 31
_WEEK = 6
_HEAD = 2.0
"""What the same state or measure is worth."""
_THING = 1.6
"""What the same counted noun is worth; where a source counts several of its kind, it takes a word in common as well."""
_ELLIPTIC = 1.2
"""What a guessed noun takes off."""
_STATED = 0.5
"""What it takes off that only one of two figures is said to be a total."""
_LABEL = 1.0
"""What the same word outside the lexicon is worth."""
_BOTH = 2
"""Two clauses that name each other's heads say one thing: "17 pupils were injured", "injured were 19 pupils"."""
_SCOPE = 0.7
"""What it is worth that one word narrows the same noun outside the lexicon in both: "pocket watches"."""
_WHOLE_CLAUSE = 0.7
"""What it is worth for a length of time that one clause is all about what the other names: "the debate lasted ..."."""
_NAMED = 1.4
"""What it is worth that one clause names what the other's figure is about."""
_WORDS = 1.35
"""Least score of two figures that no head names: two words in common."""
_DATE_WORDS = 2.05
"""The same for dates, of which any report has many."""
_UNLIKE = Judgement(Likeness.UNLIKE)
_TOTALS = (Aspect.TOTAL, Aspect.CUMULATIVE)
_WHOLE = (None, Aspect.TOTAL, Aspect.CUMULATIVE, Aspect.LEVEL)
"""Aspects under which a figure is the figure of the whole."""


def judge(a: AnyClaim, b: AnyClaim) -> Judgement:
    """Whether two claims of one dimension are about one thing."""
    base = _subjects(a, b)
    if base.likeness is Likeness.UNLIKE:
        return base
    for test in (_roles, _aspects, _rates, _statuses, _scopes, _places, _voices):
        apart = test(a, b)
        if apart is not None:
            return Judgement(Likeness.APART, base.score, *apart)
    return base


def _subjects(a: AnyClaim, b: AnyClaim) -> Judgement:
    """How alike the subjects are: the heads first, then what else the two clauses share."""
    x, y = a.subject, b.subject
    shared = 0.7 * min(len(set(x.context) & set(y.context)), 3) + _coincidence(a, b)
    shared -= _ELLIPTIC * sum(map(_elliptic, (a, b)))
    shared -= _STATED * ((a.aspect in _TOTALS) != (b.aspect in _TOTALS))
    if x.concept and y.concept:
        shared += _WHOLE_CLAUSE if a.kind is Kind.DURATION and _within(x, y) else 0.0
        told = (y.concept in _around(x)) + (x.concept in _around(y))
        return _by_concept(x.concept, y.concept, shared, told=told, kind=a.kind)
    if x.label and y.label and alike(x.label, y.label):
        shared += _SCOPE if set(x.scope) & set(y.scope) else 0.0
        return Judgement(Likeness.PROBABLE if x.concept or y.concept else Likeness.CERTAIN, _LABEL + shared)
    if a.kind in (Kind.COUNT, Kind.ORDINAL, Kind.RANGE) and x.label and y.label:
        return _UNLIKE
    return _by_context(a, b, shared)


def _within(x: Subject, y: Subject) -> bool:
    """Whether one clause names nothing that the other does not name too."""
    ours, theirs = set(x.context), set(y.context)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _elliptic(claim: AnyClaim) -> bool:
    """Whether a count stands without its noun ("Seven of them"), so that its subject was guessed from words nearby.

    A verb that says what happened ("four died") needs no noun.
    """
    if claim.kind is not Kind.COUNT or claim.start is None or claim.subject.label in claim.text:
        return False
    concept = load_concepts().get(claim.subject.concept or "")
    return concept is None or concept.kind != "role"


def _is_thing(name: str) -> bool:
    """Whether a concept is a plain noun that is counted; a state or a measure says more of what a figure is about."""
    concept = load_concepts().get(name)
    return concept is not None and concept.kind == "thing"


def _around(subject: Subject) -> set[str]:
    """The words around a head, those that narrow it included."""
    return {*subject.context, *subject.scope}


def _by_concept(x: str, y: str, shared: float, *, told: int, kind: Kind) -> Judgement:
    """By how the heads stand to each other; ``told``: how many of the clauses name the other's head."""
    relation = related(x, y)
    both_named = relation == "unrelated" and told == _BOTH
    if both_named or (relation in ("broader", "narrower") and _GENERIC in (x, y) and told):
        return Judgement(Likeness.PROBABLE, _NAMED + shared)
    if relation == "same" and x in _WEAK:
        return Judgement(Likeness.PROBABLE, shared) if shared > 0 else _UNLIKE
    if relation == "same":
        if kind is Kind.DURATION:
            return Judgement(Likeness.PROBABLE, 0.7 + shared)  # many lengths of time belong to one event
        return Judgement(Likeness.CERTAIN, (_THING if _is_thing(x) else _HEAD) + shared)
    if relation in ("broader", "narrower") and _GENERIC not in (x, y):
        return Judgement(Likeness.PROBABLE, 1 + shared)
    return _UNLIKE


def _by_context(a: AnyClaim, b: AnyClaim, shared: float) -> Judgement:
    """A claim without a head may be about what the other's clause names, or share enough of its words."""
    x, y = a.subject, b.subject
    if _opposed(x, y):
        return _UNLIKE
    named = bool({x.concept, y.concept} & {*x.context, *y.context} - {None})
    least = _DATE_WORDS if a.quantity is None else _WORDS
    score = shared + (_NAMED if named else 0.0)
    return Judgement(Likeness.PROBABLE, score) if score >= least else _UNLIKE


def _opposed(x: Subject, y: Subject) -> bool:
    """Whether the one clause speaks of burglaries and the other of frauds: concepts kept apart, and none in common."""
    known = load_concepts().keys()
    ours, theirs = known & _named(x), known & _named(y)
    return not _named(x) & _named(y) and any(related(p, q) == "apart" for p in ours for q in theirs)


def _named(subject: Subject) -> set[str]:
    """What a clause names."""
    return {*subject.context, *filter(None, (subject.concept, subject.label))}


def _coincidence(a: AnyClaim, b: AnyClaim) -> float:
    """What a rare thing in common is worth: the same digits, swapped digits, a unit such as euros per square metre."""
    if a.quantity is None:
        return _NEAR_DATES if _near_dates(a, b) else 0.0
    figure = _SAME_FIGURE if same_figure(a, b) else (_EQUAL if _equal(a, b) else 0.0)
    return figure + (_RARE_UNIT if _rare_unit(a, b) else 0.0)


def _rare_unit(a: AnyClaim, b: AnyClaim) -> bool:
    """Whether both are per the same thing, such as euros per square metre; speeds are too common to tell anything."""
    if a.subject.per and a.subject.per == b.subject.per and a.kind is Kind.MONEY:
        return True
    x, y = (c.quantity.unit if c.quantity else None for c in (a, b))
    return x is not None and y is not None and "/" in x and "/" in y and dimension(x) != _SPEED


def _equal(a: AnyClaim, b: AnyClaim) -> bool:
    """Whether two measures give the very same number in one unit."""
    if a.quantity is None or b.quantity is None or a.kind is Kind.COUNT or a.quantity.value is None:
        return False
    return a.quantity.value == b.quantity.value and a.quantity.unit == b.quantity.unit


def _near_dates(a: AnyClaim, b: AnyClaim) -> bool:
    """Whether two dates lie within a month, both written ("12 December"), or within a week, one of them a weekday."""
    x, y = (c.period.first if c.period and c.period.precision is Precision.DAY else None for c in (a, b))
    written = (_written_day(a) is not None) + (_written_day(b) is not None)
    return x is not None and y is not None and abs((x - y).days) <= (-1, _WEEK, _MONTH)[written]


def _written_day(claim: AnyClaim) -> date | None:
    """The day that a claim names by its number."""
    period = claim.period
    if period is None or period.precision is not Precision.DAY or not any(d.isdigit() for d in claim.text):
        return None
    return period.first


def same_figure(a: AnyClaim, b: AnyClaim) -> bool:
    """Whether one figure may have become the other: the same two or more digits, in the same or in swapped order."""
    x, y = (_digits(c) for c in (a, b))
    return len(x) > 1 and len(x) == len(y) and (x == y or (x != y and sorted(x) == sorted(y)))


def _digits(claim: AnyClaim) -> str:
    if claim.quantity is None or claim.quantity.value is None:
        return ""
    return "".join(map(str, claim.quantity.value.normalize().as_tuple().digits)).strip("0")


def _roles(a: AnyClaim, b: AnyClaim) -> tuple[Cause, str] | None:
    x, y = a.subject.role, b.subject.role
    if x and y and x != y and related(x, y) not in ("broader", "narrower"):
        return Cause.DIFFERENT_SCOPE, "role"
    return None


def _aspects(a: AnyClaim, b: AnyClaim) -> tuple[Cause, str] | None:
    if a.aspect is b.aspect or (a.aspect in _WHOLE and b.aspect in _WHOLE):
        return None
    if a.kind not in (Kind.COUNT, Kind.RANGE) and {a.aspect, b.aspect} == {None, Aspect.CHANGE}:
        return None  # "revenue: plus 19 percent" need not say that it is a change
    if Aspect.PER in (a.aspect, b.aspect):
        return Cause.DIFFERENT_PERIOD, "aspect"
    return Cause.DIFFERENT_SCOPE, "aspect"


def _rates(a: AnyClaim, b: AnyClaim) -> tuple[Cause, str] | None:
    """Sums per different things: an hour and a day."""
    x, y = a.subject.per, b.subject.per
    return (Cause.DIFFERENT_SCOPE, "per") if x and y and x != y else None


def _statuses(a: AnyClaim, b: AnyClaim) -> tuple[Cause, str] | None:
    if {a.status, b.status} == {Status.PLANNED, Status.DONE}:
        return Cause.PLANNED_FOR_DONE, "status"
    return None


def _scopes(a: AnyClaim, b: AnyClaim) -> tuple[Cause, str] | None:
    """Modifiers on both sides, none in common."""
    x, y = set(a.subject.scope), set(b.subject.scope)
    return (Cause.DIFFERENT_SCOPE, "scope") if x and y and not x & y else None


def _places(a: AnyClaim, b: AnyClaim) -> tuple[Cause, str] | None:
    """A country, or a city, beside each figure, and not the same."""
    x, y = a.subject.place, b.subject.place
    if x and y and x != y and x.partition(":")[0] == y.partition(":")[0]:
        return Cause.DIFFERENT_SCOPE, "places"
    return None


def _voices(a: AnyClaim, b: AnyClaim) -> tuple[Cause, str] | None:
    """Two parties, each named in its text as the one who says so; a slip of the pen is nobody's view."""
    x, y = a.voice, b.voice
    if not x or not y or x == y or same_figure(a, b):
        return None
    known = load_concepts()
    if x in known and y in known and related(x, y) in ("broader", "narrower"):
        return None
    return Cause.ATTRIBUTION, "voices"
