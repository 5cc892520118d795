"""What a claim says beside its value: what it is about, when it holds, how it is put and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimcheck import Document, extract

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim


def claim(language: str, text: str, figure: str) -> AnyClaim:
    """The claim of a text whose figure begins so."""
    found = extract([Document.of(text, id="a", language=language, published="2025-03-12")])
    return next(c for c in found if c.text.startswith(figure))


def said(c: AnyClaim) -> dict[str, Any]:
    return {
        "about": c.subject.concept or c.subject.label,
        "when": c.when.timex if c.when else None,
        "status": str(c.status) if c.status else None,
        "aspect": str(c.aspect) if c.aspect else None,
        "direction": str(c.direction) if c.direction else None,
        "speaker": c.speaker,
    }


DE_PLAN = (
    "Die Zahl der Busse soll von 140 Dieselbussen im Norden und 35 Elektrobussen im Süden auf 260 im Jahr 2031 steigen."
)
DE_RATE = "Über die Pipeline (Kapazität: 30 Milliarden Kubikmeter im Jahr) wurde am Dienstag erneut beraten."
EN_PLAN = "The fleet is to grow from 140 diesel buses and 35 electric buses to 260 in 2031."


@pytest.mark.parametrize(
    ("language", "text", "figure", "expected"),
    [
        ("de", DE_PLAN, "140", {"aspect": "before", "status": None, "direction": "up"}),
        ("de", DE_PLAN, "35", {"aspect": "before", "status": None, "direction": "up"}),
        ("de", DE_PLAN, "260", {"aspect": "level", "status": "planned", "direction": "up", "when": "2031"}),
        ("en", EN_PLAN, "140", {"aspect": "before", "status": None, "direction": "up"}),
        ("en", EN_PLAN, "35", {"aspect": "before", "status": None, "direction": "up"}),
        ("en", EN_PLAN, "260", {"aspect": "level", "status": "planned", "when": "2031"}),
        ("de", DE_RATE, "30 Milliarden", {"about": "capacity", "when": None}),
        ("de", "Der Export stieg im Mai um 4 Prozent.", "4 Prozent", {"when": "2024-05", "aspect": "change"}),
        ("en", "The field pumps 30,000 barrels a day, officials said on Monday.", "30,000", {"speaker": "officials"}),
        ("de", "Einem Bericht zufolge starben acht Menschen.", "acht", {"about": "dead", "speaker": "Bericht"}),
        ("de", "Laut Polizei wurden zwölf Menschen verletzt.", "zwölf", {"about": "injured", "speaker": "Polizei"}),
        ("de", "In einem Interview vom Mittwoch sagte er, 40 Busse seien bestellt.", "40", {"speaker": None}),
        ("de", "Die Gasliefermenge sank 2024 auf 12 Milliarden Kubikmeter.", "12", {"about": "energy-supply"}),
        ("en", "Gas deliveries fell to 12 billion cubic metres in 2024.", "12", {"about": "energy-supply"}),
    ],
)
def test_a_claim_says_what_its_sentence_says(language: str, text: str, figure: str, expected: dict[str, Any]) -> None:
    assert said(claim(language, text, figure)).items() >= expected.items()
