"""The interface for programs does what its own description says, whatever is sent."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable

from claimcheck.commands._schemas import schema as schema_of
from claimcheck.model import State

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.testclient import TestClient

    from claimcheck.review.desk import Desk
    from claimcheck.review.guard import Keys

ONE = "Nine people were injured in the fire at the Brenzach paper mill."
TWO = "The fire has ruined the paper mill of Brenzach, and twenty-one people were injured."


OPERATIONS = [
    ("/api/check", "POST"),
    ("/api/report", "GET"),
    ("/api/decisions", "GET"),
    ("/api/findings/{fingerprint}/decisions", "POST"),
]


@pytest.fixture
def described(app: FastAPI, keys: Keys) -> Any:
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=_headers(keys))


def _headers(keys: Keys) -> dict[str, str]:
    return {"Authorization": f"Bearer {keys.token}", "Host": keys.hosts[0]}


def test_every_operation_is_described(described: Any) -> None:
    assert [(found.ok().path, found.ok().method.upper()) for found in described.get_all_operations()] == OPERATIONS


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_the_description_holds_whatever_is_sent(
    described: Any, keys: Keys, path: str, method: str, mode: schemathesis.GenerationMode
) -> None:
    @given(case=described[path][method].as_strategy(generation_mode=mode))
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
    def holds(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers=_headers(keys))

    with suppress(Unsatisfiable):  # what takes nothing can be sent nothing that does not fit
        holds()


def post(browser: TestClient, *documents: dict[str, Any]) -> Any:
    return browser.post("/api/check", json={"documents": documents})


def test_texts_go_in_and_a_report_comes_out(browser: TestClient) -> None:
    answer = post(browser, {"text": ONE, "publisher": "Herald"}, {"text": TWO, "id": "post", "published": "2024-05-14"})
    assert answer.status_code == 200
    report = answer.json()
    jsonschema.validate(report, schema_of("report"))
    assert [source["id"] for source in report["sources"]] == ["text-1", "post"]
    assert [finding["rule"] for finding in report["findings"]] == ["value-mismatch"]


@pytest.mark.parametrize("field", ["path", "url", "file"])
def test_it_takes_no_paths_and_no_addresses(browser: TestClient, field: str) -> None:
    assert post(browser, {"text": "Nine.", field: "story/herald.md"}).status_code == 422


def test_an_id_that_looks_like_a_path_is_only_a_name(browser: TestClient) -> None:
    report = post(browser, {"text": "Nine people.", "id": "story/herald.md"}).json()
    assert report["sources"][0] == report["sources"][0] | {"id": "story/herald.md", "path": None, "title": None}


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31"])
def test_a_day_that_stands_for_none_does_no_harm(browser: TestClient, day: str) -> None:
    """Some systems write the first day or the last where they know none."""
    documents = [{"text": ONE, "published": day}, {"text": f"{TWO} It burned on Friday and next week."}]
    assert post(browser, *documents).status_code == 200
    assert post(browser, documents[0], documents[1] | {"published": day}).status_code == 200


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [{}],
        [{"text": 3}],
        [{"text": "a", "id": "x"}, {"text": "b", "id": "x"}],
        [{"text": "a", "id": "text-2"}, {"text": "b"}],
        [{"text": "a", "published": "soon"}],
        [{"text": "a", "language": "german"}],
        [{"text": "a", "id": ""}],
    ],
)
def test_what_does_not_fit_is_refused_with_the_place(browser: TestClient, documents: list[dict[str, Any]]) -> None:
    answer = post(browser, *documents)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"][0] == "body"


def test_half_a_character_is_refused_and_not_echoed(browser: TestClient) -> None:
    content = rb'{"documents": [{"text": "\ud800"}]}'
    answer = browser.post("/api/check", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422


def test_a_decision_can_be_sent_and_read(browser: TestClient, desk: Desk) -> None:
    fingerprint = browser.get("/api/report").json()["findings"][0]["fingerprint"]
    sent = {"state": "dismissed", "justification": "counted twice"}
    answer = browser.post(f"/api/findings/{fingerprint}/decisions", json=sent)
    assert answer.status_code == 201
    assert desk.decisions.state(fingerprint) is State.DISMISSED
    (known,) = browser.get("/api/decisions").json()
    assert known == answer.json()
    assert (known["status"], known["by"]) == ("accepted", "Anna")


def test_hiding_a_finding_takes_a_reason(browser: TestClient, desk: Desk) -> None:
    fingerprint = desk.story.report.findings[0].fingerprint
    answer = browser.post(f"/api/findings/{fingerprint}/decisions", json={"state": "explained"})
    assert answer.status_code == 422
    assert not desk.file.exists()


def test_a_broken_file_is_a_conflict(browser: TestClient, desk: Desk) -> None:
    desk.file.write_text("?\n", "utf-8")
    answer = browser.get("/api/decisions")
    assert answer.status_code == 409
    assert "line 1 is no decision" in answer.json()["detail"]
