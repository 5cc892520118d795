"""When a figure holds: the date or period of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.clauses import clause, distance
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
    figures is theirs alone, and "since 1998" or "until Thursday" says when something began or ends, not when the
    figure holds.
    """
    if f.kind in _CALENDAR:
        return None
    near = [(away, -g.i, g) for g in view.found if _offers(view, f, g) and (away := _away(view, f, g)) <= _FAR]
    return period_of(min(near, key=lambda x: x[:2])[2]) if near else None


def _offers(view: Scene, f: Found, g: Found) -> bool:
    """Whether a date may say when the figure holds."""
    if g.kind not in ("date", "time") or g.period is None or g.period.timex.endswith("_REF") or _bounds(view.tokens, g):
        return False
    if g.kind == "time" and g.period.precision in _CLOCK and g.period.weekday is None:
        return False  # "at 7 in the evening" does not say of which day
    if _is_shorter(g.period, f):
        return False
    first, last = clause(view.tokens, g.i, view.first, view.last)
    own = [h for h in view.found if h.kind not in _CALENDAR and first <= h.i < last]
    return not own or f in own


def _is_shorter(when: When, f: Found) -> bool:
    """Whether a period is too short for a figure to be true of it: what is so much a year is not so on a Wednesday."""
    longer = _AT_LEAST.get((f.unit or "").rpartition(" / ")[2])
    return longer is not None and when.precision not in longer


def _bounds(tokens: Tokens, g: Found) -> bool:
    """Whether a date is only the beginning or end of a stretch; "since 2016, when four died" is when they died."""
    after = g.j + 1 if g.j < len(tokens) and tokens.words[g.j] == "," else g.j
    if tokens.role(after, "relative") is not None:
        return False
    return any(
        tokens.role(k, "until") is not None or tokens.role(k, "since") is not None for k in range(g.i - _LEAD, g.i + 1)
    )


def _away(view: Scene, f: Found, g: Found) -> int:
    return distance(view.tokens, f.j - 1, g.i) if g.i >= f.j else distance(view.tokens, g.j - 1, f.i)
