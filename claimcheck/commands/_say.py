"""What is said to the user besides the results: one line each, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.model import Report
    from claimcheck.readers import Reading
    from claimcheck.review.baseline import Baseline
    from claimcheck.review.ticks import Ticks

_FEW = 3  # files named twice that are listed one by one


def say(text: object) -> None:
    """One line on standard error, with the program's name."""
    sys.stderr.write(f"claimcheck: {text}\n")


def say_reading(reading: Reading, *, quiet: bool) -> None:
    """What could not be read, what was named twice, and how much was left out; ``quiet`` keeps only the first."""
    for problem in reading.problems:
        say(problem)
    if quiet:
        return
    for again, before in reading.repeated[:_FEW]:
        how = "was named more than once" if again == before else f"is the same file as {before}"
        say(f"{again} {how}; it was read once.")
    if (more := len(reading.repeated) - _FEW) > 0:
        were = "file was named more than once; it was" if more == 1 else "files were named more than once; each was"
        say(f"{more} more {were} read once.")
    if reading.skipped:
        were = "file was" if reading.skipped == 1 else "files were"
        say(f"{reading.skipped} {were} skipped in folders (not articles).")


def say_decided(known: Baseline, found: Report) -> None:
    """Which decisions have lost their finding, and how many findings are confirmed."""
    from claimcheck.writers._cells import clean

    for made in known.stale(found):
        about = f"{made.rule} {made.message}".strip() or made.fingerprint[:12]
        say(clean(f"stale: {made.state.value} by {made.by} on {made.when:%Y-%m-%d}, but not found any more: {about}"))
    confirmed = sum(finding.fingerprint in known.confirmed for finding in found.findings)
    if confirmed:
        are = "finding is confirmed: it stays" if confirmed == 1 else "findings are confirmed: they stay"
        say(f"{confirmed} {are} in the report, and only what is new counts for the exit status.")


def say_ticks(ticks: Ticks) -> None:
    """What is noted in a worklist and has no effect: the figure is gone, or a reason is missing."""
    from claimcheck.writers._cells import clean

    for row in ticks.lost:
        noted = f"“{row.tick.status}”" if row.tick.status else "note"
        gone = f"“{row.text}” is not in {row.source} any more"
        say(clean(f"row {row.number} of the worklist: {gone}; its {noted} is left out."))
    for key, tick in ticks.found.items():
        if tick.unreasoned:
            source = key.rpartition("#")[0]
            say(clean(f"{source}: a figure is {tick.status} without a note; until it has one, its findings stay."))
