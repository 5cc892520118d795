"""Findings and claims as rows of a table. Numbers are Decimals, everything else is text or None."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimcheck.messages import reading, say
from claimcheck.model import Tick, claim_keys
from claimcheck.writers._cells import clean
from claimcheck.writers._order import ordered
from claimcheck.writers._places import Library
from claimcheck.writers._plain import claim_dict
from claimcheck.writers._words import dated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from claimcheck.model import AnyClaim, Camp, Document, Finding, Report
    from claimcheck.writers import Options

Cell: TypeAlias = "str | Decimal | None"

CLAIM_COLUMNS = (
    "publisher", "published", "place", "text", "reading", "low", "high", "unit", "hedge", "period_start", "period_end",
    "quote",
)  # fmt: skip
FINDING_COLUMNS = ("finding", "severity", "rule", "outcome", "cause", "message", *CLAIM_COLUMNS)
WORKLIST_COLUMNS = (*CLAIM_COLUMNS, "agreeing", "disagreeing", "findings", "status", "checked by", "note", "id")


def finding_rows(report: Report, documents: Sequence[Document], lang: str) -> Iterator[list[Cell]]:
    """One row for each figure of each finding."""
    library = Library(report.sources, documents)
    for finding in ordered(report):
        for claim in finding.claims:
            yield [*_finding(finding, lang), *_claim(claim, library, lang)]


def _finding(finding: Finding, lang: str) -> list[Cell]:
    severity = say(lang, f"severity.{finding.severity.value}")
    outcome = say(lang, f"outcome.{finding.outcome.value}")
    cause = finding.cause and finding.cause.value
    return [finding.fingerprint[:12], severity, finding.rule, outcome, cause, clean(finding.message)]


def _claim(claim: AnyClaim, library: Library, lang: str) -> list[Cell]:
    source, flat, quantity = library.source(claim.source), claim_dict(claim), claim.quantity
    return [
        clean(source.publisher or "") or None,
        dated(source, lang),
        clean(library.place(claim.source, claim.start, lang)),
        clean(" ".join(claim.text.split())),
        reading(claim, lang),
        quantity and quantity.low,
        quantity and quantity.high,
        flat["unit"],
        flat["hedge"],
        flat["period_start"],
        flat["period_end"],
        clean(" ".join(claim.quote.sentence.split())),
    ]


def worklist_rows(report: Report, documents: Sequence[Document], options: Options) -> Iterator[list[Cell]]:
    """One row for each claim, with who agrees, who does not, and what the desk says of it."""
    library = Library(report.sources, documents)
    found = _findings_by_claim(report)
    claims = options.claims or tuple(claim for finding in report.findings for claim in finding.claims)
    for claim, key in zip(claims, claim_keys(claims), strict=True):
        tick = options.ticks.get(key, Tick())
        said = [clean(word) or None for word in (tick.status, tick.by, tick.note)]
        named = _named(found.get(claim.id, []), tick)
        yield [*_claim(claim, library, options.lang), *sides(claim, report), named, *said, key]


def _named(findings: Sequence[Finding], tick: Tick) -> str:
    """The findings of a figure, and those that are hidden by what is noted beside it."""
    now = {finding.fingerprint[:12]: finding.rule for finding in findings}
    return ", ".join(
        sorted(f"{rule} ({name})" for name, rule in (dict.fromkeys(tick.findings, "decided") | now).items())
    )


def _findings_by_claim(report: Report) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        for claim in finding.claims:
            found.setdefault(claim.id, []).append(finding)
    return found


def sides(claim: AnyClaim, report: Report) -> tuple[str, str]:
    """The other sources in the claim's own camp, and those in the other camps of its topic."""
    for topic in report.topics:
        own = [camp for camp in topic.camps if _speaks(claim, camp)]
        if own:
            agreeing = sorted({source for camp in own for source in camp.sources} - {claim.source})
            others = sorted({source for camp in topic.camps if camp not in own for source in camp.sources})
            return ", ".join(agreeing), ", ".join(others)
    return "", ""


def _speaks(claim: AnyClaim, camp: Camp) -> bool:
    return (claim.source, claim.text) in zip(camp.sources, camp.values, strict=False)
