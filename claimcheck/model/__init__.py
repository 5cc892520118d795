"""The nouns. This package imports nothing of ours but the errors."""

from claimcheck.model.base import Moment, Number, Record
from claimcheck.model.claim import (
    AnyClaim,
    Aspect,
    Claim,
    Direction,
    Kind,
    Mention,
    PeriodClaim,
    QuantityClaim,
    Status,
    Subject,
)  # fmt: skip
from claimcheck.model.comparison import Comparison, Event, EventPair, Identity, Pairing, Step, Topic
from claimcheck.model.finding import Cause, Evidence, Finding, Outcome, Severity
from claimcheck.model.period import Period, Precision
from claimcheck.model.quantity import Hedge, Interval, Quantity, separation
from claimcheck.model.report import Camp, NotCompared, NotRun, Report, TopicSummary
from claimcheck.model.review import State, Tick, claim_keys
from claimcheck.model.source import Bounds, Document, Quote, Source, Span, Zone

__all__ = [
    "AnyClaim", "Aspect", "Bounds", "Camp", "Cause", "Claim", "Comparison", "Direction", "Document", "Event",
    "EventPair", "Evidence", "Finding", "Hedge", "Identity", "Interval", "Kind", "Mention", "Moment", "NotCompared",
    "NotRun", "Number", "Outcome", "Pairing", "Period", "PeriodClaim", "Precision", "Quantity", "QuantityClaim",
    "Quote", "Record", "Report", "Severity", "Source", "Span", "State", "Status", "Step", "Subject", "Tick", "Topic",
    "TopicSummary", "Zone", "claim_keys", "separation",
]  # fmt: skip
