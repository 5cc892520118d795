"""Units: the table of the hot path is what pint says, and every name that a language uses can be read."""

from __future__ import annotations

import importlib.util
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tomli

from claimcheck.extract.measures import read_unit
from claimcheck.extract.tokens import Tokens
from claimcheck.languages import codes, load
from claimcheck.model.quantity import Interval
from claimcheck.units import _terms, canonical, convertible, dimension, is_known, is_money, registry

if TYPE_CHECKING:
    from types import ModuleType

SCRIPT = Path(__file__).parents[2] / "scripts" / "generate_factors.py"
TABLE = tomli.loads(resources.files("claimcheck.units").joinpath("factors.toml").read_text("utf-8"))


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate_factors", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def powers(written: str) -> dict[str, int]:
    """A dimension as pint holds it, from ``[mass] * [length] ** 2 / [time]``."""
    return {name: power for name, power in _terms(written) if name != "1"}


def test_the_table_is_in_sync() -> None:
    generator = script()
    assert generator.TARGET.read_text("utf-8") == generator.table()


@pytest.mark.parametrize("name", [name for name in TABLE if not name.startswith("delta_")])
def test_the_table_is_what_pint_says(name: str) -> None:
    one = registry().Quantity(Fraction(1), name)
    assert powers(dimension(name)) == dict(one.dimensionality)
    offset = Fraction(TABLE[name].get("offset", 0))
    assert one.to_base_units().magnitude == Fraction(TABLE[name]["factor"]) + offset


@pytest.mark.parametrize(
    "expression", ["kilometer / hour", "meter ** 3 / year", "kilowatt * hour", "kilogram / meter ** 2"]
)
def test_expressions_are_what_pint_says(expression: str) -> None:
    one = registry().Quantity(Fraction(1), expression)
    assert powers(dimension(expression)) == dict(one.dimensionality)
    exact = one.to_base_units().magnitude
    assert canonical(Decimal(1), expression) == Decimal(exact.numerator) / Decimal(exact.denominator)


@pytest.mark.parametrize("language", codes())
def test_every_unit_of_a_language_is_known_and_can_be_read(language: str) -> None:
    for unit, words in load(language).tables["unit"].items():
        assert is_known(unit), unit
        for word in words:
            read = read_unit(Tokens(word, load(language)), 0)
            assert read is not None, word


def test_conversions_are_exact() -> None:
    assert canonical(Decimal("26.2"), "mile") == canonical(Decimal("42.1648128"), "kilometer")
    assert canonical(Decimal(212), "fahrenheit") == canonical(Decimal(100), "celsius")
    assert canonical(Decimal(36), "kilometer / hour") == canonical(Decimal(10), "meter / second")
    assert canonical(Decimal(1), "dimensionless") == Decimal(100)


def test_an_interval_keeps_its_ends() -> None:
    interval = canonical(Interval(low=Decimal(1), high=None, low_open=True), "kilometer")
    assert (interval.low, interval.high, interval.low_open) == (Decimal(1000), None, True)


def test_what_does_not_convert() -> None:
    assert not convertible("euro", "us_dollar")
    assert not convertible("percent", "percentage_point")
    assert not convertible("delta_celsius", "celsius")
    assert not convertible(None, "kilometer")
    assert convertible("dimensionless", "percent")
    assert is_money("euro")
    assert not is_money(None)


def test_an_unknown_unit() -> None:
    with pytest.raises(KeyError):
        dimension("smoot")
