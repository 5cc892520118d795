"""Whether two claims come from reports of one story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Identity

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim, Comparison


def one_story(comparison: Comparison, a: AnyClaim, b: AnyClaim) -> bool:
    """Whether the sources of two claims tell, or may tell, of one event."""
    names = {a.source, b.source}
    pair = next((p for p in comparison.events if {p.a.source, p.b.source} == names), None)
    return pair is not None and pair.identity is not Identity.ANOTHER and pair.reason != "unrelated"
