"""What a finding shows of each source: excerpts of the text, with the words that matter marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.messages import reading, say
from claimcheck.writers._places import Library, sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.model import AnyClaim, Evidence, Finding, Source


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to underline: ``[start, end)`` in the excerpt, and what they were read as or say."""

    start: int
    end: int
    label: str
    claim: bool = True
    """Whether it is a figure at issue; otherwise it is evidence."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text with marks that do not overlap, in order."""

    text: str
    offset: int | None
    """Where it begins in the document; None where there is no document."""
    marks: tuple[Mark, ...]

    @property
    def anchor(self) -> int | None:
        """Where its first figure begins in the document, or else its first mark."""
        first = min(self.marks, key=lambda mark: (not mark.claim, mark.start))
        return self.place_of(first)

    def place_of(self, mark: Mark) -> int | None:
        """Where a mark begins in the document."""
        return None if self.offset is None else self.offset + mark.start

    def words(self, mark: Mark) -> str:
        """The marked words, on one line."""
        return " ".join(self.text[mark.start : mark.end].split())


@dataclass(frozen=True, slots=True)
class Part:
    """What one source contributes."""

    source: Source
    excerpts: tuple[Excerpt, ...]

    @property
    def lead(self) -> Excerpt:
        """The excerpt to point at: the first with a figure."""
        return next((e for e in self.excerpts if any(mark.claim for mark in e.marks)), self.excerpts[0])


def parts(finding: Finding, library: Library, lang: str) -> list[Part]:
    """The passages of a finding by source, in the order of the claims, each source's in the order of its text."""
    single = [*_claims(finding, library, lang), *_evidence(finding, library)]
    names = dict.fromkeys(name for name, _ in single)
    return [Part(library.source(name), tuple(_joined(e for n, e in single if n == name))) for name in names]


def anchored(shown: Iterable[Part]) -> Iterator[tuple[Part, Excerpt, Mark]]:
    """Every mark with the excerpt and the part it is in, figures before evidence."""
    every = [(part, excerpt, mark) for part in shown for excerpt in part.excerpts for mark in excerpt.marks]
    yield from sorted(every, key=lambda found: not found[2].claim)


def _claims(finding: Finding, library: Library, lang: str) -> Iterable[tuple[str, Excerpt]]:
    said = {(e.source, e.start, e.end, e.text): e.says for e in finding.evidence}
    for claim in finding.claims:
        label = said.get((claim.source, claim.start, claim.end, claim.text), "")
        if label in {"", read := reading(claim, lang)}:
            label = say(lang, "writers.read_as", reading=read)
        yield claim.source, of_claim(claim, label, library)


def of_claim(claim: AnyClaim, label: str, library: Library) -> Excerpt:
    """The sentence of a claim with its figure marked."""
    text, sentence = library.text(claim.source), claim.quote.sentence or claim.text
    if text is None or claim.start is None or claim.end is None:
        at = max(0, sentence.find(claim.text))
        return Excerpt(sentence, None, (Mark(at, at + len(claim.text), label),))
    first = text.find(sentence, max(0, claim.start - len(sentence)), claim.end + len(sentence))
    stretch = (first, first + len(sentence)) if 0 <= first <= claim.start else None
    return _cut(text, claim.start, claim.end, label, stretch=stretch, claim=True)


def _evidence(finding: Finding, library: Library) -> Iterable[tuple[str, Excerpt]]:
    shown = {(c.source, c.start, c.end, c.text) for c in finding.claims}
    for passage in finding.evidence:
        if (passage.source, passage.start, passage.end, passage.text) not in shown:
            yield passage.source, _of_evidence(passage, library)


def _of_evidence(passage: Evidence, library: Library) -> Excerpt:
    text = library.text(passage.source)
    if text is None or passage.start is None or passage.end is None:
        return Excerpt(passage.text, None, (Mark(0, len(passage.text), passage.says, claim=False),))
    return _cut(text, passage.start, passage.end, passage.says, claim=False)


def _cut(  # noqa: PLR0913 - a stretch of text and what is to be said of it
    text: str, start: int, end: int, label: str, *, claim: bool, stretch: tuple[int, int] | None = None
) -> Excerpt:
    first, last = stretch or sentence_around(text, start, end)
    last = max(last, end)
    return Excerpt(text[first:last], first, (Mark(start - first, end - first, label, claim),))


def _joined(excerpts: Iterable[Excerpt]) -> list[Excerpt]:
    """Excerpts in the order of the text, those that share words made one."""
    joined: list[Excerpt] = []
    for excerpt in sorted(excerpts, key=lambda e: (e.offset is not None, e.offset or 0)):
        if joined and (union := _union(joined[-1], excerpt)):
            joined[-1] = union
        else:
            joined.append(excerpt)
    return joined


def _union(a: Excerpt, b: Excerpt) -> Excerpt | None:
    """Both as one; None where they lie apart, or where their marks would run into each other."""
    if a.offset is None or b.offset is None or b.offset >= a.offset + len(a.text):
        return None
    shift = b.offset - a.offset
    moved = [Mark(m.start + shift, m.end + shift, m.label, m.claim) for m in b.marks]
    marks = sorted({*a.marks, *moved}, key=lambda m: (m.start, m.end, m.label))
    if any(left.end > right.start for left, right in pairwise(marks)):
        return None
    return Excerpt(a.text + b.text[max(0, len(a.text) - shift) :], a.offset, tuple(marks))
