"""Every word of both pages stands out from what is behind it, as a browser paints it (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.__main__ import main
from tests.web.test_browser import address, chromium, needs_chromium, server

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

__all__ = ["address", "chromium", "server"]

pytestmark = needs_chromium
SCHEMES = ["light", "dark"]

# The colour of each text, of what is behind it, and how large it is; a colour that lets something through is mixed.
WORDS = """() => {
  const rgba = (text) => {
    const found = text.match(/[\\d.]+/g).map(Number);
    return { rgb: found.slice(0, 3), alpha: found.length > 3 ? found[3] : 1 };
  };
  const over = (top, below) => top.rgb.map((c, n) => c * top.alpha + below[n] * (1 - top.alpha));
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    return over(rgba(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  };
  const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const ratio = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  document.querySelectorAll("details").forEach((box) => { box.open = true; });
  const found = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
    if (element.closest("script, style, option")) continue;
    const style = getComputedStyle(element);
    const below = behind(element);
    const ink = rgba(element instanceof SVGElement ? style.fill : style.color);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const pair = `${ink.rgb} on ${below.map(Math.round)}${large ? " large" : ""}`;
    const known = found.get(pair);
    if (!known) found.set(pair, { pair, ratio: ratio(over(ink, below), below), least: large ? 3 : 4.5,
      where: `${element.tagName} ${element.getAttribute("class")}: ${walker.currentNode.data.trim()}` });
  }
  return [...found.values()];
}"""


def pairs(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(WORDS)
    assert len(found) > 5
    return found


def too_faint(page: Page) -> list[dict[str, Any]]:
    return [pair for pair in pairs(page) if pair["ratio"] < pair["least"]]


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_of_the_report_page(chromium: Browser, folder: Path, scheme: Any, media: Any) -> None:
    main(["check", "story", "--isolated", "--quiet", "--output", "html:report.html"])
    page = chromium.new_page(color_scheme=scheme)
    page.emulate_media(media=media)
    page.goto((folder / "report.html").as_uri())
    assert too_faint(page) == []
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_of_the_review_page(chromium: Browser, address: str, scheme: Any) -> None:
    page = chromium.new_page(color_scheme=scheme)
    page.goto(address)
    page.wait_for_selector("#texts details")
    page.wait_for_selector("#finding .finding")
    for key in "ce":  # confirmed, then a reason that is missing
        page.keyboard.press(key)
        page.wait_for_timeout(300)
        assert too_faint(page) == []
    page.get_by_role("button", name="Explain").click()
    page.wait_for_selector(".trouble")
    assert too_faint(page) == []
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_all_can_be_reached_and_what_has_the_focus_is_framed(chromium: Browser, folder: Path, scheme: Any) -> None:
    main(["check", "story", "--isolated", "--quiet", "--output", "html:report.html"])
    page = chromium.new_page(color_scheme=scheme)
    page.goto((folder / "report.html").as_uri())
    wanted = page.locator("a[href], button, input, select, summary, [tabindex='0']").count()
    reached = set()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert len(reached) == wanted
    page.close()
