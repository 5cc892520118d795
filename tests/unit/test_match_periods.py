"""Periods: whether two figures hold at the same time, as far as the texts say."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.match.forms import form
from claimcheck.match.periods import same_period, stated_at
from claimcheck.match.stories import Story
from claimcheck.model import Claim, Period, Precision, Source

MARCH_12 = date(2026, 3, 12)


def story(day: date | None) -> Story:
    return Story(Source(id="a", published=day), [])


def same(one: str | Period | None, other: str | Period | None, day: date | None = MARCH_12) -> bool | None:
    a, b = (Claim.of("40", source=s, about="injured", when=w, language="en") for s, w in (("a", one), ("b", other)))
    return same_period(form(a), story(day), form(b), story(day))


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("March 2026", "March 2026", True),
        ("March 2026", "April 2026", False),
        ("2025", "2026", False),
        ("2026", "March 2026", False),  # a year is not one of its months
        ("2026", "12 March 2026", True),  # but a report of a day may give the figure of its year
        ("2024", "12 March 2026", False),
        ("12 March 2026", "14 March 2026", True),  # one event may be dated differently
        ("12 March 2026", "30 March 2026", False),
        (None, None, None),
    ],
)
def test_two_stated_periods(one: str | None, other: str | None, answer: bool | None) -> None:  # noqa: FBT001
    assert same(one, other) is answer
    assert same(other, one) is answer


@pytest.mark.parametrize(
    ("stated", "answer"),
    [
        ("March 2026", True),
        ("12 March 2026", True),
        ("12 February 2026", None),  # a report may speak of a recent day without naming it
        ("12 March 2024", False),
        ("2023", False),
    ],
)
def test_a_stated_period_against_the_now_of_the_other_report(stated: str, answer: bool | None) -> None:  # noqa: FBT001
    assert same(stated, None) is answer
    assert same(None, stated) is answer


def test_without_a_date_of_publication_now_is_unknown() -> None:
    assert same("2023", None, day=None) is None


def test_quarters_of_an_unnamed_year_differ_in_any_year() -> None:
    first, third = (Period(timex=f"XXXX-Q{n}", precision=Precision.QUARTER) for n in (1, 3))
    monday = Period(timex="XXXX-WXX-1", precision=Precision.DAY, weekday=1)
    assert same(first, third) is False
    assert same(first, first) is None  # of one year or of two
    assert same(monday, first) is None


def test_a_figure_is_known_when_its_text_says_or_when_it_is_published() -> None:
    claim = Claim.of("40", source="a", about="injured")
    noon = Period(timex="2026-03-11", start=date(2026, 3, 11), end=date(2026, 3, 11), precision=Precision.DAY)
    year = Period(timex="2025", start=date(2025, 1, 1), end=date(2025, 12, 31), precision=Precision.YEAR)
    assert stated_at(claim, story(MARCH_12)) == MARCH_12
    assert stated_at(claim.model_copy(update={"as_of": noon}), story(MARCH_12)) == date(2026, 3, 11)
    assert stated_at(claim.model_copy(update={"when": year}), story(MARCH_12)) == MARCH_12
    assert stated_at(claim, story(None)) is None
