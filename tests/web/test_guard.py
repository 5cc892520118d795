"""Who may speak to the review page, and who may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.review.guard import POLICY, Keys

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from claimcheck.review.desk import Desk

LIMIT = 100_000


def test_a_stranger_sees_nothing(stranger: TestClient) -> None:
    for path in ("/", "/texts", "/static/review.js", "/api/report", "/api/openapi.json", "/nowhere"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert "Open the address" in answer.text


@pytest.mark.parametrize("token", ["", "x", "é", "\udcff".encode("utf-8", "surrogateescape").decode("latin-1")])
def test_another_token_opens_nothing(stranger: TestClient, token: str) -> None:
    assert stranger.get("/", params={"token": token}).status_code == 403


def test_the_address_becomes_a_cookie_that_scripts_and_other_sites_cannot_use(stranger: TestClient, keys: Keys) -> None:
    answer = stranger.get(f"/?token={keys.token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert stranger.get("/").status_code == 200


def test_every_answer_is_strict_about_what_may_run(stranger: TestClient, keys: Keys) -> None:
    for path in (f"/?token={keys.token}", "/", "/texts", "/static/review.css", "/nowhere"):
        headers = stranger.get(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1:8000.evil.example", ""])
def test_a_page_under_another_name_is_refused(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"Host": host}).status_code == 421


def _decide(browser: TestClient, desk: Desk, **headers: str) -> int:
    fingerprint = desk.story.report.findings[0].fingerprint
    answer = browser.post(f"/findings/{fingerprint}/decision", data={"state": "confirmed"}, headers=headers)
    return int(answer.status_code)


def test_a_change_needs_the_key_in_the_page(browser: TestClient, desk: Desk) -> None:
    assert _decide(browser, desk, **{"X-CSRF-Token": "guess"}) == 403
    assert desk.decisions.history == {}
    assert _decide(browser, desk) == 200


def test_a_change_from_another_site_is_refused_whatever_it_knows(browser: TestClient, desk: Desk) -> None:
    assert _decide(browser, desk, Origin="https://evil.example") == 403
    assert _decide(browser, desk, Origin="null") == 403
    assert _decide(browser, desk, Origin="http://127.0.0.1:8000") == 200


def test_a_program_sends_its_key_in_a_header(stranger: TestClient, keys: Keys) -> None:
    stranger.headers["Authorization"] = f"Bearer {keys.token}"
    assert stranger.get("/api/report").status_code == 200
    assert stranger.post("/api/check", json={"documents": [{"text": "Nine."}]}).status_code == 200
    assert stranger.get("/api/report", headers={"Authorization": f"Basic {keys.token}"}).status_code == 403


def test_too_much_is_refused_with_a_stated_length(browser: TestClient) -> None:
    assert browser.post("/api/check", content=b" " * (LIMIT + 1)).status_code == 413


def test_a_body_that_might_never_end_is_refused(browser: TestClient) -> None:
    answer = browser.post("/api/check", content=iter([b" "] * 9), headers={"Content-Type": "application/json"})
    assert answer.status_code == 411


def test_keys_differ_from_page_to_page() -> None:
    assert len({key for _ in range(50) for key in (Keys(1).token, Keys(1).csrf)}) == 100
    assert Keys(1).token not in repr(Keys(1))
