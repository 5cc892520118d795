"""Quantities: kind, unit, hedge, ranges, shared units; and the digits that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.extract.mentions import mentions

if TYPE_CHECKING:
    from claimcheck.model import Mention


def plain(value: object) -> str:
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def said(mention: Mention) -> str:
    """One line of what was read: text | kind | value or low..high | unit | hedge."""
    quantity = mention.quantity
    assert quantity is not None
    value = plain(quantity.value) if quantity.value is not None else f"{plain(quantity.low)}..{plain(quantity.high)}"
    fields = (
        mention.text,
        mention.kind.value,
        value,
        quantity.unit or "-",
        quantity.hedge.value if quantity.hedge else "-",
    )
    return " | ".join(fields)


CASES = {
    "de": {
        "Rund 500 Menschen kamen.": ["Rund 500 | count | 500 | - | approximately"],
        "Rund ein Dutzend Abkommen": ["Rund ein Dutzend | count | 12 | - | approximately"],
        "mindestens rund 20 Tote": ["mindestens rund 20 | count | 20 | - | at_least"],
        "20 oder mehr Tote": ["20 oder mehr | count | 20 | - | at_least"],
        "knapp 30 Prozent": ["knapp 30 Prozent | percent | 30 | percent | nearly"],
        "gut elf Millionen Kubikmeter": [
            "gut elf Millionen Kubikmeter | quantity | 11000000 | meter ** 3 | slightly_more",
        ],
        "bis zu fünf Zentimeter": ["bis zu fünf Zentimeter | quantity | 5 | centimeter | up_to"],
        "nicht mehr als 12 Sitze": ["nicht mehr als 12 | count | 12 | - | at_most"],
        "Dutzende Häuser": ["Dutzende | count | 24.. | - | vague"],
        "10 bis 15 Menschen": ["10 bis 15 | range | 10..15 | - | -"],
        "10-15 Prozent": ["10-15 Prozent | percent | 10..15 | percent | -"],
        "zwischen 5 und 10 km": ["zwischen 5 und 10 km | quantity | 5..10 | kilometer | -"],
        "zwei bis drei Millionen Euro": ["zwei bis drei Millionen Euro | money | 2000000..3000000 | euro | -"],
        "5, 10 und 15 Kilometer": [
            "5 | quantity | 5 | kilometer | -", "10 | quantity | 10 | kilometer | -",
            "15 Kilometer | quantity | 15 | kilometer | -",
        ],
        "um 8,4 und um 6,2 Prozent": [
            "8,4 | percent | 8.4 | percent | -", "6,2 Prozent | percent | 6.2 | percent | -",
        ],
        "von 24 auf 29 Millionen Euro": [
            "24 | money | 24000000 | euro | -", "29 Millionen Euro | money | 29000000 | euro | -",
        ],
        "50 Milliarden Kubikmeter im Jahr": [
            "50 Milliarden Kubikmeter im Jahr | quantity | 50000000000 | meter ** 3 / year | -",
        ],
        "1,8 Prozentpunkte": ["1,8 Prozentpunkte | percent | 1.8 | percentage_point | -"],
        "120 km/h": ["120 km/h | quantity | 120 | kilometer / hour | -"],
        "300 MW und 5 m²": ["300 MW | quantity | 300 | megawatt | -", "5 m² | quantity | 5 | meter ** 2 | -"],
        "15 Dollar und 50 Cent": ["15 Dollar und 50 Cent | money | 15.5 | us_dollar | -"],
        "120 MEUR": ["120 MEUR | money | 120000000 | euro | -"],
        "jeder Dritte": ["jeder Dritte | percent | 0.3333333333333333333333333333 | dimensionless | -"],
        "einer von fünf": ["einer von fünf | percent | 0.2 | dimensionless | -"],
        "keine Toten": ["keine | count | 0 | - | -"],
        "der 3. Platz": ["3. | ordinal | 3 | - | -"],
        "die achte Messe": ["achte | ordinal | 8 | - | -"],
        "7,8 ± 0,2 Grad": ["7,8 ± 0,2 Grad | quantity | 7.8 | degree | approximately"],
        "-5 Grad Celsius": ["-5 Grad Celsius | quantity | -5 | celsius | -"],
        "20 Millionen Pfund": ["20 Millionen Pfund | money | 20000000 | pound_sterling | -"],
        "20 Pfund Mehl": ["20 Pfund | quantity | 20 | pound | -"],
    },
    "en": {
        "about a dozen deals": ["about a dozen | count | 12 | - | approximately"],
        "$3.2bn": ["$3.2bn | money | 3200000000 | us_dollar | -"],
        "$10-15 million": ["$10-15 million | money | 10000000..15000000 | us_dollar | -"],
        "2 to 3 percent": ["2 to 3 percent | percent | 2..3 | percent | -"],
        "more than 40 but less than 50": ["more than 40 but less than 50 | range | 40..50 | - | -"],
        "rose from 5 to 8 percent": ["5 | percent | 5 | percent | -", "8 percent | percent | 8 | percent | -"],
        "five feet two inches": ["five feet two inches | quantity | 5.166666666666666666666666667 | foot | -"],
        "20-ish people": ["20-ish | count | 20 | - | approximately"],
        "one in five": ["one in five | percent | 0.2 | dimensionless | -"],
        "a 3-inch nail": ["3-inch | quantity | 3 | inch | -"],
        "a road 5m wide, 5m people's homes": ["5m | quantity | 5 | meter | -", "5m | count | 5000000 | - | -"],
        "no deaths": ["no | count | 0 | - | -"],
        "the 21st and the twenty-first": ["21st | ordinal | 21 | - | -", "twenty-first | ordinal | 21 | - | -"],
        "98 degrees F": ["98 degrees F | quantity | 98 | fahrenheit | -"],
        "aged 87": ["aged 87 | duration | 87 | year | -"],
    },
    "fr": {"75 millions de dollars": ["75 millions de dollars | money | 75000000 | us_dollar | -"]},
    "es": {"al menos 30 personas": ["al menos 30 | count | 30 | - | at_least"]},
    "it": {"circa il 20 per cento": ["circa il 20 per cento | percent | 20 | percent | approximately"]},
    "nl": {"bijna 2 miljard euro": ["bijna 2 miljard euro | money | 2000000000 | euro | nearly"]},
    "pt": {"entre 20 e 30 km": ["entre 20 e 30 km | quantity | 20..30 | kilometer | -"]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "lines"),
    [(language, text, lines) for language, table in CASES.items() for text, lines in table.items()],
)
def test_reads(language: str, text: str, lines: list[str]) -> None:
    assert [said(mention) for mention in mentions(text, language)] == lines


NAMES = {
    "de": [
        "Kraft Sibiriens 2 soll kommen.", "»Power of Siberia 2«", "Paragraf 218", "Seite 5", "die A 100.",
        "Version 2.1.3",
        "Telefon: 030 1234567", "Rufen Sie +49 30 1234567 an", "IBAN DE89 3704 0044 0532 0130 00",
        "https://example.org/2/45",
        "ute.ohm45@example.org", "Covid-19", "Sie gewannen 3:2.", "ein iPhone 14.", "Claudia Tausend sprach.",
        "1. Erstens kommt es anders", "Das Zimmer 12 ist frei",
    ],
    "en": [
        "Power of Siberia 2 is planned.", "The Boeing 747 landed.", "a 777F landed", "No. 5 is alive", "Room 12",
        "F-16 jets",
        "This one is good.", "one of them", "They won 3:2.", "She won, 6-4 6-2.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in NAMES.items() for text in texts])
def test_a_name_with_a_digit_is_no_count(language: str, text: str) -> None:
    counts = [m.text for m in mentions(text, language) if m.kind in {"count", "range", "quantity"}]
    assert counts == []


@pytest.mark.parametrize(
    ("text", "count"),
    [("Gestern hat Russland 40 Raketen abgefeuert.", "40"), ("In Gaza 35.000 weitere Verletzte", "35.000")],
)
def test_a_noun_after_a_name_and_digits_is_counted(text: str, count: str) -> None:
    assert count in [m.text for m in mentions(text, "de") if m.kind == "count"]
