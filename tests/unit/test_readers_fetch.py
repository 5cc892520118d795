"""Addresses: never fetched unless that is allowed, and what happens when it is."""

from __future__ import annotations

import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from claimcheck.config import Settings, load
from claimcheck.errors import ConfigError, InputError
from claimcheck.pipeline import read
from claimcheck.readers import Reading, read_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = """<!DOCTYPE html><html lang="de"><head><title>Sturm</title></head><body><article><h1>Zwölf Tote im Norden</h1>
<p>Der Sturm forderte nach Angaben der Behörden am Donnerstag im Norden des Landes zwölf Tote.</p></article></body>"""
ANSWERS = {
    "/page": ("text/html; charset=utf-8", PAGE.encode()),
    "/note.md": ("text/plain", b"# Storm\n\nTwelve people died."),
    "/note": ("text/plain", b"Twelve people died."),
    "/item": ("application/json", b'{"uri": "a", "headline": "Storm", "body_text": "Twelve people died."}'),
    "/large": ("text/plain", b"x" * 5000),
    "/photo": ("image/png", b"\x89PNG\r\n\x1a\n\x00"),
}


class Site(BaseHTTPRequestHandler):
    """Pages, and three ways to go wrong."""

    asked: tuple[str, ...] = ()

    def do_GET(self) -> None:
        type(self).asked += (self.path,)
        if self.path in ANSWERS:
            kind, data = ANSWERS[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(data)
        elif self.path.startswith("/to"):
            self.send_response(302)
            self.send_header("Location", "/note.md" if self.path == "/to-note" else "file:///etc/hostname")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = ()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def fetched(*paths: str, **settings: int) -> Reading:
    return read_paths(paths, Settings(allow_fetch=True, **settings))


def test_an_address_is_not_fetched_unless_that_is_allowed(site: str) -> None:
    reading = read_paths([f"{site}/note.md"], Settings())
    assert reading.documents == []
    (problem,) = reading.problems
    assert "--allow-fetch" in str(problem)
    assert Site.asked == ()


def test_a_library_user_must_allow_it_too(site: str) -> None:
    with pytest.raises(InputError, match="--allow-fetch"):
        read(f"{site}/note.md")
    assert read(f"{site}/note.md", settings=Settings(allow_fetch=True))[0].source.title == "Storm"


def test_a_page_is_read_under_its_address(site: str) -> None:
    pytest.importorskip("trafilatura")
    (document,) = fetched(f"{site}/page").documents
    assert document.id == f"{site}/page"
    assert (document.source.path, document.source.url, document.source.language) == (None, f"{site}/page", "de")
    assert "zwölf Tote" in document.text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/note.md", "# Storm\n\nTwelve people died."),
        ("/note", "Twelve people died."),
        ("/item", "Storm\n\nTwelve people died.\n"),
        ("/to-note", "# Storm\n\nTwelve people died."),
    ],
)
def test_what_the_server_says_decides_how_it_is_read(site: str, path: str, text: str) -> None:
    assert [document.text for document in fetched(site + path).documents] == [text]


def test_an_address_given_twice_is_fetched_once(site: str) -> None:
    assert len(fetched(f"{site}/note", f"{site}/note").documents) == 1
    assert Site.asked == ("/note",)


@pytest.mark.parametrize(
    ("path", "says"),
    [("/none", "404"), ("/to-file", "not allowed"), ("/large", "over the limit"), ("/photo", "binary")],
)
def test_what_goes_wrong_is_said_and_the_rest_is_read(site: str, path: str, says: str) -> None:
    reading = fetched(site + path, f"{site}/note", max_size=1000)
    assert [document.id for document in reading.documents] == [f"{site}/note"]
    (problem,) = reading.problems
    assert str(problem).startswith(f"{site}{path}: ")
    assert says in str(problem)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/a", "http://[half/a", "https://\x00/"])
def test_an_address_without_a_server_is_said(address: str) -> None:
    (problem,) = fetched(address).problems
    assert "it cannot be fetched" in str(problem)


def test_a_configuration_file_may_not_allow_it(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("allow-fetch = true\n")
    with pytest.raises(ConfigError, match="--allow-fetch"):
        load(tmp_path)


@pytest.mark.parametrize(("options", "status"), [([], 2), (["--allow-fetch"], 0)])
def test_the_command_fetches_only_with_the_option(site: str, options: list[str], status: int) -> None:
    command = [sys.executable, "-m", "claimcheck", "check", "--isolated", *options, f"{site}/note.md"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == status, ended.stderr
    assert bool(Site.asked) is bool(options)
