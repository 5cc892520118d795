"""What governs the first figure of a series governs the others."""

from __future__ import annotations

import pytest

from claimcheck import Document, extract
from claimcheck.model import Direction

FALLS = [
    "Gegenüber dem Vorjahr fielen Belgiens Importe aus dem fernen Chile im Mai um 4,1 und im Juni um 2,6 Prozent.",
    "Measured against last year, exports to all of the other countries fell by 4.1 percent in May and by 2.6 in June.",
]


@pytest.mark.parametrize("text", FALLS)
def test_each_figure_of_a_series_falls(text: str) -> None:
    claims = extract([Document.of(text, published="2026-07-01")])
    assert [c.direction for c in claims if c.quantity] == [Direction.DOWN, Direction.DOWN]
