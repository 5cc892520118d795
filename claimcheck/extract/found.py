"""What the grammars hand on: slotted records, cheap enough for the hot path.

Pydantic models are made from them where a value leaves `claimcheck.extract` (see `claimcheck.extract.mentions`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.languages.tally import ONE

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from claimcheck.extract.tokens import Tokens


@dataclass(slots=True)
class Number:
    """A number as written, without hedge and unit: the tokens ``[i, j)``.

    ``step`` is the place value of the last written digit, scale word included: 0.1 for "5,0", 100,000 for
    "1,2 Millionen", 1 for "zwölf". ``digits`` tells "12" from "zwölf". ``vague`` marks a number word that only sets
    a lower end ("Dutzende", "mehrere Tausend").
    """

    value: Decimal
    i: int
    j: int
    step: Decimal
    digits: bool = True
    vague: bool = False
    scale: Decimal = ONE
    """The factor of its last scale word: a million in "3 Millionen", 12 in "ein Dutzend"."""
    share: bool = False
    """It is a part of a whole: "ein Drittel", "one in five"."""

    @property
    def whole(self) -> bool:
        """Whether it is a whole number."""
        return self.value == self.value.to_integral_value()

    @property
    def ends_in_zeros(self) -> bool:
        """Whether it is a whole number other than 0 that ends in zeros."""
        value = self.value
        return value != 0 and value % 10 == 0

    @property
    def last_place(self) -> Decimal:
        """The place value of the last digit that is not zero."""
        exponent = self.value.normalize().as_tuple().exponent
        return ONE.scaleb(exponent) if isinstance(exponent, int) else ONE


@dataclass(slots=True)
class Ends:
    """The ends of an interval; None is open without limit."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


@dataclass(slots=True)
class When:
    """The fields of `claimcheck.model.period.Period`."""

    timex: str
    mod: str | None = None
    edtf: str | None = None
    start: date | None = None
    end: date | None = None
    precision: str | None = None
    weekday: int | None = None
    hedge: str | None = None
    anchor: date | None = None


@dataclass(slots=True)
class Found:
    """One value found in a text: the tokens ``[i, j)`` with hedge and unit, the code points ``[start, end)``.

    A quantity has a ``number`` (a range has a second one, ``upper``), a ``unit`` (pint name, None for a count) and a
    ``hedge``; a date or time has a ``period``, a duration has both. ``core`` and ``outer`` may be left None: they are
    filled from number, hedge and unit when the mentions of a text are put together.
    """

    kind: str
    i: int
    j: int
    start: int
    end: int
    number: Number | None = None
    upper: Number | None = None
    unit: str | None = None
    hedge: str | None = None
    core: Ends | None = None
    outer: Ends | None = None
    period: When | None = None
    loose: bool = False
    """The bound in ``hedge`` is one of an approximate number: "mindestens rund 20"."""

    @classmethod
    def at(cls, kind: str, tokens: Tokens, i: int, j: int, period: When | None = None) -> Found:
        """Of the tokens from ``i`` up to but not including ``j``."""
        return cls(kind, i, j, tokens.starts[i], tokens.ends[j - 1], period=period)
