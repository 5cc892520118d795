"""Findings for a screen: both passages in one frame, the figures underlined, and one line of why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.model import Severity
from claimcheck.writers._cells import clean, width
from claimcheck.writers._frame import Frame, Paint, draw, table, wrapped
from claimcheck.writers._order import ordered
from claimcheck.writers._passages import parts
from claimcheck.writers._places import Library
from claimcheck.writers._summary import summary
from claimcheck.writers._words import published, why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import Document, Finding, Report
    from claimcheck.writers import Options
    from claimcheck.writers._passages import Excerpt, Part

SUFFIX = ".txt"
MEDIA_TYPE = "text/plain"

FRAMED = 4  # sources shown with their passages; where there are more, the others get one line each
NOTES = 8  # notes shown with their passages; where there are more, each gets one line


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """Errors and warnings in frames, then notes in short, then what was compared."""
    screen = Screen(report, documents, options)
    blocks = [*screen.findings(), summary(report, options, screen.paint)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


@dataclass
class Screen:
    """One report on one screen."""

    report: Report
    documents: Sequence[Document]
    options: Options

    @cached_property
    def paint(self) -> Paint:
        """Colours, if they are wanted."""
        return Paint(on=self.options.color)

    @cached_property
    def library(self) -> Library:
        """Sources and texts by id."""
        return Library(self.report.sources, self.documents)

    def findings(self) -> Iterator[list[str]]:
        """A block of lines for each finding; brief notes share one block."""
        loud = [f for f in ordered(self.report) if f.severity is not Severity.NOTE]
        notes = [f for f in ordered(self.report) if f.severity is Severity.NOTE]
        yield from (self._framed(finding) for finding in loud)
        if len(notes) > NOTES:
            yield [line for finding in notes for line in self._title(finding)]
        else:
            yield from (self._short(finding) for finding in notes)

    def _framed(self, finding: Finding) -> list[str]:
        shown = _varied(parts(finding, self.library, self.options.lang))
        frame = self._frame(finding, shown[:FRAMED])
        passages = [line for part in shown[:FRAMED] for line in self._part(part, frame)]
        return [*self._title(finding), *passages, *self._others(shown[FRAMED:]), *self._foot(finding, frame)]

    def _title(self, finding: Finding) -> list[str]:
        severity = say(self.options.lang, f"severity.{finding.severity.value}")
        outcome = say(self.options.lang, f"outcome.{finding.outcome.value}")
        head = f"{severity}[{finding.rule}]"
        first, *rest = wrapped(f"{head} {outcome}: {finding.message}", self.options.width, indent="  ", first="")
        painted = self.paint(head, finding.severity.value) + self.paint(first.removeprefix(head), "bold")
        return [painted, *(self.paint(line, "bold") for line in rest)]

    def _frame(self, finding: Finding, shown: Sequence[Part]) -> Frame:
        last = [self._line(part, excerpt, len(excerpt.text) - 1) or 0 for part in shown for excerpt in part.excerpts]
        gutter = len(str(max(last, default=0)))
        columns = max(20, self.options.width - gutter - 3)
        return Frame(gutter, columns, finding.severity.value, self.paint)

    def _line(self, part: Part, excerpt: Excerpt, at: int) -> int | None:
        spot = None if excerpt.offset is None else self.library.spot(part.source.id, excerpt.offset + at)
        return spot and spot.line

    def _part(self, part: Part, frame: Frame) -> Iterator[str]:
        arrow = self.paint(" " * frame.gutter + "-->", "frame")
        place = clean(self.library.place(part.source.id, part.lead.anchor, self.options.lang))
        yield f"{arrow} {place}{self._byline(part, frame.gutter + 4 + width(place))}"
        for number, excerpt in enumerate(part.excerpts):
            if number:
                yield frame.line()
            room = 3 if any(mark.claim for mark in excerpt.marks) else 1
            yield from draw(excerpt, frame, partial(self._line, part, excerpt), room)
        yield frame.line()

    def _byline(self, part: Part, column: int) -> str:
        text = f"({clean(published(part.source, self.options.lang))})"
        fits = column + 2 + width(text) <= self.options.width
        return ("  " if fits else "\n  ") + self.paint(text, "dim")

    def _others(self, others: Sequence[Part]) -> list[str]:
        """Sources beyond those in the frame, one line each."""
        if not others:
            return []
        lines = [self._brief(part, part.lead) for part in others]
        return [f"  = {say(self.options.lang, 'full.also')}:", *self._columns(lines, indent="    ")]

    def _brief(self, part: Part, excerpt: Excerpt) -> tuple[str, str, str]:
        mark = min(excerpt.marks, key=lambda mark: (not mark.claim, mark.start))
        text = clean(" ".join(excerpt.text[mark.start : mark.end].split()))
        place = self.library.place(part.source.id, excerpt.anchor, self.options.lang)
        return clean(place), say(self.options.lang, "writers.quote", text=text), clean(mark.label)

    def _columns(self, lines: Sequence[tuple[str, str, str]], indent: str) -> list[str]:
        """Place, words and reading side by side, or where that is too wide the place on a line of its own."""
        wide = table(lines, indent)
        if max(map(width, wide)) <= self.options.width:
            return wide
        return [line for place, *rest in lines for line in (indent + place, *table([rest], indent + "  "))]

    def _short(self, finding: Finding) -> list[str]:
        shown = parts(finding, self.library, self.options.lang)
        excerpts = [(part, excerpt) for part in shown for excerpt in part.excerpts]
        lines = [self._brief(part, excerpt) for part, excerpt in excerpts if any(m.claim for m in excerpt.marks)]
        reason = f"= {say(self.options.lang, 'full.why')}: {why(finding, self.options.lang)}"
        return [*self._title(finding), *self._columns(lines, "  "), *wrapped(reason, self.options.width, "    ", "  ")]

    def _foot(self, finding: Finding, frame: Frame) -> Iterator[str]:
        bullet = " " * (frame.gutter + 1) + "= "
        lang, rest = self.options.lang, " " * len(bullet)
        for label, text in (
            ("why", why(finding, lang)),
            ("learn_more", f"claimcheck explain {finding.rule}"),
        ):
            first, *more = wrapped(f"{say(lang, f'full.{label}')}: {text}", self.options.width, rest, bullet)
            yield self.paint(bullet, "frame") + first.removeprefix(bullet)
            yield from more


def _varied(shown: Sequence[Part]) -> list[Part]:
    """Parts with the first of each reading before its repetitions."""
    seen: dict[str, Part] = {}
    for part in shown:
        seen.setdefault(part.lead.marks[0].label, part)
    first = list(seen.values())
    return [*first, *(part for part in shown if part not in first)]
