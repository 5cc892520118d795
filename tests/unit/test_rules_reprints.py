"""Reprints: what sketches find is what comparing each two texts would find."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from claimcheck.model import Document
from claimcheck.pipeline import check
from claimcheck.rules._reprints import reprints

CHANCE = random.Random(7)  # noqa: S311 - the same texts each time


def words(count: int) -> list[str]:
    return [f"w{CHANCE.randrange(5000)}" for _ in range(count)]


def runs(text: list[str]) -> set[str]:
    return {" ".join(text[k : k + 5]) for k in range(len(text) - 4)}


def by_pairs(told: dict[str, set[str]], least: float) -> list[tuple[str, str]]:
    pairs = combinations(sorted(told), 2)
    return [(a, b) for a, b in pairs if len(told[a] & told[b]) / min(len(told[a]), len(told[b])) >= least]


@pytest.mark.parametrize("share", [0.3, 0.45, 0.55, 0.8, 1.0])
def test_what_shares_enough_is_found_whatever_the_share(share: float) -> None:
    told = {}
    for k in range(40):
        wire = words(200)
        kept = int(share * len(wire))
        told[f"{k:02}a"], told[f"{k:02}b"] = runs(wire), runs(wire[:kept] + words(len(wire) - kept))
    assert reprints(told, 0.5) == [list(pair) for pair in by_pairs(told, 0.5)]


@pytest.mark.parametrize("times", [3, 10, 30])
def test_a_notice_is_found_in_a_long_page(times: int) -> None:
    notice = words(120)
    told = {"notice": runs(notice), "page": runs(words(60 * times) + notice[:80] + words(60 * times))}
    assert reprints(told, 0.5) == [["notice", "page"]]


def test_copies_of_copies_are_one_group() -> None:
    one, other, more = words(100), words(60), words(40)
    told = {"a": runs(one), "b": runs(one + other), "c": runs(other + more), "d": runs(words(90))}
    assert reprints(told, 0.5) == [["a", "b", "c"]]


def test_texts_too_short_for_a_run_are_no_reprints() -> None:
    assert not reprints({"a": set(), "b": set(), "c": runs(words(20))}, 0.5)


def test_a_claim_is_shown_only_if_another_copy_words_it_alike() -> None:
    wire = "A freight train derailed near Oakridge early on Monday. Eleven wagons left the track, the operator said."
    texts = {"a": wire, "b": f"{wire} The line stays closed for 3 days.", "c": f"Mill Road. {wire}"}
    documents = [Document.of(text, id=k, language="en", published="2026-05-18") for k, text in texts.items()]
    found = [f for f in check(*documents).findings if f.rule == "single-origin"]
    assert [[(c.source, c.text) for c in f.claims] for f in found] == [
        [(source, text) for source in "abc" for text in ("early on Monday", "Eleven wagons")]
    ]
