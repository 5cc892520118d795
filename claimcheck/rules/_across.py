"""What rules that compare sources share: names of sources, wording of two sides, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.messages import reading
from claimcheck.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model import AnyClaim, Comparison, Quote
    from claimcheck.rules import Rule


def name(comparison: Comparison, claim: AnyClaim) -> str:
    """What to call the source of a claim in a sentence."""
    document = comparison.document(claim.source)
    return document.source.label if document else claim.source


def sides(rule: Rule, comparison: Comparison, a: AnyClaim, b: AnyClaim) -> dict[str, str]:
    """The names that a sentence about two claims may use; two reports of one paper are told apart by their files."""
    one, other = name(comparison, a), name(comparison, b)
    if one == other and a.source != b.source:
        one, other = (f"{label} ({c.source.rsplit('/', 1)[-1]})" for label, c in ((one, a), (other, b)))
    return {
        "source_a": one,
        "source_b": other,
        "text_a": a.text,
        "text_b": b.text,
        "reading_a": reading(a, rule.lang),
        "reading_b": reading(b, rule.lang),
    }


def in_order(claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """By source, then by place in the text."""
    return sorted(claims, key=lambda c: (c.source, c.start if c.start is not None else -1))


def quotes(passages: Sequence[Quote], says: str) -> list[Evidence]:
    """Passages as evidence that all say the same."""
    return [Evidence(source=q.source, start=q.start, end=q.end, text=q.text, says=says) for q in passages]
