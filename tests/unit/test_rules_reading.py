"""What the rules read between the figures: signal words, names, units that are shared, days and years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claimcheck.languages import codes, load
from claimcheck.model import Document, Kind, Period, QuantityClaim
from claimcheck.pipeline import extract
from claimcheck.rules._calendar import same_day_in, years_between
from claimcheck.rules._concepts import concept, keys
from claimcheck.rules._kin import lent, like, same_thing, scale
from claimcheck.rules._people import names
from claimcheck.rules._words import pattern


def figures(text: str, language: str) -> list[QuantityClaim]:
    claims: list[Any] = extract([Document.of(text, id="a", language=language)])
    return [c for c in claims if c.kind is not Kind.DATE]


def signals() -> list[tuple[str, str, str]]:
    return [
        (code, signal, phrase)
        for code in codes()
        for signal, phrases in load(code).settings.get("signals", {}).items()
        for phrase in phrases
    ]


@pytest.mark.parametrize(("code", "signal", "phrase"), signals())
def test_every_signal_finds_its_own_words(code: str, signal: str, phrase: str) -> None:
    found = pattern(code, signal).search(f"x {phrase.replace('*', '')} y")
    assert found is not None


def test_languages_know_the_same_signals() -> None:
    known = {code: set(load(code).settings.get("signals", ())) for code in ("de", "en")}
    assert known["de"] == known["en"]


def test_an_unknown_language_finds_nothing() -> None:
    assert pattern("xx", "sum").search("insgesamt in all") is None
    assert pattern(None, "sum").search("insgesamt in all") is None


def test_signals_are_whole_words() -> None:
    assert pattern("en", "sum").search("a small overall total") is None
    assert pattern("de", "anniversary").search("ihr 150-jähriges Jubiläum")


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("The author Ada Lind met Mr Quill.", "en", ["ada lind", "quill"]),
        ("Der Dirigent kam. Die Malerin Ada Lind ging.", "de", ["ada lind"]),
        ("Nobody came.", "en", []),
    ],
)
def test_names(text: str, code: str, found: list[str]) -> None:
    assert [name for _, name in names(text, 0, code)] == found


def test_a_bare_number_borrows_unit_and_scale() -> None:
    whole, *parts = figures("Das Bad kostet 12,5 Millionen Euro: 7,5 Millionen das Becken, 5 Millionen das Dach.", "de")
    assert all(like(part, whole) for part in parts)
    assert scale(whole) == 1_000_000
    assert lent(parts[0], whole).core.meets(whole.quantity.core.scaled(Decimal("0.6")))


def test_counts_of_two_things_are_not_one_thing() -> None:
    goals, games = figures("Sie schoss 40 Tore in 12 Spielen.", "de")
    assert like(goals, games)
    assert not same_thing(goals, games)


def test_keys_join_languages_where_the_lexicon_knows_the_word() -> None:
    assert keys("de", "die Waffenruhe") & keys("en", "the ceasefire")
    assert concept("de", "gefangenenaustausch") == concept("en", "exchange")
    assert keys("xx", "anything at all") == set()


def test_years_between_two_periods() -> None:
    born = Period(timex="1961", start=date(1961, 1, 1), end=date(1961, 12, 31))
    today = Period(timex="2026-08-06", start=date(2026, 8, 6), end=date(2026, 8, 6))
    assert years_between(born, today) == (64, 65)
    assert years_between(Period(timex="XXXX"), today) is None


def test_the_same_day_of_another_year() -> None:
    assert same_day_in(date(2024, 2, 29), 2023) is None
    assert same_day_in(date(2024, 7, 29), 2023) == date(2023, 7, 29)
