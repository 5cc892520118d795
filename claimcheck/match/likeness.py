"""Whether two claims are about the same thing in the same scope."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.concepts import ancestors, related
from claimcheck.concepts import load as load_concepts
from claimcheck.match.wording import alike
from claimcheck.model import Aspect, Cause, Kind, Status

if TYPE_CHECKING:
    from claimcheck.concepts import Relation
    from claimcheck.match.forms import Form


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


GENERIC = "person"
"""A head so broad that it says nothing of what is counted: any two groups of people share it."""
WEAK = (GENERIC, "duration", "amount", "number", "level")
"""Concepts that say how much and not of what: only the words around them tell two figures apart."""
_SAME_FIGURE = 1.4
"""What the digits of a figure in common are worth; two words in common are worth as much."""
_LONG_FIGURE = 2.1
"""The same for a figure of many digits."""
_MANY_DIGITS = 4
_LARGE = 100_000
_SCALES = (1000, 1_000_000)
_RARE_UNIT = 1.4
"""What a compound unit in common is worth."""
_SOLE = 1.0
"""What it is worth that either report names one such measure only."""
_EQUAL = 0.7
"""What the very same value is worth."""
_NEAR_DATES = 0.7
"""What two written dates within a month are worth, and as much that either report names one day to come only."""
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
_BROADER = 1.0
"""What it is worth that one head is the broader one: agreements and documents."""
_LABEL = 1.0
"""What the same word outside the lexicon is worth."""
_BOTH = 2
"""Two clauses that name each other's heads say one thing: "17 pupils were injured", "injured were 19 pupils"."""
_MUCH = 3
"""Words in common from which two clauses tell of one thing, whatever they call it."""
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
_SAYING = "announcement"
"""When something was said is not when it happened, and two people speak on two days."""
_REMEMBERED = 1 << 16
"""Pairs of concepts whose relation is remembered."""
_UNLIKE = Judgement(Likeness.UNLIKE)
_TOTALS = (Aspect.TOTAL, Aspect.CUMULATIVE)
_WHOLE = (None, Aspect.TOTAL, Aspect.CUMULATIVE, Aspect.LEVEL)
"""Aspects under which a figure is the figure of the whole."""


def judge(a: Form, b: Form) -> Judgement:
    """Whether two claims of one dimension are about one thing, by their forms."""
    base = _subjects(a, b)
    if base.likeness is Likeness.UNLIKE:
        return base
    for test in (_roles, _aspects, _rates, _statuses, _scopes, _places, _voices):
        apart = test(a, b)
        if apart is not None:
            return Judgement(Likeness.APART, base.score, *apart)
    return base


def _subjects(a: Form, b: Form) -> Judgement:
    """How alike the subjects are: the heads first, then what else the two clauses share."""
    if a.calendar and _of_two_kinds(a, b):
        return _UNLIKE
    if a.concept and b.concept:
        return _by_concept(a, b)
    if a.label and b.label and alike(a.label, b.label):
        shared = _shared(a, b) + (_SCOPE if a.scope & b.scope else 0.0)
        return Judgement(Likeness.PROBABLE if a.concept or b.concept else Likeness.CERTAIN, _LABEL + shared)
    if a.kind in (Kind.COUNT, Kind.ORDINAL, Kind.RANGE) and a.label and b.label:
        return _by_company(a, b)
    return _by_context(a, b)


def _by_company(a: Form, b: Form) -> Judgement:
    """Two nouns, one outside the lexicon, may name the same people where their clauses share much."""
    shared = len(a.context & b.context)
    if shared < _MUCH or not all(c.concept is None or GENERIC in ancestors(c.concept) for c in (a, b)):
        return _UNLIKE
    return Judgement(Likeness.PROBABLE, _shared(a, b))


def _of_two_kinds(a: Form, b: Form) -> bool:
    """Whether two dates cannot be one: a day and a year, the end and the beginning of a stretch, deed and word."""
    ends = {"until", "since"}
    other_end = (a.context ^ b.context) >= ends and a.context & ends and b.context & ends
    return a.fineness != b.fineness or bool(other_end) or (a.concept == _SAYING) != (b.concept == _SAYING)


