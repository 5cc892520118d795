"""Write docs/rules/: a page for each rule, the one that ``claimcheck explain`` prints, and an index.

python scripts/generate_rule_docs.py            write anew
python scripts/generate_rule_docs.py --check    change nothing; exit 1 where a page is out of date
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.commands._pages import page, summary
from claimcheck.config import Settings
from claimcheck.rules._registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.rules import Rule

FOLDER = Path(__file__).parent.parent / "docs" / "rules"

_INDEX = """# The rules

One page a rule, as `claimcheck explain RULE` prints it. They are written from the rules themselves by
`python scripts/generate_rule_docs.py`: to change a page, change the docstring of its rule.

| rule | what it finds |
|---|---|
"""


def pages() -> dict[str, str]:
    """All files of the folder, by name."""
    rules = all_rules(Settings())
    return {"README.md": _index(rules), **{f"{name}.md": f"# {name}\n\n{page(rule)}" for name, rule in rules.items()}}


def _index(rules: Mapping[str, type[Rule]]) -> str:
    return _INDEX + "".join(f"| [{name}]({name}.md) | {summary(rules[name])} |\n" for name in sorted(rules))


def stale() -> list[str]:
    """Names of files that are missing, out of date, or there without a rule."""
    there = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.md")}
    wanted = pages()
    return sorted(name for name in there.keys() | wanted.keys() if there.get(name) != wanted.get(name))


def main() -> int:
    """Write, or compare."""
    names = stale()
    if "--check" in sys.argv:
        print(*(f"docs/rules/{name} is out of date" for name in names), sep="\n")
        return 1 if names else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for name in names:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], "utf-8")
        else:
            (FOLDER / name).unlink()
    print(f"{len(wanted)} pages in docs/rules, {len(names)} of them changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
