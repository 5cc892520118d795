"""The house: who may import whom, what is public, what starting up loads, what is generated."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import claimcheck
from claimcheck.commands import VERBS
from claimcheck.commands._listing import jsonl
from claimcheck.commands._schemas import TYPES, schema, text
from claimcheck.commands.schema import NAMES
from claimcheck.model import Comparison, Document
from claimcheck.pipeline import check, extract, gather, write

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "claimcheck"
SHELVES = ("commands", "concepts", "languages", "readers", "rules", "units", "writers")
SLOW = ("pydantic", "pint", "dateparser", "trafilatura", "yaml", "frontmatter", "tomli", "importlib.metadata", "shtab")

NEEDS_EXTRA = "Ledger"  # public, but "import *" does without it
PUBLIC = {
    "Claim", "ClaimcheckError", "Comparison", "Document", "Event", "Finding", "Mention", "Period", "Quantity",
    "Report", "Rule", "Settings", "Severity", "Source", "Topic",
    "check", "compare", "extract", "match", "mentions", "read", "write",
    "Ledger",
}  # fmt: skip
"""The contract of the library, as the design gives it, and the store of claims."""


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has after ``code``."""
    report = "\nimport sys; print('\\n' + '\\n'.join(sys.modules))"
    ended = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(ended.stdout.split())


# Layers


def test_no_layer_imports_one_above_it() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    ended = subprocess.run([str(lint)], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 0, ended.stdout


def test_every_folder_and_module_has_its_layer() -> None:
    import tomli

    contract = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    named = {part.strip(" ()") for layer in contract["layers"] for part in layer.split("|")}
    there = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or any(path.glob("*.py"))}
    assert there - {"__init__"} <= named


# Public names


def test_the_public_names_are_those_of_the_contract() -> None:
    assert {*claimcheck.__all__, NEEDS_EXTRA} == PUBLIC
    assert all(getattr(claimcheck, name) is not None for name in PUBLIC)
    assert set(dir(claimcheck)) >= PUBLIC


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'cheque'"):
        claimcheck.cheque  # noqa: B018 - asking is the test


def test_every_public_thing_says_what_it_is() -> None:
    assert [name for name in sorted(PUBLIC) if not getattr(claimcheck, name).__doc__] == []


# Starting up


def test_importing_the_package_loads_nothing_of_it() -> None:
    assert {name for name in loaded_by("import claimcheck") if name.startswith("claimcheck")} == {"claimcheck"}


@pytest.mark.parametrize("words", [["--help"], ["--version"], *([verb, "--help"] for verb in sorted(VERBS))])
def test_help_loads_nothing_slow(words: list[str]) -> None:
    code = f"from claimcheck.__main__ import main\ntry: main({words})\nexcept SystemExit: pass"
    assert loaded_by(code) & set(SLOW) == set()


def test_a_check_loads_neither_pint_nor_dateparser() -> None:
    code = "from claimcheck.__main__ import main\nmain(['check', 'seeds/putin-xi-visits'])"
    assert loaded_by(code) & {"pint", "dateparser", "trafilatura", "shtab"} == set()


# The shelves


def test_the_static_table_of_verbs_is_the_folder_of_commands() -> None:
    modules = {path.stem for path in (SOURCE / "commands").glob("[!_]*.py")}
    assert set(VERBS) == modules
    for verb in VERBS:
        module: Any = import_module(f"claimcheck.commands.{verb}")
        assert callable(module.run)
        assert callable(module.arguments)


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_shelf_says_what_may_lie_on_it(shelf: str) -> None:
    assert ast.get_docstring(ast.parse((SOURCE / shelf / "__init__.py").read_text("utf-8")))


def test_data_files_are_found_where_the_package_is_installed() -> None:
    assert (resources.files("claimcheck") / "py.typed").is_file()


# Top level


def test_nothing_lies_about_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT)  # noqa: S607
    if listed.returncode:
        pytest.skip("no repository: an unpacked archive")
    assert {path.split("/")[0] for path in listed.stdout.splitlines()} <= {
        ".ci", ".gitignore", ".pre-commit-hooks.yaml", "action.yml", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
        "Makefile", "README.md", "claimcheck", "constraints.txt", "docs", "pyproject.toml", "schemas", "scripts",
        "seeds", "tests",
    }  # fmt: skip


def test_constraints_pin_versions_and_name_no_host() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all("==" in pin and "://" not in pin and "--" not in pin for pin in pins)


# Schemas


def test_schemas_are_those_of_the_records() -> None:
    """After changing a record: ``make schemas``."""
    files = {path.name.removesuffix(".schema.json"): path for path in (ROOT / "schemas").glob("*.schema.json")}
    assert sorted(files) == sorted(TYPES) == sorted(NAMES)
    assert [name for name, path in files.items() if path.read_text("utf-8") != text(schema(name))] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_has_a_name_and_a_version(name: str) -> None:
    made = schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == f"urn:claimcheck:schema:{name}:{made['version']}"
    assert ">>>" not in text(made)


def accepts(name: str, value: object) -> None:
    jsonschema.Draft202012Validator(schema(name)).validate(value)


@pytest.mark.parametrize("case", ["putin-xi-visits", "erdrutsch", "towpath-mule"])
def test_what_is_written_is_what_the_schemas_say(case: str) -> None:
    folder = ROOT / "seeds" / case
    report = check(folder)
    accepts("report", json.loads(write(report, "json")))
    for line in str(write(report, "jsonl")).splitlines():
        accepts("finding", json.loads(line))
    for line in jsonl(extract(report.documents)).splitlines():
        accepts("claim-row", json.loads(line))


def test_records_go_through_json_unchanged() -> None:
    comparison = gather(ROOT / "seeds" / "putin-xi-visits")
    written = comparison.model_dump_json()
    accepts("comparison", json.loads(written))
    assert Comparison.model_validate_json(written) == comparison
    for document in comparison.documents:
        accepts("document", json.loads(document.model_dump_json()))
        assert Document.model_validate_json(document.model_dump_json()) == document
    for claim in comparison.claims:
        accepts("claim", json.loads(claim.model_dump_json()))
        assert type(claim).model_validate_json(claim.model_dump_json()) == claim
