"""Where a text says that one thing happened before or after another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model import Zone
from claimcheck.rules._concepts import events, keys, small_words
from claimcheck.rules._words import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from claimcheck.model import Document

_SENTENCE = re.compile(
    r"""(?:[^\n]|\n(?!\n))+?                                     # a line may break within a sentence, a paragraph not
        (?:(?<![\d.][.])(?<=[.!?])["”“»«’]*(?=\s+["„“»«A-ZÄÖÜ]) | (?=\n\n) | \Z)""",
    re.VERBOSE,
)
_UNREAD = (Zone.METADATA, Zone.BOILERPLATE, Zone.HEADLINE, Zone.CAPTION)
_AHEAD = 48
"""Code points after "before" or "after" in which the thing is named."""
_GROUP = 4
"""Words after the article in which its noun stands: "before the end of the count"."""
_ONLY = 10
"""Code points before it in which an "only" turns the two halves around."""
_NOUNS = 2
"""Words of it that are taken for what it names, where the lexicon knows none: an adjective and a noun."""
_LEAD = 28
"""Code points before it that belong to the passage shown: "two days before"."""


@dataclass(frozen=True, slots=True)
class Order:
    """``what`` happened ``before`` (or after) ``anchor``: what each of them speaks of, and the words that say so.

    ``context`` is what the sentence before speaks of, for "the handover" that is told as an exchange there.
    """

    document: Document
    start: int
    end: int
    sentence: str
    what: frozenset[str]
    anchor: frozenset[str]
    before: bool
    context: frozenset[str]
    named: bool = True
    """The anchor is named; False for "after that"."""

    @property
    def words(self) -> str:
        """The passage that gives the order."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    text: str
    keys: frozenset[str]


def orders(document: Document, taken: Collection[int]) -> Iterator[Order]:
    """All orders that the body of a document states; ``taken`` is where its claims begin."""
    previous: _Sentence | None = None
    for sentence in _sentences(document):
        yield from _named(document, sentence, previous, taken)
        if previous is not None:
            yield from _referred(document, sentence, previous)
        previous = sentence


def _sentences(document: Document) -> Iterator[_Sentence]:
    unread = [span for span in document.zones if span.zone in _UNREAD]
    for found in _SENTENCE.finditer(document.text):
        if found[0].strip() and not any(s.start < found.end() and found.start() < s.end for s in unread):
            words = frozenset(keys(document.source.language, found[0]))
            yield _Sentence(found.start(), found.end(), found[0], words)


def _named(document: Document, here: _Sentence, previous: _Sentence | None, taken: Collection[int]) -> Iterator[Order]:
    """As in "a day before the launch the strike ended", "it began before the end of the match"."""
    code = document.source.language
    for before, signal in ((True, "earlier_than"), (False, "later_than")):
        for found in pattern(code, signal).finditer(document.text, here.start, here.end):
            if pattern(code, "idiom").search(document.text, max(0, found.start() - _LEAD), found.end() + _LEAD):
                continue
            if any(found.end() + step in taken for step in range(1, 5)):
                continue  # "vor zwei Tagen", "after 67 days": a length of time, no event
            anchored, end = _anchor(document, found.end(), here.end)
            what = _other_half(document, here, found, end)
            if anchored and what:
                start = max(here.start, _word_start(document.text, found.start() - _LEAD, here.start))
                context = previous.keys if previous else frozenset()
                yield Order(document, start, end, here.text, what, anchored, before, context)


def _anchor(document: Document, begin: int, limit: int) -> tuple[frozenset[str], int]:
    """What is named right after the signal word, and where its noun group ends: an event, or any definite noun."""
    group = re.match(r"[^,;:.()]*", document.text[begin : min(limit, begin + _AHEAD)])
    words = list(re.finditer(r"\w+", group[0]))[: _GROUP + 1] if group else []
    code = document.source.language
    for word in words[1:]:
        if happening := events(keys(code, word[0])):
            return happening, begin + word.end()
    if words and words[0][0].lower() in small_words(code):
        named = [(word.end(), found) for word in words[1:] if (found := keys(code, word[0]))][:_NOUNS]
        if named:
            return frozenset[str]().union(*(found for _, found in named)), begin + named[-1][0]
    return frozenset(), begin


def _other_half(document: Document, here: _Sentence, found: re.Match[str], end: int) -> frozenset[str]:
    """What the rest of the sentence speaks of: what stands before the signal, or after its clause if that comes first.

    "Only after the evacuation did the inspection begin" turns the two around in any place.
    """
    code = document.source.language
    head = document.text[here.start : found.start()]
    inverted = _inverted(document, here, found)
    if len(head.split()) > 3 and not inverted:
        return frozenset(keys(code, head))
    comma = -1 if inverted else document.text.find(",", end, here.end)
    return frozenset(keys(code, document.text[comma if comma >= 0 else end : here.end]))


def _inverted(document: Document, here: _Sentence, found: re.Match[str]) -> bool:
    """Whether an "only" opens the clause: "that only after the evacuation did the inspection begin"."""
    code, text = document.source.language, document.text
    only = pattern(code, "only").search(text, max(here.start, found.start() - _ONLY), found.start())
    if only is None:
        return False
    before = text[here.start : only.start()].rstrip()
    return not before or before[-1] in ",;:" or pattern(code, "that").search(before, len(before) - 5) is not None


def _referred(document: Document, here: _Sentence, previous: _Sentence) -> Iterator[Order]:
    """As in "The count took until three. Only an hour after that she conceded"."""
    code = document.source.language
    for before, signal in ((True, "before_that"), (False, "after_that")):
        found = pattern(code, signal).search(document.text, here.start, here.start + _AHEAD)
        if found is None:
            continue
        anchored = previous.keys
        what = frozenset(keys(code, document.text[found.end() : here.end]))
        if anchored and what:
            yield Order(document, here.start, found.end(), here.text, what, anchored, before, frozenset(), named=False)


def _word_start(text: str, at: int, floor: int) -> int:
    """The start of the word at a place."""
    at = max(at, floor)
    while at > floor and not text[at - 1].isspace():
        at += 1
        if at >= len(text) or text[at - 1].isspace():
            break
    return at
