"""Likeness: whether two claims are about one thing, and what keeps like ones apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.match import likeness
from claimcheck.match.forms import form
from claimcheck.match.likeness import Likeness
from claimcheck.model import Cause, Claim, Document
from claimcheck.pipeline import extract

if TYPE_CHECKING:
    from claimcheck.match.likeness import Judgement
    from claimcheck.model import AnyClaim


def judge(a: AnyClaim, b: AnyClaim) -> Judgement:
    return likeness.judge(form(a), form(b))


def said(value: str, about: str = "", **more: object) -> AnyClaim:
    return Claim.of(value, source="a", about=about, **more)


def read(sentence: str, language: str) -> AnyClaim:
    """The first claim of a sentence."""
    return extract([Document.of(sentence, id=language, language=language, published="2026-03-12")])[0]


def between(english: str, german: str) -> Judgement:
    return judge(read(english, "en"), read(german, "de"))


@pytest.mark.parametrize(
    ("english", "german", "likeness"),
    [
        ("They signed 14 agreements.", "Sie unterzeichneten 17 Abkommen.", Likeness.CERTAIN),
        ("They signed 14 agreements.", "Sie unterzeichneten 17 Dokumente.", Likeness.PROBABLE),
        ("Police counted 14 injured.", "Die Polizei zählte 17 Tote.", Likeness.UNLIKE),
        ("Imports rose to 14 billion euros.", "Die Exporte stiegen auf 17 Milliarden Euro.", Likeness.UNLIKE),
        ("The fire destroyed 14 barns.", "Das Feuer tötete 17 Menschen.", Likeness.UNLIKE),
        ("Police said 19 pupils were injured.", "Verletzt wurden 17 Schüler.", Likeness.CERTAIN),
    ],
)
def test_heads_across_languages(english: str, german: str, likeness: Likeness) -> None:
    assert between(english, german).likeness is likeness


def test_likeness_is_mutual() -> None:
    """Whoever comes first, the judgement is one."""
    texts = ["They signed 14 agreements.", "The 17 documents were signed.", "Some 40 guests came.", "It cost $12."]
    claims = [read(text, "en") for text in texts]
    for a in claims:
        for b in claims:
            assert judge(a, b).likeness is judge(b, a).likeness
            assert judge(a, b).score == pytest.approx(judge(b, a).score)


def test_words_outside_the_lexicon_need_one_noun() -> None:
    assert judge(said("12", "sprockets"), said("15", "sprockets")).likeness is Likeness.CERTAIN
    assert judge(said("12", "sprockets"), said("15", "gaskets")).likeness is Likeness.UNLIKE


def test_a_modifier_in_common_speaks_for_one_thing() -> None:
    plain = judge(said("12", "sprockets"), said("15", "sprockets"))
    narrowed = judge(said("12", "sprockets", scope=["brass"]), said("15", "sprockets", scope=["brass"]))
    assert narrowed.score > plain.score


@pytest.mark.parametrize(
    ("one", "other", "cause"),
    [
        ({"aspect": "total"}, {"aspect": "part"}, Cause.DIFFERENT_SCOPE),
        ({"aspect": "per"}, {"aspect": "total"}, Cause.DIFFERENT_PERIOD),
        ({"status": "planned"}, {"status": "done"}, Cause.PLANNED_FOR_DONE),
        ({"scope": ["chinese"]}, {"scope": ["russian"]}, Cause.DIFFERENT_SCOPE),
        ({"place": "city:Lyon"}, {"place": "city:Lille"}, Cause.DIFFERENT_SCOPE),
        ({"aspect": "total"}, {"aspect": "cumulative"}, None),
        ({"scope": ["chinese"]}, {}, None),
        ({"place": "city:Lyon"}, {"place": "country:France"}, None),
    ],
)
def test_what_keeps_like_claims_apart(one: dict[str, object], other: dict[str, object], cause: Cause | None) -> None:
    found = judge(said("12", "agreements", **one), said("15", "agreements", **other))
    assert found.cause is cause
    assert (found.likeness is Likeness.APART) is (cause is not None)


def test_two_speakers_are_two_views_but_not_of_a_slip() -> None:
    police, hosts = (said(n, "demonstrators") for n in ("4,100", "9,000"))
    swapped = said("1,400", "demonstrators")
    voices = [c.model_copy(update={"voice": v}) for c, v in ((police, "police"), (hosts, "organiser"))]
    assert judge(*voices).cause is Cause.ATTRIBUTION
    assert judge(voices[0], swapped.model_copy(update={"voice": "organiser"})).cause is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("214", "241", True),
        ("3.2 billion euros", "3.2 million euros", True),
        ("18,400", "1,840", True),
        ("7", "7", False),  # one digit is shared by chance
        ("214", "215", False),
        ("between 10 and 12", "10", False),
    ],
)
def test_one_figure_may_have_become_the_other(a: str, b: str, same: bool) -> None:  # noqa: FBT001
    assert likeness.same_figure(form(said(a)), form(said(b))) is same


def test_a_weekday_and_a_date_of_one_week_may_be_of_one_event() -> None:
    english = read("Sie starb am Dienstag in Uppsala.", "de")
    near, far = (read(f"She died in Uppsala on {day} March.", "en") for day in (12, 25))
    assert judge(english, near).likeness is Likeness.PROBABLE
    assert judge(english, far).likeness is Likeness.UNLIKE


def test_opposed_subjects_are_not_brought_together_by_one_figure() -> None:
    thefts = read("Burglaries fell by 12 percent.", "en")
    assert judge(thefts, read("Burglaries rose by 12 percent in Westmere.", "en")).likeness is not Likeness.UNLIKE
    assert judge(thefts, read("Frauds rose by 12 percent in Westmere.", "en")).likeness is Likeness.UNLIKE


def test_two_clauses_that_name_each_others_heads_say_one_thing() -> None:
    """ "19 pupils were injured" beside "the injured: 17, all of them pupils"; named on one side only, they do not."""
    pupils, injured = said("19", "pupils"), said("17", "injured")
    by_pupils = pupils.subject.model_copy(update={"context": ("injured",)})
    by_injury = injured.subject.model_copy(update={"scope": ("pupil",)})
    told = pupils.model_copy(update={"subject": by_pupils})
    assert judge(told, injured.model_copy(update={"subject": by_injury})).likeness is Likeness.PROBABLE
    assert judge(told, injured).likeness is Likeness.UNLIKE
