"""What is known already: the decisions of reviewers, or an earlier report."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError
from claimcheck.review.decisions import STEM, SUFFIX, Decisions, files_of, read, suppression

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.model import Report
    from claimcheck.review.decisions import Decision


@dataclass(frozen=True)
class Baseline:
    """Which findings are not shown again, and which are not new."""

    hidden: frozenset[str] = frozenset()
    """Fingerprints of what an earlier report holds, or reviewers have explained or dismissed."""
    confirmed: frozenset[str] = frozenset()
    """Fingerprints of what reviewers have confirmed: shown, but not new."""
    decisions: tuple[Decision, ...] = ()
    """Those that hold, to be compared with what is found now."""
    noted: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What is noted in a worklist about findings, as suppressions, by fingerprint."""

    @property
    def known(self) -> frozenset[str]:
        """Fingerprints of all that is not new."""
        return self.hidden | self.confirmed

    def plus(self, other: Baseline) -> Baseline:
        """All that either knows; what is confirmed in one stays visible."""
        confirmed = self.confirmed | other.confirmed
        hidden = (self.hidden | other.hidden) - confirmed
        return Baseline(hidden, confirmed, self.decisions + other.decisions, {**self.noted, **other.noted})

    @property
    def suppressions(self) -> dict[str, Mapping[str, Any]] | None:
        """What was decided, by fingerprint, as SARIF says it; None where nobody has decided anything."""
        if not self.decisions and not self.noted:
            return None
        made = {**self.noted, **{decision.fingerprint: suppression(decision) for decision in self.decisions}}
        return {name: said for name, said in made.items() if (said["status"] == "accepted") == (name in self.hidden)}

    def stale(self, report: Report) -> Iterator[Decision]:
        """The decisions whose finding is not there any more.

        >>> from claimcheck.model import Report
        >>> list(Baseline().stale(Report()))
        []
        """
        found = {finding.fingerprint for finding in report.findings}
        return (made for made in self.decisions if made.fingerprint not in found)


def baseline(file: str) -> Baseline:
    """What a file of decisions says, or a report that was written as ``json`` or ``jsonl``.

    Raises:
        InputError: the file cannot be read, or is neither.
    """
    path = Path(file)
    if files_of(path) and path.match(f"{STEM}*{SUFFIX}"):
        return _of(read(path))
    text = _text(path)
    if _holds_decisions(text):
        return _of(read(path))
    return Baseline(hidden=_of_report(file, text))


def _of(decisions: Decisions) -> Baseline:
    current = tuple(made for name, made in decisions.current.items() if name in decisions.decided)
    return Baseline(decisions.suppressed, decisions.decided - decisions.suppressed, current)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        way_out = "give a report that was written with --output json:FILE, or the decisions of a review"
        raise InputError(str(path), f"the baseline cannot be read ({error.strerror})", way_out) from error
    except UnicodeDecodeError as error:
        raise _neither(str(path)) from error


def _neither(file: str) -> InputError:
    way_out = "write a report with --output json:FILE, or decide with claimcheck review"
    return InputError(file, "this is neither a report nor a file of decisions", way_out)


def _holds_decisions(text: str) -> bool:
    """Whether the first line that can be read is a suppression."""
    for line in text.splitlines():
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        return isinstance(row, dict) and "findings" not in row and "state" in row
    return False


def _of_report(file: str, text: str) -> frozenset[str]:
    try:
        return frozenset(finding["fingerprint"] for finding in _findings(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _neither(file) from error


def _findings(text: str) -> list[dict[str, Any]]:
    try:
        whole = json.loads(text)
    except ValueError:  # one finding a line
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return list(whole.get("findings", [whole]))
