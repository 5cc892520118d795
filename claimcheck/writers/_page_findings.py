"""The findings of a report page: both passages side by side, what was read, a chart, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.writers._charts import intervals, timeline
from claimcheck.writers._markup import Markup, tag
from claimcheck.writers._order import ordered
from claimcheck.writers._passages import parts
from claimcheck.writers._places import paragraph_around
from claimcheck.writers._words import counted, published, why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Finding, Report
    from claimcheck.writers._passages import Excerpt, Mark, Part
    from claimcheck.writers._places import Library

PASSAGE = 700  # characters shown of a paragraph
OPEN = 6  # sources shown before the others are folded away


def anchor(finding: Finding) -> str:
    """The address of a finding on the page."""
    return f"f-{finding.fingerprint[:16]}"


def claim_anchor(number: int, start: int | None) -> str:
    """The address of a claim in its document on the page."""
    return f"c-{number}-{start}"


def findings(report: Report, library: Library, lang: str) -> list[Markup]:
    """One article a finding, the loudest first; a topic's chart stands with its first finding."""
    charted: set[str] = set()
    made = []
    for finding in ordered(report):
        made.append(_article(finding, report, library, lang, chart=finding.topic not in charted))
        charted.update([finding.topic] if finding.topic else [])
    return made


def _article(finding: Finding, report: Report, library: Library, lang: str, *, chart: bool) -> Markup:
    shown = parts(finding, library, lang, paragraph_around)
    charts = [intervals(finding, report, library, lang), timeline(finding, library, lang)] if chart else []
    sources = " ".join(str(library.number(part.source.id)) for part in shown)
    body = [_head(finding, lang), _passages(shown, library, lang), charts, _reason(finding, lang)]
    return tag(
        "article", body, id=anchor(finding), class_=f"finding {finding.severity.value}", tabindex="-1",
        data_severity=finding.severity.value, data_rule=finding.rule, data_sources=sources,
    )  # fmt: skip


def _head(finding: Finding, lang: str) -> Markup:
    severity = tag("span", say(lang, f"severity.{finding.severity.value}"), class_="badge")
    outcome = tag("span", say(lang, f"outcome.{finding.outcome.value}"), class_="outcome")
    link = tag("a", tag("code", finding.rule), href=f"#{anchor(finding)}", class_="rule")
    return tag("header", tag("p", severity, " ", outcome, " ", link), tag("h3", finding.message, dir="auto"))


def _passages(shown: Sequence[Part], library: Library, lang: str) -> list[Markup]:
    made = [_passage(part, library, lang) for part in shown]
    open_, folded = made[:OPEN], made[OPEN:]
    grid = tag("div", open_, class_="passages")
    if not folded:
        return [grid]
    more = tag("summary", say(lang, "html.more_sources", sources=counted(len(folded), "source", lang)))
    return [grid, tag("details", more, tag("div", folded, class_="passages"))]


def _passage(part: Part, library: Library, lang: str) -> Markup:
    quotes = [_quote(excerpt, part) for excerpt in part.excerpts]
    readings = tag("ul", [_reading(e, mark, part) for e in part.excerpts for mark in e.marks], class_="readings")
    return tag("figure", _caption(part, library, lang), quotes, readings, class_="passage")


def _caption(part: Part, library: Library, lang: str) -> Markup:
    number, place = library.number(part.source.id), library.place(part.source.id, part.lead.anchor, lang)
    name = tag("b", part.source.publisher or part.source.title or part.source.id, dir="auto")
    when = tag("span", published(part.source.model_copy(update={"publisher": None}), lang))
    where: object = place
    if number is not None and part.lead.anchor is not None:
        where = tag("a", place, href=f"#{claim_anchor(number, part.lead.anchor)}")
    return tag("figcaption", name, tag("br"), when, " · ", where)


def _quote(excerpt: Excerpt, part: Part) -> Markup:
    start, end = excerpt.window(PASSAGE)
    body: list[object] = ["… "] if start else []
    at = start
    for mark in excerpt.marks:
        words = excerpt.text[mark.start : mark.end]
        body += [excerpt.text[at : mark.start], tag("mark", words, class_="figure" if mark.claim else "evidence")]
        at = mark.end
    body += [excerpt.text[at:end], " …" if end < len(excerpt.text.rstrip()) else None]
    return tag("blockquote", body, lang=part.source.language, dir="auto")


def _reading(excerpt: Excerpt, mark: Mark, part: Part) -> Markup:
    words = tag("q", excerpt.words(mark), lang=part.source.language, dir="auto")
    return tag("li", words, " ", tag("span", mark.label), class_="figure" if mark.claim else "evidence")


def _reason(finding: Finding, lang: str) -> Markup:
    label = tag("b", f"{say(lang, 'full.why')}: ".capitalize())
    more = tag("code", f"claimcheck explain {finding.rule}")
    return tag("p", label, why(finding, lang), " ", tag("span", more, class_="more"), class_="reason")
