"""Words outside the lexicon: when are two of them one?"""

from __future__ import annotations

import pytest

from claimcheck.match.wording import alike


@pytest.mark.parametrize(
    ("a", "b"),
    [("Leuchtturm", "Leuchttürme"), ("Kommission", "Komission"), ("harbour", "harbours"), ("Gänse", "Gans")],
)
def test_forms_and_slips_of_one_word_are_alike(a: str, b: str) -> None:
    assert alike(a, b)
    assert alike(b, a)


@pytest.mark.parametrize(("a", "b"), [("Merz", "März"), ("Haus", "Maus"), ("Boot", "Brot"), ("Linden", "Lunden")])
def test_two_words_are_not_one_by_a_letter(a: str, b: str) -> None:
    assert not alike(a, b)


def test_a_dictionary_knows_irregular_forms() -> None:
    pytest.importorskip("simplemma", reason="the extra [lang] is not installed")
    assert alike("mice", "mouse")
    assert not alike("mice", "mile")
