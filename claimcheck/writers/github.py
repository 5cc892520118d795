"""Workflow commands that GitHub shows as annotations beside the text, one a finding.

The syntax is that of "Workflow commands for GitHub Actions": ``::error file=...,line=...::message``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.model import Severity
from claimcheck.writers._cells import clean
from claimcheck.writers._order import ordered
from claimcheck.writers._passages import anchored, parts
from claimcheck.writers._places import Library
from claimcheck.writers._words import why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import Document, Finding, Report
    from claimcheck.writers import Options

SUFFIX = ".txt"
MEDIA_TYPE = "text/plain"

COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """One command a finding, at its first figure; its message holds both passages."""
    library = Library(report.sources, documents)
    return "".join(f"{_command(finding, library, options.lang)}\n" for finding in ordered(report))


def _command(finding: Finding, library: Library, lang: str) -> str:
    where = {**_where(finding, library), "title": f"{finding.rule} ({say(lang, f'outcome.{finding.outcome.value}')})"}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in where.items())
    return f"::{COMMAND[finding.severity]} {properties}::{_data(_message(finding, library, lang))}"


def _where(finding: Finding, library: Library) -> dict[str, object]:
    lead = next((c for c in finding.claims if library.spot(c.source, c.start)), None)
    if lead is None or lead.end is None:
        return {"file": library.path(finding.claims[0].source)} if finding.claims else {}
    first, last = library.spot(lead.source, lead.start), library.spot(lead.source, lead.end)
    if first is None or last is None:
        return {}
    # GitHub takes columns only where the first line is also the last, and counts them up to the last one shown.
    columns = {"col": first.column, "endColumn": last.column - 1} if first.line == last.line else {}
    return {"file": library.path(lead.source), "line": first.line, "endLine": last.line, **columns}


def _message(finding: Finding, library: Library, lang: str) -> str:
    return "\n".join(map(clean, [finding.message, *_passages(finding, library, lang), why(finding, lang)]))


def _passages(finding: Finding, library: Library, lang: str) -> Iterator[str]:
    for part, excerpt, mark in anchored(parts(finding, library, lang)):
        place = library.place(part.source.id, excerpt.place_of(mark), lang)
        yield f"{place} {say(lang, 'writers.quote', text=excerpt.words(mark))} {mark.label}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
