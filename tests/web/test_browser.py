"""The review page in a real browser: load, filter, open, decide, reload, and the decision is still there."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect, sync_playwright

import claimcheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium is installed (on Debian: apt install chromium)"
)
pytestmark = needs_chromium


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def server(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """``claimcheck review`` as it is started by hand."""
    command = [sys.executable, "-m", "claimcheck", "review", "story", "--no-browser", "--isolated", "--reviewer=anna"]
    found_at = {**os.environ, "PYTHONPATH": str(Path(claimcheck.__file__).parents[1])}
    with subprocess.Popen(command, cwd=folder, env=found_at, stderr=subprocess.PIPE, text=True) as started:
        yield started
        started.send_signal(signal.SIGINT)
        started.communicate(timeout=20)


@pytest.fixture
def address(server: subprocess.Popen[str]) -> str:
    assert server.stderr is not None
    said = server.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", said)
    assert found is not None, said
    return found[0]


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Open the page in a window of a size; in the end nothing may have gone wrong in it."""
    complaints: list[str] = []
    context = chromium.new_context()

    def opened(width: int = 1280, height: int = 800) -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        expect(page.locator("#finding .finding")).to_be_visible()
        return page

    yield opened
    context.close()
    assert complaints == []


def saved(folder: Path) -> list[tuple[str, str]]:
    file = folder / "claimcheck.review.anna.jsonl"
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [(row["state"], row["justification"]) for row in map(json.loads, lines)]


def test_the_key_does_not_stay_in_the_address(open_page: Callable[..., Page]) -> None:
    assert "token" not in open_page().url


def test_load_filter_open_decide_reload(open_page: Callable[..., Page], folder: Path) -> None:
    page = open_page()
    rows = page.locator("#rows .row")
    total = rows.count()
    assert total >= 2
    page.get_by_role("searchbox").fill("police DAMAGE")
    expect(page.locator("#rows .row:visible")).to_have_count(1)
    page.locator("#rows .row:visible a").click()
    expect(page.locator("#finding .finding")).to_contain_text("5 million euros")
    page.get_by_label("Reason or note").fill("two mills")
    page.get_by_role("button", name="Explain").click()
    expect(page.get_by_text("saved: explained")).to_be_visible()
    assert saved(folder) == [("explained", "two mills")]
    page.reload()
    expect(page.locator("#rows .row.explained")).to_have_count(1)
    expect(page.locator("#finding .decide .state")).to_have_text("explained")
    expect(page.locator(".history")).to_contain_text("explained by anna")
    expect(page.locator("#tally .explained b")).to_have_text("1")
    page.get_by_label("State").select_option("open")
    expect(page.locator("#rows .row:visible")).to_have_count(total - 1)


def test_the_keyboard_does_it_all(open_page: Callable[..., Page], folder: Path) -> None:
    page = open_page()
    first, second = (page.locator("#rows .row .message").nth(n).inner_text() for n in (0, 1))
    heading = page.locator("#finding h3").first
    expect(heading).to_have_text(first)
    page.keyboard.press("j")
    expect(heading).to_have_text(second)
    expect(page.locator("#rows a[aria-current=true]")).to_contain_text(second)
    page.keyboard.press("k")
    expect(heading).to_have_text(first)
    page.keyboard.press("c")
    expect(page.get_by_text("saved: confirmed")).to_be_visible()
    page.keyboard.press("j")
    expect(heading).to_have_text(second)
    page.keyboard.press("d")
    page.keyboard.type("counted twice, c e d")
    page.keyboard.press("Enter")
    expect(page.get_by_text("saved: dismissed")).to_be_visible()
    page.keyboard.press("u")
    expect(page.get_by_text("saved: open")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("nothing like this")
    expect(page.get_by_text("No finding fits these filters")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#rows .row:visible").first).to_be_visible()
    assert [state for state, _ in saved(folder)] == ["confirmed", "dismissed", "open"]


def test_a_reason_is_asked_for_in_the_page(chromium: Browser, address: str, folder: Path) -> None:
    page = chromium.new_page()
    page.goto(address)
    expect(page.locator("#finding .finding")).to_be_visible()
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="A reason, please")).to_be_visible()
    expect(page.get_by_label("Reason or note")).to_be_focused()
    assert saved(folder) == []
    page.close()


def test_a_figure_leads_to_its_text_and_back(open_page: Callable[..., Page]) -> None:
    page = open_page()
    expect(page.locator("#texts details")).to_have_count(2)
    page.locator("#finding figcaption a").first.click()
    expect(page.locator("#texts .claim:target")).to_be_in_viewport()
    page.locator("#texts .claim:target").click()
    expect(page.locator("#finding .finding")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_sticks_out_at_any_width(open_page: Callable[..., Page], width: int) -> None:
    page = open_page(width)
    expect(page.locator("#texts details")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_server_that_is_gone_is_noticed(
    chromium: Browser, address: str, server: subprocess.Popen[str], folder: Path
) -> None:
    page = chromium.new_page()
    page.goto(address)
    expect(page.locator("#finding .finding")).to_be_visible()
    server.send_signal(signal.SIGINT)
    assert server.wait(20) == 0
    page.keyboard.press("c")
    expect(page.get_by_text("The server no longer answers")).to_be_visible()
    assert saved(folder) == []
    page.close()


def test_what_is_shown_as_saved_survives_a_crash(
    chromium: Browser, address: str, server: subprocess.Popen[str], folder: Path
) -> None:
    page = chromium.new_page()
    page.goto(address)
    expect(page.locator("#finding .finding")).to_be_visible()
    page.keyboard.press("c")
    expect(page.get_by_text("saved: confirmed")).to_be_visible()
    server.kill()
    assert saved(folder) == [("confirmed", "")]
    page.close()
