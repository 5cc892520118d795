"""Candidates: which like claims of two sources are the best for each other, and how much speaks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.match.candidates import Candidate, alone, candidates, clear, mutual
from claimcheck.match.likeness import judge
from claimcheck.model import Claim
from claimcheck.pipeline import check

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim


def said(value: str, source: str, about: str = "agreements", **more: Any) -> AnyClaim:
    return Claim.of(value, source=source, about=about, **more)


def texts(found: list[Candidate]) -> list[tuple[str, str]]:
    return [(c.a.text, c.b.text) for c in found]


def candidate(one: str, other: str, **more: Any) -> Candidate:
    a, b = said(one, "a", **more), said(other, "b", **more)
    return Candidate(a, b, judge(a, b))


def test_unlike_claims_are_no_candidates() -> None:
    ours = [said("12", "a"), said("40", "a", "injured")]
    theirs = [said("15", "b"), said("43", "b", "dead")]
    assert texts(candidates(ours, theirs)) == [("12", "15")]


def test_what_agrees_is_the_best() -> None:
    found = candidates([said("12", "a"), said("40", "a")], [said("40", "b"), said("12", "b")])
    assert texts(mutual(found)) == [("12", "12"), ("40", "40")]


def test_a_known_difference_in_scope_ranks_lowest() -> None:
    ours, theirs = [said("14", "a", scope=["new"])], [said("13", "b", scope=["old"]), said("11", "b")]
    assert texts(mutual(candidates(ours, theirs))) == [("14", "11")]


def test_two_values_that_are_equally_like_are_in_doubt() -> None:
    """Whether 14 stands against 12 or against 17 nobody can say; against "about 12" it is the same question once."""
    ours = [said("14", "a")]
    assert texts(clear(candidates(ours, [said("12", "b")]))) == [("14", "12")]
    assert not clear(candidates(ours, [said("12", "b"), said("17", "b")]))
    assert len(clear(candidates(ours, [said("12", "b"), said("exactly 12", "b")]))) == 2


@pytest.mark.parametrize(
    ("one", "other", "harder"),
    [("12", "15", "40"), ("12", "40", "400"), ("12", "400", "4,000"), ("12 to 14", "20", "2,000")],
)
def test_the_farther_two_values_lie_the_more_must_speak_for_them(one: str, other: str, harder: str) -> None:
    assert candidate(one, other).enough <= candidate(one, harder).enough
    assert candidate(one, harder).enough > candidate(one, one).enough


def test_a_slip_may_lie_anywhere() -> None:
    assert candidate("3.2 million euros", "3.2 billion euros").enough == candidate("12", "12").enough


def test_one_named_event_may_have_any_two_figures() -> None:
    assert candidate("7", "1,900", event="visit").enough == candidate("7", "7").enough
    report = check(said("7", "a", event="visit"), said("1,900", "b", event="visit"))
    assert [f.rule for f in report.findings] == ["value-mismatch"]


def test_a_source_with_two_values_of_one_name_speaks_of_two_things() -> None:
    claim = said("12", "a")
    assert alone(claim, [claim, said("about 12", "a")])
    assert alone(claim, [claim, said("40", "a", "injured")])
    assert alone(claim, [claim, said("40", "a", aspect="new")])
    assert not alone(claim, [claim, said("40", "a")])


def test_a_claim_without_a_head_vouches_for_nothing() -> None:
    claim = said("12", "a", "")
    assert alone(claim, [said("40", "a", "")])
