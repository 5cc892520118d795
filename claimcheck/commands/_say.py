"""What is said to the user besides the results: one line each, on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.model import Report
    from claimcheck.review.baseline import Baseline
    from claimcheck.review.ticks import Ticks


def say(text: object) -> None:
    """One line on standard error, with the program's name."""
    sys.stderr.write(f"claimcheck: {text}\n")


def say_reading(problems: Iterable[object], skipped: int, *, quiet: bool) -> None:
    """What could not be read, and how many files of folders were left out; ``quiet`` keeps only the first."""
    for problem in problems:
        say(problem)
    if skipped and not quiet:
        say(f"{skipped} {'file was' if skipped == 1 else 'files were'} skipped in folders (not articles).")


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
