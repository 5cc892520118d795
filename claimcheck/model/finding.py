"""What a rule reports."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module

from claimcheck.model.base import Choice, Number, Record
from claimcheck.model.claim import AnyClaim


class Severity(Choice):
    """How loud a finding is.

    >>> Severity("error").rank > Severity.WARNING.rank
    True
    >>> Severity("loud")
    Traceback (most recent call last):
    claimcheck.errors.ArgumentError: "loud" is no Severity; it is one of error, warning, note.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for error, 2 for warning, 1 for note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


class Outcome(StrEnum):
    """What a finding means for the reader."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    EXPLAINED = "explained"


class Cause(StrEnum):
    """Why two values differ, as far as the texts show it."""

    DIFFERENT_EVENT = "different-event"
    DIFFERENT_PERIOD = "different-period"
    DIFFERENT_SCOPE = "different-scope"
    UPDATE = "update"
    CORRECTION = "correction"
    ATTRIBUTION = "attribution"
    PLANNED_FOR_DONE = "planned-for-done"
    ROUNDING = "rounding"
    MAGNITUDE = "magnitude"
    DECIMAL = "decimal"
    DIGITS = "digits"
    PERCENT_POINTS = "percent-points"
    UNIT = "unit"
    CONVERSION = "conversion"


class Evidence(Record):
    """A passage and what it says for the finding."""

    source: str
    start: int | None = None
    end: int | None = None
    text: str
    says: str


class Finding(Record):
    """One discrepancy, said once.

    ``separation`` is the gap between the two core intervals over the sum of their half-widths, so it has no unit; None
    between two points.

    >>> from claimcheck import Claim, check
    >>> figures = [Claim.of(n, source=n, about="agreements", event="visit") for n in ("about 12", "20")]
    >>> (finding,) = check(*figures).findings
    >>> finding.rule, finding.outcome.value, [claim.text for claim in finding.claims], finding.separation
    ('value-mismatch', 'contradiction', ['20', 'about 12'], Decimal('7'))
    """

    fingerprint: str
    """SHA-256 of rule, topic key, canonical values, normalised claim texts and the names of their files: text that
    moves keeps it, and so does a folder that moves."""
    rule: str
    severity: Severity
    outcome: Outcome
    cause: Cause | None = None
    message: str
    topic: str | None = None
    separation: Number | None = None
    evidence: tuple[Evidence, ...] = ()
    claims: tuple[AnyClaim, ...]

    def _repr_html_(self) -> str:
        """What a notebook shows; see `claimcheck.writers._notebook`."""
        shown: str = import_module("claimcheck.writers._notebook").finding_html(self)
        return shown
