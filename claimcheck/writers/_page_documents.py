"""The documents of a report page, each in full: every claim underlined, those with findings linked to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.model import Zone
from claimcheck.writers._markup import Markup, tag
from claimcheck.writers._order import ordered
from claimcheck.writers._page_findings import anchor, claim_anchor
from claimcheck.writers._passages import understood
from claimcheck.writers._places import BLANK_LINE
from claimcheck.writers._words import counted, published

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from claimcheck.model import AnyClaim, Document, Finding, Report

    Words: TypeAlias = tuple[str, int | None, int | None]
    """A source and the place of words in it."""
    Found: TypeAlias = Mapping[Words, list[Finding]]

UNFOLDED = 4  # documents up to which all lie open


def documents(report: Report, texts: Sequence[Document], claims: Sequence[AnyClaim], lang: str) -> list[Markup]:
    """One section a document."""
    found = _found(report)
    numbers = {source.id: number for number, source in enumerate(report.sources)}
    mine = {d.id: _apart(d, claims, found) for d in texts}
    inner = {d.id: _inner(d, mine[d.id], found) for d in texts}
    shown = [Text(d, numbers[d.id], mine[d.id], inner[d.id], found, lang) for d in texts if d.id in numbers]
    return [text.section(open_=len(shown) <= UNFOLDED) for text in shown]


def _found(report: Report) -> dict[Words, list[Finding]]:
    """Findings by the words they name, the loudest first."""
    found: dict[Words, list[Finding]] = {}
    for finding in ordered(report):
        for claim in finding.claims:
            known = found.setdefault(_words(claim), [])
            known += [finding] if finding not in known else []
    return found


def _words(claim: AnyClaim) -> Words:
    return claim.source, claim.start, claim.end


def _apart(document: Document, claims: Sequence[AnyClaim], found: Found) -> list[AnyClaim]:
    """A document's claims as the text has them, of those that overlap one: with findings, or else the longest."""
    mine = [
        (c.start, c.end, c) for c in claims if c.source == document.id and c.start is not None and c.end is not None
    ]
    chosen: list[tuple[int, int, AnyClaim]] = []
    for start, end, claim in sorted(mine, key=lambda c: (_words(c[2]) not in found, c[0] - c[1], c[0])):
        if not any(start < last and first < end for first, last, _ in chosen):
            chosen.append((start, end, claim))
    return [claim for *_, claim in sorted(chosen, key=lambda c: c[0])]


def _inner(document: Document, shown: Sequence[AnyClaim], found: Found) -> dict[int, list[int]]:
    """Places that links lead to although another claim is underlined there, each with the first such claim."""
    own = {claim.start for claim in shown}
    inner: dict[int, list[int]] = {}
    for start, end in sorted((s, e) for name, s, e in found if name == document.id and s is not None and e):
        over = next((c.start or 0 for c in shown if (c.start or 0) < end and start < (c.end or 0)), None)
        if over is not None and start not in own:
            inner.setdefault(over, []).append(start)
            own.add(start)
    return inner


@dataclass(frozen=True, slots=True)
class Text:
    """One document, and what is known of it."""

    document: Document
    number: int
    claims: Sequence[AnyClaim]
    inner: Mapping[int, list[int]]
    """Where figures of findings begin that lie inside a claim, or reach into it, by the beginning of the claim."""
    found: Found
    lang: str

    def section(self, *, open_: bool) -> Markup:
        """The document under its title, to be unfolded."""
        source = self.document.source
        title = tag("h3", source.title or source.label, lang=source.language, dir="auto")
        about = (published(source, self.lang), source.path or source.id, counted(len(self.claims), "claim", self.lang))
        text = tag("div", list(self._paragraphs()), class_="text", lang=source.language)
        summary = tag("summary", title, tag("p", " · ".join(about)))
        return tag("details", summary, text, id=f"d-{self.number}", class_="document", open=open_)

    def _paragraphs(self) -> Iterator[Markup]:
        for start, end in _stretches(self.document.text):
            yield tag("p", list(self._pieces(start, end)), class_=self._zone(start), dir="auto")

    def _zone(self, start: int) -> str | None:
        spans = (span.zone for span in self.document.zones if span.start <= start < span.end)
        zone = next(spans, Zone.BODY)
        return None if zone is Zone.BODY else zone.value

    def _pieces(self, start: int, end: int) -> Iterator[object]:
        text, at = self.document.text, start
        for claim in self.claims:
            if start <= (claim.start or 0) < end:
                yield text[at : claim.start]
                yield from (tag("span", id=claim_anchor(self.number, n)) for n in self.inner.get(claim.start or 0, ()))
                yield self._claim(claim, text[claim.start : claim.end])
                at = claim.end or at
        yield text[at:end]

    def _claim(self, claim: AnyClaim, words: str) -> list[Markup]:
        words_read = understood(claim, self.lang)
        read = say(self.lang, "writers.read_as", reading=words_read) if words_read else ""
        place, findings = claim_anchor(self.number, claim.start), self.found.get(_words(claim), [])
        if not findings:
            return [tag("span", words, id=place, class_="claim", title=read or None)]
        links = [tag("a", n, href=f"#{anchor(f)}", title=_title(f, read)) for n, f in enumerate(findings[1:], 2)]
        first = findings[0]
        look = f"claim {first.severity.value}"
        link = tag("a", words, id=place, class_=look, href=f"#{anchor(first)}", title=_title(first, read))
        return [link, tag("sup", links)] if links else [link]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text: between blank lines."""
    start = 0
    for border in BLANK_LINE.finditer(text):
        yield start, border.start()
        start = border.end()
    if text[start:].strip():
        yield start, len(text)


def _title(finding: Finding, read: str) -> str:
    return f"{read}. {finding.message}" if read else finding.message
