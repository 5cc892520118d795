"""Stories: whether two sources tell of one event, of another, or whether that stays unknown."""

from __future__ import annotations

import pytest

from claimcheck.match.kinship import akin_pairs
from claimcheck.match.stories import clusters, pair, stories
from claimcheck.model import Claim, Document, Identity
from claimcheck.pipeline import extract

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
    group = clusters(told)
    decided = pair(told["a"], told["b"], one_cluster=group.of("a") == group.of("b"))
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
    assert {("a", "b"), ("a", "c")} <= set(akin_pairs(told))


def test_akin_does_not_hang_on_the_order() -> None:
    texts = [("de", BRIDGE["de"], None), ("en", BRIDGE["en"], None), ("de", ZOO, None)]
    for order, pairs in ((texts, {("a", "b")}), (texts[::-1], {("b", "c")})):
        found = documents(*order)
        assert set(akin_pairs(stories(extract(found), found))) == pairs


def test_reports_are_akin_through_others() -> None:
    """A claim without a text belongs to whoever names the same event."""
    claims = [Claim.of("12", source=s, about="agreements", event=e) for s, e in (("a", "visit"), ("b", "visit"))]
    other = Claim.of("12", source="c", about="agreements", event="fair")
    told = stories([*claims, other], [])
    group = clusters(told)
    assert group.of("a") == group.of("b") != group.of("c")
    assert pair(told["a"], told["b"], one_cluster=True).identity is Identity.SAME
    assert pair(told["a"], told["c"], one_cluster=False).identity is Identity.ANOTHER
