"""Groups: what belongs together, directly or through others."""

from __future__ import annotations

from itertools import permutations

from claimcheck.match.groups import Groups

PAIRS = [("d", "c"), ("b", "a"), ("c", "b"), ("x", "y")]


def test_what_hangs_together_is_one_group() -> None:
    groups = Groups(PAIRS)
    assert {groups.of(name) for name in "abcd"} == {"a"}
    assert {groups.of(name) for name in "xy"} == {"x"}


def test_an_unknown_name_is_alone() -> None:
    groups = Groups(PAIRS)
    assert groups.of("z") == "z"
    assert "z" not in groups
    assert "d" in groups


def test_the_order_of_the_pairs_does_not_matter() -> None:
    found = {tuple(Groups(order).of(name) for name in "abcdxy") for order in permutations(PAIRS)}
    assert found == {("a", "a", "a", "a", "x", "x")}


def test_joining_twice_changes_nothing() -> None:
    groups = Groups(PAIRS)
    groups.join("a", "d")
    groups.join("a", "a")
    assert groups.of("d") == "a"
    assert groups.of("y") == "x"
