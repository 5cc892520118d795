"""Findings and reports as plain dictionaries: the shape of the JSON contract, shared by the formats built on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.writers._order import ordered

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from claimcheck.model import AnyClaim, Bounds, Evidence, Finding, Quote, Report, Source, TopicSummary


def report_dict(report: Report) -> dict[str, Any]:
    """The whole report.

    >>> from claimcheck.model import Report
    >>> list(report_dict(Report()))
    ['schema_version', 'sources', 'findings', 'topics', 'tally', 'not_compared', 'not_run']
    """
    return {
        "schema_version": report.schema_version,
        "sources": [source_dict(source) for source in report.sources],
        "findings": [finding_dict(finding) for finding in ordered(report)],
        "topics": [_topic(topic) for topic in report.topics],
        "tally": dict(sorted(report.tally.items())),
        "not_compared": [{"claims": list(n.claims), "reason": n.reason} for n in report.not_compared],
        "not_run": [{"rule": n.rule, "reason": n.reason} for n in report.not_run],
    }


def source_dict(source: Source) -> dict[str, Any]:
    """One source."""
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "publisher": source.publisher,
        "published": _iso(source.published),
        "bounds": source.bounds and _bounds(source.bounds),
        "language": source.language,
    }


def _bounds(bounds: Bounds) -> dict[str, Any]:
    return {
        "earliest": _iso(bounds.earliest),
        "latest": _iso(bounds.latest),
        "evidence": [_place(quote) for quote in bounds.evidence],
    }


def _place(said: Quote | Evidence | AnyClaim) -> dict[str, Any]:
    return {"source": said.source, "start": said.start, "end": said.end, "text": said.text}


def finding_dict(finding: Finding) -> dict[str, Any]:
    """One finding with its evidence and its claims."""
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "outcome": finding.outcome.value,
        "cause": finding.cause and finding.cause.value,
        "message": finding.message,
        "topic": finding.topic,
        "separation": _number(finding.separation),
        "evidence": [{**_place(evidence), "says": evidence.says} for evidence in finding.evidence],
        "claims": [claim_dict(claim) for claim in finding.claims],
    }


def claim_dict(claim: AnyClaim) -> dict[str, Any]:
    """One claim, flat; what it does not have is null."""
    quantity, period = claim.quantity, claim.period
    return {
        **_place(claim),
        "quote": claim.quote.sentence,
        "kind": claim.kind.value,
        "value": quantity and _number(quantity.value),
        "low": quantity and _number(quantity.low),
        "high": quantity and _number(quantity.high),
        "unit": quantity and quantity.unit,
        "hedge": _hedge(claim),
        "timex": period and period.timex,
        "period_start": period and _iso(period.start),
        "period_end": period and _iso(period.end),
    }


def _hedge(claim: AnyClaim) -> str | None:
    hedge = (claim.quantity and claim.quantity.hedge) or (claim.period and claim.period.hedge)
    return hedge.value if hedge else None


def _topic(topic: TopicSummary) -> dict[str, Any]:
    camps = [{"sources": list(camp.sources), "values": list(camp.values)} for camp in topic.camps]
    return {"key": topic.key, "label": topic.label, "agree": topic.agree, "camps": camps}


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _iso(moment: date | None) -> str | None:
    return None if moment is None else moment.isoformat()
