"""When a figure holds: the date or period of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.clauses import distance
from claimcheck.extract.mentions import period_of

if TYPE_CHECKING:
    from claimcheck.extract.found import Found
    from claimcheck.extract.subjects import Scene
    from claimcheck.model import Period

_FAR = 20  # words, clause borders counted extra


def holds_at(view: Scene, f: Found) -> Period | None:
    """The period of the same sentence that stands nearest to a figure, if near enough; None for dates themselves."""
    if f.kind in ("date", "time", "recurring"):
        return None
    best, least = None, _FAR + 1
    for g in view.found:
        if g.kind in ("date", "time") and (away := _away(view, f, g)) < least:
            best, least = g, away
    return period_of(best) if best else None


def _away(view: Scene, f: Found, g: Found) -> int:
    return distance(view.tokens, f.j - 1, g.i) if g.i >= f.j else distance(view.tokens, g.j - 1, f.i)
