"""The concept lexicon holds together: ids, hierarchy, words."""

from __future__ import annotations

import doctest
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from claimcheck import concepts
from claimcheck.concepts import CHANGES, KINDS, UNITS, Concept, ancestors, load

if TYPE_CHECKING:
    from collections.abc import Iterator

LEXICON = load()
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
