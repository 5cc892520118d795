"""Every case of every rule's spec, from article text through `claimcheck.check`."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck import Settings, check

if TYPE_CHECKING:
    from claimcheck import Finding

HERE = Path(__file__).resolve().parent


def _format() -> Any:
    """The reader of the format, which lies beside this file (test folders are no packages)."""
    spec = importlib.util.spec_from_file_location("specs_format", HERE / "_format.py")
    assert spec
    assert spec.loader
    module = sys.modules["specs_format"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FILES = sorted((HERE / "rules").glob("*.md"))
CASES = [case for path in FILES for case in _format().read_spec(path)]


def describe(finding: Finding) -> str:
    figures = " | ".join(claim.text for claim in finding.claims)
    return f"{finding.rule} {finding.outcome.value} ({finding.cause}): {figures}\n    {finding.message}"


def agrees(expected: Any, finding: Finding) -> bool:
    if (finding.rule, finding.outcome.value, finding.cause) != (expected.rule, expected.outcome, expected.cause):
        return False
    texts = [claim.text for claim in finding.claims]
    named = all(any(figure in text for text in texts) for figure in expected.figures)
    return named and all(any(figure in text for figure in expected.figures) for text in texts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Any, tmp_path: Path) -> None:
    """What the case expects, and in German the same findings in other words."""
    paths = []
    for number, article in enumerate(case.articles):
        path = tmp_path / f"{'abcdef'[number]}.md"
        path.write_text(article, "utf-8")
        paths.append(path)
    findings = check(*paths).findings
    rules = {case.rule, *(e.rule for e in case.expected)}
    found = [f for f in findings if f.rule in rules]
    shown = "\n".join(map(describe, findings)) or "nothing"
    for expected in case.expected:
        assert any(agrees(expected, f) for f in found), f"not found: {expected}\nfound:\n{shown}"
    assert len(found) == len(case.expected), f"more than expected:\n{shown}"
    if found:
        in_german = [f for f in check(*paths, settings=Settings(lang_ui="de")).findings if f.rule in rules]
        assert [f.fingerprint for f in in_german] == [f.fingerprint for f in found]
        assert all(a.message != b.message for a, b in zip(found, in_german, strict=True))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_are_enough_cases(path: Path) -> None:
    """Three that fire and three near misses, in German, in English and mixed."""
    cases = [case for case in CASES if case.rule == path.stem]
    assert sum(case.fires for case in cases) >= 3
    assert sum(not case.fires for case in cases) >= 3
    assert {"de", "en"} <= {language for case in cases for language in case.languages}
    assert any(len(case.languages) > 1 for case in cases), "no case with reports in two languages"
