"""What README.md and docs/ show is what happens: outputs are fresh, code runs, links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from claimcheck.config import Settings
from claimcheck.rules._registry import all_rules

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
FRESH = (
    "README.md", "docs/tutorial.md", "docs/extraction.md", "docs/limits.md", "docs/how-to/library.md",
    "docs/how-to/rules.md",
)  # fmt: skip
"""Pages whose every output is compared with a fresh run."""

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]\n]+\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def script(name: str) -> Any:
    """A module of scripts/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def anchors(page: str) -> set[str]:
    """The names of a page's headings, as links give them."""
    said = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(_FENCE.sub("", page)))
    return {heading.strip().replace(" ", "-") for heading in said}


@pytest.mark.parametrize("name", FRESH)
def test_a_page_shows_what_is_printed_today(name: str) -> None:
    page = (ROOT / name).read_text("utf-8")
    assert script("paste_outputs").pasted(page) == page, "run: python scripts/paste_outputs.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(_FENCE.sub("", page.read_text("utf-8"))):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target.read_text("utf-8")), link


def test_the_pages_of_the_rules_are_the_rules() -> None:
    assert script("generate_rule_docs").stale() == [], "run: python scripts/generate_rule_docs.py"


def test_the_readme_names_rules_that_there_are() -> None:
    table = (ROOT / "README.md").read_text("utf-8").split("## What it finds")[1].split("\n## ")[0]
    rules = set(all_rules(Settings()))
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", table))
    assert named
    assert named <= rules


def test_what_the_ablation_switches_off_is_still_there() -> None:
    for replaced in import_module("tests.bench.ablation").STEPS.values():
        assert all(hasattr(import_module(module), name) for module, name, _ in replaced)
