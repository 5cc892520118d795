"""Matching: sources that say the same are taken as one, and come to what each of them would come to."""

from __future__ import annotations

from claimcheck.match import match_claims
from claimcheck.match.forms import Forms
from claimcheck.model import Claim, Document
from claimcheck.pipeline import extract

TEXT = (
    "The ferry Elsa Marie ran aground off Norvik on Monday with 214 people on board.\n\n{} were injured, police said. "
    "The ferry Elsa Marie was built for 300 passengers.\n\nThe harbour of Norvik stayed closed for {} hours."
)


def report(name: str, injured: int, hours: int, day: str = "2026-03-12") -> Document:
    text = TEXT.format(injured, hours)
    return Document.of(text, id=name, language="en", published=day)


def topics(documents: list[Document]) -> set[tuple[str, ...]]:
    claims = extract(documents)
    found = match_claims(tuple(claims), tuple(documents))
    return {tuple(f"{c.source} {c.text}" for c in topic.claims) for topic in found.topics}


def test_what_two_sources_say_is_one_topic_for_any_number_of_them() -> None:
    three = [report("a", 12, 9), report("b", 14, 9), report("c", 12, 7)]
    many = [
        report(f"{name}{k:02}", *said)
        for k in range(9)
        for name, said in {"a": (12, 9), "b": (14, 9), "c": (12, 7)}.items()
    ]
    few, more = topics(three), topics(many)
    assert len(few) == len(more)
    assert {len(topic) for topic in more} == {27}
    assert {len(topic) for topic in few} == {3}


def test_no_source_is_compared_with_itself() -> None:
    twice = "Norvik counted 12 ferries. Norvik counted 12 ferries."
    claims = extract([Document.of(twice, id="a", language="en", published="2026-03-12")])
    assert not match_claims(tuple(claims)).topics


def test_claims_kept_apart_are_paired_for_each_two_sources() -> None:
    claims = [
        Claim.of(value, source=source, about="agreements", scope=[scope])
        for source, value, scope in (("a", "12", "new"), ("b", "12", "new"), ("c", "15", "old"), ("d", "15", "old"))
    ]
    found = match_claims(tuple(claims))
    pairs = [(p.a.source, p.b.source) for p in found.pairings]
    assert pairs == [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")]


def test_claims_that_say_the_same_share_a_form() -> None:
    forms = Forms()
    one, other = (Claim.of("12", source=s, about="agreements") for s in "ab")
    assert forms.of(one) is forms.of(other)
    assert forms.of(one) is not forms.of(Claim.of("12", source="a", about="agreements", when="2024"))
