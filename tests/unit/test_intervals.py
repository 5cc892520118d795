"""The table of hedges: what each asserts (core) and still allows (outer)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimcheck.config import Widths
from claimcheck.extract.mentions import find
from claimcheck.extract.tokens import Tokens
from claimcheck.languages import load

if TYPE_CHECKING:
    from claimcheck.extract.found import Ends

TABLE = {
    "genau 500 Menschen": ("[500, 500]", "[500, 500]"),
    "512 Menschen": ("[512, 512]", "[512, 512]"),
    "500 Menschen": ("[500, 500]", "[450, 550]"),
    "56.000 Menschen": ("[56000, 56000]", "[55500, 56500]"),
    "15,7 Prozent": ("[15.65, 15.75)", "[15.65, 15.75)"),
    "35 Prozent": ("[34.5, 35.5)", "[34.5, 35.5)"),
    "49 Milliarden Euro": ("[48500000000, 49500000000)", "[48500000000, 49500000000]"),
    "rund 20 Dokumente": ("[18, 22]", "[16, 24]"),
    "rund 12 Abkommen": ("[11, 13]", "[10, 14]"),
    "etwa 56.000 Menschen": ("[55500, 56500]", "[55000, 57000]"),
    "ein Dutzend Abkommen": ("[12, 12]", "[11, 13]"),
    "rund ein Dutzend Abkommen": ("[11, 13]", "[10, 15]"),
    "knapp 500 Menschen": ("[450, 500)", "[400, 500)"),
    "gut 500 Menschen": ("(500, 550]", "(500, 600]"),
    "mehr als 500 Menschen": ("(500, -]", "(500, -]"),
    "mindestens 500 Menschen": ("[500, -]", "[500, -]"),
    "höchstens 500 Menschen": ("[0, 500]", "[0, 500]"),
    "höchstens 5 Meter": ("[-, 5]", "[-, 5]"),
    "weniger als 500 Menschen": ("[0, 500)", "[0, 500)"),
    "bis zu 500 Menschen": ("[0, 500]", "[0, -]"),
    "10 bis 15 Menschen": ("[10, 15]", "[10, 15]"),
    "Dutzende Menschen": ("[24, -]", "[2, -]"),
    "Hunderte Menschen": ("[200, -]", "[2, -]"),
    "mehrere Menschen": ("[3, -]", "[2, -]"),
    "mindestens rund 20 Menschen": ("[18, -]", "[16, -]"),
}


def written(ends: Ends | None) -> str:
    assert ends is not None
    low, high = ("-" if end is None else f"{end.normalize():f}" for end in (ends.low, ends.high))
    return f"{'(' if ends.low_open else '['}{low}, {high}{')' if ends.high_open else ']'}"


@pytest.mark.parametrize(("text", "core", "outer"), [(text, *both) for text, both in TABLE.items()])
def test_hedge(text: str, core: str, outer: str) -> None:
    (found,) = find(Tokens(text, load("de")))
    assert (written(found.core), written(found.outer)) == (core, outer)


def test_every_width_is_an_option() -> None:
    (found,) = find(Tokens("rund 500 Menschen", load("de")), widths=Widths(about=Decimal(3), outer=Decimal(5)))
    assert (written(found.core), written(found.outer)) == ("[350, 650]", "[250, 750]")
