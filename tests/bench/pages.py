"""Pages: what writing the report page costs over the check, its size, and how soon both pages answer in a browser.

Run it with ``python tests/bench/pages.py``. The run is one of a hundred articles and a thousand figures. Prints each
measure with the limit it must keep, and exits with 1 where one is over. What a browser measures is skipped where no
chromium is found.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import sync_playwright

from claimcheck.pipeline import compare, gather
from claimcheck.writers import write_report
from tests.bench import _story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from playwright.sync_api import Page

    from claimcheck.model import Comparison, Report

RUNS = 5
ARTICLES = 100
FINDINGS = 500
STOPS = 40  # findings opened on the review page
TYPED = "brenzach people"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
TYPING = """async (typed) => {
  const box = document.querySelector("#filters [type=search]");
  const times = [];
  for (let n = 1; n <= typed.length; n += 1) {
    const start = performance.now();
    box.value = typed.slice(0, n);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight; // lays out what has changed
    times.push(performance.now() - start);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return times;
}"""
CLICKING = """async (selector) => {
  const pane = document.getElementById("finding");
  const target = document.querySelector(selector);
  const changed = new Promise((done) => new MutationObserver((_, self) => { self.disconnect(); done(); })
    .observe(pane, { childList: true }));
  const start = performance.now();
  target.click();
  await changed;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


class Measured(NamedTuple):
    """A figure, its limit, and what is said of it."""

    about: str
    value: float
    limit: float
    unit: str

    def show(self) -> bool:
        """Print it; whether the limit is kept."""
        print(f"{self.about}: {self.value:.2f} {self.unit}, at most {self.limit:g} {self.unit}")
        return self.value <= self.limit


def run(files: list[Path]) -> tuple[float, Comparison, Report]:
    """Check, from the files on; CPU seconds and the result."""
    start = time.process_time()
    comparison = gather(*files)
    report = compare(comparison)
    return time.process_time() - start, comparison, report


def page(comparison: Comparison, report: Report) -> tuple[float, str]:
    """Write the report page; CPU seconds and the page."""
    start = time.process_time()
    html = write_report(report, "html", documents=comparison.documents, claims=comparison.claims)
    return time.process_time() - start, str(html)


def written(files: list[Path]) -> Iterator[Measured]:
    """What writing costs, in runs that take turns."""
    pairs = []
    for _ in range(RUNS):
        checked, comparison, report = run(files)
        wrote, html = page(comparison, report)
        pairs.append(wrote / checked)
    counts = f"{len(files)} articles, {len(comparison.claims)} claims, {len(report.findings)} findings"
    print(f"{counts}; the last check took {checked:.2f} s of CPU, its page {wrote:.2f} s")
    yield Measured("report page: CPU time of writing it over that of the check", median(pairs), 2, "x")
    yield Measured("report page: size", len(html.encode()) / 1e6, 3, "MB")


def many(files: list[Path], folder: Path) -> str:
    """The address of a page of 500 findings: those of the run, as often as it takes."""
    _, comparison, report = run(files)
    found = [report.findings[n % len(report.findings)] for n in range(FINDINGS)]
    own = [f.model_copy(update={"fingerprint": sha256(b"%d" % n).hexdigest()}) for n, f in enumerate(found)]
    _, html = page(comparison, report.model_copy(update={"findings": tuple(own)}))
    file = folder / "many.html"
    file.write_text(html, "utf-8")
    return file.as_uri()


def typed(browser_page: Page, address: str) -> Iterator[Measured]:
    """How long the filters take on a page of 500 findings."""
    start = time.perf_counter()
    browser_page.goto(address)
    browser_page.evaluate(PAINTED)
    yield Measured(f"report page, {FINDINGS} findings: opened and painted", time.perf_counter() - start, 3, "s")
    times = browser_page.evaluate(TYPING, TYPED)
    yield Measured("report page: the slowest letter typed into the search, laid out", max(times), 100, "ms")
    yield Measured("report page: the median letter", median(times), 50, "ms")


@contextmanager
def served(files: list[Path], folder: Path) -> Iterator[str]:
    """The review page of the run; its address."""
    words = [sys.executable, "-m", "claimcheck", "review", *map(str, files), "--isolated", "--no-browser"]
    env = {**os.environ, "PYTHONPATH": str(_story.SEEDS.parent)}
    with subprocess.Popen(words, cwd=folder, env=env, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            found = next(filter(None, (re.search(r"http://\S+", line) for line in server.stderr)), None)
            if found is None:
                raise SystemExit("the review page did not start")
            yield found[0]
        finally:
            server.send_signal(signal.SIGINT)


def clicked(browser_page: Page, address: str) -> Iterator[Measured]:
    """How long the review page takes from a click to the painted answer."""
    browser_page.goto(address)
    browser_page.wait_for_selector("#texts details")
    browser_page.wait_for_selector("#finding .finding")
    rows = browser_page.locator("#rows .row").count()
    opened = _slowest(browser_page, (_link(n) for n in range(2, rows, max(1, rows // STOPS))))
    yield Measured(f"review page, {rows} findings: a click on one, the slowest of {STOPS}", opened, 100, "ms")
    browser_page.evaluate(CLICKING, _link(1))
    decided = _slowest(browser_page, [f"button[data-key={key}]" for key in ("c", "u")] * 5)
    yield Measured("review page: a decision, saved and shown, the slowest of 10", decided, 100, "ms")
    yield Measured("review page: the slowest letter typed", max(browser_page.evaluate(TYPING, TYPED)), 100, "ms")


def _link(row: int) -> str:
    return f"#rows .row:nth-child({row}) a"


def _slowest(browser_page: Page, targets: Iterable[str]) -> float:
    """The slowest of some clicks; each is done three times and counts at its best, as other programs run too."""
    every = list(targets)
    rounds: list[list[float]] = [[browser_page.evaluate(CLICKING, target) for target in every] for _ in range(3)]
    return float(max(map(min, zip(*rounds, strict=True))))


def main() -> int:
    """Measure, print, and say whether all limits are kept."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = _story.articles()
        files += _story.write(folder, ARTICLES - len(files))
        kept = [measured.show() for measured in written(files)]
        if CHROMIUM is None:
            print("no chromium was found: nothing is measured in a browser")
        else:
            kept += in_browser(files, folder)
    return 0 if all(kept) else 1


def in_browser(files: list[Path], folder: Path) -> list[bool]:
    """Whether each limit is kept in a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
        kept = [measured.show() for measured in typed(browser.new_page(), many(files, folder))]
        with served(files, folder) as address:
            kept += [measured.show() for measured in clicked(browser.new_page(), address)]
        browser.close()
    return kept


if __name__ == "__main__":
    sys.exit(main())
