"""Mentions and claims: a value in a text, and what it says of what."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from claimcheck.errors import ArgumentError, did_you_mean
from claimcheck.model.base import Choice, Record
from claimcheck.model.period import Period
from claimcheck.model.quantity import Quantity
from claimcheck.model.source import Quote

if TYPE_CHECKING:
    from collections.abc import Callable


class Kind(StrEnum):
    """What sort of value a mention or claim holds."""

    COUNT = "count"
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    RECURRING = "recurring"


class Mention(Record):
    """A span of text that holds one value, before anyone asks what it is about.

    ``text[start:end]`` is the value with its hedge and unit; offsets count code points. Kinds date, time and recurring
    have a ``period``, a duration has both a ``quantity`` and a ``period``, all others a ``quantity``.

    >>> from claimcheck import mentions
    >>> (mention,) = mentions("Rund 20 km weit.")
    >>> mention.start, mention.end, mention.text, mention.kind.value, mention.quantity.unit
    (0, 10, 'Rund 20 km', 'quantity', 'kilometer')
    """

    start: int
    end: int
    text: str
    kind: Kind
    quantity: Quantity | None = None
    period: Period | None = None


class Status(Choice):
    """Whether a thing was only planned, announced, done or denied."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    DONE = "done"
    DENIED = "denied"


class Aspect(Choice):
    """Which side of a thing a figure gives."""

    TOTAL = "total"
    PART = "part"
    PER = "per"
    CUMULATIVE = "cumulative"
    NEW = "new"
    CHANGE = "change"
    LEVEL = "level"
    """What a change led to, or a state at a time: rose *to 15.4 percent*."""
    BEFORE = "before"
    """What a change started from: rose *from 12.1 percent*."""


class Direction(Choice):
    """Which way a change went."""

    UP = "up"
    DOWN = "down"


class Subject(Record):
    """What a value is about."""

    concept: str | None = None
    """Id in the concept lexicon, such as ``agreement`` or ``turnout``; None for words the lexicon does not know."""
    label: str = ""
    """The words of the text: the counted noun, or the noun of the measure."""
    entities: tuple[str, ...] = ()
    """Countries, organisations and people in the sentence, by canonical name."""
    place: str | None = None
    scope: tuple[str, ...] = ()
    """Modifiers that narrow what is counted ("new", "Chinese", "of the 25 seats"), in base form, sorted."""
    per: str | None = None
    """What a rate is per: ``year``, ``head``, ``day``."""
    role: str | None = None
    """Id of a state that what is counted was in (``signed``, ``destroyed``), where a verb or adjective says so."""
    context: tuple[str, ...] = ()
    """The other content words of the clause, in base form, sorted: what tells two figures of one kind apart."""


class Claim(Record):
    """Words of a source, read as a value of something.

    The two shapes are `QuantityClaim` and `PeriodClaim`, told apart by ``kind``; `Claim.of` makes either. ``start`` and
    ``end`` are code points into the text of the document; both are None for a claim that was made by hand.

    >>> from claimcheck import Document, extract
    >>> (claim,) = extract([Document.of("Sie unterzeichneten rund 20 Abkommen.", id="a.md", language="de")])
    >>> claim.source, claim.start, claim.end, claim.text, claim.subject.concept
    ('a.md', 20, 36, 'rund 20 Abkommen', 'agreement')
    >>> claim.quantity.value, claim.quantity.low, claim.quantity.high, claim.quantity.unit
    (Decimal('20'), Decimal('18.0'), Decimal('22.0'), None)
    """

    kind: Kind
    quote: Quote
    quantity: Quantity | None = None
    period: Period | None = None
    subject: Subject = Subject()
    event: str | None = None
    """Id of the `Event` it belongs to."""
    when: Period | None = None
    """When it holds."""
    as_of: Period | None = None
    """As of when a figure was known, where the text says so."""
    status: Status | None = None
    aspect: Aspect | None = None
    direction: Direction | None = None
    speaker: str | None = None
    """Who says so, in the text's own words."""
    voice: str | None = None
    """What the speaker is: the id of a concept (``police``, ``trade-union``), or an organisation by name."""

    @classmethod
    def of(cls, value: str, *, source: str, **about: Any) -> QuantityClaim | PeriodClaim:
        """Make a claim without a text, from a value as one would say it.

        See `claimcheck.extract.byhand.claim` for the keywords (``about``, ``event``, ``when``, ``place`` ...).

        Raises:
            ArgumentError: no value can be read from ``value``, or more than one; or a keyword is unknown or holds what
                it may not. Its ``argument`` is the name of what is wrong.

        >>> claim = Claim.of("about 12", source="a", about="agreements", event="visit", when="2024-05-16")
        >>> claim.quantity.low, claim.quantity.high, claim.quantity.hedge.value
        (Decimal('11'), Decimal('13'), 'approximately')
        """
        # The reader of values lives a layer above the nouns; the name is looked up only when someone asks for it.
        claim: Callable[..., QuantityClaim | PeriodClaim] = import_module("claimcheck.extract.byhand").claim
        known = getattr(claim, "__kwdefaults__", {})
        for name in about.keys() - known.keys():
            raise ArgumentError(f'Claim.of: unknown keyword "{name}"{did_you_mean(name, known)}', argument=name)
        return claim(value, source=source, **about)

    @property
    def id(self) -> str:
        """Source and place, stable as long as the text does not move; without a text, source and words."""
        if self.quote.start is None:
            return f"{self.quote.source}:{self.quote.text}|{self.subject.label}"
        return f"{self.quote.source}:{self.quote.start}-{self.quote.end}"

    @property
    def source(self) -> str:
        """Id of the source."""
        return self.quote.source

    @property
    def start(self) -> int | None:
        """First code point in the document's text; None for a claim made by hand."""
        return self.quote.start

    @property
    def end(self) -> int | None:
        """Code point after the last."""
        return self.quote.end

    @property
    def text(self) -> str:
        """The figure with its hedge and noun."""
        return self.quote.text

    def _repr_html_(self) -> str:
        """What a notebook shows; see `claimcheck.writers._notebook`."""
        shown: str = import_module("claimcheck.writers._notebook").claim_html(self)
        return shown


class QuantityClaim(Claim):
    """A claim whose value is a number; a duration has a period (its TIMEX3) as well."""

    kind: Literal[Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENT, Kind.ORDINAL, Kind.RANGE, Kind.DURATION]
    quantity: Quantity


class PeriodClaim(Claim):
    """A claim whose value is a place on the calendar."""

    kind: Literal[Kind.DATE, Kind.TIME, Kind.RECURRING]
    period: Period
    quantity: None = None


AnyClaim = Annotated[QuantityClaim | PeriodClaim, Field(discriminator="kind")]
"""A claim of either shape."""
