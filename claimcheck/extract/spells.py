"""Lengths of time put together of several units: "2:11:40", "2:01,38 Minuten", "2 Stunden und 14 Minuten"."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.found import Found, Number, When
from claimcheck.extract.quantities import fill
from claimcheck.languages.tally import ONE

if TYPE_CHECKING:
    from claimcheck.config import Widths
    from claimcheck.extract.tokens import Tokens

_READING = re.compile(r"(?<![\d:.,])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d{1,3}))?(?![\d:]|[.,]\d)")
_SECONDS = {"day": 86_400, "hour": 3_600, "minute": 60, "second": 1}
_MONTHS = {"year": 12, "month": 1}
_FINER = {"year": "month", "day": "hour", "hour": "minute", "minute": "second"}
_LETTERS = {"year": "Y", "month": "M", "day": "D", "hour": "H", "minute": "M", "second": "S"}


def with_spells(tokens: Tokens, found: list[Found], widths: Widths) -> list[Found]:
    """The values of a text with what belongs together put together, in order.

    >>> from claimcheck.extract.mentions import mentions
    >>> [(m.text, str(m.quantity.value), m.quantity.unit, m.period.timex) for m in mentions("won in 2:11:40", "en")]
    [('2:11:40', '7900', 'second', 'PT2H11M40S')]
    >>> [(m.text, str(m.quantity.value), m.quantity.unit) for m in mentions("nach 2 Stunden und 14 Minuten")]
    [('2 Stunden und 14 Minuten', '134', 'minute')]
    """
    if ":" in tokens.text:
        found = _with_readings(tokens, found, widths)
    return _joined(tokens, found, widths)


def _with_readings(tokens: Tokens, found: list[Found], widths: Widths) -> list[Found]:
    """Readings of a stopwatch instead of what was found in their place; one pass over both, in order."""
    out: list[Found] = []
    at = 0
    for reading in _READING.finditer(tokens.text):
        i, j = bisect_left(tokens.starts, reading.start()), bisect_left(tokens.starts, reading.end())
        while at < len(found) and found[at].j <= i:
            out.append(found[at])
            at += 1
        stop = at
        while stop < len(found) and found[stop].i < j:
            stop += 1
        unit = tokens.role(j, "time_unit")
        timed = any(f.kind == "time" for f in found[at:stop]) and unit not in ("hour", "minute")
        if (made := None if timed else _reading(tokens, reading, i, j, unit)) is not None:
            fill(made, widths)
            out.append(made)
            at = stop
    return out + found[at:]


def _reading(tokens: Tokens, reading: re.Match[str], i: int, j: int, unit: str | None) -> Found | None:
    """Hours, minutes and seconds; two numbers only with a fraction or with a unit behind them."""
    first, second, third, fraction = reading.groups()
    if third is None and fraction is None and unit not in ("hour", "minute"):
        return None
    coarse = "hour" if third is not None or unit == "hour" else "minute"
    numbers = [Decimal(n) for n in (first, second, third) if n is not None]
    if fraction is not None:
        numbers[-1] += Decimal(f"0.{fraction}")
    units = [coarse, _FINER[coarse], "second"][: len(numbers)]
    step = ONE.scaleb(-len(fraction)) if fraction else ONE
    return _spell(tokens, i, j + (unit in ("hour", "minute")), dict(zip(units, numbers, strict=True)), step)


def _joined(tokens: Tokens, found: list[Found], widths: Widths) -> list[Found]:
    """A duration and the finer ones right after it as one: "three years and two months"."""
    at = 0
    while at + 1 < len(found):
        end = at + 1
        while found[at].kind == "duration" and end < len(found) and _goes_on(tokens, found[end - 1], found[end]):
            end += 1
        if end > at + 1:
            found[at:end] = [_together(tokens, found[at:end], widths)]
        at += 1
    return found


def _together(tokens: Tokens, run: list[Found], widths: Widths) -> Found:
    parts = {f.unit or "": f.number.value for f in run if f.number is not None}
    last = run[-1].number
    made = _spell(tokens, run[0].i, run[-1].j, parts, last.step if last else ONE)
    made.hedge = run[0].hedge
    if made.period is not None and run[0].period is not None:
        made.period.hedge, made.period.mod = run[0].period.hedge, run[0].period.mod
    fill(made, widths)
    return made


def _goes_on(tokens: Tokens, f: Found, g: Found) -> bool:
    """Whether nothing but "and" or a comma stands between a duration and another in the next finer unit."""
    if f.kind != "duration" or g.kind != "duration" or g.unit is None or _FINER.get(f.unit or "") != g.unit:
        return False
    if f.number is None or g.number is None or g.hedge or f.upper or g.upper or not f.number.whole:
        return False
    fits = g.number.value < (_SECONDS | _MONTHS)[f.unit or ""] // (_SECONDS | _MONTHS)[g.unit]
    between = range(f.j, g.i)
    joined = all(tokens.words[k] == "," or tokens.role(k, "coordinate") is not None for k in between)
    return fits and joined and len(between) <= 1


def _spell(tokens: Tokens, i: int, j: int, parts: dict[str, Decimal], step: Decimal) -> Found:
    """One duration, in its finest unit."""
    finest = list(parts)[-1]
    table = _MONTHS if finest in _MONTHS else _SECONDS
    value = sum((n * table[unit] for unit, n in parts.items()), Decimal(0)) / table[finest]
    made = Found.at("duration", tokens, i, j, period=When(timex=_timex(parts)))
    made.number, made.unit = Number(value, i, j, step), finest
    return made


def _timex(parts: dict[str, Decimal]) -> str:
    """The TIMEX3 value: ``PT2H14M``, ``P3Y2M``, ``P1DT6H``."""
    said = {unit: f"{n:f}{_LETTERS[unit]}" for unit, n in parts.items() if n}
    days = "".join(text for unit, text in said.items() if unit in ("year", "month", "day"))
    clock = "".join(text for unit, text in said.items() if unit in ("hour", "minute", "second"))
    return f"P{days}T{clock}" if clock else f"P{days}"
