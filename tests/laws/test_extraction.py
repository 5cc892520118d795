"""Laws of extraction: what is written reads back, what is found is in the text, hedges only widen, nothing is slow."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extract import intervals
from claimcheck.extract.found import Ends, Number
from claimcheck.extract.mentions import find, mention, mentions
from claimcheck.extract.quantities import find_quantities
from claimcheck.extract.tokens import Tokens
from claimcheck.languages import load
from claimcheck.model import Interval, Mention
from claimcheck.units import canonical

LOCALES = {
    "de": ["de_DE", "de_AT", "de_CH"],
    "en": ["en_US", "en_GB"],
    "fr": ["fr_FR"],
    "es": ["es_ES"],
    "it": ["it_IT"],
    "nl": ["nl_NL"],
    "pt": ["pt_BR", "pt_PT"],
}
FRAMES = {
    "de": "Dort waren es {} nach Angaben der Behörden.",
    "en": "There it was {} in all.",
    "fr": "Il y en avait {} là-bas.",
    "es": "Eran {} en total.",
    "it": "Erano {} in tutto.",
    "nl": "Het waren er {} in totaal.",
    "pt": "Eram {} no total.",
}
HEDGES_OF = ("approximately", "at_least", "more_than", "nearly")
HEDGED = {
    "de": ("rund", "mindestens", "mehr als", "knapp"),
    "en": ("about", "at least", "more than", "nearly"),
    "fr": ("environ", "au moins", "plus de", "presque"),
    "es": ("unos", "al menos", "más de", "casi"),
    "it": ("circa", "almeno", "più di", "quasi"),
    "nl": ("ongeveer", "minstens", "meer dan", "bijna"),
    "pt": ("cerca de", "pelo menos", "mais de", "quase"),
}
MILLIONS = {"de": "Millionen", "en": "million", "fr": "millions", "es": "millones", "it": "milioni", "nl": "miljoen",
            "pt": "milhões"}  # fmt: skip
TO = {"de": "bis", "en": "to", "fr": "à", "es": "a", "it": "a", "nl": "tot", "pt": "a"}

WHOLE = st.integers(10_000, 999_999_999_999).map(Decimal)  # below, four digits could be a year
SMALL = st.decimals(Decimal("1.1"), Decimal("899.9"), places=1)
VALUES = st.one_of(WHOLE, SMALL)


def styled(value: Decimal, locale: str) -> str:
    """As the locale writes it, with the minus and the marks it uses."""
    return format_decimal(value, locale=locale)


def only(text: str, language: str) -> Mention:
    (found,) = mentions(text, language)
    return found


def in_frame(written: str, language: str) -> Mention:
    return only(FRAMES[language].format(written), language)


def dressed(data: st.DataObject, value: Decimal, language: str, locale: str) -> tuple[str, str]:
    """A value with a hedge, a scale word or the other end of a range, and which of them."""
    how = data.draw(st.sampled_from(("hedge", "scale", "range")))
    if how == "hedge":
        word, hedge = data.draw(st.sampled_from(list(zip(HEDGED[language], HEDGES_OF, strict=True))))
        return f"{word} {styled(value, locale)}", hedge
    if how == "scale":
        return f"{styled(value, locale)} {MILLIONS[language]}", "scale"
    return f"{styled(value, locale)} {TO[language]} {styled(value * 2, locale)}", "range"


@pytest.mark.parametrize("language", LOCALES)
@settings(max_examples=60, deadline=None)
@given(value=VALUES, data=st.data())
def test_a_number_in_any_style_reads_back_plain_and_dressed(language: str, value: Decimal, data: st.DataObject) -> None:
    """One plain case and one with a hedge, a scale word or a range: half of all cases are dressed."""
    locale = data.draw(st.sampled_from(LOCALES[language]))
    plain = in_frame(styled(value, locale), language)
    assert plain.quantity is not None
    assert (plain.quantity.value, plain.quantity.hedge) == (value, None)

    small = data.draw(SMALL)
    text, how = dressed(data, small, language, locale)
    found = in_frame(text, language).quantity
    assert found is not None
    if how == "scale":
        assert found.value == small * 1_000_000
    elif how == "range":
        assert (found.value, found.low, found.high) == (None, small, small * 2)
    else:
        assert (found.value, found.hedge) == (small, how)


@pytest.mark.parametrize("language", LOCALES)
@settings(max_examples=40, deadline=None)
@given(value=st.decimals(Decimal(1), Decimal(999999), places=2), data=st.data())
def test_money_and_percentages_read_back(language: str, value: Decimal, data: st.DataObject) -> None:
    locale = data.draw(st.sampled_from(LOCALES[language]))
    code, unit = data.draw(st.sampled_from([("EUR", "euro"), ("USD", "us_dollar"), ("GBP", "pound_sterling")]))
    money = in_frame(format_currency(value, code, locale=locale), language)
    assert money.quantity is not None
    assert (money.kind, money.quantity.value, money.quantity.unit) == ("money", value, unit)
    percent = in_frame(format_percent(value / 100, "#,##0.00 %", locale=locale), language)
    assert percent.quantity is not None
    assert (percent.kind, percent.quantity.value, percent.quantity.unit) == ("percent", value, "percent")


PIECES = (
    "rund|mehr als|mindestens|3|1.200|12,5|zwei|Millionen|Mio.|Euro|$|€|Prozent|%|km/h|bis|-|–|und|,|.|der|Dritte|ein|"
    "Dutzend|halb|½|²|am|Mai|2024|\n|İ|9/11|+49 30 12345|x@y.z|https://a.b/1|oder mehr|±|(|)|Haus|1:2|zu viert"
)


@settings(max_examples=300, deadline=None)
@given(
    pieces=st.lists(st.one_of(st.sampled_from(PIECES.split("|")), st.text(max_size=4)), max_size=25),
    glue=st.sampled_from([" ", "", "  "]),
)
def test_what_is_found_is_in_the_text(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    end = 0
    for found in mentions(text, "de"):
        assert text[found.start : found.end] == found.text != ""
        assert found.start >= end
        end = found.end


def interval(ends: Ends) -> Interval:
    return Interval(low=ends.low, high=ends.high, low_open=ends.low_open, high_open=ends.high_open)


def written(digits: int, zeros: int, places: int) -> Number:
    """A number of these digits, with zeros behind them or with some of them behind the point."""
    scale = zeros or -places
    return Number(Decimal(digits).scaleb(scale), 0, 1, Decimal(1).scaleb(min(scale, 0)))


NUMBERS = st.builds(written, st.integers(1, 9999), st.integers(0, 9), st.integers(0, 3))
HEDGES = st.sampled_from(
    [
        None,
        "approximately",
        "exactly",
        "more_than",
        "at_least",
        "less_than",
        "at_most",
        "up_to",
        "nearly",
        "slightly_more",
    ]
)


@given(number=NUMBERS, hedge=HEDGES, counts=st.booleans())
def test_the_outer_interval_covers_the_core(number: Number, hedge: str | None, counts: bool) -> None:  # noqa: FBT001
    core, outer = intervals.ends(number, hedge, counts=counts)
    assert interval(outer).covers(interval(core))


@given(number=NUMBERS, counts=st.booleans())
def test_a_hedge_only_widens(number: Number, counts: bool) -> None:  # noqa: FBT001
    bare, about = (intervals.ends(number, hedge, counts=counts) for hedge in (None, "approximately"))
    assert interval(about[0]).covers(interval(bare[0]))
    for bound in ("more_than", "at_least", "less_than", "at_most"):
        strict, loose = (intervals.ends(number, bound, counts=counts, loose=loose)[0] for loose in (False, True))
        assert interval(loose).covers(interval(strict))


@given(value=st.decimals(Decimal("0.001"), Decimal(100000), places=3))
def test_another_unit_is_the_same_value(value: Decimal) -> None:
    assert canonical(value, "kilometer") == canonical(value * 1000, "meter")
    assert canonical(value, "kilometer / hour") == canonical(value * 1000, "meter / hour")
    assert canonical(value, "metric_ton") == canonical(value * 1000, "kilogram")


NEAR_MISSES = {
    "de": (
        "1.|1,|0 |1-|zwei |zwei und |eine |+49 |DE89 |a@|http://|nicht weniger als |mindestens rund |1/|1^|zwischen |$|"
        "US$ |1 bis |hundert|tausend Million |jeder |1 von |keine |der 3. |1 ± |1'000|1 000 |½|5 Kubikmeter je |"
        "1 oder mehr |( 1|1:|um 1 und |5, |und zwei Drittel |zwei komma |Haus 1 |a|–|\n|İ1 "
    ),
    "en": (
        "twenty-|one hundred and |half a |a third |one in |one over |two and a half |1e|5 ft |more than or equal to |"
        "from 1 |no |21st |$ 1m "
    ),
    "es": "cuarenta y |vigésimo |cinco con |dos mil millones ",
    "nl": "honderden|twee en ",
}


@pytest.mark.parametrize(
    ("language", "piece"), [(lang, piece) for lang, all_ in NEAR_MISSES.items() for piece in all_.split("|")]
)
def test_near_misses_cost_no_more_per_character_when_there_are_many(language: str, piece: str) -> None:
    """100 KB of what almost matches: four times the text takes about four times as long, never sixteen times."""
    length = 100_000
    spent = {n: seconds(piece * (n // len(piece)), language) for n in (length // 4, length)}
    assert spent[length] < 9 * max(spent[length // 4], 0.02)


def seconds(text: str, language: str) -> float:
    """The least CPU time of three readings: other work on the machine only adds to it."""
    tokens = Tokens(text, load(language))
    spent = []
    for _ in range(3):
        begin = time.process_time()
        find_quantities(tokens)
        spent.append(time.process_time() - begin)
    return min(spent)


def test_records_and_models_agree() -> None:
    tokens = Tokens("Rund 500 Menschen, 10 bis 15 km und am 16. Mai 2024 zwei Tage.", load("de"))
    assert [mention(found, tokens) for found in find(tokens)] == mentions(tokens.text, "de")
