"""Every case in seeds/ goes through the checker: the demo exactly, all together above their floors."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.scoring import SETS, cases, score

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


def test_what_is_expected_of_a_story_stands_in_it_once() -> None:
    for case in cases():
        for gold in (*case.expected["discrepancies"], *case.expected["consistent"]):
            found = [case.texts[m["file"]].count(m["quote"]) for m in gold["mentions"]]
            assert set(found) == {1}, f"{case.folder.name}: {gold['why']}"


@pytest.mark.parametrize("case", [c.folder.name for c in cases(which="cases") if not c.expected["discrepancies"]])
def test_nothing_is_found_where_nothing_is_to_be_found(case: str) -> None:
    total = score(cases([case]))
    assert total.counts["false"] == 0, total.false
