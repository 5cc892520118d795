"""Claims made by hand: a value as one would say it, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from claimcheck.concepts import load as load_concepts
from claimcheck.errors import ArgumentError, shown
from claimcheck.extract.mentions import mention, mentions
from claimcheck.extract.quantities import find_quantities
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.tongue import guess
from claimcheck.extract.vocabulary import vocabulary
from claimcheck.languages import load
from claimcheck.model import Aspect, Direction, Kind, Period, PeriodClaim, QuantityClaim, Quote, Status, Subject
from claimcheck.model.base import Choice, published_at

if TYPE_CHECKING:
    from claimcheck.model import Mention

_C = TypeVar("_C", bound=Choice)

_FOUR_DIGITS = re.compile(r"(?<![\d.,])\d{4}$")
_COUNTED = frozenset({"thing", "role"})


def claim(  # noqa: PLR0913 - one keyword for each thing that can be known of a claim
    value: str,
    *,
    source: str,
    about: str = "",
    event: str | None = None,
    when: str | date | Period | None = None,
    place: str | None = None,
    entities: tuple[str, ...] | list[str] = (),
    scope: tuple[str, ...] | list[str] = (),
    status: str | None = None,
    aspect: str | None = None,
    direction: str | None = None,
    speaker: str | None = None,
    quote: str | None = None,
    language: str | None = None,
    published: date | str | None = None,
) -> QuantityClaim | PeriodClaim:
    """Make one claim from the value as said (``"about 12"``, ``"$3.2 billion"``, ``"16 May 2024"``).

    Args:
        value: the figure or date, in words or digits, with its hedge and unit.
        source: id of the source that says so.
        about: what is counted or measured, in words ("agreements").
        event: a name of your own for the event; equal names mean one event.
        when: when it holds, as a date, as ISO 8601 or in words.
        place: where.
        entities: countries, organisations, people.
        scope: what narrows it ("new", "Chinese").
        status: planned, announced, done or denied.
        aspect: total, part, per, cumulative, new, change, level or before.
        direction: up or down.
        speaker: who says so.
        quote: the sentence, where there is one.
        language: ISO 639-1 code; guessed from the words where it is not given.
        published: what relative dates are resolved against, also as ISO 8601 text.

    Raises:
        ArgumentError: no value, or more than one, can be read, or a keyword holds what it may not; ``argument`` is its
            name.

    >>> claim("three weeks", source="a", about="closure", language="en").quantity.unit
    'week'
    """
    _refuse_no_text(value=value, source=source, about=about)
    _refuse_no_text(event=event, place=place, speaker=speaker, quote=quote, language=language)
    day = published_at(published)
    code = language or guess(f"{value} {about} {quote or ''}")
    read = _only("value", value, code, day)
    if _could_count(read, value) and _is_counted(value, about, code):
        read = _count(value, code) or read
    shared = {
        "quote": Quote(source=source, text=value, sentence=quote or f"{value} {about}".strip()),
        "subject": _subject(about, code, place, _names("entities", entities), _names("scope", scope)),
        "event": event,
        "when": _period(when, code, day),
        "status": _choice("status", Status, status),
        "aspect": _choice("aspect", Aspect, aspect),
        "direction": _choice("direction", Direction, direction),
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


def _only(argument: str, words: str, code: str, published: date | None) -> Mention:
    """The one value in the words that an argument holds."""
    found = mentions(words, code, published)
    if len(found) != 1:
        what = "no value" if not found else f"{len(found)} values"
        sentence = f'"{words}" holds {what}; give one figure or date, such as "about 12" or "16 May 2024"'
        raise ArgumentError(sentence, argument=argument)
    return found[0]


def _period(when: str | date | Period | None, code: str, published: date | None) -> Period | None:
    if when is None or isinstance(when, Period):
        return when
    words = when.isoformat() if isinstance(when, date) else when
    _refuse_no_text(when=words)
    period = _only("when", words, code, published).period
    if period is None:
        sentence = f'"{words}" is not a date; give one such as "2024-05-16" or "the first quarter of 2026"'
        raise ArgumentError(sentence, argument="when")
    return period


def _refuse_no_text(**given: object) -> None:
    for name, value in given.items():
        if value is not None and not isinstance(value, str):
            hint = f'; write "{value}"' if isinstance(value, int | float | Decimal) else ""
            raise ArgumentError(f"{name}: it must be a text, not {shown(value)}{hint}", argument=name)


def _names(argument: str, given: Iterable[str]) -> tuple[str, ...]:
    """Several names; one text would be taken for its letters."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        example = given if isinstance(given, str) else "China"
        sentence = f'{argument}: it must be a list of texts, not {shown(given)}; write ["{example}"]'
        raise ArgumentError(sentence, argument=argument)
    names = tuple(given)
    for name in names:
        _refuse_no_text(**{argument: name})
    return names


def _choice(argument: str, choices: type[_C], word: str | None) -> _C | None:
    try:
        return choices(word) if word else None
    except ArgumentError as error:
        error.argument = argument
        raise


def _subject(about: str, code: str, place: str | None, entities: tuple[str, ...], scope: tuple[str, ...]) -> Subject:
    """The concept is the last one named: the head of a noun group."""
    tokens = Tokens(about, load(code))
    words = vocabulary(load(code))
    named = [n for i in range(len(tokens)) if (n := words.find(tokens, i, len(tokens))) is not None]
    concept = named[-1].concept if named else None
    return Subject(
        concept=concept, label=about, place=place, entities=tuple(sorted(entities)), scope=tuple(sorted(scope))
    )
