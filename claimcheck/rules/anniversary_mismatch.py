"""An anniversary that its founding year does not give."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.concepts import ancestors
from claimcheck.concepts import load as load_concepts
from claimcheck.model import Kind, Outcome, PeriodClaim, QuantityClaim
from claimcheck.rules import Rule
from claimcheck.rules._arithmetic import Fit, Value, fit
from claimcheck.rules._changes import marked
from claimcheck.rules._kin import has_noun, value
from claimcheck.rules._passages import end_of, scenes, start_of
from claimcheck.rules._years import beside, explicit_year, today, years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import AnyClaim, Comparison, Finding
    from claimcheck.rules._passages import Passage, Scene

_NEAR = 80
"""Code points between a year and the word that says what began in it."""
_ADJOINS = re.compile(
    r"(?:\s+\w+,)?[\s,(–—-]*(?:(?:also|or|im|jahr|jahre|in|year|the|das|war|seit|for)\s+)*", re.IGNORECASE
)
_WHOSE = re.compile(
    r"\s+(?:of\s+(?!(?:its|their|the\s+(?:founding|opening))\b)|des\s|der\s+(?!gründung|eröffnung)|von\s)",
    re.IGNORECASE,
)


class AnniversaryMismatch(Rule):
    """A number of years and the year they are counted from do not go together.

    Why it matters: jubilees are announced early and copied often, and the founding year is the older record.

    Example: "The library celebrates its 150th anniversary. It was founded in 1896", in a report of 2026 - that are 130
    years. And: "in 1988, 48 years ago".

    When it is wrong: the jubilee counts from something else than the founding named (a merger, a charter), or it is
    told of another body in the same sentence. One year more or less is never reported: birthdays fall late in the
    year, and jubilees are announced ahead.
    """

    slack: int = 1
    """So many years more or less are let pass."""

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each jubilee, and for each "N years ago" beside its year."""
        for scene in scenes(comparison):
            yield from self._jubilees(scene)
            yield from self._ago(scene.here)
            yield from self._later(scene.here)

    # ---- founded in, and so many years old -------------------------------------------------------------------------

    def _jubilees(self, scene: Scene) -> Iterator[Finding]:
        for claim in scene.here.claims:
            if (count := _counted(scene.here, claim)) is not None:
                year = _celebrated(scene.here, claim)
                beginnings = _beginnings(scene, claim)
                if year is not None and len(beginnings) == 1 and self._off(count, year, beginnings[0]):
                    yield self._found(claim, beginnings[0], year)

    def _off(self, count: Value, year: int, beginning: AnyClaim) -> bool:
        passed = Decimal(year - (explicit_year(beginning) or year))
        return fit(count, Value.between(passed - self.slack, passed + self.slack)) is Fit.APART

    def _found(self, claim: AnyClaim, beginning: AnyClaim, year: int) -> Finding:
        passed = year - (explicit_year(beginning) or year)
        message = self.say("counted", text=claim.text, beginning=beginning.text, year=year, passed=passed)
        return self.finding([claim, beginning], message, outcome=Outcome.CONTRADICTION)

    # ---- "1901 ... 1950, 49 years later" ----------------------------------------------------------------------------

    def _later(self, here: Passage) -> Iterator[Finding]:
        for first, last, claim, count in _years_on(here):
            year = explicit_year(last)
            if year is not None and self._off(count, year, first):
                passed = year - (explicit_year(first) or year)
                message = self.say("counted", text=claim.text, beginning=first.text, year=year, passed=passed)
                yield self.finding([first, last, claim], message, outcome=Outcome.CONTRADICTION)

    # ---- "in 1988, 48 years ago" -----------------------------------------------------------------------------------

    def _ago(self, here: Passage) -> Iterator[Finding]:
        now = today(here.document)
        for one, two in zip(here.claims, here.claims[1:], strict=False):
            if now is None or now.first is None or not _ADJOINS.fullmatch(here.between(one, two)):
                continue
            for written, counted in ((one, two), (two, one)):
                year, count = explicit_year(written), _years_ago(here, counted, written, now.first.year)
                if year is not None and count is not None and self._off(count, now.first.year, written):
                    yield self._found(counted, written, now.first.year)