def _shared(a: Form, b: Form) -> float:
    """What the two clauses share, less what makes it doubtful whether they speak of one thing."""
    shared = 0.7 * min(len(a.context & b.context), 3) + _coincidence(a, b)
    shared -= _ELLIPTIC * (a.elliptic + b.elliptic)
    return shared - _STATED * ((a.aspect in _TOTALS) != (b.aspect in _TOTALS))


def thousandfold(a: Form, b: Form) -> bool:
    """Whether one figure is the other with another scale word: the same digits, a thousand or a million times apart."""
    if not a.value or not b.value or a.unit != b.unit or len(a.digits) < 2 or a.digits != b.digits:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return low >= _LARGE and high / low in _SCALES


def _within(a: Form, b: Form) -> bool:
    """Whether one clause names nothing that the other does not name too."""
    ours, theirs = a.context, b.context
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _is_thing(name: str) -> bool:
    """Whether a concept is a plain noun that is counted; a state or a measure says more of what a figure is about."""
    concept = load_concepts().get(name)
    return concept is not None and concept.kind == "thing"


@lru_cache(_REMEMBERED)
def stand(x: str, y: str) -> Relation:
    """How two concepts stand to each other; remembered, since a lexicon has few and claims are many."""
    return related(x, y)


def _by_concept(a: Form, b: Form) -> Judgement:
    """By how the heads stand to each other."""
    x, y = a.concept or "", b.concept or ""
    relation = stand(x, y)
    if relation == "apart":
        return _UNLIKE
    if relation == "same":
        return _by_one_concept(a, b, x)
    if (worth := _worth_of_heads(a, b, relation)) is not None:
        return Judgement(Likeness.PROBABLE, worth + _shared_by_heads(a, b))
    sole = a.sole and b.sole and not a.calendar
    return _by_context(a, b) if a.headless or b.headless or sole else _UNLIKE


def _worth_of_heads(a: Form, b: Form, relation: Relation) -> float | None:
    """What two different heads are worth that may mean one thing; None where they say nothing."""
    x, y = a.concept or "", b.concept or ""
    told = (y in a.around) + (x in b.around)  # how many of the clauses name the other's head
    if thousandfold(a, b) and a.context & b.context:
        return 0.0  # the digits in common are worth enough
    if relation == "unrelated":
        return _NAMED if told == _BOTH else None
    if GENERIC in (x, y):
        return _NAMED if told else None
    broader = a if relation == "broader" else b
    return None if broader.headless else _BROADER


def _by_one_concept(a: Form, b: Form, concept: str) -> Judgement:
    """By the one head of both, and what else they share; a head that says little needs that."""
    shared = _shared_by_heads(a, b)
    if concept == _SAYING and a.calendar:
        return _by_context(a, b)
    if concept in WEAK:
        return Judgement(Likeness.PROBABLE, shared) if shared > 0 else _UNLIKE
    if a.kind is Kind.PERCENT and _is_thing(concept):  # a share of the same things, but perhaps another one
        return Judgement(Likeness.PROBABLE, _LABEL + shared) if shared > 0 else _UNLIKE
    if a.kind is Kind.DURATION:  # many lengths of time belong to one event
        return Judgement(Likeness.PROBABLE, 0.7 + shared)
    return Judgement(Likeness.CERTAIN, (_THING if _is_thing(concept) else _HEAD) + shared)


def _shared_by_heads(a: Form, b: Form) -> float:
    """What two clauses share whose heads the lexicon knows."""
    return _shared(a, b) + (_WHOLE_CLAUSE if a.kind is Kind.DURATION and _within(a, b) else 0.0)


def _by_context(a: Form, b: Form) -> Judgement:
    """A claim without a head may be about what the other's clause names, or share enough of its words."""
    named = any(not c.headless and (c.concept in a.context or c.concept in b.context) for c in (a, b))
    least = _DATE_WORDS if a.calendar else _WORDS
    score = _shared(a, b) + (_NAMED if named else 0.0)
    return Judgement(Likeness.PROBABLE, score) if score >= least and not _opposed(a, b) else _UNLIKE


def _opposed(a: Form, b: Form) -> bool:
    """Whether the one clause speaks of burglaries and the other of frauds: concepts kept apart, and none in common."""
    if a.named & b.named:
        return False
    known = load_concepts().keys()
    ours, theirs = known & a.named, known & b.named
    return any(stand(p, q) == "apart" for p in ours for q in theirs)


