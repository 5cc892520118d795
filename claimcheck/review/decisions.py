"""What people decided about findings: a file with one decision a line, only ever added to.

A line is a suppression in the words of SARIF 2.1.0 (section 3.35): its kind is external, its status says whether the
finding is suppressed, its justification why. The file is ``claimcheck.review.jsonl``; a reviewer who works on a shared
drive has one of her own, ``claimcheck.review.NAME.jsonl``, which nobody else writes. All of them are read as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import AwareDatetime, Field, ValidationError, model_validator

from claimcheck.errors import ConfigError, InputError
from claimcheck.model import Record, State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimcheck.model import Finding

STEM, SUFFIX = "claimcheck.review", ".jsonl"
FILE = STEM + SUFFIX


STATUS: dict[State, Literal["accepted", "underReview", "rejected"]] = {
    State.OPEN: "underReview",
    State.CONFIRMED: "rejected",
    State.EXPLAINED: "accepted",
    State.DISMISSED: "accepted",
}
"""SARIF's word for each state: a suppression is accepted, rejected or still under review."""


class Decision(Record):
    """What one person decided about one finding."""

    fingerprint: str = Field(pattern="^[0-9a-f]{64}$")
    """Of the finding; it stays the same when the text moves."""
    kind: Literal["external"] = "external"
    """SARIF: the decision does not stand in the article itself."""
    state: State
    status: Literal["accepted", "underReview", "rejected"]
    justification: str = Field(default="", max_length=10_000)
    """The reason, or a note."""
    by: str = Field(min_length=1, max_length=200)
    when: AwareDatetime
    rule: str = ""
    """Which rule found it; with ``message`` it says what a stale decision was about."""
    message: str = ""

    @classmethod
    def on(cls, finding: Finding, state: State, *, by: str, why: str = "", when: datetime | None = None) -> Decision:
        """Decide about a finding, now unless ``when`` says otherwise.

        Raises:
            ValueError: the finding would be suppressed without a reason.

        >>> from claimcheck import Claim, check
        >>> claims = [Claim.of(n, source=n, about="people injured", event="fire") for n in ("9", "11")]
        >>> Decision.on(check(*claims).findings[0], State.CONFIRMED, by="Anna").status
        'rejected'
        """
        return cls(
            fingerprint=finding.fingerprint,
            state=state,
            status=STATUS[state],
            justification=" ".join(why.split()),
            by=by,
            when=when or datetime.now(UTC),
            rule=finding.rule,
            message=finding.message,
        )

    @model_validator(mode="after")
    def _consistent(self) -> Decision:
        if self.status != STATUS[self.state]:
            raise ValueError(f"the status of {self.state.value} is {STATUS[self.state]}")
        if self.state.suppresses and not self.justification.strip():
            raise ValueError(f"a finding is {self.state.value} only with a reason (justification)")
        return self


def suppression(made: Decision) -> dict[str, Any]:
    """A decision as a suppression object of SARIF, which has room for who and when among its properties."""
    more = {"state": made.state.value, "by": made.by, "when": made.when.isoformat()}
    return {"kind": made.kind, "status": made.status, "justification": made.justification, "properties": more}


@dataclass(frozen=True)
class Decisions:
    """All decisions of all reviewers, by finding, the oldest first."""

    history: dict[str, tuple[Decision, ...]]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Decisions:
        """Sort decisions by finding and time; of two at the same moment the later in the file counts."""
        history: dict[str, list[Decision]] = {}
        for decision in sorted(decisions, key=lambda d: d.when):
            history.setdefault(decision.fingerprint, []).append(decision)
        return cls({fingerprint: tuple(made) for fingerprint, made in history.items()})

    @cached_property
    def current(self) -> dict[str, Decision]:
        """The decision that holds for each finding: the latest."""
        return {fingerprint: made[-1] for fingerprint, made in self.history.items()}

    @property
    def decided(self) -> frozenset[str]:
        """Findings that are no longer open."""
        return frozenset(name for name, made in self.current.items() if made.state is not State.OPEN)

    @property
    def suppressed(self) -> frozenset[str]:
        """Findings that are explained or dismissed."""
        return frozenset(name for name, made in self.current.items() if made.state.suppresses)

    def state(self, fingerprint: str) -> State:
        """What holds for a finding.

        >>> Decisions.of([]).state("00")
        <State.OPEN: 'open'>
        """
        made = self.current.get(fingerprint)
        return made.state if made else State.OPEN


def file_of(folder: Path, reviewer: str | None = None) -> Path:
    """The file that a reviewer writes, in a folder.

    Raises:
        ConfigError: the name cannot be part of a file's name.

    >>> from pathlib import Path
    >>> file_of(Path("story"), "anna").name
    'claimcheck.review.anna.jsonl'
    """
    if reviewer is None:
        return folder / FILE
    if not reviewer.replace("-", "").replace("_", "").isalnum():
        raise ConfigError(f'--reviewer: "{reviewer}" is no short name; use letters, digits, - and _.')
    return folder / f"{STEM}.{reviewer}{SUFFIX}"


def files_of(file: Path) -> list[Path]:
    """The files to read for one that was named: ``claimcheck.review.jsonl`` stands for those of all reviewers."""
    if file.name != FILE:
        return [file]
    others = (found for found in file.parent.glob(f"{STEM}.*{SUFFIX}") if found.name != FILE)
    return [*([file] if file.exists() else []), *sorted(others)]


def read(file: Path) -> Decisions:
    """The decisions of a file, or of all reviewers; none where nobody has decided yet.

    Raises:
        InputError: a file cannot be read, or a line of it is no decision.
    """
    return Decisions.of(decision for found in files_of(file) for decision in _lines(found))


def _lines(file: Path) -> Iterable[Decision]:
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError(str(file), f"it cannot be read ({error.strerror})", "check the path") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _decision(file, number, line)


def _decision(file: Path, number: int, line: bytes) -> Decision:
    try:
        return Decision.model_validate_json(line)
    except ValidationError as error:
        problem = f"line {number} is no decision ({_why(error)})"
        raise InputError(str(file), problem, "correct or remove that line; nothing was changed") from error


def _why(error: ValidationError) -> str:
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return "it is not complete JSON"
    return "".join(f"{step}: " for step in first["loc"]) + first["msg"].removeprefix("Value error, ")
