"""Soft hyphens, spaces of no width and marks of direction: nobody sees them, so nothing may be read otherwise."""

from __future__ import annotations

import pytest

from claimcheck import Claim, Document, check, extract, mentions, write
from claimcheck.extract.dating import dated
from claimcheck.readers import READERS, File

HIDDEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2069\ufeff"
TEXT = "Der Umsatz stieg am 16. Mai 2024 auf rund 1,2 Milliarden Euro, 56.000 Menschen (4,5 Prozent) kamen 2024-05-17."


@pytest.mark.parametrize(
    ("written", "text", "value"),
    [
        ("Es kamen 56.\u200b000 Menschen.", "56.\u200b000", 56_000),
        ("Es kostet 3 Mil\u00adliarden Euro.", "3 Mil\u00adliarden Euro", 3_000_000_000),
        ("Es kostet 3 Mil\u00ad\nliarden Euro.", "3 Mil\u00ad\nliarden Euro", 3_000_000_000),
        ("Es kamen 5\ufeff6 Menschen.", "5\ufeff6", 56),
        ("Es kamen 5\u20606 Menschen.", "5\u20606", 56),
        ("Es kamen \u206656\u2069 Menschen.", "56", 56),
        ("Es waren 4,5\u200b% mehr.", "4,5\u200b%", 4.5),
        ("Es kamen 56\u00a0000 Menschen.", "56\u00a0000", 56_000),
        ("Es kamen 56\u202f000 Menschen.", "56\u202f000", 56_000),
    ],
)
def test_a_figure_is_read_as_it_looks(written: str, text: str, value: float) -> None:
    (mention,) = mentions(written)
    assert mention.quantity is not None
    assert mention.quantity.value is not None
    assert (mention.text, float(mention.quantity.value)) == (text, value)
    assert written[mention.start : mention.end] == text


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda c: f"U+{ord(c):04X}")
def test_wherever_it_stands_the_same_is_read(hidden: str) -> None:
    plain = extract([Document.of(TEXT, language="de", published="2024-05-18")])
    for at in range(len(TEXT) + 1):
        document = Document.of(TEXT[:at] + hidden + TEXT[at:], language="de", published="2024-05-18")
        found = extract([document])
        assert [(c.quantity, c.period, c.subject) for c in found] == [(c.quantity, c.period, c.subject) for c in plain]
        for claim, other in zip(found, plain, strict=True):
            assert claim.start is not None
            assert claim.text == document.text[claim.start : claim.end]
            assert claim.text.replace(hidden, "") == other.text


def test_zones_and_the_date_line_stay_where_they_are() -> None:
    line = "Von Ute Ohm 07.03.\u200b2023 - 09:40 Uhr aktualisiert"
    text = f"Neun\u200b Ab\u00adkommen\n\n{line}\n\nEs waren elf Ab\u00adkommen.\n"
    (document,) = READERS["text"].read(File("a.txt", text.encode()))
    known = dated(document)
    assert str(known.source.day) == "2023-03-07"
    assert known.text == document.text
    assert known.source.bounds is not None
    (quote,) = known.source.bounds.evidence
    assert quote.text == text[quote.start : quote.end]
    assert quote.text.startswith("07.03.\u200b2023")
    claims = extract([known])
    assert [(c.quote.zone.value, c.text) for c in claims] == [
        ("headline", "Neun\u200b Ab\u00adkommen"),
        ("body", "elf Ab\u00adkommen"),
    ]


def test_two_reports_are_compared_and_shown() -> None:
    said = "China und Russland haben am Montag in Peking {} unterzeichnet."
    one = Document.of(said.format("1\u200b87 Ab\u00adkommen"), id="a", published="2024-05-14")
    two = Document.of(said.format("178 Abkommen"), id="b", published="2024-05-14")
    report = check(one, two)
    assert report.findings[0].rule == "digit-swap"
    for name in ("full", "concise", "html", "json", "sarif"):
        assert write(report, name, documents=(one, two))


def test_a_claim_by_hand_may_be_pasted() -> None:
    assert (
        Claim.of("56.\u200b000", source="a", about="Menschen").quantity
        == Claim.of("56.000", source="a", about="Menschen").quantity
    )
