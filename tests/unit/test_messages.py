"""Plurals, units and currencies in the words of the reader's language."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.core import Locale

from claimcheck import Claim
from claimcheck.messages import LANGUAGES, catalogue, plural, reading

COUNTS = [Decimal(text) for text in ("0", "1", "2", "3", "5", "10", "11", "21", "100", "101", "1000000", "0.5", "1.5")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_rules_are_those_of_the_cldr(language: str) -> None:
    assert [plural(n, language) for n in COUNTS] == [Locale(language).plural_form(n) for n in COUNTS]


def test_both_catalogues_have_the_same_sentences() -> None:
    english, german = (catalogue(language) for language in ("en", "de"))
    assert english.keys() == german.keys()
    assert all(english[name].keys() == german[name].keys() for name in english if name != "unit")


@pytest.mark.parametrize(
    ("said", "english", "german"),
    [
        ("zwei Tage", "2 days", "2 Tage"),
        ("ein Tag", "1 day", "1 Tag"),
        ("mehr als 5 Stunden", "more than 5 hours", "mehr als 5 Stunden"),
        ("3 Tonnen", "3 metric tons", "3 Tonnen"),
        ("1 Prozentpunkt", "1 percentage point", "1 Prozentpunkt"),
        (
            "49 Milliarden Kubikmeter im Jahr",
            "49,000,000,000 cubic meters per year",
            "49.000.000.000 Kubikmeter pro Jahr",
        ),
        ("20 bis 30 Sekunden", "20 to 30 seconds", "20 bis 30 Sekunden"),
        ("4 Fuß", "4 feet", "4 Fuß"),
        ("12 Ar", "12 ares", "12 Ar"),
        ("30 Cent", "30 cents", "30 Cent"),
        ("7 schwedische Kronen", "7 Swedish kronor", "7 Schwedische Kronen"),
        ("3 MWh", "3 megawatt-hours", "3 Megawattstunden"),
        ("2 Fußballfelder", "2 football fields", "2 Fußballfelder"),
    ],
)
def test_a_reading_names_its_unit_as_people_write_it(said: str, english: str, german: str) -> None:
    claim = Claim.of(said, source="a", language="de")
    assert (reading(claim, "en"), reading(claim, "de")) == (english, german)
