"""Settings: where they are looked for, and what is said of a wrong one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from claimcheck.config import Settings, changed, load
from claimcheck.errors import ConfigError
from claimcheck.model import Severity

if TYPE_CHECKING:
    from pathlib import Path


def complaint(folder: Path, text: str, name: str = "claimcheck.toml") -> str:
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(folder)
    return str(caught.value)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()
    assert Settings().fail_on is Severity.WARNING


@pytest.mark.parametrize(
    ("name", "head"), [("claimcheck.toml", ""), ("pyproject.toml", "[project]\nname = 'x'\n[tool.claimcheck]\n")]
)
def test_the_nearest_file_upwards_counts(tmp_path: Path, name: str, head: str) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / name).write_text(f'{head}fail-on = "error"\nlanguage = "de"', "utf-8")
    assert (load(below).fail_on, load(below).language) == (Severity.ERROR, "de")
    (below / "claimcheck.toml").write_text('fail_on = "note"', "utf-8")
    assert (load(below).fail_on, load(below).language) == (Severity.NOTE, None)


@pytest.mark.parametrize("text", ["[tool.other]\nx = 1", "[tool]\nclaimcheck = 1", "not toml"])
def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fail-onn = 'error'", 'unknown key "fail-onn" - did you mean fail-on?'),
        ("[widths]\nabuot = 1", 'unknown key "abuot" in widths - did you mean about?'),
        ("fail-on = 'fatal'", '"fail-on" cannot be used'),
        ("language = 'german'", '"language" cannot be used'),
        ("max-size = 0", '"max-size" cannot be used'),
        ("jobs = 'many'", '"jobs" cannot be used'),
        ("ignore = 'value-mismatch'", '"ignore" cannot be used'),
        ("x =", "no valid TOML"),
        ("jobs = 'many'", 'it must be a whole number, not "many"'),
        ("jobs = 1.5", "it must be a whole number, not 1.5"),
        ("jobs = 0", "it must be at least 1, not 0"),
        ("max-size = 'big'", '"big" is no size; write it like 50MB'),
        ("ignore = [3]", '"ignore no. 1" cannot be used: it must be a text, not 3'),
        ("ignore = 'hedge-dropped'", 'a list such as ["hedge-dropped"]'),
        ("rules = 'house.py'", 'a list such as ["house.py"]'),
        ("[rules.digit-swap]\nx = 1", "options of one rule stand in [rule.digit-swap]"),
        ("[digit-swap]\nx = 1", "options of one rule stand in [rule.digit-swap]"),
        ("[rule]\ndigit-swap = 'error'", 'error = ["digit-swap"]'),
        ("[tool.claimcheck]\njobs = 1", "the keys stand at the top, without [tool.claimcheck]"),
        ("[watch]\nname = 'x'", "write [[watch]] with two brackets"),
        ("[[watch]]\nconcept = 'turnout'", 'the key "name" in watch no. 1 is missing; add it'),
        ("[[watch]]\nname = 'T'\nconcept = 'turnout'", "small letters, digits and hyphens"),
        ("[widths]\nabout = 'wide'", '"about" in widths cannot be used: it must be a number, not "wide"'),
        ("widths = 3", "it must be a table"),
        ("columns = ['low']", "it must be a table of names and values, not a list"),
        ("isolated = true", "only the command line can leave configuration files out"),
    ],
)
def test_a_wrong_file_is_said_with_the_way_out(tmp_path: Path, text: str, says: str) -> None:
    message = complaint(tmp_path, text)
    assert message.startswith(str(tmp_path / "claimcheck.toml"))
    assert says in message
    assert "\n" not in message
    assert "Input should" not in message


def test_a_file_is_read_as_editors_save_it(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_bytes(b"\xef\xbb\xbfmax-size = '50 MB'\r\n")
    assert load(tmp_path).max_size == 50_000_000
    (tmp_path / "claimcheck.toml").write_bytes("# Größe\n".encode("latin-1"))
    with pytest.raises(ConfigError, match="it is not UTF-8; save it as UTF-8"):
        load(tmp_path)


def test_rule_files_are_found_from_the_file_that_names_them(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('rules = ["rules/house.py"]', "utf-8")
    assert load(tmp_path).rules == (str(tmp_path / "rules/house.py"),)


def test_options_of_rules_and_widths_are_tables(tmp_path: Path) -> None:
    text = '[rule.value-mismatch]\nminimum-separation = "0.5"\n[widths]\nround-share = "0.4"'
    (tmp_path / "claimcheck.toml").write_text(text, "utf-8")
    settings = load(tmp_path)
    assert settings.options("value-mismatch") == {"minimum_separation": "0.5"}
    assert settings.options("date-mismatch") == {}
    assert settings.widths.round_share == Decimal("0.4")


def test_settings_do_not_change_and_a_change_is_checked() -> None:
    settings = Settings()
    with pytest.raises(ValidationError):
        settings.jobs = 2  # type: ignore[misc]
    assert changed(settings, jobs=2).jobs == 2
    with pytest.raises(ConfigError, match='"jobs" cannot be used'):
        changed(settings, jobs=0)
