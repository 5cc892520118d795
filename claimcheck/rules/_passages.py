"""Sentences as rules read them: the claims of one in order, and the signal words between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.model import QuantityClaim, Zone
from claimcheck.rules._words import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from claimcheck.model import AnyClaim, Claim, Comparison, Document, PeriodClaim


_BACK, _AHEAD = 4, 2
"""So many sentences before and after one belong to its scene."""
_SLACK = 100
"""Code points of white space that a sentence may hold beyond what its quote shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One sentence of a document that holds claims: the code points ``[start, end)``, its claims in order."""

    document: Document
    start: int
    end: int
    claims: tuple[AnyClaim, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.document.text[self.start : self.end]

    @property
    def zone(self) -> Zone:
        """Headline, caption or body."""
        return self.claims[0].quote.zone

    @property
    def quantities(self) -> tuple[QuantityClaim, ...]:
        """Its claims that hold a number."""
        return tuple(c for c in self.claims if isinstance(c, QuantityClaim))

    @property
    def periods(self) -> tuple[PeriodClaim, ...]:
        """Its claims that hold a place on the calendar."""
        return tuple(c for c in self.claims if not isinstance(c, QuantityClaim))

    def find(self, signal: str, start: int | None = None, end: int | None = None) -> re.Match[str] | None:
        """The first signal word from ``start`` up to ``end`` (code points of the document)."""
        found = pattern(self.document.source.language, signal)
        return found.search(self.document.text, *self._limits(start, end))

    def all(self, signal: str, start: int | None = None, end: int | None = None) -> list[re.Match[str]]:
        """All such words."""
        found = pattern(self.document.source.language, signal)
        return list(found.finditer(self.document.text, *self._limits(start, end)))

    def has(self, signal: str, start: int | None = None, end: int | None = None) -> bool:
        """Whether there is one."""
        return self.find(signal, start, end) is not None

    def between(self, a: Claim, b: Claim) -> str:
        """What stands between two claims."""
        return self.document.text[ends_before(a, b) : start_of(b)]

    def lead_start(self, claim: Claim) -> int:
        """Where the claim before this one ends, or the sentence begins."""
        return max([self.start, *(ends_before(c, claim) for c in self.claims if start_of(c) < start_of(claim))])

    def tail(self, claim: Claim) -> str:
        """What follows a claim, up to the claim after it."""
        return self.document.text[end_of(claim) : self.tail_end(claim)]

    def tail_end(self, claim: Claim) -> int:
        """Where the claim after this one begins, or the sentence ends."""
        return min([self.end, *(start_of(c) for c in self.claims if start_of(c) >= end_of(claim))])

    def follows(self, other: Passage) -> bool:
        """Whether it is the very next sentence of the same zone."""
        gap = self.document.text[other.end : self.start]
        near = self.document is other.document and self.start >= other.end
        return near and not gap.strip() and self.zone is other.zone

    def _limits(self, start: int | None, end: int | None) -> tuple[int, int]:
        return (self.start if start is None else start), (self.end if end is None else end)


def start_of(claim: Claim) -> int:
    """Where a claim's figure begins; only claims of a text get this far."""
    assert claim.start is not None  # noqa: S101 - see `passages`
    return claim.start


def end_of(claim: Claim) -> int:
    """Where a claim's figure ends."""
    assert claim.end is not None  # noqa: S101 - see `passages`
    return claim.end


def ends_before(a: Claim, b: Claim) -> int:
    """Where the words of a claim end: before a later one that they run into, as in "85 of the 4,300 employees"."""
    if end_of(a) <= start_of(b) or a.quantity is None:
        return min(end_of(a), start_of(b))
    return min(start_of(b), digits_of(a)[1])


def digits_of(claim: Claim) -> tuple[int, int]:
    """Where the number itself begins and ends, without hedge, unit and noun."""
    literal = claim.quantity.literal if claim.quantity else claim.text
    begin = start_of(claim) + max(claim.text.find(literal), 0)
    return begin, begin + len(literal)


class _Last:
    """What was split last: every rule of one run asks for the same sentences."""

    comparison: Comparison | None = None
    passages: tuple[Passage, ...] = ()


def passages(comparison: Comparison) -> tuple[Passage, ...]:
    """The sentences of all documents that hold claims, in the order of documents and texts."""
    if _Last.comparison is not comparison:
        _Last.comparison, _Last.passages = comparison, tuple(_split(comparison))
    return _Last.passages


def _split(comparison: Comparison) -> Iterator[Passage]:
    by_source: dict[str, list[AnyClaim]] = {}
    for claim in comparison.claims:
        if claim.start is not None and claim.end is not None:
            by_source.setdefault(claim.source, []).append(claim)
    for document in comparison.documents:
        claims = sorted(by_source.get(document.id, ()), key=lambda c: (start_of(c), end_of(c)))
        for (start, end), group in groupby(claims, key=lambda c: sentence_of(document, c)):
            yield Passage(document, start, end, tuple(group))


def sentence_of(document: Document, claim: Claim) -> tuple[int, int]:
    """Where the sentence around a claim begins and ends; the quote holds it on one line, the text may break it."""
    words, text, at = claim.quote.sentence.split(), document.text, start_of(claim)
    begin = max(0, at - 2 * len(claim.quote.sentence) - _SLACK)
    while words and (begin := text.find(words[0], begin, at + len(words[0]))) >= 0:
        end = _end_of(words, text, begin)
        if end is not None and begin <= at < end:
            return begin, end
        begin += 1
    return at, end_of(claim)


def _end_of(words: Sequence[str], text: str, at: int) -> int | None:
    """Where words end that begin at a place of the text and have nothing but white space between them."""
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return None
        at += len(word)
    return at


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with those that lead up to it and go on from it without a break, in the order of the text."""

    before: tuple[Passage, ...]
    here: Passage
    after: tuple[Passage, ...]

    @property
    def around(self) -> tuple[Passage, ...]:
        """The sentence before, the sentence, and the ones after it."""
        return (*self.before[-1:], self.here, *self.after)


def scenes(comparison: Comparison) -> Iterator[Scene]:
    """Every sentence with its neighbours."""
    for run in _runs(passages(comparison)):
        for at, here in enumerate(run):
            yield Scene(tuple(run[max(0, at - _BACK) : at]), here, tuple(run[at + 1 : at + 1 + _AHEAD]))


def _runs(every: tuple[Passage, ...]) -> Iterator[list[Passage]]:
    """Sentences that follow one another without a break."""
    run: list[Passage] = []
    for here in every:
        if run and not here.follows(run[-1]):
            yield run
            run = []
        run.append(here)
    if run:
        yield run
