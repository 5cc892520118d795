"""What people read, in their language: one catalogue (TOML) a language, one key a sentence.

A sentence is a `str.format` template; the rule fills in its names.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from claimcheck.datafiles import parsed
from claimcheck.messages.locales import unit_of
from claimcheck.model import Hedge, Kind

if TYPE_CHECKING:
    from babel.plural import PluralRule

    from claimcheck.model import Claim, Interval

LANGUAGES = ("en", "de")
_LAST_PLACE = 10  # decimals; a number that has more comes from a division, such as a third


@cache
def catalogue(language: str) -> dict[str, dict[str, str]]:
    """All sentences of one language, by section and key.

    Raises:
        KeyError: there is no catalogue for the language.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    return parsed(resources.files(__name__) / f"{language}.toml")


def say(language: str, key: str, **names: object) -> str:
    """A sentence of the catalogue with its names filled in; the key is ``section.name``.

    >>> say("en", "outcome.tension")
    'tension'
    """
    section, _, name = key.partition(".")
    return catalogue(language)[section][name].format(**names)


def plural(count: float | Decimal, language: str) -> str:
    """The plural category of the CLDR that a number takes: ``one``, ``few``, ``many``, ``other`` ...

    >>> plural(1, "en"), plural(2, "de")
    ('one', 'other')
    """
    return _plurals(language)(count)


@cache
def _plurals(language: str) -> PluralRule:
    from babel.plural import PluralRule  # noqa: PLC0415 - only texts with numbers need it

    return PluralRule(catalogue(language)["plural"])


def number(value: Decimal, language: str = "en") -> str:
    """A number as people write it, digits in groups of three; what never ends is cut short.

    >>> number(Decimal("1234567.50"), "de"), number(Decimal(1) / 3)
    ('1.234.567,5', '0.333333')
    """
    shifted = value.scaleb(_LAST_PLACE)
    if shifted != shifted.to_integral_value():
        value = Context(prec=max(6, value.adjusted() + 3)).plus(value)
    text = f"{value.normalize():,f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text


def interval(values: Interval, language: str = "en") -> str:
    """An interval in words: ``11 to 13``, ``more than 20``, ``exactly 12`` is ``12``."""
    low, high = values.low, values.high
    if low is None and high is None:
        return say(language, "reading.any")
    if high is None and low is not None:
        return say(language, "reading.above" if values.low_open else "reading.from", low=number(low, language))
    if low is None and high is not None:
        return say(language, "reading.below" if values.high_open else "reading.to", high=number(high, language))
    assert low is not None and high is not None  # noqa: S101, PT018 - the cases above leave only this one
    if low == high:
        return number(low, language)
    return say(language, "reading.between", low=number(low, language), high=number(high, language))


def reading(claim: Claim, language: str = "en") -> str:
    """What a claim was read as: its number (with a hedge its interval) and unit, or its place on the calendar."""
    quantity = claim.quantity
    if quantity is None:
        return _calendar(claim, language)
    value = quantity.value if quantity.hedge is None else None
    said = interval(quantity.core, language) if value is None else number(value, language)
    if quantity.hedge is Hedge.VAGUE:
        said = say(language, "reading.vague", reading=said)
    if claim.kind is Kind.ORDINAL:
        said = say(language, "reading.ordinal", number=said)
    last = next((n for n in (value, quantity.core.high, quantity.core.low) if n is not None), Decimal(0))
    return f"{said} {unit_name(quantity.unit, language, last)}".rstrip() if quantity.unit else said


def unit_name(unit: str, language: str = "en", count: Decimal = Decimal(2)) -> str:
    """A unit as people write it behind a number, in their language and in its singular or plural.

    >>> unit_name("kilometer ** 2", "de"), unit_name("metric_ton"), unit_name("kilometer / hour", "de")
    ('Quadratkilometer', 'metric tons', 'Kilometer pro Stunde')
    """
    above, _, below = unit.partition(" / ")
    if below:
        one = unit_name(below, language, Decimal(1))
        return say(language, "reading.per", above=unit_name(above, language, count), below=one)
    ours = catalogue(language)["unit"]
    if (name := ours.get(unit, ours.get(f"{unit}_{plural(count, language)}"))) is not None:
        return name
    return unit_of(count, unit, language) or unit.replace("_", " ")


def _calendar(claim: Claim, language: str) -> str:
    period = claim.period
    assert period is not None  # noqa: S101 - a claim has a quantity or a period
    if period.first is None or period.last is None:
        return _open(claim, language)
    if period.first == period.last:
        day = catalogue(language)["weekday"][str(period.first.isoweekday())]
        return f"{day}, {period.first.isoformat()}"
    return say(language, "reading.days", first=period.first.isoformat(), last=period.last.isoformat())


def _open(claim: Claim, language: str) -> str:
    period = claim.period
    assert period is not None  # noqa: S101 - see above
    if period.weekday is not None:
        return say(language, "reading.weekday", day=catalogue(language)["weekday"][str(period.weekday)])
    return period.timex
