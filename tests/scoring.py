"""Score the checker on cases: what must be found, what must not, and how often it cries wolf.

A case is a folder of articles with an ``expected.json``: discrepancies (contradiction, tension, explained) and pairs
that are consistent although they look different. A finding *hits* a discrepancy when its claims lie on two of its
mentions with different values (on one mention, where there is only one), and at least half of its claims lie on its
mentions.

    python -m tests.scoring [-v] [--set cases|held-out|stories] [CASE ...]

The ``cases`` and those ``held-out`` lie in ``seeds/``. The ``stories`` lie in ``tests/stories/``:
they were written without sight of the checker, two reports of one event as far apart as in two real papers.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck import check
from claimcheck.config import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck import Finding

HERE = Path(__file__).parent
FOLDERS = (HERE.parent / "seeds", HERE / "stories")
SETS = ("cases", "held-out", "stories")
LOUD = ("error", "warning")
_ORDER = ("contradiction", "tension", "explained")


@dataclass
class Case:
    """One folder: the texts by file name, and what is expected of them."""

    folder: Path
    expected: dict[str, Any]
    texts: dict[str, str]

    @classmethod
    def load(cls, folder: Path) -> Case:
        """Read a case from its folder."""
        expected = json.loads((folder / "expected.json").read_text("utf-8"))
        texts = {
            p.name: p.read_bytes().decode("utf-8") for p in sorted(folder.iterdir()) if p.suffix in (".md", ".txt")
        }
        return cls(folder, expected, texts)

    def place(self, mention: dict[str, str]) -> tuple[str, int, int]:
        """File and code points of a mention."""
        at = self.texts[mention["file"]].index(mention["quote"])
        return mention["file"], at, at + len(mention["quote"])


@dataclass
class Score:
    """The tally over some cases."""

    counts: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of errors and warnings that hit a discrepancy."""
        said = self.counts["right"] + self.counts["false"]
        return self.counts["right"] / said if said else 1.0

    @property
    def recall(self) -> float:
        """Share of contradictions that an error or warning hits."""
        return self.counts["contradiction ok"] / self.counts["contradiction"] if self.counts["contradiction"] else 1.0

    @property
    def alarms(self) -> float:
        """False alarms per 1,000 words."""
        return 1000 * self.counts["false"] / self.counts["words"] if self.counts["words"] else 0.0

    def __str__(self) -> str:
        """One line of figures."""
        part = "  ".join(f"{kind} {self.counts[kind + ' ok']}/{self.counts[kind]}" for kind in _ORDER)
        pairs = f"consistent pairs flagged {self.counts['pairs hit']}/{self.counts['pairs']}"
        return f"{part}  {pairs}\nP={self.precision:.3f} R={self.recall:.3f} false-alarms/1000w={self.alarms:.2f}"


def cases(names: Iterable[str] = (), which: str | None = None) -> Iterator[Case]:
    """The cases of the repository, in name order."""
    for file in sorted(file for folder in FOLDERS for file in folder.glob("*/expected.json")):
        case = Case.load(file.parent)
        if (not names or case.folder.name in names) and which in (None, case.expected.get("set")):
            yield case


def score(chosen: Iterable[Case]) -> Score:
    """Check every case and tally."""
    total = Score()
    for case in chosen:
        _score_case(case, check(str(case.folder), settings=Settings()).findings, total)
    return total


def _score_case(case: Case, findings: Iterable[Finding], total: Score) -> None:
    golds = sorted(case.expected["discrepancies"], key=lambda d: _ORDER.index(d["verdict"]))
    total.counts["words"] += sum(len(t.split()) for t in case.texts.values())
    hit: dict[int, str] = {}
    flagged: set[int] = set()
    for finding in findings:
        matched = [k for k, gold in enumerate(golds) if hits(case, finding, gold["mentions"])]
        for k in matched:
            if finding.severity in LOUD or golds[k]["verdict"] == "tension":
                hit[k] = max(hit.get(k, ""), finding.outcome)
        if finding.severity in LOUD and not _good(finding, [golds[k] for k in matched], golds):
            total.counts["false"] += 1
            total.false.append(_line(case, finding))
            pairs = enumerate(case.expected["consistent"])
            flagged |= {k for k, c in pairs if len(touched(case, finding, c["mentions"])) >= min(2, len(c["mentions"]))}
        elif finding.severity in LOUD and matched:
            total.counts["right"] += 1
    _tally(case, golds, hit, total)
    total.counts.update({"pairs": len(case.expected["consistent"]), "pairs hit": len(flagged)})


def _good(finding: Finding, matched: list[dict[str, Any]], golds: list[dict[str, Any]]) -> bool:
    """Whether a loud finding is right: it hits a real discrepancy, or calls an explained one explained."""
    if finding.rule == "event-differs" and any(g["cause"] == "different-event" for g in golds):
        return True
    return any(g["verdict"] != "explained" or finding.outcome == "explained" for g in matched)


def _tally(case: Case, golds: list[dict[str, Any]], hit: dict[int, str], total: Score) -> None:
    for k, gold in enumerate(golds):
        verdict = gold["verdict"]
        ok = hit.get(k, "explained") == "explained" if verdict == "explained" else k in hit
        total.counts.update({verdict: 1, f"{verdict} ok": ok})
        if not ok:
            total.missed.append(f"{case.folder.name}: {verdict} {gold['kind']}: {gold['why']}")


def hits(case: Case, finding: Finding, mentions: list[dict[str, str]]) -> bool:
    """Whether a finding is about a discrepancy."""
    on = sum(bool(_touches(case, claim, mentions)) for claim in finding.claims)
    if 2 * on < len(finding.claims):
        return False
    values = {m["value"] for m in touched(case, finding, mentions)}
    return len(values) >= min(2, len(mentions))


def touched(case: Case, finding: Finding, mentions: list[dict[str, str]]) -> list[dict[str, str]]:
    """The mentions that a finding's claims overlap."""
    return [m for m in mentions if any(_touches(case, claim, [m]) for claim in finding.claims)]


def _touches(case: Case, claim: Any, mentions: list[dict[str, str]]) -> bool:
    name = Path(claim.source).name
    places = [case.place(m) for m in mentions]
    return any(file == name and claim.start < end and start < claim.end for file, start, end in places)


def _line(case: Case, finding: Finding) -> str:
    claims = " | ".join(f"{Path(c.source).name}: {c.text}" for c in finding.claims)
    return f"{case.folder.name}: {finding.severity} {finding.rule}: {claims}"


def main() -> None:
    """Print the score of the chosen cases."""
    parser = argparse.ArgumentParser(description="Score the checker on cases.")
    parser.add_argument("case", nargs="*")
    parser.add_argument("--set", choices=SETS)
    parser.add_argument("-v", action="store_true", help="list false alarms and what was missed")
    args = parser.parse_args()
    total = score(cases(args.case, args.set))
    if args.v:
        print(*(f"false   {line}" for line in total.false), *(f"missed  {line}" for line in total.missed), sep="\n")
    print(total)


if __name__ == "__main__":
    main()
