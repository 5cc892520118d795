"""What the Unicode CLDR calls units and currencies, through Babel, which is loaded with the first unit that is named.

A language's data takes a twentieth of a second to load.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcheck.units import currency_signs

if TYPE_CHECKING:
    from decimal import Decimal

    from babel.core import Locale

_POWERS = {"2": "square-{}", "3": "cubic-{}"}
_OTHER_NAMES = {"metric_ton": "tonne", "delta_celsius": "celsius", "delta_fahrenheit": "fahrenheit"}
"""Units that go by another name in the CLDR."""
_ISO_4217 = 3  # letters of a currency's code


def unit_of(count: Decimal, unit: str, language: str) -> str | None:
    """A unit by its pint name as it stands behind a number, or None where the CLDR does not know it.

    >>> from decimal import Decimal
    >>> two = Decimal(2)
    >>> unit_of(two, "metric_ton", "en"), unit_of(Decimal(1), "day", "de"), unit_of(two, "us_dollar", "en")
    ('metric tons', 'Tag', 'US dollars')
    >>> unit_of(two, "meter ** 3", "de"), unit_of(two, "football_field", "de")
    ('Kubikmeter', None)
    """
    if (code := _currencies().get(unit)) is not None:
        from babel.numbers import get_currency_name  # noqa: PLC0415 - see above

        return get_currency_name(code, count, _locale(language))
    if (name := _units(language).get(_cldr(unit))) is None:
        return None
    from babel.units import format_unit  # noqa: PLC0415 - see above

    return format_unit(count, name, format="0", locale=_locale(language)).lstrip("-0123456789 \N{NO-BREAK SPACE}")


def _cldr(unit: str) -> str:
    """The name of a unit in the CLDR: ``cubic-meter`` for ``meter ** 3``."""
    base, _, power = unit.partition(" ** ")
    return _POWERS.get(power, "{}").format(_OTHER_NAMES.get(base, base).replace("_", "-"))


@cache
def _units(language: str) -> dict[str, str]:
    """The units of the CLDR with the kind of measure before them: ``meter`` is its ``length-meter``."""
    names = map(str, _locale(language).unit_display_names)
    return {name.partition("-")[2]: name for name in names}


@cache
def _currencies() -> dict[str, str]:
    """The ISO 4217 codes of currencies, by the names of our units; of two codes the first."""
    codes = [(unit, sign) for sign, unit in currency_signs().items() if len(sign) == _ISO_4217 and sign.isalpha()]
    return dict(reversed(codes))


@cache
def _locale(language: str) -> Locale:
    from babel.core import Locale  # noqa: PLC0415 - see above

    return Locale.parse(language)
