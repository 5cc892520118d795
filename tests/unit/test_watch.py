"""Rules that a configuration file declares."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import Document, check
from claimcheck.config import Settings, Watch
from claimcheck.errors import ConfigError

ONE = "Bei der Wahl in Nordheim lag die Beteiligung am Sonntag bei 68,9 Prozent. Gewählt wurde der Rat von Nordheim."
TWO = "In Nordheim wurde am Sonntag der Rat gewählt. Die Wahlbeteiligung in Nordheim betrug rund 70 Prozent."


def _rules(**watch: object) -> list[str]:
    settings = Settings(watch=(Watch.model_validate({"name": "turnout-apart", "concept": "turnout", **watch}),))
    docs = [Document.of(t, id=i, language="de", published="2026-05-04") for i, t in (("a", ONE), ("b", TWO))]
    return [f.rule for f in check(*docs, settings=settings).findings]


def test_two_values_further_apart_than_allowed_are_flagged_although_their_hedges_meet() -> None:
    assert "turnout-apart" in _rules(more_than=Decimal(1))


def test_two_values_as_near_as_allowed_are_not() -> None:
    assert "turnout-apart" not in _rules(more_than=Decimal(2))


def test_the_distance_may_be_a_share_of_the_smaller_value() -> None:
    assert "turnout-apart" in _rules(more_than_percent=Decimal(1))
    assert "turnout-apart" not in _rules(more_than_percent=Decimal(5))


def test_an_unknown_concept_is_refused_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match="did you mean turnout"):
        _rules(concept="turnot", more_than=Decimal(1))


def test_a_table_that_does_not_say_how_far_is_refused() -> None:
    with pytest.raises(ConfigError, match="how far is too far"):
        _rules()
