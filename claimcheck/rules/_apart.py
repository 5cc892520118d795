"""Fingerprints of their own for findings that would share one: the same words in files of one name, or said twice."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model import Finding


def told_apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in their order; those that share a fingerprint get the ids of their sources and a number into it."""
    shared: dict[str, list[Finding]] = defaultdict(list)
    for finding in (found := list(findings)):
        shared[finding.fingerprint].append(finding)
    return [_own(finding, shared[finding.fingerprint]) for finding in found]


def _own(finding: Finding, like: Sequence[Finding]) -> Finding:
    """The finding as it is; among several alike, the first of each set of sources goes without a number."""
    if len(like) == 1:
        return finding
    sources = sorted({_sources(other) for other in like})
    twins = sorted((other for other in like if _sources(other) == _sources(finding)), key=_places)
    number = next(n for n, twin in enumerate(twins) if twin is finding)
    more = [*(_sources(finding) if len(sources) > 1 else ()), *([str(number + 1)] if number else [])]
    return finding.model_copy(update={"fingerprint": _digest(finding.fingerprint, *more)}) if more else finding


def _sources(finding: Finding) -> tuple[str, ...]:
    return tuple(sorted(claim.source for claim in finding.claims))


def _places(finding: Finding) -> list[tuple[str, int]]:
    return sorted((claim.source, -1 if claim.start is None else claim.start) for claim in finding.claims)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
