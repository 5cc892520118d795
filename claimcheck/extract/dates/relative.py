"""Dates said from elsewhere: yesterday, last week, three years ago, two days later."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.durations import TIMES, duration_value
from claimcheck.extract.dates.said import Said
from claimcheck.extract.dates.tense import direction
from claimcheck.extract.dates.times import tomorrow_opens
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_ONE = Decimal(1)
_FINE = {"second": Decimal(1) / 60, "minute": Decimal(1), "hour": Decimal(60)}
"""Units below a day, in minutes."""
_COUNTED_AS = {"fortnight": "week", "weekend": "week", "quarter": "month", "half_year": "month"}
"""Units that are counted in others."""


def shifted(tokens: Tokens, i: int) -> Said | None:
    """``gestern``, ``Vorjahr``, ``yesterday``, ``the day before``."""
    read = tokens.read(i, "shifted")
    if read is None or (tokens.role(i, "daypart") and parts.after_article(tokens, i)):
        return None
    anchor, unit, steps, *part = read[0].split()
    kind, daypart = ("time", part[0]) if part else ("date", None)
    return Said(i, read[1], "shift", kind, anchor=anchor, unit=unit, steps=int(steps), daypart=daypart)


def tomorrow(tokens: Tokens, i: int) -> Said | None:
    """``morgen``, where it is not the morning: in lower case, without a day or an article before it."""
    if tokens.role(i, "tomorrow") is None or (tokens.capital(i) and not tomorrow_opens(tokens, i)):
        return None
    return Said(i, i + 1, "shift", unit="day", steps=1)


def reference(tokens: Tokens, i: int) -> Said | None:
    """``jetzt``, ``kürzlich``, ``in the future``: a part of time without a calendar."""
    read = tokens.read(i, "reference")
    if read is None:
        return None
    return Said(i, read[1], "ready", value=read[0])


def per(tokens: Tokens, i: int) -> Said | None:
    """``400 Euro im Monat``, ``einmal im Jahr``: a unit that makes a rate of what stands before."""
    unit = tokens.role(i, "time_unit")
    if (
        unit not in {"day", "week", "month", "year"}
        or parts.word(tokens, i - 1) not in small_words(tokens.language).per_leads
    ):
        return None
    k, small = i - 2, small_words(tokens.language)
    counted = k >= 0 and (
        tokens.capital(k) or tokens.words[k][0].isdecimal() or tokens.words[k].endswith(small.times_ending)
    )
    if not counted or tokens.role(i, "plural_unit") or _is_named(tokens, i + 1):
        return None
    return Said(i - 1, i + 1, "ready", "recurring", value=duration_value(_ONE, unit), unit=unit)


def _is_named(tokens: Tokens, j: int) -> bool:
    """Whether what follows says which unit it is: ``im Monat Mai``, ``am Tag der Wahl``."""
    small = small_words(tokens.language)
    following = parts.word(tokens, j)
    return (
        following[:1].isdecimal()
        or following in small.of
        or following in small.after
        or tokens.role(j, "month") is not None
    )


def postposed(tokens: Tokens, said: Said) -> Said | None:
    """``lundi dernier``, ``el mes pasado``, ``mai prochain``: which one is said after its name."""
    read = tokens.read(said.j, "deixis_after")
    if read is None:
        return None
    anchor, steps = read[0].split()
    if said.form == "named" and said.weekday:
        return Said(said.i, read[1], "named", said.kind, weekday=said.weekday, anchor=anchor, steps=int(steps))
    if said.form == "calendar" and not said.year and len(said.tail) == 2:
        return Said(said.i, read[1], "named", tail=said.tail, anchor=anchor, steps=int(steps))
    return None


def unit_postposed(tokens: Tokens, i: int) -> Said | None:
    """``semaine dernière``, ``año pasado``."""
    unit = tokens.read(i, "time_unit")
    which = tokens.read(unit[1], "deixis_after") if unit and unit[0] not in _FINE else None
    if unit is None or which is None:
        return None
    anchor, steps = which[0].split()
    return Said(i, which[1], "shift", anchor=anchor, unit=unit[0], steps=int(steps))


def led_reference(tokens: Tokens, i: int) -> Said | None:
    """``vor kurzem``, ``in Zukunft``: only after the right word."""
    value = tokens.role(i, "reference_led")
    fields = value.split() if value else []
    found = dict(zip(fields[::2], fields[1::2], strict=True)).get(parts.word(tokens, i - 1))
    return Said(i - 1, i + 1, "ready", value=found) if found else None


def deictic(tokens: Tokens, i: int) -> Said | None:
    """``letzten Freitag``, ``this year``, ``im vergangenen Mai``, ``the next two weeks``."""
    read = tokens.read(i, "deixis")
    if read is None:
        return None
    (anchor, steps), j = (read[0].split()), read[1]
    if steps == "1" and _follows_a_day(tokens, i, j):
        anchor = "then"
    return (
        _counted(tokens, i, j)
        or _unit(tokens, i, j, anchor, int(steps))
        or _named(tokens, i, j, anchor, int(steps))
        or _daypart(tokens, i, j, anchor, int(steps))
    )


def _follows_a_day(tokens: Tokens, i: int, j: int) -> bool:
    """Whether "next" counts from the date before: ``am nächsten Tag``, ``the next morning``, ``the next year``."""
    if tokens.role(j, "time_unit") == "day" or tokens.role(j, "daypart"):
        return True
    return (
        tokens.role(j, "time_unit") is not None and parts.word(tokens, i - 1) in small_words(tokens.language).articles
    )


def _counted(tokens: Tokens, i: int, j: int) -> Said | None:
    """``die letzten zwei Jahre``, ``the past few months``, ``den vergangenen Jahren``: a duration."""
    small = small_words(tokens.language)
    before = parts.word(tokens, i - 1)
    if small.stretch_leads and before.isalpha() and before not in small.stretch_leads:
        return None  # "meant to last three days": a stretch is "the last three days" or "in last three days"
    amount = parts.count(tokens, j)
    several = None if amount else tokens.read(j, "several")
    k = amount[1] if amount else several[1] if several else j
    unit = tokens.read(k, "time_unit") if k > j else None
    if unit is None:
        plural = tokens.role(j, "plural_unit")
        unit = (plural, j + 1) if plural else None
    if unit is None:
        return None
    many: Decimal | None = amount[0] if amount else None
    return Said(i, unit[1], "ready", "duration", value=duration_value(many, unit[0]), unit=unit[0], amount=many)


def _unit(tokens: Tokens, i: int, j: int, anchor: str, steps: int) -> Said | None:
    """``last week``, ``dieses Jahr``; "the last week of May" and "the past year" are stretches."""
    read = tokens.read(j, "time_unit")
    if read is None or read[0] in _FINE:
        return None
    genitive = steps and parts.word(tokens, read[1]) in small_words(tokens.language).genitive
    if genitive or anchor == "span":
        return Said(i, read[1], "ready", "duration", value=duration_value(_ONE, read[0]), unit=read[0])
    return Said(i, read[1], "shift", anchor=anchor, unit=read[0], steps=steps)


def _named(tokens: Tokens, i: int, j: int, anchor: str, steps: int) -> Said | None:
    """A weekday, a month or a season by its name."""
    if weekday := tokens.read(j, "weekday"):
        part = tokens.role(j, "daypart")
        return Said(
            i,
            weekday[1],
            "named",
            "time" if part else "date",
            weekday=int(weekday[0]),
            daypart=part,
            anchor=anchor,
            steps=steps,
        )
    if month := parts.month(tokens, j):
        if parts.day(tokens, month[1]) or parts.year(tokens, month[1]):
            return None
        return Said(i, month[1], "named", tail=f"{month[0]:02}", anchor=anchor, steps=steps)
    season = tokens.read(j, "season")
    return season and Said(i, season[1], "named", tail=season[0], anchor=anchor, steps=steps)


def _daypart(tokens: Tokens, i: int, j: int, anchor: str, steps: int) -> Said | None:
    """``this morning``, ``last night``, ``am selben Abend``."""
    read = tokens.read(j, "daypart")
    return read and Said(i, read[1], "shift", "time", anchor=anchor, unit="day", steps=steps, daypart=read[0])


def from_span(tokens: Tokens, said: Said) -> Said | None:
    """A duration with its direction: ``vor 75 Jahren``, ``three weeks ago``, ``zwei Tage später``."""
    if said.form != "ready" or said.kind != "duration":
        return None
    small = small_words(tokens.language)
    tail, after = small.after.get(parts.word(tokens, said.j), ([], ("", 0)))
    if tail and tokens.words[said.j : said.j + len(tail)] == tail and not _goes_on(tokens, said.j):
        return _directed(said, said.i, said.j + len(tail), *after)
    lead, before = small.before.get(parts.word(tokens, said.i - 1), ([], ("", 0)))
    if not lead or tokens.words[max(0, said.i - len(lead)) : said.i] != lead:
        return None
    return None if before[1] > 0 and not _may_follow(tokens, said) else _directed(said, said.i, said.j, *before)


def _goes_on(tokens: Tokens, j: int) -> bool:
    """Whether ``after`` goes on to what it counts from ("two days after the landing"), which nobody can date."""
    if tokens.words[j] not in small_words(tokens.language).prepositions:
        return False
    return parts.word(tokens, j + 1)[:1].isalnum()


def _may_follow(tokens: Tokens, said: Said) -> bool:
    """Whether ``in zwei Tagen`` looks ahead: "in 90 minutes" and "in zwei Jahren gebaut" mostly measure."""
    return said.amount is not None and said.unit not in _FINE and direction(tokens, said.i, said.j) > 0


def _directed(said: Said, i: int, j: int, anchor: str, sign: int) -> Said:
    """A span counted from an anchor: whole units of the calendar, or hours and minutes."""
    amount, unit = said.amount, said.unit
    if amount is None:
        return _vaguely(said, i, j, sign)
    if unit in _FINE:
        return _in_minutes(said, i, j, anchor, sign * amount * _FINE[unit])
    if unit == "year" and amount % 1 and (amount * 12) % 1 == 0:
        amount, unit = amount * 12, "month"
    if amount % 1:
        return _vaguely(said, i, j, sign)
    steps, unit = sign * int(amount) * TIMES.get(unit, 1), _COUNTED_AS.get(unit, unit)
    moved = Said(i, j, "shift", anchor=anchor, unit=unit, steps=steps, mod=said.mod, hedge=said.hedge)
    moved.value = "offset"
    return moved


def _in_minutes(said: Said, i: int, j: int, anchor: str, minutes: Decimal) -> Said:
    """``two hours ago``: a time of day where its anchor has one; else the duration that was said."""
    said.i, said.j, said.anchor = i, j, anchor
    if minutes % 1 == 0:
        said.form, said.steps = "minutes", int(minutes)
    return said


def _vaguely(said: Said, i: int, j: int, sign: int) -> Said:
    """``a few days ago``: before or after, nobody says how much."""
    if said.amount is None and j > said.j:
        return Said(i, j, "ready", value="FUTURE_REF" if sign > 0 else "PAST_REF")
    said.j = j
    return said
