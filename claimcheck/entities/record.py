"""What the finder hands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["country", "city", "organisation", "person"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a text: the tokens ``[start, end)`` and who or what they name, the same in every language.

    >>> Entity(3, 4, "Beijing", "city", country="CN", capital=True).name
    'Beijing'
    """

    start: int
    end: int
    name: str
    """The common English name of a place or organisation; of a person the family name as `names.canonical` makes it."""
    kind: Kind
    country: str | None = None
    """ISO 3166-1 alpha-2 code of a country, of the country of a city, or of the state an institution speaks for."""
    capital: bool = False
    """Whether the name may stand for the country's government: "Moscow says"."""
    given: str = ""
    """The given names of a person in normalised form, where the document tells them: "vladimir"."""
