"""A story of three short reports, and the review page for it, without a network."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from claimcheck.commands._story import Stories
from claimcheck.commands.review import _checker
from claimcheck.config import Settings
from claimcheck.review.app import create_app
from claimcheck.review.desk import Desk
from claimcheck.review.guard import Keys
from claimcheck.writers.html import part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fastapi import FastAPI

LIMIT = 100_000
HEAD = """---
title: {title}
publisher: {publisher}
published: 2024-05-14
language: en
---

"""
HERALD = """{injured} people were injured in the fire at the Brenzach paper mill.

Damage is put at {damage} million euros.
"""
POST = """The fire has ruined the paper mill of Brenzach, and {injured} people were injured in it.

Police put the damage at {damage} million euros.
"""


def write_story(folder: Path, injured: str = "twenty-one", damage: str = "5") -> None:
    """Two reports; the second one differs in what it says of the injured and of the damage."""
    herald = HEAD.format(title="Fire at the mill", publisher="Herald") + HERALD.format(injured="Nine", damage="2")
    title = "<script>alert(1)</script>"
    post = HEAD.format(title=title, publisher="Post") + POST.format(injured=injured, damage=damage)
    (folder / "herald.md").write_text(herald, "utf-8")
    (folder / "post.md").write_text(post, "utf-8")


@pytest.fixture
def rewrite(folder: Path) -> Callable[..., None]:
    """Write the second report anew, with other figures."""
    return partial(write_story, folder / "story")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story").mkdir()
    write_story(tmp_path / "story")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk(Stories(["story"], Settings()).load, folder, by="Anna")


@pytest.fixture
def keys() -> Keys:
    return Keys(8000)


@pytest.fixture
def app(desk: Desk, keys: Keys) -> FastAPI:
    return create_app(desk, _checker(Settings()), keys, style=part("style.css"), limit=LIMIT)


@pytest.fixture
def stranger(app: FastAPI) -> Iterator[TestClient]:
    """Somebody on this machine who does not know the key."""
    with TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False) as client:
        yield client


@pytest.fixture
def browser(stranger: TestClient, keys: Keys) -> TestClient:
    """The browser that opened the address."""
    assert stranger.get(f"/?token={keys.token}").status_code == 303
    stranger.headers["X-CSRF-Token"] = keys.csrf
    return stranger
