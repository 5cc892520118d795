"""What a finding shows of each source: excerpts of the text, with the words that matter marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.messages import reading, say
from claimcheck.writers._places import Library, sentence_around

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from claimcheck.model import AnyClaim, Evidence, Finding, Source

    Around: TypeAlias = Callable[[str, int, int], tuple[int, int]]


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

    def window(self, budget: int) -> tuple[int, int]:
        """The stretch to show: all of it, or about ``budget`` characters around the marks, cut between words."""
        text, first, last = self.text, self.marks[0].start, max(mark.end for mark in self.marks)
        if len(text) <= budget:
            return 0, len(text)
        spare = max(0, budget - (last - first))
        right = min(len(text) - last, max(spare // 2, spare - first))
        start, end = max(0, first - (spare - right)), last + right
        return _word_start(text, start, first), _word_end(text, end, last)


def _word_start(text: str, at: int, limit: int) -> int:
    """The first beginning of a word from ``at`` on, but no later than ``limit``."""
    if at == 0:
        return 0
    return next((n for n in range(at, limit) if text[n - 1].isspace() and not text[n].isspace()), limit)


def _word_end(text: str, at: int, limit: int) -> int:
    """The last end of a word up to ``at``, but no earlier than ``limit``."""
    if at == len(text):
        return at
    return next((n for n in range(at, limit, -1) if text[n].isspace() and not text[n - 1].isspace()), limit)


@dataclass(frozen=True, slots=True)
class Part:
    """What one source contributes."""

    source: Source
    excerpts: tuple[Excerpt, ...]

    @property
    def lead(self) -> Excerpt:
        """The excerpt to point at: the first with a figure."""
        return next((e for e in self.excerpts if any(mark.claim for mark in e.marks)), self.excerpts[0])


def parts(finding: Finding, library: Library, lang: str, around: Around | None = None) -> list[Part]:
    """The passages of a finding by source, in the order of the claims, each source's in the order of its text.

    Each is the sentence around a figure, or the stretch that ``around`` chooses.
    """
    single = [*_claims(finding, library, lang, around), *_evidence(finding, library, around)]
    names = dict.fromkeys(name for name, _ in single)
    return [Part(library.source(name), tuple(_joined(e for n, e in single if n == name))) for name in names]


def anchored(shown: Iterable[Part]) -> Iterator[tuple[Part, Excerpt, Mark]]:
    """Every mark with the excerpt and the part it is in, figures before evidence."""
    every = [(part, excerpt, mark) for part in shown for excerpt in part.excerpts for mark in excerpt.marks]
    yield from sorted(every, key=lambda found: not found[2].claim)


def _claims(finding: Finding, library: Library, lang: str, around: Around | None) -> Iterable[tuple[str, Excerpt]]:
    said = {(e.source, e.start, e.end, e.text): e.says for e in finding.evidence}
    for claim in finding.claims:
        label = said.get((claim.source, claim.start, claim.end, claim.text), "")
        if label in {"", reading(claim, lang)}:
            label = say(lang, "writers.read_as", reading=read) if (read := understood(claim, lang)) else ""
        yield claim.source, _of_claim(claim, label, library, around)


def understood(claim: AnyClaim, lang: str) -> str:
    """What a claim was read as; nothing for a time of which only the order is known."""
    read = reading(claim, lang)
    return "" if set(read) <= set("X-") else read


def _of_claim(claim: AnyClaim, label: str, library: Library, around: Around | None) -> Excerpt:
    text, sentence = library.text(claim.source), claim.quote.sentence or claim.text
    if text is None or claim.start is None or claim.end is None:
        at = max(0, sentence.find(claim.text))
        return Excerpt(sentence, None, (Mark(at, at + len(claim.text), label),))
    mark = Mark(claim.start, claim.end, label)
    return _cut(text, mark, around(text, mark.start, mark.end) if around else _sentence(claim, mark, text))


def _sentence(claim: AnyClaim, mark: Mark, text: str) -> tuple[int, int]:
    """The claim's own sentence, where it stands in the text as it was kept."""
    kept = claim.quote.sentence
    first = text.find(kept, max(0, mark.start - len(kept)), mark.end + len(kept)) if kept else -1
    return (first, first + len(kept)) if 0 <= first <= mark.start else sentence_around(text, mark.start, mark.end)


def _evidence(finding: Finding, library: Library, around: Around | None) -> Iterable[tuple[str, Excerpt]]:
    shown = {(c.source, c.start, c.end, c.text) for c in finding.claims}
    for passage in finding.evidence:
        if (passage.source, passage.start, passage.end, passage.text) not in shown:
            yield passage.source, _of_evidence(passage, library, around or sentence_around)


def _of_evidence(passage: Evidence, library: Library, around: Around) -> Excerpt:
    text = library.text(passage.source)
    if text is None or passage.start is None or passage.end is None:
        return Excerpt(passage.text, None, (Mark(0, len(passage.text), passage.says, claim=False),))
    mark = Mark(passage.start, passage.end, passage.says, claim=False)
    return _cut(text, mark, around(text, mark.start, mark.end))


def _cut(text: str, mark: Mark, stretch: tuple[int, int]) -> Excerpt:
    first, last = stretch[0], max(stretch[1], mark.end)
    return Excerpt(text[first:last], first, (Mark(mark.start - first, mark.end - first, mark.label, mark.claim),))


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
