"""Comparison -> findings. One file, one rule, one frozen pydantic model.

The class name is the rule's id (``ValueMismatch`` -> ``value-mismatch``), its fields are its options, its docstring is
its page, its method is `Rule.check`. Files whose names begin with an underscore hold what several rules share.
"""

from __future__ import annotations

import hashlib
import re
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from claimcheck.messages import reading, say
from claimcheck.model import Cause, Evidence, Finding, Kind, Outcome, Record, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from claimcheck.model import AnyClaim, Comparison


class Rule(Record):
    """The base of all rules. A subclass adds its options as fields and says in `check` what it finds.

    >>> from claimcheck import Claim, match
    >>> class Round(Rule):
    ...     limit: int = 100
    ...
    ...     def check(self, comparison):
    ...         for claim in comparison.claims:
    ...             if claim.quantity and claim.quantity.value >= self.limit:
    ...                 yield self.finding([claim], f"{claim.text} looks round", outcome=Outcome.TENSION)
    >>> [(f.rule, f.message) for f in Round(limit=500).check(match([Claim.of("1000 people", source="a")]))]
    [('round', '1000 people looks round')]
    """

    across: ClassVar[bool] = False
    """Whether it compares sources; such a rule is listed as not run where there is only one."""

    lang: str = "en"
    """Language of the messages."""

    @classmethod
    def id(cls) -> str:
        """The rule's name: the class name in kebab case.

        >>> class ValueMismatch(Rule): ...
        >>> ValueMismatch.id()
        'value-mismatch'
        """
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    @abstractmethod
    def check(self, comparison: Comparison) -> Iterable[Finding]:
        """What this rule finds; the order does not matter."""

    def say(self, key: str, **names: object) -> str:
        """A sentence of this rule's section in the catalogue."""
        return say(self.lang, f"{self.id()}.{key}", **names)

    def finding(  # noqa: PLR0913 - one keyword for each field of a finding
        self,
        claims: Sequence[AnyClaim],
        message: str,
        *,
        outcome: Outcome,
        severity: Severity | None = None,
        cause: Cause | None = None,
        topic: str | None = None,
        separation: Decimal | None = None,
        evidence: Sequence[Evidence] | None = None,
    ) -> Finding:
        """Make a finding about ``claims``; without ``evidence`` each claim's reading is the evidence."""
        return Finding(
            fingerprint=fingerprint(self.id(), topic, claims),
            rule=self.id(),
            severity=severity or SEVERITY[outcome],
            outcome=outcome,
            cause=cause,
            message=message,
            topic=topic,
            separation=separation,
            evidence=tuple(evidence if evidence is not None else (self.evidence(c) for c in claims)),
            claims=tuple(claims),
        )

    def evidence(self, claim: AnyClaim, says: str | None = None) -> Evidence:
        """A claim as evidence, saying what it was read as."""
        return Evidence(
            source=claim.source,
            start=claim.start,
            end=claim.end,
            text=claim.text,
            says=says or reading(claim, self.lang),
        )


SEVERITY = {
    Outcome.CONTRADICTION: Severity.ERROR,
    Outcome.TENSION: Severity.WARNING,
    Outcome.EXPLAINED: Severity.NOTE,
}
"""The usual severity of each outcome."""


def fingerprint(rule: str, topic: str | None, claims: Sequence[AnyClaim]) -> str:
    """SHA-256 of rule, topic, canonical values and normalised claim texts, the same in any order of the claims.

    A file goes in by its name without folders: what was decided holds wherever the check is started from, and yet not
    for the same words in another story.
    """
    parts = sorted(f"{_name(c.source)}|{' '.join(c.text.lower().split())}|{_canonical(c)}" for c in claims)
    return hashlib.sha256("\n".join([rule, topic or "", *parts]).encode()).hexdigest()


def _name(source: str) -> str:
    return source.rstrip("/").rpartition("/")[2]


def _canonical(claim: AnyClaim) -> str:
    if claim.quantity is None:
        return claim.period.timex
    q = claim.quantity
    return f"{q.low}..{q.high} {q.unit or ''}" if claim.kind is not Kind.ORDINAL else f"#{q.value}"
