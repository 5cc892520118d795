"""Run the commands and the code that README.md and docs/ show, and paste what they print.

    python scripts/paste_outputs.py            paste anew
    python scripts/paste_outputs.py --check    change nothing; exit 1 where a page shows something else

A block ``console`` whose first line is ``$ claimcheck ...`` or ``$ python ...`` holds that command and what the terminal
shows. A block ``python`` with a block ``text`` right behind it holds code and what it prints.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
PAGES = (
    "README.md", "docs/tutorial.md", "docs/extraction.md", "docs/comparison.md", "docs/limits.md",
    "docs/how-to/library.md", "docs/how-to/rules.md", "docs/how-to/languages.md",
)  # fmt: skip
_CONSOLE = re.compile(
    r"^```console\n\$ (?P<command>(?:claimcheck|python) .*)\n(?P<out>(?:(?!```).*\n)*?)```$", re.MULTILINE
)
_PYTHON = re.compile(
    r"^```python\n(?P<code>(?:(?!```).*\n)+?)```\n\n```text\n(?P<out>(?:(?!```).*\n)*?)```$", re.MULTILINE
)


def pasted(page: str) -> str:
    """The page with every output as it is today."""
    page = _CONSOLE.sub(lambda m: f"```console\n$ {m['command']}\n{_run(_words(m['command']))}```", page)
    return _PYTHON.sub(
        lambda m: f"```python\n{m['code']}```\n\n```text\n{_run([sys.executable, '-c', m['code']])}```", page
    )


def _words(command: str) -> list[str]:
    """The command as this interpreter runs it."""
    program, *rest = shlex.split(command)
    return [sys.executable, *(["-m", "claimcheck"] if program == "claimcheck" else []), *rest]


def _run(words: Iterable[str]) -> str:
    """What a terminal of 100 columns shows, without colours; a line ends where its last letter does."""
    env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - the commands stand in our own pages
        list(words), cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> int:
    """Paste, or compare."""
    stale = []
    for name in PAGES:
        file = ROOT / name
        if not file.exists():
            continue
        old = file.read_text("utf-8")
        new = pasted(old)
        if new != old:
            stale.append(name)
            if "--check" not in sys.argv:
                file.write_text(new, "utf-8")
    print(*(f"{name} {'is out of date' if '--check' in sys.argv else 'was pasted anew'}" for name in stale), sep="\n")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
