"""Candidates: which like claims of two sources are the best for each other, and how much speaks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.match.candidates import Pick, candidate, clear, mutual
from claimcheck.match.forms import form
from claimcheck.match.heads import Heads
from claimcheck.model import Claim
from claimcheck.pipeline import check

if TYPE_CHECKING:
    from claimcheck.match.candidates import Candidate
    from claimcheck.model import AnyClaim


def said(value: str, source: str, about: str = "agreements", **more: Any) -> AnyClaim:
    return Claim.of(value, source=source, about=about, **more)


def found(ours: list[AnyClaim], theirs: list[AnyClaim]) -> list[Pick]:
    """Every two like claims of two sources."""
    pairs = ((x, y, candidate(form(a), form(b))) for x, a in enumerate(ours) for y, b in enumerate(theirs))
    return [Pick(x, y, like) for x, y, like in pairs if like is not None]


def of(one: str, other: str, **more: Any) -> Candidate:
    made = candidate(form(said(one, "a", **more)), form(said(other, "b", **more)))
    assert made is not None
    return made


def places(picks: list[Pick]) -> list[tuple[int, int]]:
    return [(pick.a, pick.b) for pick in picks]


def test_unlike_claims_are_no_candidates() -> None:
    ours = [said("12", "a"), said("40", "a", "injured")]
    theirs = [said("15", "b"), said("43", "b", "dead")]
    assert places(found(ours, theirs)) == [(0, 0)]


def test_what_agrees_is_the_best() -> None:
    picks = found([said("12", "a"), said("40", "a")], [said("40", "b"), said("12", "b")])
    assert places(mutual(picks)) == [(0, 1), (1, 0)]


def test_a_known_difference_in_scope_ranks_lowest() -> None:
    ours, theirs = [said("14", "a", scope=["new"])], [said("13", "b", scope=["old"]), said("11", "b")]
    assert places(mutual(found(ours, theirs))) == [(0, 1)]


def test_two_values_that_are_equally_like_are_in_doubt() -> None:
    """Whether 14 stands against 12 or against 17 nobody can say; against "about 12" it is the same question once."""
    ours = [said("14", "a")]
    assert places(clear(found(ours, [said("12", "b")]))) == [(0, 0)]
    assert not clear(found(ours, [said("12", "b"), said("17", "b")]))
    assert len(clear(found(ours, [said("12", "b"), said("exactly 12", "b")]))) == 2


def test_two_forms_are_for_each_other_what_they_are_the_other_way_round() -> None:
    one = of("12", "15")
    assert one.turned().a is one.b
    assert one.turned().rank == one.rank


@pytest.mark.parametrize(
    ("one", "other", "harder"),
    [("12", "15", "40"), ("12", "40", "400"), ("12", "400", "4,000"), ("12 to 14", "20", "2,000")],
)
def test_the_farther_two_values_lie_the_more_must_speak_for_them(one: str, other: str, harder: str) -> None:
    assert of(one, other).enough <= of(one, harder).enough
    assert of(one, harder).enough > of(one, one).enough


def test_a_slip_may_lie_anywhere() -> None:
    assert of("3.2 million euros", "3.2 billion euros").enough == of("12", "12").enough


def test_one_named_event_may_have_any_two_figures() -> None:
    assert of("7", "1,900", event="visit").enough == of("7", "7").enough
    report = check(said("7", "a", event="visit"), said("1,900", "b", event="visit"))
    assert [f.rule for f in report.findings] == ["value-mismatch"]


def alone(claim: AnyClaim, *others: AnyClaim) -> bool:
    return Heads(map(form, (claim, *others))).alone(form(claim))


def test_a_source_with_two_values_of_one_name_speaks_of_two_things() -> None:
    claim = said("12", "a")
    assert alone(claim, said("about 12", "a"))
    assert alone(claim, said("40", "a", "injured"))
    assert alone(claim, said("40", "a", aspect="new"))
    assert not alone(claim, said("40", "a"))


def test_nouns_outside_the_lexicon_are_compared_as_words() -> None:
    claim = said("12", "a", "sprocket")
    assert alone(claim, said("40", "a", "gasket"))
    assert not alone(claim, said("40", "a", "sprockets"))


def test_a_claim_without_a_head_vouches_for_nothing() -> None:
    assert alone(said("12", "a"), said("40", "a", ""))
    assert alone(said("12", "a", ""), said("40", "a", ""))
