"""Claims made by hand: a number of four digits is a year or a count, as what it is about says."""

from __future__ import annotations

import pytest

from claimcheck import Claim
from claimcheck.model import PeriodClaim, QuantityClaim


@pytest.mark.parametrize(
    ("value", "about", "language"),
    [
        ("1400", "demonstrators", "en"),
        ("1998", "demonstrators", "en"),
        ("about 1400", "demonstrators", "en"),
        ("1400", "widgets", "en"),
        ("2024", "turnout", "en"),
        ("1400", "Demonstranten", "de"),
        ("rund 1400", "Teilnehmer", "de"),
        ("1998", "victims of the flood", "en"),
    ],
)
def test_four_digits_count_what_can_be_counted(value: str, about: str, language: str) -> None:
    claim = Claim.of(value, source="x", about=about, language=language)
    assert isinstance(claim, QuantityClaim)
    assert claim.quantity.value == int(value.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize(
    ("value", "about", "language"),
    [
        ("1876", "", "en"),
        ("1876", "founding", "en"),
        ("1876", "Gründung", "de"),
        ("May 2024", "agreements", "en"),
        ("in 2024", "agreements", "en"),
        ("2024", "completion of the bridge", "en"),
    ],
)
def test_a_year_stays_one_where_nothing_is_counted(value: str, about: str, language: str) -> None:
    assert isinstance(Claim.of(value, source="x", about=about, language=language), PeriodClaim)
