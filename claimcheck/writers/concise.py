"""One line a finding, as editors and `grep` like it: ``path:line:column: severity[rule] message``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.writers._cells import clean
from claimcheck.writers._frame import Paint
from claimcheck.writers._order import ordered
from claimcheck.writers._places import Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Document, Finding, Report
    from claimcheck.writers import Options

SUFFIX = ".txt"
MEDIA_TYPE = "text/plain"


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """One line a finding; nothing where nothing was found."""
    library = Library(report.sources, documents)
    return "".join(f"{_line(finding, library, options)}\n" for finding in ordered(report))


def _line(finding: Finding, library: Library, options: Options) -> str:
    said = [*finding.claims, *finding.evidence]
    place = library.place(said[0].source, said[0].start, options.lang) if said else "-"
    head = f"{say(options.lang, f'severity.{finding.severity.value}')}[{finding.rule}]"
    painted = Paint(on=options.color)(head, finding.severity.value)
    return f"{clean(place)}: {painted} {clean(finding.message)}"
