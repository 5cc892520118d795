"""Numbers in digits and words, in every language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.extract.numbers import read
from claimcheck.extract.tokens import Tokens
from claimcheck.languages import load

CASES = {
    "de": {
        "56.000 Menschen": "56000", "12'500": "12500", "1 234 567,8": "1234567.8", "15,7": "15.7", "15.7": "15.7",
        "1,2 Mio. Euro": "1200000", "3,5 Mrd. Euro": "3500000000", "177 Milliarden": "177000000000",
        "anderthalb Millionen": "1500000", "zweieinhalb": "2.5", "ein Drittel": "0.333333", "drei Viertel": "0.75",
        "ein Dutzend": "12", "ein halbes Dutzend": "6", "zwanzigtausend": "20000", "einundzwanzig": "21",
        "dreihundertsiebenundsiebzigtausend": "377000", "fuenfhundertneun": "509", "dreissig": "30",
        "zwei Millionen dreihunderttausend": "2300000", "hundertzwölf": "112", "siebzehnhundert": "1700",
        "sechs und ein Viertel": "6.25", "zwei Komma fünf": "2.5", "½": "0.5", "2½": "2.5", "3/4": "0.75",
        "sieben Zehntel": "0.7", "Hälfte der": "0.5", "eine Million": "1000000",
    },
    "en": {
        "56,000 people": "56000", "two and a half million": "2500000", "twenty-one": "21", "three dozen": "36",
        "one hundred and six": "106", "3.2bn": "3200000000", "10k": "10000", "half a million": "500000",
        "a third of": "0.333333", "five eighths": "0.625", "three million and a half": "3500000",
        "6 thousand 2 hundred and 15": "6215", "twenty five hundred": "2500", "nine point nought four": "9.04",
        "1.3x10^6": "1300000", "two lakh": "200000", "three twenty-firsts": "0.142857", "5m people's": "5000000",
    },
    "fr": {"quatre-vingt-dix-sept": "97", "soixante et onze": "71", "deux cents": "200", "vingt et un mille": "21000"},
    "es": {"cuarenta y siete mil": "47000", "dos mil millones": "2000000000", "cinco y medio": "5.5"},
    "it": {"duecentotrentacinque": "235", "ventuno": "21", "tre milioni e mezzo": "3500000"},
    "nl": {"tweeëntwintig": "22", "vijftienhonderd": "1500", "honderdenzes": "106", "twaalfenhalve": "12.5"},
    "pt": {"trezentos e quarenta e sete": "347", "dois milhões e meio": "2500000", "três vinte avos": "0.15"},
}  # fmt: skip


def cases() -> list[tuple[str, str, str]]:
    return [(language, text, value) for language, table in CASES.items() for text, value in table.items()]


@pytest.mark.parametrize(("language", "text", "value"), cases())
def test_reads(language: str, text: str, value: str) -> None:
    number = read(Tokens(text, load(language)), 0)
    assert number is not None
    assert abs(number[0].value - Decimal(value)) < Decimal("0.000001")


@pytest.mark.parametrize("text", ["16.05.2024", "1.2.3", "22,24,26,31", "Haus", "und", "7" * 50])
def test_is_no_number(text: str) -> None:
    assert read(Tokens(text, load("de")), 0) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [("zwei drei", 1), ("zwei und drei", 1), ("423 0000", 1), ("zwischen", 0), ("5 Millionen 2023", 2)],
)
def test_stops_where_the_number_ends(text: str, words: int) -> None:
    number = read(Tokens(text, load("de")), 0)
    assert (number[1] if number else 0) == words


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("5", "1"),
        ("5,0", "0.1"),
        ("1,2 Millionen", "100000"),
        ("zwölf", "1"),
        ("zwanzigtausend", "1000"),
        ("ein Dutzend", "12"),
        ("zweieinhalb", "0.1"),
        ("ein Drittel", "0.01"),
    ],
)
def test_place_of_the_last_digit(text: str, step: str) -> None:
    number = read(Tokens(text, load("de")), 0)
    assert number is not None
    assert number[0].step == Decimal(step)
