"""Every case in seeds/ goes through the checker: the demo exactly, all together above their floors."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.scoring import cases, score

SETS = ("cases", "held-out")
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("which", SETS)
def test_quality_stays_above_its_floor(which: str) -> None:
    total = score(cases(which=which))
    floor = FLOORS[which]
    shown = "\n".join([str(total), *total.false, *total.missed])
    assert total.counts["words"] > 500, "there are no cases to score"
    assert total.precision >= floor["precision"], shown
    assert total.recall >= floor["recall"], shown
    assert total.alarms <= floor["alarms"], shown


@pytest.mark.parametrize("case", [c.folder.name for c in cases(which="cases") if not c.expected["discrepancies"]])
def test_nothing_is_found_where_nothing_is_to_be_found(case: str) -> None:
    total = score(cases([case]))
    assert total.counts["false"] == 0, total.false
