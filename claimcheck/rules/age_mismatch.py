"""An age that the date of birth does not give."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import Aspect, Kind, Outcome, PeriodClaim, QuantityClaim
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, fit
from claimcheck.rules._calendar import years_between
from claimcheck.rules._changes import marked
from claimcheck.rules._kin import has_noun
from claimcheck.rules._passages import end_of, passages, start_of
from claimcheck.rules._people import one_person, person_of
from claimcheck.rules._words import table
from claimcheck.rules._years import beside, explicit_year, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import AnyClaim, Comparison, Finding, Period
from claimcheck.rules._passages import Passage

_NEAR = 60
"""Code points between a date and the word that says somebody was born on it."""
_OLDEST = 120
_SET_OFF = frozenset({",,", ",.", "()"})
"""The marks before and after an age that stands beside a name."""


class _Said(NamedTuple):
    """A claim and the person it is about, with the sentence it stands in, and for an age the time it is true of."""

    claim: AnyClaim
    person: str
    here: Passage
    then: Period | None


class AgeMismatch(Rule):
    """A person's age and date of birth do not go together, in one report or in two.

    Why it matters: ages are copied from older reports; a wrong one also points to a mix-up of two people.

    Example: "the 49-year-old astronomer" and, elsewhere, "born in March 1970", in reports of August 2026 - she is 56.

    When it is wrong: the age is told of an earlier time ("at 25 she sailed ...") without saying so, or two people of
    one family name are in the story. One year more or less is only a tension: birthdays come between writing and
    printing.
    """

    slack: int = 1
    """So many years more or less are only a tension."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each age that does not fit a date of birth."""
        ages, births = _told(comparison)
        for age in ages:
            candidates = [b for b in births if one_person(b.person, age.person) and not _two_people(age, b)]
            candidates.sort(key=lambda b: (b.claim.source != age.claim.source, b.claim.source, start_of(b.claim)))
            outcomes = [self._outcome(age, b) for b in candidates]
            if all(outcomes) and outcomes and outcomes[0] is not None:
                yield self._found(age, candidates[0], outcomes[0])

    def _outcome(self, age: _Said, birth: _Said) -> Outcome | None:
        """How far an age is off; None if it is not, or cannot be told."""
        bounds = _bounds(age, birth)
        if bounds is None or age.claim.quantity is None or not self._apart(age, bounds, 0):
            return None
        return Outcome.CONTRADICTION if self._apart(age, bounds, self.slack) else Outcome.TENSION

    def _apart(self, age: _Said, bounds: tuple[int, int], slack: int) -> bool:
        alive = Value.between(Decimal(bounds[0] - slack), Decimal(bounds[1] + slack))
        quantity = age.claim.quantity
        if quantity is None or quantity.value is None:
            return False
        said = Value.exactly(quantity.value) if quantity.hedge is None else Value.of(quantity)
        return fit(alive, said) is Fit.APART

    def _found(self, age: _Said, birth: _Said, outcome: Outcome) -> Finding:
        bounds = _bounds(age, birth)
        message = self.say(
            "differs", age=age.claim.text, birth=birth.claim.text, reckoned=bounds[1] if bounds else "",
            a=age.here.document.source.label, b=birth.here.document.source.label,
        )  # fmt: skip
        return self.finding([age.claim, birth.claim], message, outcome=outcome)


def _two_people(age: _Said, birth: _Said) -> bool:
    """Whether an "and" in one sentence sets two people side by side: "the driver, 34, and his aunt, born in 1955".

    In "was born in 1955 and is 34" nobody else is named after it.
    """
    if age.here is not birth.here:
        return False
    first, last = sorted((age.claim, birth.claim), key=start_of)
    joined = age.here.all("and", end_of(first), start_of(last))
    if not joined:
        return False
    after = age.here.document.text[joined[-1].end() : start_of(last)]
    determiners = table(age.here.document.source.language, "determiner")
    return any(word[0].isupper() for word in after.split()) or determiners.search(after) is not None


def _bounds(age: _Said, birth: _Said) -> tuple[int, int] | None:
    """The fewest and most years that somebody born then can have."""
    born = birth.claim.period
    return years_between(born, age.then) if age.then is not None and born is not None else None


def _told(comparison: Comparison) -> tuple[list[_Said], list[_Said]]:
    """All ages and all births that a person can be found for."""
    ages: list[_Said] = []
    births: list[_Said] = []
    for here in passages(comparison):
        ages.extend(_persons(here, (c for c in here.quantities if _is_age(here, c))))
        births.extend(_persons(here, (c for c in here.periods if _is_birth(here, c))))
    return ages, births


def _persons(here: Passage, claims: Iterable[AnyClaim]) -> Iterator[_Said]:
    for claim in claims:
        if (person := person_of(here, claim)) is not None:
            yield _Said(claim, person, here, _then(here, claim))


def _then(here: Passage, claim: AnyClaim) -> Period | None:
    """When an age was true: in the year its sentence names, else today; None where it is told of another time."""
    others = [c for c in here.periods if explicit_year(c) is not None and not _is_birth(here, c)]
    if others:
        return others[0].period if len(others) == 1 else None
    of_then = isinstance(claim, QuantityClaim) and marked(here, "at_age", claim) and not here.has("death")
    return None if of_then else today(here.document)


def _is_age(here: Passage, claim: QuantityClaim) -> bool:
    """Whether a figure is the age of somebody today: "58 years old", "aged 58", "the 58-year-old", "Ohm, 58, said"."""
    value, years = claim.quantity.value, claim.quantity.unit == "year"
    if value is None or not 0 < value < _OLDEST or claim.aspect is Aspect.CHANGE:
        return False
    if not years and claim.kind is not Kind.COUNT:
        return False
    called = here.has("year_old", start_of(claim), end_of(claim)) or marked(here, "aged", claim)
    called = called or (marked(here, "at_age", claim) and (years or not has_noun(claim)))
    return called or (years and beside(here, claim, "old", after=10)) or _set_off(here, claim)


def _set_off(here: Passage, claim: QuantityClaim) -> bool:
    """As in "Ada Lind, 39, raised", "Ada Lind (39)": a bare number, or "44 Jahre", set off right after a name."""
    if claim.kind is Kind.COUNT and any(c.isalpha() for c in claim.text):
        return False
    text = here.document.text
    before, after = text[: start_of(claim)].rstrip(), text[end_of(claim) : end_of(claim) + 1]
    named = before[:-1].split()[-1:]
    return before[-1:] + after in _SET_OFF and bool(named) and named[0][:1].isupper()


def _is_birth(here: Passage, claim: PeriodClaim) -> bool:
    """Whether a date is that of a birth."""
    if explicit_year(claim) is None:
        return False
    begin, end = max(here.start, start_of(claim) - _NEAR), min(here.end, end_of(claim) + _NEAR)
    dated = [c for c in here.periods if explicit_year(c) is not None]
    words = here.all("birth", begin, end)
    return any(
        min(dated, key=lambda c: min(abs(start_of(c) - w.start()), abs(end_of(c) - w.start()))) is claim for w in words
    )
