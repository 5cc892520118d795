"""Dates and times as news write them: the span, and what it means on the calendar."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from claimcheck.extract.dates import find_periods
from claimcheck.extract.tokens import Tokens
from claimcheck.languages import load

if TYPE_CHECKING:
    from claimcheck.extract.found import Found

THURSDAY = date(2024, 5, 16)


def found(text: str, language: str = "de", published: date | None = THURSDAY) -> list[Found]:
    return find_periods(Tokens(text, load(language)), published)


def values(text: str, language: str = "de", published: date | None = THURSDAY) -> list[str]:
    """Span and value of each mention, with its modifier."""
    return [
        f"{text[f.start : f.end]} = {f.period.timex}{' ' + f.period.mod if f.period.mod else ''}"
        for f in found(text, language, published)
        if f.period
    ]


GERMAN = {
    "Sie trafen sich am 3. August 2021 in Bern.": ["3. August 2021 = 2021-08-03"],
    "Sie trafen sich am 03.08.2021.": ["03.08.2021 = 2021-08-03"],
    "Stand 3.8.21.": ["3.8.21 = 2021-08-03"],
    "Stand 2021-08-03.": ["2021-08-03 = 2021-08-03"],
    "Am 4. Juni reiste sie ab.": ["4. Juni = 2024-06-04"],
    "am 8./9. Juli": ["8. = 2024-07-08", "9. Juli = 2024-07-09"],
    "8. bis 11. Juli 2022": ["8. = 2022-07-08", "11. Juli 2022 = 2022-07-11"],
    "vom 28. Juni bis 2. Juli 2022": ["28. Juni = 2022-06-28", "2. Juli 2022 = 2022-07-02"],
    "Das Werk gibt es seit 1958.": ["1958 = 1958"],
    "zwischen 2003 und 2009": ["2003 = 2003", "2009 = 2009"],
    "im Jahr 2031": ["Jahr 2031 = 2031"],
    "Rund 1500 Menschen kamen, 2000 Menschen blieben.": [],
    "im März 2020, im April": ["März 2020 = 2020-03", "April = 2020-04"],
    "Am Montag kam der Minister an.": ["Montag = 2024-05-13"],
    "Am Montag wird der Minister ankommen.": ["Montag = 2024-05-20"],
    "letzten Samstag, kommenden Samstag": ["letzten Samstag = 2024-05-11", "kommenden Samstag = 2024-05-18"],
    "Am Dienstagabend, am Mittwoch früh": ["Dienstagabend = 2024-05-14TEV", "Mittwoch früh = 2024-05-15TMO"],
    "In der Nacht zu Mittwoch brannte es.": ["Nacht zu Mittwoch = 2024-05-14TNI"],
    "gestern, heute, vorgestern": ["gestern = 2024-05-15", "heute = 2024-05-16", "vorgestern = 2024-05-14"],
    "Das wird morgen entschieden.": ["morgen = 2024-05-17"],
    "Das geschah am Morgen.": ["Morgen = 2024-05-16TMO"],
    "im vergangenen Jahr und in diesem Jahr": ["vergangenen Jahr = 2023", "diesem Jahr = 2024"],
    "nächste Woche, am vergangenen Wochenende": ["nächste Woche = 2024-W21", "vergangenen Wochenende = 2024-W19-WE"],
    "im zweiten Quartal 2025, Q4 2025": ["zweiten Quartal 2025 = 2025-Q2", "Q4 2025 = 2025-Q4"],
    "im ersten Halbjahr 2023": ["ersten Halbjahr 2023 = 2023-H1"],
    "Anfang Juni, Ende 2029": ["Anfang Juni = 2024-06 START", "Ende 2029 = 2029 END"],
    "Mitte der 1980er, die Sechziger": ["Mitte der 1980er = 198 MID", "die Sechziger = 196"],
    "in den siebziger Jahren": ["den siebziger Jahren = 197"],
    "Ende des 18. Jahrhunderts": ["Ende des 18. Jahrhunderts = 17 END"],
    "um 480 v. Chr.": ["480 v. Chr. = BC0480"],
    "vor 40 Jahren": ["40 Jahren = 1984"],
    "vor wenigen Wochen": ["wenigen Wochen = PXW"],
    "Am 2. Mai begann es. Drei Tage später war es vorbei.": ["2. Mai = 2024-05-02", "Drei Tage später = 2024-05-05"],
    "drei Tage, dreitägig, anderthalb Stunden": [
        "drei Tage = P3D",
        "dreitägig = P3D",
        "anderthalb Stunden = PT1H30M",
    ],
    "das 125-jährige Bestehen, der 43-jährige Fahrer": ["125-jährige = P125Y"],
    "mehr als zwei Wochen": ["mehr als zwei Wochen = P2W MORE_THAN"],
    "um 7.45 Uhr, gegen 19 Uhr, um 8 Uhr abends": [
        "7.45 Uhr = 2024-05-16T07:45",
        "19 Uhr = 2024-05-16T19:00",
        "8 Uhr abends = 2024-05-16T20:00",
    ],
    "jeden Dienstag, täglich, alle zwei Wochen": [
        "jeden Dienstag = XXXX-WXX-2",
        "täglich = P1D",
        "alle zwei Wochen = P2W",
    ],
    "jeden ersten Montag im Monat": ["jeden ersten Montag im Monat = P1M"],
    "im Sommer 2018, im Herbst": ["Sommer 2018 = 2018-SU", "Herbst = 2018-FA"],
    "Ostern 2025, Karfreitag": ["Ostern 2025 = 2025-04-20", "Karfreitag = 2024-03-29"],
    "Er ist 52 Jahre alt.": [],
    "Frankfurt am Main": [],
    "am dritten August 1921": ["dritten August 1921 = 1921-08-03"],
    "4.-10. April 2005 und vom 11. bis 16. April": [
        "4. = 2005-04-04",
        "10. April 2005 = 2005-04-10",
        "11. = 2005-04-11",
        "16. April = 2005-04-16",
    ],
    "in den vergangenen drei Jahren": ["den vergangenen drei Jahren = P3Y"],
    "Das geschieht derzeit.": ["derzeit = PRESENT_REF"],
    "vor kurzem, in Zukunft": ["vor kurzem = PAST_REF", "in Zukunft = FUTURE_REF"],
}

ENGLISH = {
    "They met on August 3, 2021.": ["August 3, 2021 = 2021-08-03"],
    "They met on 3 August 2021.": ["3 August 2021 = 2021-08-03"],
    "the 3rd of August": ["the 3rd of August = 2024-08-03"],
    "the first of August 1921": ["the first of August 1921 = 1921-08-01"],
    "between 8 and 11 July": ["8 = 2024-07-08", "11 July = 2024-07-11"],
    "July 8-11, 2022": ["July 8 = 2022-07-08", "11, 2022 = 2022-07-11"],
    "08/21/2021": ["08/21/2021 = 2021-08-21"],
    "The plant has run since 1958.": ["1958 = 1958"],
    "She arrived on Monday.": ["Monday = 2024-05-13"],
    "She will arrive on Monday.": ["Monday = 2024-05-20"],
    "last Saturday, next Saturday": ["last Saturday = 2024-05-11", "next Saturday = 2024-05-18"],
    "yesterday, tonight, last night": [
        "yesterday = 2024-05-15",
        "tonight = 2024-05-16TNI",
        "last night = 2024-05-15TNI",
    ],
    "last year, this month, the previous year": [
        "last year = 2023",
        "this month = 2024-05",
        "the previous year = 2023",
    ],
    "over the past two weeks, the past year": ["the past two weeks = P2W", "the past year = P1Y"],
    "the third quarter of 2025": ["the third quarter of 2025 = 2025-Q3"],
    "the first half of 2025": ["the first half of 2025 = 2025-H1"],
    "early 2023, the end of 2029": ["early 2023 = 2023 START", "the end of 2029 = 2029 END"],
    "mid-June": ["mid-June = 2024-06 MID"],
    "the 1980s, the nineties": ["the 1980s = 198", "the nineties = 199"],
    "three weeks ago, 40 years ago": ["three weeks ago = 2024-04-25", "40 years ago = 1984"],
    "a few days ago": ["a few days ago = PAST_REF"],
    "a three-day visit, half an hour, an hour and a half": [
        "three-day = P3D",
        "half an hour = PT30M",
        "an hour and a half = PT1H30M",
    ],
    "at 7:45 a.m., at nine in the morning, 18:20 GMT": [
        "7:45 a.m. = 2024-05-16T07:45",
        "nine in the morning = 2024-05-16T09:00",
        "18:20 GMT = 2024-05-16T18:20Z",
    ],
    "every Tuesday, annually, twice a week": ["every Tuesday = XXXX-WXX-2", "annually = P1Y", "a week = P1W"],
    "the summer of 2018": ["the summer of 2018 = 2018-SU"],
    "Prices may fall. They march second.": [],
    "a 10-year-old girl": [],
}  # fmt: skip


@pytest.mark.parametrize("text", GERMAN)
def test_german_news(text: str) -> None:
    assert values(text) == GERMAN[text]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_news(text: str) -> None:
    assert values(text, "en") == ENGLISH[text]


OPEN = {
    "Am Mittwoch": "XXXX-WXX-3",
    "am 4. Juni": "XXXX-06-04",
    "im Mai": "XXXX-05",
    "gestern": "XXXX-XX-XX",
    "im vergangenen Jahr": "XXXX",
    "um 9 Uhr": "XXXX-XX-XXT09:00",
}


@pytest.mark.parametrize("text", OPEN)
def test_without_a_day_of_publication_nothing_is_invented(text: str) -> None:
    (mention,) = found(text, published=None)
    assert mention.period is not None
    assert (mention.period.timex, mention.period.start, mention.period.end) == (OPEN[text], None, None)


@pytest.mark.parametrize("text", ["Dienstag, 16. Mai 2024", "Dienstag, den 16.05.2024", "Di., 16. Mai 2024"])
def test_a_weekday_stays_as_it_was_written(text: str) -> None:
    (mention,) = found(text)
    assert mention.period is not None
    assert (mention.period.timex, mention.period.weekday) == ("2024-05-16", 2)
    assert text[mention.start : mention.end] == text


def test_days_are_inclusive() -> None:
    (mention,) = found("im ersten Quartal 2026")
    assert mention.period is not None
    assert (mention.period.start, mention.period.end) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (mention.period.edtf, mention.period.precision) == ("2026-33", "quarter")


def test_a_season_is_one_period_over_two_years() -> None:
    for text in ("Saison 2023/24", "Studienjahr 2023/24", "2023/24"):
        (mention,) = found(text)
        assert mention.period is not None
        assert (mention.period.edtf, mention.period.start) == ("2023/2024", date(2023, 1, 1)), text


def test_a_clock_takes_the_day_of_its_sentence() -> None:
    (_, clock) = found("Am 4. Juni 2024 um 16.20 Uhr Ortszeit.")
    assert clock.period is not None
    assert clock.period.start == datetime(2024, 6, 4, 16, 20)  # noqa: DTZ001 - the text gives no zone


def test_a_duration_has_a_number_and_a_unit() -> None:
    (mention,) = found("zweieinhalb Stunden")
    assert mention.number is not None
    assert (str(mention.number.value), mention.unit) == ("2.5", "hour")


def test_a_history_takes_years_from_the_dates_before() -> None:
    text = (
        "Am 2. März 1848 begann der Aufstand. Am 5. April siegte er. Wie schon 1789 folgte Streit. "
        "Am 9. Juni 1848 kam der König. Am 3. Juli floh er. 1849 war alles vorbei, und im Mai starb er."
    )
    assert [v.split(" = ")[1] for v in values(text)] == [
        "1848-03-02", "1848-04-05", "1789", "1848-06-09", "1848-07-03", "1849", "1849-05",
    ]  # fmt: skip


TENSE = {
    ("de", "Die Sprechstunden sind am Freitag im Rathaus."): "2024-05-17",
    ("de", "Am Dienstag reist die Delegation ab."): "2024-05-21",
    ("de", "Am Dienstag reiste die Delegation ab."): "2024-05-14",
    ("de", "Das sagte sie, als sie am Freitag zur Wache gekommen war."): "2024-05-10",
    ("en", "Classes resume on Monday."): "2024-05-20",
    ("en", "Classes resumed on Monday."): "2024-05-13",
    ("en", "Pupils will have to wait until Monday."): "2024-05-20",
    ("de", "Im Oktober fiel der Preis."): "2023-10",
    ("en", "Visitors came last autumn."): "2023-FA",
}


@pytest.mark.parametrize(("language", "text"), TENSE)
def test_the_tense_tells_which_one_is_meant(language: str, text: str) -> None:
    (mention,) = found(text, language)
    assert mention.period is not None
    assert mention.period.timex == TENSE[language, text]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "am ersten Sonntag im Juni", "2024-06-02"),
        ("de", "am letzten Samstag im Oktober 2022", "2022-10-29"),
        ("en", "the third Monday of June 2022", "2022-06-20"),
        ("en", "the last Sunday in March 2022", "2022-03-27"),
    ],
)
def test_the_nth_weekday_of_a_month_is_a_day(language: str, text: str, day: str) -> None:
    (mention,) = found(text, language)
    assert mention.period is not None
    assert mention.period.timex == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "die Weihnachts-Gala"),
        ("de", "der Dirigent Wladimir Mai-Petrow"),
        ("de", "drei Winter lang"),
        ("de", "Davon kamen 1700 aus Bonn."),
        ("en", "the Northern Weekly"),
        ("en", "the Carrow Evening News"),
        ("en", "the May Day parade"),
    ],
)
def test_a_name_and_a_count_are_no_dates(language: str, text: str) -> None:
    assert values(text, language) == []


def test_hours_count_from_a_time_of_day() -> None:
    published = datetime(2024, 5, 16, 14, 30)  # noqa: DTZ001 - the report gives no zone
    assert values("Two hours ago the dam broke.", "en", published) == ["Two hours ago = 2024-05-16T12:30"]
    assert values("Two hours ago the dam broke.", "en") == ["Two hours ago = PT2H"]
    text = "Um 23 Uhr begann es, drei Stunden später war Ruhe."
    assert values(text) == ["23 Uhr = 2024-05-16T23:00", "drei Stunden später = 2024-05-17T02:00"]
