"""Take the pictures that docs/how-to/desk.md shows, anew: ``scripts/take_screenshots.py``.

It needs a chromium of the system, and what is installed for the tests. The story is ``seeds/cathedral-bells``.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "how-to"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
COMMAND = [sys.executable, "-m", "claimcheck"]
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}
REASON = "The founders cast on two days; both were seen by our reporter."


@contextmanager
def review(folder: Path) -> Iterator[str]:
    """The address of the review page, while it runs."""
    words = [*COMMAND, "review", "story", "--reviewer", "anna", "--no-browser", "--isolated"]
    with subprocess.Popen(words, cwd=folder, env=ENV, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603
        said = (re.search(r"http://\S+", line) for line in server.stderr or ())
        yield next(found[0] for found in said if found)
        server.send_signal(signal.SIGINT)


def shoot(browser: Browser, address: str, name: str, *keys: str, **look: Any) -> None:
    """One picture of a page, after some keys."""
    page = browser.new_page(**look)
    page.goto(address)
    page.wait_for_selector(".finding")
    for key in keys:
        page.keyboard.type(key) if len(key) > 1 and " " in key else page.keyboard.press(key)
        page.wait_for_timeout(400)
    page.wait_for_timeout(400)
    page.screenshot(path=str(PICTURES / name))
    page.close()


def main() -> None:
    """Take all three."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds" / "cathedral-bells", folder / "story")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
        wide: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
        narrow: dict[str, Any] = {"viewport": {"width": 420, "height": 800}, "color_scheme": "dark"}
        report = [*COMMAND, "check", "story", "--isolated", "--quiet", "--output", "html:report.html"]
        subprocess.run(report, cwd=folder, env=ENV, check=False)  # noqa: S603 - it ends with 1: there are findings
        shoot(browser, (folder / "report.html").as_uri(), "report.png", **wide)
        with review(folder) as address:
            shoot(browser, address, "desk.png", "c", "j", "e", REASON, "Enter", **wide)
            shoot(browser, address, "desk-narrow.png", **narrow)
        browser.close()


if __name__ == "__main__":
    main()
