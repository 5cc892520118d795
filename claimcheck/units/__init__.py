"""Units: what they measure, what they convert to, how they are written.

pint is the authority: `registry` loads the definition files of this folder. Extraction and comparison read
``factors.toml``, which ``scripts/generate_factors.py`` makes from them; a test proves the two equal. Unit names are
pint's (``kilometer``, ``meter ** 3 / year``, ``euro``, ``percent``); None is a count.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from claimcheck.datafiles import parsed
from claimcheck.model.quantity import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFINITIONS = ("si.txt", "counts.txt", "rates.txt", "money.txt")
COUNT = "[count]"
SHARE = "[percent]"
"""Dimension of percentages; a plain share ("ein Drittel", unit ``dimensionless``) is one of them, times 100."""

Amount = TypeVar("Amount", Decimal, Interval)


class Factor(NamedTuple):
    """What a unit is in base units: ``base = value * factor + offset``; the powers of the base dimensions."""

    powers: tuple[tuple[str, int], ...]
    factor: Fraction
    offset: Fraction


def dimension(unit: str | None) -> str:
    """What a unit measures.

    Raises:
        KeyError: the unit is not in the table.

    >>> dimension("kilometer / hour"), dimension("euro"), dimension(None)
    ('[length] / [time]', '[currency_euro]', '[count]')
    """
    return COUNT if unit is None else _written(_factor(unit).powers)


def convertible(a: str | None, b: str | None) -> bool:
    """Whether values in the two units can be compared as numbers.

    >>> convertible("mile", "kilometer"), convertible("euro", "us_dollar"), convertible("percent", "percentage_point")
    (True, False, False)
    """
    return a == b or dimension(a) == dimension(b)


def canonical(amount: Amount, unit: str | None) -> Amount:
    """A value or interval in the base unit of its dimension; a count stays as it is.

    >>> canonical(Decimal("1.5"), "kilometer"), canonical(Decimal(20), "celsius")
    (Decimal('1500'), Decimal('293.15'))
    """
    if unit is None:
        return amount
    factor = _factor(unit)
    if isinstance(amount, Interval):
        return amount.model_copy(update={"low": _base(amount.low, factor), "high": _base(amount.high, factor)})
    return _exact(amount, factor)


def conversion(unit: str | None) -> tuple[Fraction, Fraction]:
    """The exact factor of a unit, and what is added after it, to come to the base unit of its dimension.

    Raises:
        KeyError: the unit is not in the table.

    >>> conversion("mile"), conversion(None)
    ((Fraction(201168, 125), Fraction(0, 1)), (Fraction(1, 1), Fraction(0, 1)))
    """
    return (Fraction(1), Fraction(0)) if unit is None else _factor(unit)[1:]


@cache
def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency, also per something.

    >>> is_money("euro / year"), is_money("kilometer")
    (True, False)
    """
    return unit is not None and any(base.startswith("[currency_") for base, _ in _factor(unit).powers)


def is_known(unit: str) -> bool:
    """Whether a unit's name can be read.

    >>> is_known("meter ** 2"), is_known("smoot")
    (True, False)
    """
    try:
        _factor(unit)
    except KeyError:
        return False
    return True


def _base(value: Decimal | None, factor: Factor) -> Decimal | None:
    return None if value is None else _exact(value, factor)


def _exact(value: Decimal, factor: Factor) -> Decimal:
    exact = Fraction(value) * factor.factor + factor.offset
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _written(powers: tuple[tuple[str, int], ...]) -> str:
    """Dimensions as pint writes them: ``[length] ** 3 / [time]``."""
    over = " * ".join(_power(name, power) for name, power in powers if power > 0)
    under = "".join(f" / {_power(name, -power)}" for name, power in powers if power < 0)
    return (over or "1") + under


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name} ** {power}"


@cache
def _factor(unit: str) -> Factor:
    """The factor of a name, or of names joined by ``*``, ``/`` and ``** n``."""
    if (simple := _table().get(unit)) is not None:
        return simple
    powers: dict[str, int] = {}
    factor = Fraction(1)
    for name, power in _terms(unit):
        part = _table()[name]
        factor *= part.factor**power
        for base, times in part.powers:
            powers[base] = powers.get(base, 0) + times * power
    return Factor(tuple(sorted((base, power) for base, power in powers.items() if power)), factor, Fraction(0))


def _terms(unit: str) -> Iterator[tuple[str, int]]:
    """Names with their powers: ``meter ** 3 / year`` gives meter 3, year -1."""
    sign, words = 1, unit.split()
    for at, word in enumerate(words):
        if word in "*/":
            sign = -1 if word == "/" else 1
        elif word != "**" and words[at - 1 : at] != ["**"]:
            power = int(words[at + 2]) if words[at + 1 : at + 2] == ["**"] else 1
            yield word, sign * power


@cache
def _table() -> dict[str, Factor]:
    rows = parsed(resources.files(__name__) / "factors.toml")
    table = {
        name: Factor(tuple(sorted(row["dimension"].items())), Fraction(row["factor"]), Fraction(row.get("offset", 0)))
        for name, row in rows.items()
    }
    table["dimensionless"] = Factor(((SHARE, 1),), Fraction(100), Fraction(0))
    return table


@cache
def _symbols() -> dict[str, dict[str, str]]:
    tables = parsed(resources.files(__name__) / "symbols.toml")
    return {table: {sign: unit for unit, signs in rows.items() for sign in signs} for table, rows in tables.items()}


def measure_signs() -> dict[str, str]:
    """Signs of measures as written, and the units they mean in every language.

    >>> measure_signs()["MW"], measure_signs()["mW"], measure_signs()["m²"]
    ('megawatt', 'milliwatt', 'meter ** 2')
    """
    return _symbols()["measure"]


def currency_signs() -> dict[str, str]:
    """Signs and codes of currencies as written.

    >>> currency_signs()["€"], currency_signs()["USD"], currency_signs()["HK$"]
    ('euro', 'us_dollar', 'hong_kong_dollar')
    """
    return _symbols()["currency"]


@cache
def registry() -> Any:
    """The pint registry of this folder's definitions, and of nothing else; numbers are exact fractions.

    >>> registry().Quantity(3, "mile").to("kilometer").magnitude
    Fraction(75438, 15625)
    """
    import pint  # noqa: PLC0415 - slow to import, and needed by few

    made: Any = pint.UnitRegistry(None, non_int_type=Fraction)
    for name in DEFINITIONS:
        with resources.as_file(resources.files(__name__).joinpath(name)) as path:
            made.load_definitions(path)
    return made
