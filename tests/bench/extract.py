"""Extraction: characters per CPU second over those of Duckling, text2num and dateparser on the same prose.

Run it with ``python tests/bench/extract.py [FILE ...]``; without files (German) it reads the articles of ``seeds/``.
Prints ratios, each of runs that take turns in this one process; the peak memory of a process that reads 5 MB over that
of one in which Duckling does; and how the cost per character changes from 5 KB to 5 MB. What is not installed
(``pip install pyduckling-native-phihos text2num dateparser``) is said and skipped.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from claimcheck.extract.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEEDS = Path(__file__).parents[2] / "seeds"
RUNS = 5
SHARE = 8_000  # characters of the text that a rival gets a run; it is slow, and its cost per character is what counts
LARGE = 5_000_000
MEMORY = "--memory"  # as first argument: read the file with one reader and print the peak
KINDS = [
    "number", "ordinal", "amount-of-money", "distance", "volume", "quantity", "temperature", "duration", "time",
]  # fmt: skip


def ours(text: str, language: str) -> object:
    """Everything at once, as public models."""
    return mentions(text, language)


def duckling() -> Callable[[str, str], object]:
    """The kinds that we read, line by line: it turns quadratic on long texts."""
    native = import_module("duckling")

    now = native.get_current_ref_time(native.load_time_zones("/usr/share/zoneinfo"), "Europe/Berlin")
    kinds = native.parse_dimensions(KINDS)

    def read(text: str, language: str) -> object:
        locale = native.default_locale_lang(native.parse_lang(language.upper()))
        context = native.Context(now, locale)
        return [native.parse(line, context, kinds) for line in text.splitlines() if line.strip()]

    return read


def text2num() -> Callable[[str, str], object]:
    """Number words only."""
    alpha2digit = import_module("text_to_num").alpha2digit

    return lambda text, language: [alpha2digit(line, language) for line in text.splitlines()]


def dateparser() -> Callable[[str, str], object]:
    """Dates only."""
    search_dates = import_module("dateparser.search").search_dates

    return lambda text, language: [
        search_dates(line, languages=[language]) for line in text.splitlines() if line.strip()
    ]


RIVALS = {"Duckling": duckling, "text2num": text2num, "dateparser.search": dateparser}


def rate(read: Callable[[str, str], object], text: str, language: str) -> float:
    """Characters per CPU second."""
    begin = time.process_time()
    read(text, language)
    return len(text) / max(time.process_time() - begin, 1e-9)


def texts(paths: list[str]) -> dict[str, str]:
    """The prose of each language: files that are named, or all seeds."""
    if paths:
        return {"de": "\n".join(Path(path).read_text("utf-8") for path in paths)}
    found: dict[str, str] = {}
    for path in sorted(SEEDS.glob("*/*.md")):
        text = path.read_text("utf-8")
        language = "en" if "\nlanguage: en" in text else "de"
        found[language] = found.get(language, "") + text.rpartition("---\n")[2]
    return found


def rivals() -> Iterator[tuple[str, Any]]:
    """Those that are installed."""
    for name, make in RIVALS.items():
        try:
            yield name, make()
        except (ImportError, AttributeError) as missing:
            print(f"{name}: skipped ({missing})")


def compare(text: str, language: str, name: str, read: Callable[[str, str], object]) -> None:
    """Print our rate over a rival's, on the same text in turns."""
    part = text[:SHARE]
    ratios = [rate(ours, text, language) / rate(read, part, language) for _ in range(RUNS)]
    print(f"{language}: claimcheck / {name}: {median(ratios):.1f}")


def repeated(text: str) -> str:
    """The text as often as it takes to 5 MB."""
    return (text * (LARGE // len(text) + 1))[:LARGE]


def peak(name: str, path: str, language: str) -> int:
    """The peak memory of a process that reads a file, in the unit of the system."""
    command = [sys.executable, __file__, MEMORY, name, path, language]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def print_own_peak(name: str, path: str, language: str) -> None:
    """What the subprocess does."""
    read = RIVALS[name]() if name in RIVALS else ours
    read(Path(path).read_text("utf-8"), language)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def compare_memory(text: str, language: str, rival: str) -> None:
    """Print our peak over a rival's, each of a process of its own that reads the same 5 MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prose.txt"
        path.write_text(repeated(text), "utf-8")
        ratio = peak("claimcheck", str(path), language) / peak(rival, str(path), language)
    print(f"{language}: peak memory over 5 MB, claimcheck / {rival}: {ratio:.1f}")


def main() -> int:
    """Measure and print."""
    if sys.argv[1:2] == [MEMORY]:
        print_own_peak(*sys.argv[2:])
        return 0
    chosen = texts(sys.argv[1:])
    for name, read in rivals():
        for language, text in chosen.items():
            rate(ours, text, language)  # words are looked up once
            rate(read, text[:500], language)
            compare(text, language, name, read)
            if name == "Duckling":
                compare_memory(text, language, name)
    for language, text in chosen.items():
        small, large = text[:5000], repeated(text)
        many = median(rate(ours, small, language) for _ in range(40))
        once = rate(ours, large, language)
        print(f"{language}: {once:,.0f} characters per CPU second; 5 MB in one call / 5 KB: {once / many:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
