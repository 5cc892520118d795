"""Claims made by hand: a value as one would say it, and what it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.concepts import load as load_concepts
from claimcheck.extract.mentions import mention, mentions
from claimcheck.extract.quantities import find_quantities
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.tongue import guess
from claimcheck.extract.vocabulary import vocabulary
from claimcheck.languages import load
from claimcheck.model import Aspect, Direction, Kind, Period, PeriodClaim, QuantityClaim, Quote, Status, Subject

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model import Mention

_FOUR_DIGITS = re.compile(r"(?<![\d.,])\d{4}$")
_COUNTED = frozenset({"thing", "role"})


def claim(  # noqa: PLR0913 - one keyword for each thing that can be known of a claim
    value: str,
    *,
    source: str,
    about: str = "",
    event: str | None = None,
    when: str | Period | None = None,
    place: str | None = None,
    entities: tuple[str, ...] | list[str] = (),
    scope: tuple[str, ...] | list[str] = (),
    status: str | None = None,
    aspect: str | None = None,
    direction: str | None = None,
    speaker: str | None = None,
    quote: str | None = None,
    language: str | None = None,
    published: date | None = None,
) -> QuantityClaim | PeriodClaim:
    """Make one claim from the value as said (``"about 12"``, ``"$3.2 billion"``, ``"16 May 2024"``).

    Args:
        value: the figure or date, in words or digits, with its hedge and unit.
        source: id of the source that says so.
        about: what is counted or measured, in words ("agreements").
        event: a name of your own for the event; equal names mean one event.
        when: when it holds, as ISO 8601 or in words.
        place: where.
        entities: countries, organisations, people.
        scope: what narrows it ("new", "Chinese").
        status: planned, announced, done or denied.
        aspect: total, part, per, cumulative, new, change, level or before.
        direction: up or down.
        speaker: who says so.
        quote: the sentence, where there is one.
        language: ISO 639-1 code; guessed from the words where it is not given.
        published: what relative dates are resolved against.

    Raises:
        ValueError: no value, or more than one, can be read.

    >>> claim("three weeks", source="a", about="closure", language="en").quantity.unit
    'week'
    """
    code = language or guess(f"{value} {about} {quote or ''}")
    read = _only(value, code, published)
    if _could_count(read, value) and _is_counted(value, about, code):
        read = _count(value, code) or read
    shared = {
        "quote": Quote(source=source, text=value, sentence=quote or f"{value} {about}".strip()),
        "subject": _subject(about, code, place, tuple(entities), tuple(scope)),
        "event": event,
        "when": _period(when, code, published),
        "status": Status(status) if status else None,
        "aspect": Aspect(aspect) if aspect else None,
        "direction": Direction(direction) if direction else None,
        "speaker": speaker,
    }
    if read.quantity is None:
        return PeriodClaim(kind=read.kind, period=read.period, **shared)
    return QuantityClaim(kind=read.kind, quantity=read.quantity, period=read.period, **shared)


def _could_count(read: Mention, value: str) -> bool:
    """Whether the whole value is a number that was read as a year: "1400", "about 1400", not "in 1400"."""
    year = read.period is not None and read.quantity is None and read.period.timex.isdecimal()
    return year and read.text == value.strip() and bool(_FOUR_DIGITS.search(value))


def _is_counted(value: str, about: str, code: str) -> bool:
    """Whether the head of ``about`` names things, people or their number; what no lexicon knows, the text tells."""
    tokens = Tokens(about, load(code))
    head = next((k for k in range(len(tokens)) if tokens.role(k, "function")), len(tokens))
    concept = _subject(tokens.written(0, head), code, None, (), ()).concept if head else None
    if concept is None:
        said = mentions(f"{value} {about}", code) if about else []
        return len(said) == 1 and said[0].kind is Kind.COUNT
    known = load_concepts()[concept]
    return known.kind in _COUNTED or "count" in known.unit


def _count(value: str, code: str) -> Mention | None:
    tokens = Tokens(value, load(code))
    found = find_quantities(tokens)
    return mention(found[0], tokens) if len(found) == 1 else None


def _only(value: str, code: str, published: date | None) -> Mention:
    found = mentions(value, code, published)
    if len(found) != 1:
        what = "no value" if not found else f"{len(found)} values"
        raise ValueError(f'"{value}" holds {what}; give one figure or date, such as "about 12" or "16 May 2024"')
    return found[0]


def _period(when: str | Period | None, code: str, published: date | None) -> Period | None:
    if when is None or isinstance(when, Period):
        return when
    period = _only(when, code, published).period
    if period is None:
        raise ValueError(f'"{when}" is not a date; give one such as "2024-05-16" or "the first quarter of 2026"')
    return period


def _subject(about: str, code: str, place: str | None, entities: tuple[str, ...], scope: tuple[str, ...]) -> Subject:
    """The concept is the last one named: the head of a noun group."""
    tokens = Tokens(about, load(code))
    words = vocabulary(load(code))
    named = [n for i in range(len(tokens)) if (n := words.find(tokens, i, len(tokens))) is not None]
    concept = named[-1].concept if named else None
    return Subject(
        concept=concept, label=about, place=place, entities=tuple(sorted(entities)), scope=tuple(sorted(scope))
    )
