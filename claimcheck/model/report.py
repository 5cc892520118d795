"""The answer to one run: sources, findings, topics, and what was not compared."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

from pydantic import Field

from claimcheck.model.base import Record
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.source import Document, Source


class Camp(Record):
    """The sources of a topic whose values agree with each other."""

    sources: tuple[str, ...]
    values: tuple[str, ...]
    """The wordings, in order of the sources."""


class TopicSummary(Record):
    """One topic of a report: whether its sources agree, and who says what."""

    key: str
    label: str
    agree: bool
    camps: tuple[Camp, ...] = ()


class NotCompared(Record):
    """Claims that could not be compared, and why."""

    claims: tuple[str, ...]
    """Ids of the claims."""
    reason: str


class NotRun(Record):
    """A rule that did not run, and why."""

    rule: str
    reason: str


class Report(Record):
    """What a check found. ``for finding in report.findings`` is all most users need.

    >>> from claimcheck import Claim, check
    >>> report = check(*(Claim.of(n, source=n, about="agreements", event="visit") for n in ("12", "20")))
    >>> [finding.message for finding in report.findings]
    ['12 says “12” (12), 20 says “20” (20), and no number fits both.']
    >>> report.tally["contradiction"], Report.model_validate_json(report.model_dump_json()) == report
    (1, True)
    """

    schema_version: str = "1"
    sources: tuple[Source, ...] = ()
    documents: tuple[Document, ...] = ()
    """The texts, so that a writer can show lines and passages; empty for claims made by hand."""
    findings: tuple[Finding, ...] = ()
    topics: tuple[TopicSummary, ...] = ()
    tally: dict[str, int] = Field(default_factory=dict)
    not_compared: tuple[NotCompared, ...] = ()
    not_run: tuple[NotRun, ...] = ()

    def at_least(self, level: Severity | str) -> tuple[Finding, ...]:
        """The findings at or above a severity, which may also be its word: ``report.at_least("error")``.

        Raises:
            ArgumentError: there is no such severity.
        """
        least = Severity(level).rank
        return tuple(f for f in self.findings if f.severity.rank >= least)

    def without(self, known: frozenset[str]) -> Report:
        """The report without the findings that have these fingerprints; the tally follows.

        >>> Report().without(frozenset()) == Report()
        True
        """
        kept = tuple(finding for finding in self.findings if finding.fingerprint not in known)
        gone = Counter(finding.outcome.value for finding in self.findings if finding.fingerprint in known)
        tally = {name: count - gone[name] for name, count in self.tally.items()}
        return self.model_copy(update={"findings": kept, "tally": tally})

    def to_frame(self, backend: str | None = None) -> Any:
        """The findings as a data frame of Polars, pandas or PyArrow, one row for each figure of a finding.

        The columns are those of the JSON report: what is said of the finding, then what is said of the claim.
        ``backend`` is ``"polars"``, ``"pandas"`` or ``"pyarrow"``; without it, the library that is imported already.

        Raises:
            ConfigError: there is no such library, or none is installed.
            MissingExtra: narwhals is not installed.

        For example ``report.to_frame("polars").group_by("rule").len()``.
        """
        # Writers live layers above the nouns; theirs are looked up only when someone asks for them.
        return import_module("claimcheck.writers._dataframe").frame(self, backend)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        shown: str = import_module("claimcheck.writers._notebook").report_html(self)
        return shown
