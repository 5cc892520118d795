"""The calendar in the other languages, and that their tables are those of the generator."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimcheck.extract.dates import find_periods
from claimcheck.extract.tokens import Tokens
from claimcheck.languages import load

ROOT = Path(__file__).resolve().parents[2]
THURSDAY = date(2024, 5, 16)
CASES = {
    "fr": {
        "Il est arrivé le 3 août 2021.": "2021-08-03",
        "le 1er juin": "2024-06-01",
        "la semaine dernière": "2024-W19",
        "lundi dernier": "2024-05-13",
        "il y a trois jours": "2024-05-13",
        "à 14h30": "2024-05-16T14:30",
        "au deuxième trimestre 2025": "2025-Q2",
        "les années 70": "197",
        "le XIXe siècle": "18",
        "avant-hier": "2024-05-14",
    },
    "es": {
        "Llegó el 3 de agosto de 2021.": "2021-08-03",
        "el año pasado": "2023",
        "el lunes pasado": "2024-05-13",
        "hace tres días": "2024-05-13",
        "mañana": "2024-05-17",
        "los años setenta": "197",
        "el siglo XIX": "18",
        "a finales de 2027": "2027",
    },
    "it": {
        "È arrivato il 3 agosto 2021.": "2021-08-03",
        "l'anno scorso": "2023",
        "lunedì scorso": "2024-05-13",
        "tre giorni fa": "2024-05-13",
        "gli anni '70": "197",
        "nel secondo trimestre 2025": "2025-Q2",
        "ieri": "2024-05-15",
    },
    "nl": {
        "Hij kwam op 3 augustus 2021.": "2021-08-03",
        "vorig jaar": "2023",
        "afgelopen maandag": "2024-05-13",
        "drie dagen geleden": "2024-05-13",
        "om 14.30 uur": "2024-05-16T14:30",
        "maandagavond": "2024-05-13TEV",
        "jaren zeventig": "197",
    },
    "pt": {
        "Chegou em 3 de agosto de 2021.": "2021-08-03",
        "no ano passado": "2023",
        "segunda-feira passada": "2024-05-13",
        "há três dias": "2024-05-13",
        "75 anos atrás": "1949",
        "amanhã": "2024-05-17",
        "o século XIX": "18",
    },
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, cases in CASES.items() for text in cases])
def test_a_calendar_word_in_its_language(language: str, text: str) -> None:
    (found,) = find_periods(Tokens(text, load(language)), THURSDAY)
    assert found.period is not None
    assert found.period.timex == CASES[language][text]


def generator() -> Any:
    spec = importlib.util.spec_from_file_location("generate_calendar", ROOT / "scripts" / "generate_calendar.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", CASES)
def test_the_calendar_tables_are_those_of_the_generator(language: str) -> None:
    text = (ROOT / "claimcheck" / "languages" / f"{language}.toml").read_text("utf-8")
    assert generator().renewed(text, language) == text
