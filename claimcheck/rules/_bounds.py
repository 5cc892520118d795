"""Figures that only set a bound, and what breaks or drops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Hedge
from claimcheck.rules._values import said

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim
    from claimcheck.rules._disputes import Dispute

BOUNDS = (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST, Hedge.UP_TO)


def is_bound(claim: AnyClaim) -> bool:
    """Whether a figure says "more than", "at most" and the like."""
    return claim.quantity is not None and claim.quantity.hedge in BOUNDS


def drops_hedge(dispute: Dispute) -> bool:
    """Whether both sides say one number and only one of them with a bound: "more than 20" and "20"."""
    a, b = dispute.ends
    return said(a) is not None and said(a) == said(b) and is_bound(a) != is_bound(b)


def breaks_bound(dispute: Dispute) -> bool:
    """Whether one side sets a bound and the other side's figure lies beyond it."""
    return any(map(is_bound, dispute.ends)) and not drops_hedge(dispute)
