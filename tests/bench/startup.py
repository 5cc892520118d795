"""Start-up: CPU time of the command over that of the one import it cannot do without.

Run it with ``python tests/bench/startup.py``. Prints two ratios, each of medians of runs that take turns, with the
limit it must keep; exits with 1 where one is over.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

RUNS = 15
ROOT = Path(__file__).parents[2]
START = "from claimcheck.__main__ import command; command()"  # what the installed command does

CASES = (
    ("claimcheck --help", ["--help"], "import argparse", 1.5),
    (
        "claimcheck check seeds/putin-xi-visits",
        ["check", "seeds/putin-xi-visits"],
        "import pydantic; pydantic.BaseModel",
        4.0,
    ),
)


def cpu(*code: str) -> float:
    """Seconds of user and system time that a fresh interpreter needs to run ``code``."""
    silent = subprocess.DEVNULL
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as installed
    process = subprocess.Popen([sys.executable, "-c", *code], cwd=ROOT, stdout=silent, stderr=silent, env=env)
    usage = os.wait4(process.pid, 0)[2]
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Measure, print, and say whether all limits are kept."""
    kept = True
    for name, words, bare, limit in CASES:
        times = [(cpu(START, *words), cpu(bare)) for _ in range(RUNS)]
        ours, imports = (median(column) for column in zip(*times, strict=True))
        kept = kept and ours / imports <= limit
        print(f"{name}: {ours * 1000:.0f} ms = {ours / imports:.2f} x {imports * 1000:.0f} ms, at most {limit} x")
        print(f"  of python -c {bare!r}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
