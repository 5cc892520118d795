"""When a figure holds: the date or period of its clause."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extract.clauses import clause, distance, relative_start
from claimcheck.extract.mentions import period_of

if TYPE_CHECKING:
    from claimcheck.extract.found import Found, When
    from claimcheck.extract.subjects import Scene
    from claimcheck.extract.tokens import Tokens
    from claimcheck.model import Period

_FAR = 20  # words, clause borders counted extra
_LEAD = 2  # tokens back to a word such as "since"
_CLOCK = ("hour", "minute", "second")
_YEARS = ("century", "decade", "year")
_MONTHS = (*_YEARS, "half", "quarter", "season", "month")
_AT_LEAST = {"year": _YEARS, "month": _MONTHS}
"""The precisions of periods that a figure per year or month can be true of."""
_CALENDAR = ("date", "time", "recurring")


def holds_at(view: Scene, f: Found) -> Period | None:
    """The period of the same sentence that stands nearest to a figure, if near enough; None for dates themselves.

    Of two dates equally near the later one counts: "from 500 in 2024 to 900 in 2030". A date whose own clause holds
    figures is theirs alone. "Since 1998" says when something began, not when the figure holds; "until Thursday" and
    "by 2030" say it only of the figures of their own clause.
    """
    if f.kind in _CALENDAR:
        return None
    near = [(away, -g.i, g) for g in view.found if _offers(view, f, g) and (away := _away(view, f, g)) <= _FAR]
    return _period(view, min(near, key=lambda x: x[:2])[2]) if near else None


def _period(view: Scene, g: Found) -> Period:
    """The period of a date, or the stretch that it begins or ends with another: "between 2004 and 2024"."""
    for a, b in pairwise(h for h in view.found if h.kind == "date"):
        if g in (a, b) and a.period and b.period and _stretch(view.tokens, a, b):
            first, last = period_of(a), period_of(b)
            if first.first and last.last and first.first < last.last:
                days = (last.last - first.first).days + 1
                return first.model_copy(update={"timex": f"P{days}D", "end": last.end, "edtf": None, "mod": None})
    return period_of(g)


def _stretch(tokens: Tokens, a: Found, b: Found) -> bool:
    """Whether nothing stands around and between two dates but "between ... and", "from ... to" or "von ... bis"."""
    if a.i == 0 or b.i != a.j + 1:
        return False
    closing, opening = tokens.words[a.j], a.i - 1
    until = tokens.role(opening, "side") == "before" and tokens.role(a.j, "until") is not None
    return until or tokens.role(opening, "between") == closing


def _offers(view: Scene, f: Found, g: Found) -> bool:
    """Whether a date may say when the figure holds."""
    if g.kind not in ("date", "time") or g.period is None or g.period.timex.endswith("_REF"):
        return False
    if g.kind == "time" and g.period.precision in _CLOCK and g.period.weekday is None:
        return False  # "at 7 in the evening" does not say of which day
    if _is_shorter(g.period, f):
        return False
    if _in_relative_clause(view, f) and g not in _beside(view, f):
        return False
    first, last = clause(view.tokens, g.i, view.first, view.last)
    own = [h for h in view.found if h.kind not in _CALENDAR and first <= h.i < last]
    if f in own:
        return not _leads(view.tokens, g, "since")
    return not own and not _leads(view.tokens, g, "since", "until")


def _in_relative_clause(view: Scene, f: Found) -> bool:
    """Whether a figure stands in a clause of its own: "the torc, which weighs 3.4 kg, was found in 1978"."""
    first = clause(view.tokens, f.i, view.first, view.last)[0]
    return relative_start(view.tokens, first, view.first) is not None


def _beside(view: Scene, f: Found) -> list[Found]:
    """What stands in the clause of a figure."""
    first, last = clause(view.tokens, f.i, view.first, view.last)
    return [g for g in view.found if first <= g.i < last]


def _is_shorter(when: When, f: Found) -> bool:
    """Whether a period is too short for a figure to be true of it: what is so much a year is not so on a Wednesday."""
    longer = _AT_LEAST.get((f.unit or "").rpartition(" / ")[2])
    return longer is not None and when.precision not in longer


def _leads(tokens: Tokens, g: Found, *roles: str) -> bool:
    """Whether a date only begins or ends a stretch; "since 2016, when four died" is when they died."""
    after = g.j + 1 if g.j < len(tokens) and tokens.words[g.j] == "," else g.j
    if tokens.role(after, "relative") is not None:
        return False
    return any(tokens.role(k, role) is not None for k in range(g.i - _LEAD, g.i + 1) for role in roles)


def _away(view: Scene, f: Found, g: Found) -> int:
    return distance(view.tokens, f.j - 1, g.i) if g.i >= f.j else distance(view.tokens, g.j - 1, f.i)
