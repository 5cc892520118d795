"""The pages: the list, one finding, a decision, the texts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from claimcheck.model import Finding, Report, State
from claimcheck.review.decisions import Decision, file_of
from claimcheck.review.desk import Desk, Story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.testclient import TestClient


def first(desk: Desk) -> Finding:
    return desk.story.report.findings[0]


def decide(browser: TestClient, finding: Finding, state: str, why: str = "") -> tuple[int, str]:
    answer = browser.post(f"/findings/{finding.fingerprint}/decision", data={"state": state, "why": why})
    return answer.status_code, answer.text


def test_the_page_lists_every_finding_the_loudest_first(browser: TestClient, desk: Desk) -> None:
    page = browser.get("/").text
    shown = re.findall(r'data-url="/findings/([0-9a-f]{64})"', page)
    assert shown == [finding.fingerprint for finding in desk.story.report.findings]
    assert len(shown) >= 2


def test_nothing_on_a_page_is_run_or_styled_in_place(browser: TestClient, desk: Desk) -> None:
    for path in ("/", f"/findings/{first(desk).fingerprint}", "/texts"):
        page = browser.get(path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|hx-on|javascript:", page)
        assert all('src="/static/' in script for script in re.findall(r"<script[^>]*>", page))


def test_a_headline_with_a_script_is_a_headline(browser: TestClient) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in browser.get("/texts").text


def test_htmx_runs_no_text_as_code(browser: TestClient) -> None:
    found = re.search(r"""name="htmx-config" content='([^']*)'""", browser.get("/").text)
    assert found is not None
    config = json.loads(found[1])
    assert not config["allowEval"]
    assert not config["allowScriptTags"]
    assert not config["includeIndicatorStyles"]
    assert config["selfRequestsOnly"]


def test_a_confirmed_finding_is_saved_and_still_there_after_a_reload(browser: TestClient, desk: Desk) -> None:
    status, answer = decide(browser, first(desk), "confirmed")
    assert status == 200
    assert "saved: confirmed" in answer
    assert 'data-state="confirmed"' in answer
    assert 'data-state="confirmed"' in browser.get("/").text
    assert desk.decisions.state(first(desk).fingerprint) is State.CONFIRMED


@pytest.mark.parametrize("state", ["explained", "dismissed"])
def test_hiding_a_finding_takes_a_reason(browser: TestClient, desk: Desk, state: str) -> None:
    status, answer = decide(browser, first(desk), state, "  ")
    assert status == 422
    assert "A reason, please" in answer
    assert not desk.file.exists()
    assert decide(browser, first(desk), state, "counted twice")[0] == 200
    assert desk.decisions.suppressed == {first(desk).fingerprint}


def test_a_note_keeps_the_state(browser: TestClient, desk: Desk) -> None:
    decide(browser, first(desk), "note", "ask the fire brigade")
    assert desk.decisions.state(first(desk).fingerprint) is State.OPEN
    decide(browser, first(desk), "dismissed", "counted twice")
    assert decide(browser, first(desk), "note", "")[0] == 422
    decide(browser, first(desk), "note", "<b>counted</b> three times")
    (*_, last) = desk.decisions.history[first(desk).fingerprint]
    assert (last.state, last.justification) == (State.DISMISSED, "<b>counted</b> three times")
    assert "&lt;b&gt;counted&lt;/b&gt;" in browser.get(f"/findings/{first(desk).fingerprint}").text


def test_a_decision_can_be_taken_back(browser: TestClient, desk: Desk) -> None:
    decide(browser, first(desk), "confirmed")
    decide(browser, first(desk), "open")
    assert desk.decisions.decided == frozenset()
    assert len(desk.decisions.history[first(desk).fingerprint]) == 2


def test_what_is_no_decision_is_refused(browser: TestClient, desk: Desk) -> None:
    assert decide(browser, first(desk), "maybe")[0] == 422
    assert decide(browser, first(desk), "confirmed", "x" * 10_001)[0] == 422
    assert browser.get("/findings/0").status_code == 404
    assert browser.post("/findings/0/decision", data={"state": "confirmed"}).status_code == 404
    assert browser.get("/static/../pages.py").status_code == 404
    assert browser.get("/static/%2e%2e%2fpages.py").status_code == 404
    assert not desk.file.exists()


def test_what_a_colleague_decides_is_seen_at_once(browser: TestClient, desk: Desk, folder: Path) -> None:
    made = Decision.on(first(desk), State.DISMISSED, by="Ben", why="two fires")
    file_of(folder, "ben").write_text(made.model_dump_json() + "\n", "utf-8")
    assert "two fires" in browser.get(f"/findings/{first(desk).fingerprint}").text


def test_a_decision_that_cannot_be_saved_says_so_and_keeps_the_words(browser: TestClient, desk: Desk) -> None:
    desk.file = desk.file.parent / "story"  # a folder: nothing can be added to it
    status, answer = decide(browser, first(desk), "dismissed", "counted twice")
    assert status == 507
    assert "the decision was not saved" in answer
    assert "counted twice" in answer
    assert 'data-state="dismissed"' not in browser.get("/").text


def test_a_file_that_breaks_meanwhile_is_named_and_left_alone(browser: TestClient, desk: Desk) -> None:
    desk.file.write_text("{\n", "utf-8")
    answer = browser.get("/")
    assert answer.status_code == 409
    assert "claimcheck.review.jsonl: line 1 is no decision" in answer.text
    assert decide(browser, first(desk), "confirmed")[0] == 409
    assert desk.file.read_text("utf-8") == "{\n"


def test_a_changed_article_is_checked_again(browser: TestClient, desk: Desk, rewrite: Callable[..., None]) -> None:
    before = len(desk.story.report.findings)
    rewrite(injured="nine", damage="2")
    browser.get("/")
    assert len(desk.story.report.findings) < before


def test_nothing_to_decide_is_said(browser: TestClient, folder: Path) -> None:
    (folder / "story" / "post.md").unlink()
    assert "No differences were found" in browser.get("/").text


def test_a_decision_among_a_thousand_findings_sends_one_of_them(desk: Desk, browser: TestClient) -> None:
    many = {
        f"{number:064x}": first(desk).model_copy(update={"fingerprint": f"{number:064x}"}) for number in range(1000)
    }
    desk.story = Story(Report(findings=tuple(many.values())), desk.story.show, desk.story.texts)
    status, answer = decide(browser, many[f"{7:064x}"], "confirmed")
    named = set(re.findall(r"[0-9a-f]{64}", answer))
    assert status == 200
    assert f"{7:064x}" in named
    assert len(named) < 10  # how fast that is, tests/bench/pages.py measures
