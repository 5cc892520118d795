"""Shelves: what is looked up by keys leaves out nothing that comparing each two forms would find."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.match.candidates import candidate
from claimcheck.match.forms import Forms
from claimcheck.match.links import buckets
from claimcheck.match.shelves import Keys, Shelf
from claimcheck.pipeline import extract, read

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("half", [0, 1])
def test_no_like_form_is_left_out(half: int) -> None:
    claims = extract([document for path in sorted(SEEDS.iterdir())[half::2] for document in read(path)])
    forms, pairs = Forms(), 0
    for bucket in buckets(claims):
        members = dict.fromkeys(map(forms.of, bucket))
        shelf = Shelf(members, Keys(members))
        for form in members:
            like = {other for other in members if candidate(form, other) or candidate(other, form)}
            assert like <= shelf.like(form)
            pairs += len(like)
    assert pairs > len(claims)


def test_few_are_looked_at() -> None:
    claims = extract([document for path in sorted(SEEDS.iterdir()) for document in read(path)])
    forms = Forms()
    largest = max((dict.fromkeys(map(forms.of, bucket)) for bucket in buckets(claims)), key=len)
    shelf = Shelf(largest, Keys(largest))
    assert sum(len(shelf.like(form)) for form in largest) < len(largest) ** 2 / 4
