"""The concept lexicon holds together: ids, hierarchy, words."""

from __future__ import annotations

import doctest
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck import concepts
from claimcheck.concepts import CHANGES, KINDS, UNITS, Concept, ancestors, load, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LEXICON = load()
FOLDER = Path(concepts.__file__).parent
EVERY = pytest.mark.parametrize("concept", LEXICON.values(), ids=LEXICON)

SHARED = {
    "de nouns ausgabe": "money spent, or the issue of a paper",
    "de nouns besuch": "the event, or the people who came (20 Prozent mehr Besuch)",
    "de nouns förderung": "a grant, or what a mine or a well yields",
    "de nouns reichweite": "how far a car or a missile goes, or how many a broadcast reaches",
    "de nouns zuschauer": "in the stadium, or in front of a screen",
    "de nouns zuschauerin": "as Zuschauer",
    "de nouns zuschauerinnen": "as Zuschauer",
    "de verbs besuchen": "an audience that comes (a count), or a minister who comes (an event)",
    "de verbs besucht": "as besuchen",
    "de verbs besuchte": "as besuchen",
    "de verbs fördern": "to pay for, or to mine",
    "en nouns bill": "what is to be paid, or a draft law",
    "en nouns package": "a parcel, or a bundle of public money",
    "en nouns resident": "anybody there, or who has a home there",
    "en nouns student": "at school in America, at university elsewhere",
    "en nouns share": "a part of a whole, or of a company",
    "en verbs fired": "dismissed, or shot",
    "en verbs visit": "as besuchen",
}
"""Words that two concepts share, and why both keep them; the noun or verb beside it decides in the text."""


def _words() -> Iterator[tuple[tuple[str, str, str], str]]:
    for concept in LEXICON.values():
        for language in ("de", "en"):
            for part, words in concept.words[language].items():
                for word in words:
                    yield (language, part, word.casefold()), concept.id


def _owners() -> dict[str, set[str]]:
    owners: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for word, id_ in _words():
        owners[word].add(id_)
    return {" ".join(word): ids for word, ids in owners.items() if len(ids) > 1}


def test_the_examples_in_the_docstrings_run() -> None:
    assert doctest.testmod(concepts).failed == 0


def test_there_are_hundreds_of_concepts_in_a_size_that_loads_at_once() -> None:
    assert 500 <= len(LEXICON) <= 750
    assert sum(file.stat().st_size for file in FOLDER.glob("*.toml")) < 225_000


@EVERY
def test_kind_changes_and_units_are_of_the_vocabulary(concept: Concept) -> None:
    assert concept.kind in KINDS
    assert concept.changes in CHANGES
    assert set(concept.unit) <= UNITS
    assert bool(concept.unit) == (concept.kind == "measure")
    assert concept.kind == "event" or not concept.recurs


@EVERY
def test_broader_and_apart_exist(concept: Concept) -> None:
    assert (concept.broader | concept.apart) <= LEXICON.keys()


@EVERY
def test_a_concept_is_not_broader_than_itself_nor_apart_from_what_it_is(concept: Concept) -> None:
    above = {id_ for step in concept.broader for id_ in ancestors(step)}
    assert concept.id not in above
    assert not any(LEXICON[id_].apart & ancestors(concept.id) for id_ in ancestors(concept.id))


@EVERY
def test_german_and_english_have_nouns(concept: Concept) -> None:
    assert concept.words["de"]
    assert concept.words["en"]


def test_no_word_is_in_two_concepts_unless_it_is_said_why() -> None:
    assert _owners().keys() == SHARED.keys()


@pytest.mark.parametrize("words", [concept.words for concept in LEXICON.values()], ids=LEXICON)
def test_words_are_short_clean_and_listed_once(words: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
    for listed in (listed for parts in words.values() for listed in parts.values()):
        assert len(set(listed)) == len(listed) > 0
        assert all(word == " ".join(word.split()) and 0 < len(word.split()) <= 4 for word in listed)


def test_german_nouns_for_both_sexes_are_written_out() -> None:
    assert LEXICON["witness"].words["de"]["nouns"][:3] == ("Zeuge", "Zeugin", "Zeuginnen")
    assert LEXICON["dead"].words["de"]["nouns"][:3] == ("Tote", "Toter", "Toten")
    assert not any("/" in noun for concept in LEXICON.values() for noun in concept.words["de"].get("nouns", ()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dead", "injured"),
        ("drowned", "missing"),
        ("exports", "imports"),
        ("revenue", "profit"),
        ("profit", "loss"),
        ("turnout", "vote-share"),
        ("household", "viewer"),
        ("doctor", "nurse"),
        ("boy", "woman"),
        ("goal", "assist"),
        ("height", "depth"),
        ("length", "width"),
        ("yes-vote", "abstention"),
    ],
)
def test_opposites_and_siblings_are_never_one(one: str, other: str) -> None:
    assert related(one, other) == related(other, one) == "apart"


@pytest.mark.parametrize(
    ("broad", "narrow"),
    [("document", "agreement"), ("person", "pupil"), ("victim", "drowned"), ("vehicle", "electric-car")],
)
def test_a_hierarchy_is_read_both_ways(broad: str, narrow: str) -> None:
    assert related(broad, narrow) == "broader"
    assert related(narrow, broad) == "narrower"
    assert related(narrow, narrow) == "same"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[dead\n", r"^odd\.toml: "),
        ('[dead]\nbroader = "person"\n', r"^odd\.toml \[dead\]: 'kind'"),
        ('[dead]\nkind = "state"\n', r"^odd\.toml \[dead\]: 'state' is none of event"),
        ('[dead]\nkind = "role"\nchanges = "daily"\n', r"^odd\.toml \[dead\]: 'daily' is none of"),
        ('[dead]\nkind = "role"\ncolour = "red"\n', r"^odd\.toml \[dead\]: unknown keys colour"),
        ('[dead]\nkind = "role"\nde.nouns = "Tote/s"\n', r"^odd\.toml \[dead\]: 'Tote/s' ends in neither"),
        ('[dead]\nkind = "role"\nde.nouns = 3\n', r"^odd\.toml \[dead\]: "),
        ('[dead]\nkind = "role"\nbroader = "persn"\n', r"^odd\.toml \[dead\]: no concept persn"),
    ],
)
def test_a_broken_file_is_named_with_its_table(
    text: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "odd.toml").write_text(text, "utf-8")
    monkeypatch.setattr(concepts, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=says):
        load.__wrapped__()


def test_a_concept_in_two_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('[dead]\nkind = "role"\n', "utf-8")
    monkeypatch.setattr(concepts, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=r"^b\.toml \[dead\]: is in a\.toml too"):
        load.__wrapped__()
