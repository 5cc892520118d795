"""What the words of a temporal expression say, before it is put on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(slots=True)
class Said:
    """A temporal expression as read by the grammar: the tokens ``[i, j)`` and what they name.

    ``form`` says how it is resolved: ``calendar`` (a year, a month, a day, whatever of it was said), ``shift`` (so many
    units from an anchor), ``named`` (last Friday, next May), ``clock`` (a time of day), ``feast`` (Easter) or ``ready``
    (``value`` needs no calendar: durations, sets, PAST_REF).
    """

    i: int
    j: int
    form: str
    kind: str = "date"
    value: str = ""
    """A TIMEX3 value that needs no calendar, or the name of a feast."""
    year: str | None = None
    """Four digits, three (a decade), two (a century), or these after BC."""
    tail: str = ""
    """TIMEX3 after the year: ``05-16``, ``05``, ``Q1``, ``H2``, ``SU``; with ``XX`` for a month not said."""
    weekday: int | None = None
    daypart: str | None = None
    """MO, MI, AF, EV, NI, DT."""
    eve: bool = False
    """The night before the day: ``Nacht zu Freitag``."""
    clock: str | None = None
    """``20:30``."""
    zone: str = ""
    anchor: str = "now"
    """``now`` is the day of publication, ``then`` the date said before."""
    unit: str = "day"
    steps: int = 0
    mod: str | None = None
    hedge: str | None = None
    amount: Decimal | None = None
    """How many ``unit`` a duration has."""
