"""Which of many texts are one text, without comparing each two of them.

MinHash (Broder 1997) finds who may share runs of words; what is found is then counted exactly, so that a finding never
rests on an estimate.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Runs = set[str]

_SLOTS = 512
"""Values in a sketch. Who shares one is looked at: half of a text in one 30 times as long is missed once in 5,000."""
_SEED = 1997
"""Any number does, as long as it stays: the same texts give the same sketches."""
_DEVIATIONS = 5
"""Standard deviations below the least likeness at which an estimate is believed; wrong once in three million."""


def reprints(runs: Mapping[str, Runs], least_share: float) -> list[list[str]]:
    """The names of what is one text, directly or through others; ``least_share`` is of the shorter text's runs."""
    groups = {name: [name] for name in runs}
    for a, b, estimate in _candidates({name: own for name, own in runs.items() if own}):
        if groups[a] is not groups[b] and _is_one(runs[a], runs[b], estimate, least_share):
            fewer, more = sorted((groups[a], groups[b]), key=len)
            more += fewer
            groups.update(dict.fromkeys(fewer, more))
    found = {id(group): sorted(group) for group in groups.values() if len(group) > 1}
    return sorted(found.values())


def _candidates(runs: Mapping[str, Runs]) -> Iterator[tuple[str, str, float]]:
    """Each two texts whose sketches share a value, and the estimated share of the runs of both that are common."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - needed only where there are several texts

    names = list(runs)
    sketches = RMinHash.from_token_sets(runs.values(), num_perm=_SLOTS, seed=_SEED)
    index = RMinHashLSH(threshold=0.5, num_perm=_SLOTS, num_bands=_SLOTS)
    for place, sketch in enumerate(sketches):
        for earlier in sorted(index.query(sketch)):
            yield names[earlier], names[place], sketch.jaccard(sketches[earlier])
        index.insert(place, sketch)


def _is_one(a: Runs, b: Runs, estimate: float, least_share: float) -> bool:
    """Whether the longer text has enough of the shorter one's runs; not counted where the sketches rule it out."""
    fewer = min(len(a), len(b))
    common = least_share * fewer
    least = common / (len(a) + len(b) - common)
    if estimate < least - _DEVIATIONS * sqrt(least * (1 - least) / _SLOTS):
        return False
    return len(a & b) / fewer >= least_share
