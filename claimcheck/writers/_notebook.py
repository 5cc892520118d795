"""How records show themselves in a notebook: plain HTML of a few lines, which no page's own style can spoil.

Notebooks strip scripts and frames of files from others, so there are none: the whole page is ``write(report, "html")``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.messages import reading, say
from claimcheck.writers._markup import Markup, tag
from claimcheck.writers._order import ordered
from claimcheck.writers._passages import parts
from claimcheck.writers._places import Library
from claimcheck.writers._words import counted, found, why

if TYPE_CHECKING:
    from claimcheck.model import Claim, Finding, Report
    from claimcheck.writers._passages import Excerpt, Part

MOST = 50  # findings in a table
LEFT = "text-align: left; vertical-align: top"
LANG = "en"


def report_html(report: Report) -> str:
    """What was compared and found, and a table of the findings."""
    compared = counted(len(report.sources), "source", LANG)
    summary = f"{compared}: {found(report, LANG) or say(LANG, 'writers.nothing_found')}"
    rows = [_row(finding, report) for finding in ordered(report)[:MOST]]
    more = len(report.findings) - MOST
    rest = tag("p", say(LANG, "writers.more", n=more)) if more > 0 else None
    return tag("div", tag("p", tag("b", summary)), _table(("", "rule", "what differs", "sources"), rows), rest)


def _row(finding: Finding, report: Report) -> list[str]:
    labels = {source.id: source.label for source in report.sources}
    names = dict.fromkeys(labels.get(claim.source, claim.source) for claim in finding.claims)
    return [say(LANG, f"severity.{finding.severity.value}"), finding.rule, finding.message, ", ".join(names)]


def _table(names: tuple[str, ...], rows: list[list[str]]) -> Markup | None:
    if not rows:
        return None
    head = tag("tr", [tag("th", name, style=LEFT) for name in names])
    body = [tag("tr", [tag("td", cell, style=LEFT) for cell in row]) for row in rows]
    return tag("table", tag("thead", head), tag("tbody", body))


def finding_html(finding: Finding) -> str:
    """The message, each passage with the words at issue marked, and why."""
    severity = tag("b", say(LANG, f"severity.{finding.severity.value}"))
    head = tag("p", severity, " ", tag("code", finding.rule), ": ", finding.message)
    return tag("div", head, [_passage(part) for part in parts(finding, Library([], []), LANG)], _why(finding))


def _why(finding: Finding) -> Markup:
    return tag("p", f"{say(LANG, 'full.why')}: ", why(finding, LANG))


def _passage(part: Part) -> list[Markup]:
    return [tag("blockquote", tag("b", part.source.label), ": ", _marked(excerpt)) for excerpt in part.excerpts]


def _marked(excerpt: Excerpt) -> list[object]:
    body: list[object] = []
    at = 0
    for mark in excerpt.marks:
        body += [excerpt.text[at : mark.start], tag("mark", excerpt.words(mark), title=mark.label)]
        at = mark.end
    return [*body, excerpt.text[at:]]


def claim_html(claim: Claim) -> str:
    """The words in their sentence, what they were read as, and what they are about."""
    sentence = claim.quote.sentence or claim.text
    before, words, after = sentence.partition(claim.text)
    quote = tag("blockquote", before, tag("mark", words), after)
    about = claim.subject.label or claim.subject.concept or ""
    read = say(LANG, "writers.read_as", reading=reading(claim, LANG))
    return tag("div", quote, tag("p", ", ".join(filter(None, (claim.source, read, about)))))
