"""The order in which findings are written: the loudest first, then as the sources were given and the texts run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model import Finding, Report


def ordered(report: Report) -> list[Finding]:
    """The findings by severity, then source, then place in the text; rule and fingerprint settle what is left.

    >>> from claimcheck.model import Report
    >>> ordered(Report())
    []
    """
    rank = {source.id: number for number, source in enumerate(report.sources)}

    def key(finding: Finding) -> tuple[int, int, int, str, str]:
        places = [(rank.get(c.source, len(rank)), c.start or 0) for c in finding.claims]
        source, start = min(places, default=(len(rank), 0))
        return -finding.severity.rank, source, start, finding.rule, finding.fingerprint

    return sorted(report.findings, key=key)
