"""What the finder hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["country", "city", "organisation", "person"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a text: the tokens ``[i, j)``, and who or what they name, the same in every language.

    >>> Entity(3, 4, "Beijing", "city", country="CN", capital=True).name
    'Beijing'
    """

    i: int
    j: int
    name: str
    """The common English name of a place or organisation; of a person the family name, see `canonical`."""
    kind: Kind
    country: str | None = None
    """ISO 3166-1 alpha-2 code of a country, of the country of a city, or of the state an institution speaks for."""
    capital: bool = False
    """Whether a city's name may stand for the government of its country: "Moscow says"."""
    given: str = ""
    """The given names of a person in normalised form, where the document tells them: "vladimir"."""
