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
FIRE = """---
title: {title}
publisher: {publisher}
published: 2024-05-14
language: en
---

{injured} people were injured in the fire at the Brenzach paper mill on Monday, the fire brigade said. The mill has
{workers} workers. It was built in {year}.
"""


def write_story(folder: Path, **said: str) -> None:
    """Two reports that differ in what they say of the injured and of the workers."""
    one = {"injured": "Nine", "workers": "310", "year": "1962", "title": "Fire at the mill", "publisher": "Herald"}
    two = one | {"injured": "Twenty-one", "workers": "130", "title": "<script>alert(1)</script>", "publisher": "Post"}
    (folder / "herald.md").write_text(FIRE.format(**one), "utf-8")
    (folder / "post.md").write_text(FIRE.format(**two | said), "utf-8")


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