def _coincidence(a: Form, b: Form) -> float:
    """What a rare thing in common is worth: the same digits, swapped digits, a unit such as euros per square metre."""
    if a.calendar:
        return _NEAR_DATES * ((a.sole and b.sole) + _near_dates(a, b))
    return _figure(a, b) + (_RARE_UNIT if _rare_unit(a, b) else 0.0) + (_SOLE if a.sole and b.sole else 0.0)


def _figure(a: Form, b: Form) -> float:
    if same_figure(a, b):
        return _SAME_FIGURE if len(a.digits) < _MANY_DIGITS else _LONG_FIGURE
    return _EQUAL if _equal(a, b) else 0.0


def _rare_unit(a: Form, b: Form) -> bool:
    """Whether both are per the same thing, such as euros per square metre."""
    return (a.compound and b.compound) or bool(a.per and a.per == b.per and a.kind is Kind.MONEY)


def _equal(a: Form, b: Form) -> bool:
    """Whether two measures give the very same number in one unit."""
    return a.kind is not Kind.COUNT and a.value is not None and a.value == b.value and a.unit == b.unit


def _near_dates(a: Form, b: Form) -> bool:
    """Whether two dates lie within a month, both written ("12 December"), or within a week, one of them a weekday."""
    limit = (-1, _WEEK, _MONTH)[a.written + b.written]
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) <= limit


def same_figure(a: Form, b: Form) -> bool:
    """Whether one figure may have become the other: the same two or more digits, in one unit also swapped."""
    return len(a.digits) > 1 and a.anagram == b.anagram and (a.digits == b.digits or a.unit == b.unit)


def _roles(a: Form, b: Form) -> tuple[Cause, str] | None:
    x, y = a.role, b.role
    if x and y and x != y and stand(x, y) not in ("broader", "narrower"):
        return Cause.DIFFERENT_SCOPE, "role"
    return None


def _aspects(a: Form, b: Form) -> tuple[Cause, str] | None:
    if a.aspect is b.aspect or (a.aspect in _WHOLE and b.aspect in _WHOLE) or _slipped(a, b):
        return None
    if a.kind not in (Kind.COUNT, Kind.RANGE) and {a.aspect, b.aspect} == {None, Aspect.CHANGE}:
        return None  # "revenue: plus 19 percent" need not say that it is a change
    if Aspect.PER in (a.aspect, b.aspect):
        return Cause.DIFFERENT_PERIOD, "aspect"
    return Cause.DIFFERENT_SCOPE, "aspect"


def _slipped(a: Form, b: Form) -> bool:
    """Whether one figure looks like a slip of the other: two digits swapped, another scale word."""
    return thousandfold(a, b) or (same_figure(a, b) and a.digits != b.digits)


def _rates(a: Form, b: Form) -> tuple[Cause, str] | None:
    """Sums per different things: an hour and a day."""
    return (Cause.DIFFERENT_SCOPE, "per") if a.per and b.per and a.per != b.per else None


def _statuses(a: Form, b: Form) -> tuple[Cause, str] | None:
    if {a.status, b.status} == {Status.PLANNED, Status.DONE}:
        return Cause.PLANNED_FOR_DONE, "status"
    return None


def _scopes(a: Form, b: Form) -> tuple[Cause, str] | None:
    """Modifiers on both sides, none in common."""
    return (Cause.DIFFERENT_SCOPE, "scope") if a.scope and b.scope and not a.scope & b.scope else None


def _places(a: Form, b: Form) -> tuple[Cause, str] | None:
    """A country, or a city, beside each figure, and not the same."""
    x, y = a.place, b.place
    if x and y and x != y and x.partition(":")[0] == y.partition(":")[0]:
        return Cause.DIFFERENT_SCOPE, "places"
    return None


def _voices(a: Form, b: Form) -> tuple[Cause, str] | None:
    """Two parties, each named in its text as the one who says so; a slip of the pen is nobody's view."""
    x, y = a.voice, b.voice
    if not x or not y or x == y or same_figure(a, b):
        return None
    known = load_concepts()
    if x in known and y in known and stand(x, y) in ("broader", "narrower"):
        return None
    return Cause.ATTRIBUTION, "voices"
