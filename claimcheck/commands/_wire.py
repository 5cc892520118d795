"""The shape of what leaves the program as JSON where it is flatter than the records: reports and rows of claims.

Nothing is made from these; they are written down so that others have a schema to rely on. A test holds them against
what the writers write.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, create_model

from claimcheck.model import Cause, Hedge, Kind, Moment, Number, Outcome, Record, Severity
from claimcheck.model.flat import COLUMNS, REPORTED, field_of


class Wire(Record):
    """All fields are always there; what is unknown is null."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class Place(Wire):
    """Words of a source; without a text ``start`` and ``end`` are null."""

    source: str
    """Id of the source."""
    start: int | None
    """First code point in the document's text."""
    end: int | None
    """Code point after the last."""
    text: str


class Evidence(Place):
    """A passage and what it says for the finding."""

    says: str


class FlatClaim(Place):
    """A claim in a report. ``text`` is the figure with its hedge and noun, ``quote`` its sentence."""

    quote: str
    kind: Kind
    value: Number | None
    """The number said; null for a range or a date."""
    low: Number | None
    """Least value that the words assert; null: without limit."""
    high: Number | None
    """Greatest value that the words assert; null: without limit."""
    unit: str | None
    """Name in pint; null for a plain count."""
    hedge: Hedge | None
    timex: str | None
    """TIMEX3 value."""
    period_start: Moment | None
    """First day or moment."""
    period_end: Moment | None
    """Last day or moment."""


class Finding(Wire):
    """One discrepancy, said once."""

    fingerprint: str
    """Stays the same when the text moves."""
    rule: str
    severity: Severity
    outcome: Outcome
    cause: Cause | None
    message: str
    topic: str | None
    separation: Number | None
    evidence: tuple[Evidence, ...]
    claims: tuple[FlatClaim, ...]


class Bounds(Wire):
    """Between which days an undated source was written."""

    earliest: Moment | None
    latest: Moment | None
    evidence: tuple[Place, ...]


class Source(Wire):
    """Who published, where, when, in what language."""

    id: str
    path: str | None
    title: str | None
    publisher: str | None
    published: Moment | None
    bounds: Bounds | None
    language: str | None


class Camp(Wire):
    """Sources that agree with each other, and their wordings in the same order."""

    sources: tuple[str, ...]
    values: tuple[str, ...]


class Topic(Wire):
    """What several claims speak of."""

    key: str
    label: str
    agree: bool
    camps: tuple[Camp, ...]


class NotCompared(Wire):
    """Claims that could not be compared, and why."""

    claims: tuple[str, ...]
    reason: str


class NotRun(Wire):
    """A rule that did not run, and why."""

    rule: str
    reason: str


class Report(Wire):
    """What ``claimcheck check --output json`` writes."""

    schema_version: Annotated[str, Field(pattern="^1$")]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    topics: tuple[Topic, ...]
    tally: dict[str, int]
    not_compared: tuple[NotCompared, ...]
    not_run: tuple[NotRun, ...]


def _field(number: int, column: str) -> tuple[Any, Any]:
    """Type and default of a column: those of a report are always there, and some are never null."""
    field = field_of(column)
    kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return (kind if column in _NEVER_NULL else kind | None), ... if number < REPORTED else None


_NEVER_NULL = ("source", "text", "quote", "kind")

ClaimRow = create_model(  # type: ignore[call-overload] # the fields are data
    "ClaimRow",
    __base__=Record,
    __doc__="A line of ``claimcheck extract --output jsonl``: the columns of a claim in a report, and the rest of it.",
    **{column: _field(number, column) for number, column in enumerate(COLUMNS)},
)
"""A claim in a row, as `claimcheck.model.flat.flat` makes it."""
