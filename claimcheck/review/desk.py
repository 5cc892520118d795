"""What the review page works on: a story with its findings, and the decisions beside the project."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.model import State
from claimcheck.review.append import append
from claimcheck.review.decisions import Decision, Decisions, file_of, files_of, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.model import Finding, Report

REASON_LIMIT = 10_000
"""Characters of a reason."""
NAMED = 3  # sources that a line of the list names


@dataclass(frozen=True)
class Story:
    """One check of the articles, and how to show it as HTML. The writers lie beside this layer, so they are given."""

    report: Report
    show: Callable[[Finding], str]
    texts: Callable[[], str]

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """Findings by fingerprint, in the order in which they are shown."""
        return {finding.fingerprint: finding for finding in self.report.findings}

    @cached_property
    def labels(self) -> dict[str, str]:
        """What to call each source."""
        return {source.id: source.label for source in self.report.sources}


@dataclass(frozen=True)
class Row:
    """A finding as a line of the list."""

    finding: Finding
    state: State
    sources: str
    where: str
    """What the list can be searched for, besides what the line shows."""

    @property
    def anchor(self) -> str:
        """Its address on the page, the same as in a report page."""
        return f"f-{self.finding.fingerprint[:16]}"


class Desk:
    """The findings of a story and what is decided about them.

    ``load`` gives the story as it is now; it is asked again whenever the page is opened, and may answer with the one
    that it gave before.
    """

    def __init__(
        self, load: Callable[[], Story], folder: Path, *, by: str, reviewer: str | None = None, lang: str = "en"
    ) -> None:
        """Decide in the name of ``by``, in the file of ``reviewer`` in ``folder``."""
        self._load = load
        self._lock = Lock()
        self._seen: tuple[object, Decisions] | None = None
        self.team = file_of(folder)
        self.file = file_of(folder, reviewer)
        self.by = by
        self.lang = lang
        self.story = load()

    def renew(self) -> None:
        """Check the articles again if they have changed."""
        self.story = self._load()

    @property
    def decisions(self) -> Decisions:
        """The decisions of all reviewers, as they stand in their files now.

        Raises:
            InputError: a line of a file is broken.
        """
        with self._lock:
            stamps = [(file, file.stat().st_mtime_ns, file.stat().st_size) for file in files_of(self.team)]
            if self._seen is None or self._seen[0] != stamps:
                self._seen = stamps, read(self.team)
            return self._seen[1]

    def finding(self, fingerprint: str) -> Finding | None:
        """The finding with a fingerprint."""
        return self.story.findings.get(fingerprint)

    def decide(self, finding: Finding, state: State, why: str) -> Decision:
        """Save a decision.

        Raises:
            ValueError: the finding would be suppressed without a reason.
            InputError: the decision could not be saved, or a file is broken: then nothing is added to any.
        """
        _ = self.decisions
        made = Decision.on(finding, state, by=self.by, why=why)
        append(self.file, made)
        return made

    def row(self, finding: Finding) -> Row:
        """A finding as a line of the list."""
        return self._row(finding, self.decisions)

    def rows(self) -> list[Row]:
        """All findings."""
        decisions = self.decisions
        return [self._row(finding, decisions) for finding in self.story.findings.values()]

    def _row(self, finding: Finding, decisions: Decisions) -> Row:
        names = dict.fromkeys(self.story.labels.get(claim.source, claim.source) for claim in finding.claims)
        said = " ".join(f"{claim.source} {claim.quote.sentence}" for claim in finding.claims)
        state = decisions.state(finding.fingerprint)
        return Row(finding, state, self._listed(list(names)), " ".join([*names, said]))

    def _listed(self, names: list[str]) -> str:
        rest = [say(self.lang, "writers.more", n=len(names) - NAMED)] if len(names) > NAMED else []
        return ", ".join([*names[:NAMED], *rest])

    def tally(self) -> list[tuple[State, str, int]]:
        """How many findings are in each state, with its name."""
        states = Counter(map(self.decisions.state, self.story.findings))
        return [(state, say(self.lang, f"review.{state.value}"), states[state]) for state in State]
