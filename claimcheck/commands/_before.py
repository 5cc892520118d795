"""What was said before this run: an earlier report, the decisions of reviewers, the ticks of a worklist."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.errors import ConfigError
from claimcheck.review.baseline import Baseline, baseline

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from claimcheck.commands._output import Target
    from claimcheck.model import AnyClaim
    from claimcheck.review.ticks import Ticks
    from claimcheck.review.worklist import Row


class Before(NamedTuple):
    """What is known, and the rows of a worklist in which something is noted."""

    known: Baseline
    rows: Sequence[Row]

    def ticks(self, claims: Sequence[AnyClaim]) -> Ticks:
        """What is noted beside the claims of this run."""
        from claimcheck.review.ticks import Ticks, match_rows

        return match_rows(self.rows, claims) if self.rows else Ticks()


def before(args: argparse.Namespace, targets: Iterable[Target]) -> Before:
    """Read the files that ``--baseline`` and ``--worklist`` name.

    Raises:
        InputError: one cannot be read.
        ConfigError: the worklist would be written over.
    """
    known = baseline(args.baseline) if getattr(args, "baseline", None) else Baseline()
    return Before(known, _rows(args.worklist, targets) if args.worklist else ())


def _rows(worklist: str, targets: Iterable[Target]) -> Sequence[Row]:
    from claimcheck.review.worklist import read

    if any(target.file and Path(target.file).resolve() == Path(worklist).resolve() for target in targets):
        raise ConfigError(f"--output: {worklist} is the worklist itself; name another file, so that nothing is lost.")
    return read(worklist)
