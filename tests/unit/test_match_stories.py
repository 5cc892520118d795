"""Stories: whether two sources tell of one event, of another, or whether that stays unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.match import match_claims
from claimcheck.match.kinship import Kinship
from claimcheck.match.stories import pair, stories
from claimcheck.model import Claim, Document, Identity
from claimcheck.pipeline import extract

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim

BRIDGE = {
    "de": "Ada Velden und Otto Brandt eröffneten in Lurnau die Brücke über die Arle. Sie kostete 12 Millionen Euro.",
    "en": "Ada Velden and Otto Brandt opened the bridge over the Arle in Lurnau. It cost 12 million euros.",
}
ZOO = "Im Zoo von Talheim sind 23 Pinguine geschlüpft. Tierpfleger Bruno Kessel freut sich über jedes Küken."


def documents(*dated: tuple[str, str, str | None]) -> list[Document]:
    return [
        Document.of(text, id="abc"[k], language=language, published=day)
        for k, (language, text, day) in enumerate(dated)
    ]


def decide(*dated: tuple[str, str, str | None]) -> tuple[Identity, str]:
    found = documents(*dated)
    told = stories(extract(found), found)
    decided = pair(told["a"], told["b"], one_cluster=Kinship(told).one_cluster("a", "b"))
    return decided.identity, decided.reason


@pytest.mark.parametrize(
    ("day", "identity"),
    [
        ("2026-03-12", Identity.SAME),
        ("2026-03-19", Identity.SAME),
        ("2026-03-20", Identity.UNKNOWN),
        ("2026-05-11", Identity.UNKNOWN),
        ("2026-05-12", Identity.ANOTHER),
        ("2024-03-12", Identity.ANOTHER),
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_days_between_two_reports(day: str, identity: Identity, language: str) -> None:
    """Up to 7 days apart they are one event, over 60 days two."""
    assert decide(("de", BRIDGE["de"], "2026-03-12"), (language, BRIDGE[language], day))[0] is identity


def test_reports_that_share_nothing_are_not_compared() -> None:
    assert decide(("de", BRIDGE["de"], "2026-03-12"), ("de", ZOO, "2026-03-12")) == (Identity.UNKNOWN, "unrelated")


def test_an_undated_report_stays_unknown() -> None:
    assert decide(("de", BRIDGE["de"], "2026-03-12"), ("en", BRIDGE["en"], None)) == (Identity.UNKNOWN, "undated")


def test_a_quarter_that_is_over_parts_an_undated_report_from_one_within_it() -> None:
    looking_back = BRIDGE["de"] + " Im ersten Quartal fuhren 4100 Autos darüber."
    dated = ("de", BRIDGE["de"], "2026-03-12")
    assert decide(dated, ("de", looking_back, None)) == (Identity.ANOTHER, "period-over")
    assert decide(dated, ("de", looking_back.replace("ersten", "dritten"), None))[0] is Identity.UNKNOWN


def test_names_meet_across_languages_as_they_stand() -> None:
    """German takes "Velden" for the plural of "Veld", English does not."""
    found = documents(
        ("de", "Velden hat in Qalun gesprochen.", None),
        ("en", "Velden spoke in Qalun.", None),
        ("de", "Veldens Rede in Qalun kam gut an.", None),
    )
    told = stories(extract(found), found)
    kin = Kinship(told)
    assert kin.akin("a", "b")
    assert kin.akin("a", "c")


def test_akin_is_mutual() -> None:
    found = documents(("de", BRIDGE["de"], None), ("en", BRIDGE["en"], None), ("de", ZOO, None))
    kin = Kinship(stories(extract(found), found))
    answers = {(x, y): kin.akin(x, y) for x in "abc" for y in "abc" if x != y}
    assert all(answers[x, y] == answers[y, x] for x, y in answers)
    assert answers["a", "b"]
    assert not answers["a", "c"]


def typed(source: str, *nouns: str, event: str | None = None) -> list[AnyClaim]:
    return [Claim.of("12", source=source, about=noun, event=event) for noun in nouns]


def test_claims_without_a_text_belong_to_whoever_names_the_same_event() -> None:
    events = {"a": "visit", "b": "visit", "c": "fair"}
    told = stories([claim for s, event in events.items() for claim in typed(s, "agreements", event=event)], [])
    kin = Kinship(told)
    assert kin.one_cluster("a", "b")
    assert not kin.one_cluster("a", "c")
    assert pair(told["a"], told["b"], one_cluster=True).identity is Identity.SAME
    assert pair(told["a"], told["c"], one_cluster=False).identity is Identity.ANOTHER


def test_a_third_report_brings_two_together_but_not_one_after_the_other() -> None:
    """In a folder of many stories a chain of chance likenesses leads from each to each."""
    chain = {"a": ("sprocket",), "b": ("sprocket", "gasket"), "c": ("gasket", "flange"), "d": ("flange",)}
    kin = Kinship(stories([claim for source, nouns in chain.items() for claim in typed(source, *nouns)], []))
    assert kin.one_cluster("a", "b")
    assert kin.one_cluster("a", "c")
    assert not kin.one_cluster("a", "d")


def test_claims_without_their_texts_are_dated_by_what_their_days_count_from() -> None:
    told = [("a", "2026-03-12"), ("b", "2026-03-14"), ("c", "2025-06-11")]
    found = documents(*(("de", f"{BRIDGE['de']} Sie wurde am Montag gefeiert.", day) for _, day in told))
    events = {(e.a.source, e.b.source): e.identity for e in match_claims(tuple(extract(found))).events}
    assert events == {("a", "b"): Identity.SAME, ("a", "c"): Identity.ANOTHER, ("b", "c"): Identity.ANOTHER}


def test_claims_that_name_no_such_day_stay_undated() -> None:
    told = stories([*typed("a", "agreements"), *typed("b", "agreements")], [])
    assert told["a"].source.published is None
