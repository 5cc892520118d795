"""Percentage points that are called just points: "fiel um 1,8 Punkte auf 22,6 Prozent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extract.found import Found
    from claimcheck.extract.tokens import Tokens

_MOST = 100


def as_points(tokens: Tokens, found: Sequence[Found]) -> None:
    """Give points their unit where they change a percentage: "by" stands before them, a percentage near."""
    shares = [f for f in found if f.unit == "percent"]
    for f in found:
        if f.kind == "count" and shares and _changes_by(tokens, f):
            f.unit, f.kind = "percentage_point", "percent"
            f.j += 1
            f.end = tokens.ends[f.j - 1]


def _changes_by(tokens: Tokens, f: Found) -> bool:
    """Whether a number of points is what something changed by."""
    if f.number is None or not 0 < f.number.value < _MOST or tokens.role(f.j, "points") is None:
        return False
    return any(tokens.role(k, "side") == "change" for k in range(max(0, f.i - 2), f.i))
