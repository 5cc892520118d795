"""A day that no calendar has."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages import codes, load
from claimcheck.model import Kind, Outcome, Period, PeriodClaim, Quote, Zone
from claimcheck.rules import Rule
from claimcheck.rules._calendar import days_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import Comparison, Document, Finding

_SENTENCE_MARK = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])|\n+")
_UNREAD = (Zone.METADATA, Zone.BOILERPLATE)
_NUMERIC = (
    re.compile(r"(?<![\d.,/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
    re.compile(r"(?<![\d.,])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)(?![\d.])"),
)


class ImpossibleDate(Rule):
    """A date is written that does not exist, such as 31 April.

    Why it matters: the day meant is another one, and nobody can tell from the text which.

    Example: "The shop closes on 31 June" - June has 30 days.

    When it is wrong: the words are no date (a version number, a shelf mark), or a source in another calendar is
    quoted. 29 February is reported only where its year is written beside it.
    """

    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """One finding for each such date."""
        for document in comparison.documents:
            for found in _dates(document):
                if month := _month_without(found, document):
                    yield self._found(document, found, month)

    def _found(self, document: Document, found: re.Match[str], month: int) -> Finding:
        year = _year(found)
        message = self.say("none", text=found[0], month=self.say(str(month)), days=days_in(month, year))
        return self.finding([_claim(document, found, month)], message, outcome=Outcome.CONTRADICTION)


def _dates(document: Document) -> Iterator[re.Match[str]]:
    """Every day and month in the parts of a document that are read."""
    code = document.source.language
    spoken = (_spoken(code), _month_first(code)) if code is not None and code in codes() else ()
    unread = [span for span in document.zones if span.zone in _UNREAD]
    for pattern in (*_NUMERIC, *spoken):
        for found in pattern.finditer(document.text):
            if not any(span.start <= found.start() < span.end for span in unread):
                yield found


@cache
def _spoken(code: str) -> re.Pattern[str]:
    """A day before the name of its month; where a language writes ordinals with a point, it must be there."""
    mark = r"\." if load(code).settings.get("ordinal_point") else r"(?:st|nd|rd|th)?(?:\s+of)?"
    return re.compile(
        rf"(?<![\d.,:-])(?P<day>\d{{1,2}}){mark}\s+(?:{_names(code)})(?![\w-])(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?"
    )


@cache
def _month_first(code: str) -> re.Pattern[str]:
    """As in "June 31, 2026"; without the year, "in June 31 people came" would be one."""
    return re.compile(
        rf"(?<![\w-])(?:{_names(code)})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
    )


def _names(code: str) -> str:
    """The names of the months, each month as a group of its own."""
    months = load(code).tables["month"].items()
    return "|".join(rf"(?P<m{number}>{'|'.join(re.escape(n.capitalize()) for n in names)})" for number, names in months)


def _month_without(found: re.Match[str], document: Document) -> int | None:
    """The month a match names, if it has no such day."""
    month = _month(found)
    if not 1 <= month <= 12 or (found.start() > 0 and document.text[found.start() - 1] in "$€£"):
        return None
    day = int(found["day"])
    return month if days_in(month, _year(found)) < day <= 31 else None


def _month(found: re.Match[str]) -> int:
    named = found.groupdict()
    return int(named["month"]) if "month" in named else next(n for n in range(1, 13) if named[f"m{n}"])


def _year(found: re.Match[str]) -> int | None:
    return int(found["year"]) if found["year"] else None


def _claim(document: Document, found: re.Match[str], month: int) -> PeriodClaim:
    """The date as a claim: the calendar has no place for it, so its period stays open."""
    year = _year(found) or "XXXX"
    start, end = _sentence(document.text, found)
    quote = Quote(
        source=document.id, start=found.start(), end=found.end(), text=found[0], sentence=document.text[start:end]
    )
    return PeriodClaim(kind=Kind.DATE, quote=quote, period=Period(timex=f"{year}-{month:02}-{int(found['day']):02}"))


def _sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    starts = [m.end() for m in _SENTENCE_MARK.finditer(text, 0, found.start())]
    after = _SENTENCE_MARK.search(text, found.end())
    return (starts[-1] if starts else 0), (after.start() if after else len(text))
