"""Shelves: our folder first, then what installed packages offer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.errors import ConfigError
from claimcheck.plugins import Shelf

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def same(module: ModuleType) -> ModuleType:
    return module


def shelf() -> Shelf[ModuleType]:
    return Shelf("claimcheck.readers", "reader", same)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package that offers three readers: one new, one that takes our name, one that is broken."""
    (tmp_path / "their_reader.py").write_text("SUFFIXES = ('.their',)\nclass Made: ...\nmade = Made()\n", "utf-8")
    (tmp_path / "their_broken.py").write_text("1 / 0", "utf-8")
    info = tmp_path / "their_package-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: their-package\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(
        "[claimcheck.readers]\ntheirs = their_reader\nmade = their_reader:made\n"
        "text = their_reader\nbroken = their_broken\n",
        "utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_our_modules_lie_on_the_shelf_in_name_order_and_their_helpers_do_not() -> None:
    names = list(shelf())
    assert {"claims", "html", "markdown", "text"} <= set(names)
    assert names == sorted(names)
    assert not any(name.startswith("_") for name in names)


def test_listing_the_names_imports_nothing() -> None:
    for name in [name for name in sys.modules if name.startswith("claimcheck.readers.")]:
        del sys.modules[name]
    assert "markdown" in shelf()
    assert len(shelf()) >= 4
    assert "claimcheck.readers.markdown" not in sys.modules


@pytest.mark.usefixtures("package")
def test_other_packages_offer_modules_and_ready_things() -> None:
    found = shelf()
    assert found["theirs"].__name__ == "their_reader"
    assert type(found["made"]).__name__ == "Made"
    assert found["theirs"] is found["theirs"]


@pytest.mark.usefixtures("package")
def test_nobody_takes_a_name_of_ours() -> None:
    assert shelf()["text"].__name__ == "claimcheck.readers.text"
    assert list(shelf()).count("text") == 1
    assert len(shelf()) == len(list(shelf()))


@pytest.mark.usefixtures("package")
def test_a_package_that_cannot_be_loaded_is_named() -> None:
    with pytest.raises(ConfigError, match=r"their-package cannot be loaded \(ZeroDivisionError"):
        shelf()["broken"]


def test_a_typing_error_gets_a_suggestion() -> None:
    with pytest.raises(ConfigError, match='unknown reader "markdwon" - did you mean markdown'):
        shelf().find("markdwon")
    with pytest.raises(KeyError):
        shelf()["markdwon"]
