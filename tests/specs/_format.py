"""The format of the specs: Markdown to cases. See README.md in this folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADING = re.compile(r"^(#{1,3}) +(.+?)\s*$")
_FENCE = re.compile(r"^```(\w*)\s*$")
_FINDING = re.compile(
    r"^(?:(?P<rule>[a-z]+(?:-[a-z]+)+) +)?(?P<outcome>contradiction|tension|explained)"
    r"(?: +\((?P<cause>[a-z-]+)\))?: *(?P<figures>.+)$"
)


@dataclass(frozen=True)
class Expected:
    """One finding that a case must bring: the rule, the outcome, the cause, and words of each claim."""

    rule: str
    outcome: str
    cause: str | None
    figures: tuple[str, ...]


@dataclass
class Case:
    """One case: the articles, and all findings of the rule."""

    rule: str
    title: str
    articles: list[str] = field(default_factory=list)
    expected: list[Expected] | None = None

    @property
    def id(self) -> str:
        return f"{self.rule}: {self.title}"

    @property
    def fires(self) -> bool:
        return any(e.rule == self.rule for e in self.expected or ())

    @property
    def languages(self) -> set[str]:
        return {m for a in self.articles for m in re.findall(r"^language: (\w+)$", a, re.MULTILINE)}


def read_spec(path: Path) -> list[Case]:
    """All cases of one file.

    Raises:
        ValueError: the file breaks the format; the message says where.
    """
    rule = path.stem
    cases: list[Case] = []
    parent: Case | None = None
    for kind, text in _pieces(path.read_text("utf-8")):
        if kind == "##":
            parent = Case(rule, text)
            cases.append(parent)
        elif kind == "###":
            if parent is None:
                raise ValueError(f"{path.name}: the twin {text!r} follows no case")
            cases.append(Case(rule, f"{parent.title} / {text}", list(parent.articles)))
        elif kind in ("article", "instead", "expect"):
            _take(cases[-1], kind, text)
    for case in cases:
        if case.expected is None or not case.articles:
            raise ValueError(f"{case.id}: no article, or nothing expected")
    return cases


def _take(case: Case, kind: str, text: str) -> None:
    if kind == "article":
        case.articles.append(text)
    elif kind == "instead":
        for line in text.strip().splitlines():
            case.articles = _changed(case, *line.split(" -> "))
    else:
        case.expected = [_finding(case, line) for line in text.strip().splitlines() if line != "silent"]


def _changed(case: Case, old: str, new: str) -> list[str]:
    if sum(a.count(old) for a in case.articles) != 1:
        raise ValueError(f"{case.id}: {old!r} does not occur exactly once")
    return [a.replace(old, new) for a in case.articles]


def _finding(case: Case, line: str) -> Expected:
    found = _FINDING.match(line)
    if found is None:
        raise ValueError(f"{case.id}: cannot read {line!r}")
    figures = tuple(f.strip() for f in found["figures"].split("|"))
    return Expected(found["rule"] or case.rule, found["outcome"], found["cause"], figures)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Headings as ("##", title), fenced blocks as (language, content)."""
    block: tuple[str, list[str]] | None = None
    for line in text.splitlines():
        fence, heading = _FENCE.match(line), _HEADING.match(line)
        if block is not None:
            if line == "```":
                yield block[0], "\n".join(block[1]) + "\n"
                block = None
            else:
                block[1].append(line)
        elif fence:
            block = fence[1], []
        elif heading:
            yield heading[1], heading[2]
