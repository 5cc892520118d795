"""Laws of dates: what is written reads back, what is relative moves with its anchor, what is found is in the text."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from time import process_time

import pytest
from babel.dates import format_date, format_time
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract.dates import find_periods
from claimcheck.extract.tokens import Tokens
from claimcheck.languages import load

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
STYLES = {
    "de": ["d. MMMM y", "EEEE, d. MMMM y", "d.M.y", "dd.MM.y", "d. MMM y", "y-MM-dd", "EEEE, 'den' d. MMMM y"],
    "en": ["MMMM d, y", "EEEE, MMMM d, y", "d MMMM y", "EEEE d MMMM y", "MM/dd/y", "y-MM-dd", "MMM d, y", "MMMM d y"],
}
STYLES |= {
    "fr": ["d MMMM y", "EEEE d MMMM y", "dd/MM/y", "d MMM y"],
    "es": ["d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM 'de' y", "dd/MM/y"],
    "it": ["d MMMM y", "EEEE d MMMM y", "dd/MM/y"],
    "nl": ["d MMMM y", "EEEE d MMMM y", "dd-MM-y"],
    "pt": ["d 'de' MMMM 'de' y", "EEEE, d 'de' MMMM 'de' y", "dd/MM/y"],
}
FRAMES = {
    "de": ["Am {} kamen sie.", "Bis {} gilt das.", "({})", "Rund 500 Menschen kamen am {} nach Bonn."],
    "en": ["They came on {}.", "Until {} it holds.", "({})", "About 500 people came on {} to Paris."],
    "fr": ["Ils sont venus le {}.", "({})", "Environ 500 personnes sont venues le {} à Paris."],
    "es": ["Llegaron el {}.", "({})", "Unas 500 personas llegaron el {} a Madrid."],
    "it": ["Sono arrivati il {}.", "({})", "Circa 500 persone sono arrivate il {} a Roma."],
    "nl": ["Zij kwamen op {}.", "({})", "Ongeveer 500 mensen kwamen op {} naar Utrecht."],
    "pt": ["Chegaram em {}.", "({})", "Cerca de 500 pessoas chegaram em {} a Lisboa."],
}
RELATIVE = {
    "de": ["gestern", "vorgestern", "am Mittwoch", "letzten Freitag", "kommenden Dienstag", "vor drei Tagen"],
    "en": ["yesterday", "tomorrow", "last Friday", "next Tuesday", "three days ago", "two weeks ago"],
}  # fmt: skip


def read(text: str, language: str, published: date | None = None) -> list[tuple[str, date | None, date | None]]:
    return [
        (text[f.start : f.end], f.period.start, f.period.end)
        for f in find_periods(Tokens(text, load(language)), published)
        if f.period
    ]


def styled(language: str) -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(st.sampled_from(STYLES[language]), st.sampled_from(FRAMES[language]))


@pytest.mark.parametrize("language", STYLES)
@settings(max_examples=80, deadline=None)
@given(day=DAYS, data=st.data())
def test_a_date_in_any_style_reads_back(language: str, day: date, data: st.DataObject) -> None:
    style, frame = data.draw(styled(language))
    written = format_date(day, style, locale=language)
    text = frame.format(written)
    assert (written, day, day) in read(text, language), text


@pytest.mark.parametrize("language", ["de", "en"])
@settings(max_examples=60, deadline=None)
@given(moment=st.times(), data=st.data())
def test_a_time_of_day_reads_back(language: str, moment: time, data: st.DataObject) -> None:
    style = data.draw(st.sampled_from({"de": ["HH:mm 'Uhr'", "H.mm 'Uhr'"], "en": ["h:mm a", "HH:mm 'GMT'"]}[language]))
    written = format_time(moment, style, locale=language)
    mentions = find_periods(Tokens(f"({written})", load(language)), date(2024, 5, 16))
    assert [m.period.timex[11:16] for m in mentions if m.period] == [format_time(moment, "HH:mm")]


@pytest.mark.parametrize("language", RELATIVE)
@settings(max_examples=100, deadline=None)
@given(published=DAYS, weeks=st.integers(1, 200), data=st.data())
def test_relative_dates_move_with_the_day_of_publication(
    language: str, published: date, weeks: int, data: st.DataObject
) -> None:
    """By whole weeks, so that a weekday stays one."""
    text = data.draw(st.sampled_from(RELATIVE[language]))
    shift = timedelta(weeks=weeks)
    ((_, before, _),) = read(text, language, published)
    ((_, after, _),) = read(text, language, published + shift)
    assert before is not None
    assert after is not None
    assert after - before == shift


TIMEX3 = re.compile(
    r"(?:PAST|PRESENT|FUTURE)_REF"
    r"|P(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|WE|W|DE|D|CE|ML))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
    r"|(?:BC)?[\dX]{1,4}(?:-(?:(?:[\dX]{2}(?:-[\dX]{2})?)|W[\dX]{2}(?:-(?:[1-7]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:MO|MI|AF|EV|NI|DT|\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?"
)
"""The values of TIMEX3 (TimeML 1.2.1) and of TIMEX2 where it has more (DE, CE, WE, MI)."""
ALL = ["de", "en", "fr", "es", "it", "nl", "pt"]
PIECES = st.sampled_from([
    "am", "im", "vor", "nach", "16.", "5", "2024", "Mai", "May", "Montag", "letzten", "last", "Woche", "zwei", "Tage",
    "days", "ago", "später", "Uhr", "14:30", "der", "the", "of", "und", "Nacht", "zu", "Anfang", "1990er", "480", "v.",
    "Chr.", "BC", "jeden", "every", "Q3", "/", "-", ",", "(", ")", "'", "16.05.2024", "2024-05-16", "halb", "ein", "a",
    "Quartal", "İ",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(words=st.lists(PIECES, max_size=14), published=st.none() | DAYS, language=st.sampled_from(ALL))
def test_what_is_found_is_in_the_text_and_in_order(words: list[str], published: date | None, language: str) -> None:
    text = " ".join(words)
    end = 0
    for mention in find_periods(Tokens(text, load(language)), published):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        assert mention.period is not None
        assert (mention.period.start is None) == (mention.period.end is None)
        assert TIMEX3.fullmatch(mention.period.timex), mention.period.timex


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "No"]), max_size=60), language=st.sampled_from(ALL))
def test_no_text_breaks_it(text: str, language: str) -> None:
    find_periods(Tokens(text, load(language)), date(2024, 5, 16))


NEAR_MISSES = [
    "1/1/",
    "1. ",
    "16. bis ",
    "2024/",
    "Anfang der ",
    "letzten ",
    "Montag, ",
    "Nacht zu ",
    "halb ",
    "mehr als ",
]


@pytest.mark.parametrize("piece", NEAR_MISSES)
def test_near_misses_cost_no_more_in_long_texts(piece: str) -> None:
    """Four times the text may cost four times the time; a quadratic grammar would take sixteen."""

    def seconds(length: int) -> float:
        tokens = Tokens(piece * (length // len(piece)), load("de"))
        begin = process_time()
        find_periods(tokens, date(2024, 5, 16))
        return process_time() - begin

    short = min(seconds(3_000) for _ in range(3))
    assert min(seconds(12_000) for _ in range(3)) < 9 * short + 0.01
