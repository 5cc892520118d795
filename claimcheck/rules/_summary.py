"""The report: findings, topics with their camps, the tally, and what was not compared."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.model import Camp, Identity, Kind, NotCompared, Report, Source, TopicSummary
from claimcheck.rules._disputes import partition
from claimcheck.rules._values import core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Comparison, Finding, NotRun, Topic


def report_on(comparison: Comparison, findings: list[Finding], not_run: list[NotRun]) -> Report:
    """Put the answer together."""
    topics = tuple(sorted((_summary(topic) for topic in comparison.topics), key=lambda t: (t.key, t.label)))
    return Report(
        sources=_sources(comparison),
        documents=comparison.documents,
        findings=tuple(findings),
        topics=topics,
        tally=_tally(comparison, findings, topics),
        not_compared=tuple(_not_compared(comparison)),
        not_run=tuple(not_run),
    )


def _summary(topic: Topic) -> TopicSummary:
    camps = partition(topic.claims, core)
    return TopicSummary(
        key=topic.key,
        label=topic.label,
        agree=len(camps) == 1,
        camps=tuple(Camp(sources=tuple(c.source for c in camp), values=tuple(c.text for c in camp)) for camp in camps),
    )


def _sources(comparison: Comparison) -> tuple[Source, ...]:
    """The documents' sources, and those that only claims made by hand name."""
    known = {d.id: d.source for d in comparison.documents}
    return tuple(
        {**known, **{c.source: Source(id=c.source) for c in comparison.claims if c.source not in known}}.values()
    )


def _tally(comparison: Comparison, findings: list[Finding], topics: tuple[TopicSummary, ...]) -> dict[str, int]:
    outcomes = Counter(f.outcome.value for f in findings)
    return {
        "contradiction": outcomes["contradiction"],
        "tension": outcomes["tension"],
        "explained": outcomes["explained"],
        "agree": sum(t.agree for t in topics),
        "topics": len(topics),
        "claims": len(comparison.claims),
        "sources": len(_sources(comparison)),
    }


def _not_compared(comparison: Comparison) -> Iterator[NotCompared]:
    """Sources that share no story, and figures of one thing in two currencies."""
    for pair in comparison.events:
        if pair.identity is Identity.UNKNOWN and pair.reason == "unrelated":
            why = say("en", "reason.unrelated")
            yield NotCompared(claims=(), reason=f"{pair.a.source} and {pair.b.source}: {why}")
    money = [(c, c.quantity.unit) for c in comparison.claims if c.kind is Kind.MONEY and c.quantity is not None]
    for (a, one), (b, other) in combinations(money, 2):
        if a.source != b.source and a.subject.concept and a.subject.concept == b.subject.concept and one != other:
            yield NotCompared(claims=(a.id, b.id), reason=say("en", "reason.two-currencies"))