def _counted(here: Passage, claim: AnyClaim) -> Value | None:
    """The years of a jubilee: "its 150th anniversary", "is 125 years old", "turns 110"."""
    marks = isinstance(claim, QuantityClaim) and claim.kind is Kind.DURATION and marked(here, "marks", claim)
    if marks or (beside(here, claim, "anniversary") and not _of_another(here, claim)):
        return years(claim)
    if beside(here, claim, "old", after=12) and not here.has("birth") and not _of_people(claim):
        return years(claim)
    if not isinstance(claim, QuantityClaim) or claim.kind is not Kind.COUNT or has_noun(claim):
        return None
    return value(claim) if marked(here, "turns", claim) else None


def _of_people(claim: AnyClaim) -> bool:
    """Whether an age stands beside people: "the rescued were 43 years old on average"."""
    known = load_concepts().keys()
    return any("person" in ancestors(name) for name in claim.subject.context if name in known)


def _of_another(here: Passage, claim: AnyClaim) -> bool:
    """Whether the jubilee is said to be somebody's: "the 250th birthday of the painter"."""
    word = here.find("anniversary", start_of(claim), min(here.end, end_of(claim) + _NEAR))
    return word is not None and _WHOSE.match(here.document.text, word.end()) is not None


def _celebrated(here: Passage, claim: AnyClaim) -> int | None:
    """The year of the jubilee: one that its own clause names, else that of the report."""
    dated = [y for c in here.claims if (y := explicit_year(c)) is not None and not _begins(here, c) and c is not claim]
    if dated:
        return dated[0] if len(dated) == 1 else None
    now = today(here.document)
    return now.first.year if now and now.first and now.last and now.first.year == now.last.year else None


def _beginnings(scene: Scene, claim: AnyClaim) -> list[AnyClaim]:
    """The founding years told in the same sentence, else in those around it."""
    here = [c for c in scene.here.claims if c is not claim and _begins(scene.here, c)]
    here = [c for c in here if ";" not in scene.here.between(*sorted((c, claim), key=start_of))]
    return here or [c for p in scene.around if p is not scene.here for c in p.claims if _begins(p, c)]


def _begins(here: Passage, claim: AnyClaim) -> bool:
    """Whether something was founded, opened or born in a year."""
    if explicit_year(claim) is None:
        return False
    begin, end = max(here.start, start_of(claim) - _NEAR), min(here.end, end_of(claim) + _NEAR)
    return any(_closest(here, found.start()) is claim for found in here.all("founding", begin, end))


def _closest(here: Passage, at: int) -> PeriodClaim | None:
    """The date nearest to a word."""
    dates = [c for c in here.periods if explicit_year(c) is not None]
    return min(dates, key=lambda c: min(abs(start_of(c) - at), abs(end_of(c) - at)), default=None)


def _years_on(here: Passage) -> Iterator[tuple[AnyClaim, AnyClaim, AnyClaim, Value]]:
    """As in "built in 1901, it burned down in 1950, 49 years later": the two years, and the time said between."""
    dated = [c for c in here.periods if explicit_year(c) is not None]
    if len(dated) == 2:
        beside_it = [c for c in here.claims if here.document.text[end_of(dated[1]) : start_of(c)].strip() == ","]
        later = ((c, _on(here, c, dated[1])) for c in beside_it)
        yield from ((dated[0], dated[1], c, count) for c, count in later if count is not None)


def _on(here: Passage, claim: AnyClaim, last: AnyClaim) -> Value | None:
    """How many years later: as a length of time, or as a date already counted on from the last one."""
    if not here.has("later", start_of(claim), min(here.end, end_of(claim) + 8)):
        return None
    if (count := years(claim)) is not None:
        return count
    first, year = claim.period.first if claim.period else None, explicit_year(last)
    counted = first is not None and year is not None and here.has("years", start_of(claim), end_of(claim))
    return Value.exactly(Decimal(first.year - year)) if counted and first and year else None


def _years_ago(here: Passage, claim: AnyClaim, written: AnyClaim, year: int) -> Value | None:
    """How long ago a passage says something was, in years."""
    since = here.has("since_year", max(here.start, start_of(written) - 8), start_of(written) + 6)
    ago = here.has("ago", start_of(claim), end_of(claim)) or beside(here, claim, "ago", before=5, after=6)
    if not ago and not (since and start_of(claim) > start_of(written)):
        return None
    if (count := years(claim)) is not None:
        return count
    if explicit_year(claim) is not None or not isinstance(claim, PeriodClaim) or claim.period.first is None:
        return None
    return (
        Value.exactly(Decimal(year - claim.period.first.year))
        if here.has("years", start_of(claim), end_of(claim))
        else None
    )
