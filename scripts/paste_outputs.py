"""Run the commands and the code that README.md and docs/ show, and paste what they print: ``scripts/paste_outputs.py``.

A block ``console`` whose first line is ``$ claimcheck ...`` or ``$ python ...`` holds that command and what the
terminal shows. A block ``python`` with a block ``text`` right behind it holds code and what it prints. A comment
``<!-- file: a.md -->`` right before a block makes it a file; where a page has such files, its commands run beside them,
else in the root of the project. Names of pages as arguments choose pages; ``--check`` changes nothing and exits with 1
where a page shows something else.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md", "docs/tutorial.md", "docs/extraction.md", "docs/comparison.md", "docs/limits.md",
    "docs/how-to/library.md", "docs/how-to/rules.md", "docs/how-to/languages.md",
    "docs/how-to/ci.md", "docs/how-to/cms.md",
)  # fmt: skip
_BODY = r"(?P<out>(?:(?!```).*\n)*?)```$"
_CONSOLE = re.compile(r"^```console\n\$ (?P<command>(?:claimcheck|python) .*)\n" + _BODY, re.MULTILINE)
_PYTHON = re.compile(r"^```python\n(?P<code>(?:(?!```).*\n)+?)```\n\n```text\n" + _BODY, re.MULTILINE)
_FILE = re.compile(r"^<!-- file: (?P<name>\S+) -->\n```\w+\n(?P<text>(?:(?!```).*\n)+?)```$", re.MULTILINE)


def pasted(page: str) -> str:
    """The page with every output as it is today."""
    with TemporaryDirectory() as folder:
        for found in _FILE.finditer(page):
            file = Path(folder, found["name"])
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(found["text"], "utf-8")
        home = Path(folder) if _FILE.search(page) else ROOT
        page = _CONSOLE.sub(lambda m: f"```console\n$ {m['command']}\n{_printed(_words(m['command']), home)}```", page)
        return _PYTHON.sub(
            lambda m: f"```python\n{m['code']}```\n\n```text\n{_printed([sys.executable, '-c', m['code']], home)}```",
            page,
        )


def _words(command: str) -> list[str]:
    """The command as this interpreter runs it."""
    program, *rest = shlex.split(command)
    return [sys.executable, *(["-m", "claimcheck"] if program == "claimcheck" else []), *rest]


def _printed(words: Iterable[str], home: Path) -> str:
    """What a terminal of 100 columns shows, without colours; a line ends where its last letter does."""
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - the commands stand in our own pages
        list(words), cwd=home, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> int:
    """Paste, or compare."""
    check = "--check" in sys.argv
    stale = []
    for name in [arg for arg in sys.argv[1:] if arg != "--check"] or PAGES:
        old = (ROOT / name).read_text("utf-8")
        new = pasted(old)
        if new == old:
            continue
        stale.append(name)
        if not check:
            (ROOT / name).write_text(new, "utf-8")
    print(*(f"{name} {'is out of date' if check else 'was pasted anew'}" for name in stale), sep="\n")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main())
