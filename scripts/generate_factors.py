"""Write claimcheck/units/factors.toml: every unit in base units, as pint works it out from the definition files.

python scripts/generate_factors.py            # after a change of claimcheck/units/*.txt or of a language's units
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import tomli

from claimcheck.units import registry

ROOT = Path(__file__).parents[1] / "claimcheck"
TARGET = ROOT / "units" / "factors.toml"
HEAD = "# Made by scripts/generate_factors.py from the definition files; do not edit.\n"


def used() -> set[str]:
    """The single names of all units that the languages and the table of signs use."""
    tables = [tomli.loads(path.read_text("utf-8")).get("unit", {}) for path in (ROOT / "languages").glob("*.toml")]
    signs = tomli.loads((ROOT / "units" / "symbols.toml").read_text("utf-8"))
    expressions = [unit for table in (*tables, *signs.values()) for unit in table]
    return {word for unit in expressions for word in unit.split() if word[0].isalpha()}


def defined() -> set[str]:
    """The units of the definition files, without prefixes."""
    return {name for name in registry() if not str(name).startswith(("delta_", "Δ"))}


def row(name: str) -> str:
    """One line of the table."""
    units = registry()
    offset = Fraction(0)
    base: Any = units.Quantity(Fraction(1), name)
    if not base._is_multiplicative:  # noqa: SLF001 - pint has no public question for it
        offset = units.Quantity(Fraction(0), name).to_base_units().magnitude
        base = units.Quantity(Fraction(1), f"delta_{name}")
    powers = ", ".join(f'"{key}" = {value}' for key, value in sorted(base.dimensionality.items()))
    factor = Fraction(base.to_base_units().magnitude)
    shift = f', offset = "{offset}"' if offset else ""
    return f'{name} = {{ dimension = {{ {powers} }}, factor = "{factor}"{shift} }}\n'


def difference(name: str) -> str:
    """The line of a difference of temperatures: no offset, and a dimension of its own."""
    factor = Fraction(registry().Quantity(Fraction(1), f"delta_{name}").to("kelvin").magnitude)
    return f'delta_{name} = {{ dimension = {{ "[temperature_difference]" = 1 }}, factor = "{factor}" }}\n'


def table() -> str:
    """The whole file."""
    names = sorted((used() | defined()) - {"dimensionless"})
    return HEAD + "".join(map(row, names)) + "".join(map(difference, ("celsius", "fahrenheit")))


if __name__ == "__main__":
    TARGET.write_text(table(), "utf-8")
