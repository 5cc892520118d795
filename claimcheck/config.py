"""Settings: what a user may choose, on the command line, in a configuration file or in Python.

A configuration file is ``claimcheck.toml``, or the table ``[tool.claimcheck]`` of a ``pyproject.toml``. It is looked
for in the working directory and upwards, never beside the articles: whoever sends an article must not change the check.

    language = "de"                # of articles that do not say
    fail-on = "error"
    ignore = ["hedge-dropped"]
    rules = ["rules/house.py"]     # rule files of your own, from this file's folder

    [rule.value-mismatch]          # options of one rule
    tolerance = "0.01"
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import tomli
from pydantic import BeforeValidator, ConfigDict, Field, ValidationError

from claimcheck.errors import ArgumentError, ClaimcheckError, ConfigError, shown
from claimcheck.model import Number, Record, Severity
from claimcheck.model.amiss import amiss

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "claimcheck.toml"


def _key(name: str) -> str:
    """A field as it is written in a configuration file."""
    return name.replace("_", "-")


def size(text: str) -> int:
    """A number of bytes as people write it.

    Raises:
        ArgumentError: it is none, or less than one.

    >>> size("50MB"), size("1.5 kB"), size("10")
    (50000000, 1500, 10)
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kMG]?)i?B?", text.strip(), re.IGNORECASE)
    count = int(Decimal(found[1]) * 10 ** {"": 0, "K": 3, "M": 6, "G": 9}[found[2].upper()]) if found else 0
    if count < 1:
        raise ArgumentError(f"{shown(text)} is no size; write it like 50MB")
    return count


def _size(value: object) -> object:
    return size(value) if isinstance(value, str) else value


class Widths(Record):
    """How wide hedges are taken; the defaults are the table in the documentation, with its sources.

    >>> Widths(about=Decimal(2)).about
    Decimal('2')
    """

    model_config = ConfigDict(alias_generator=_key, validate_by_name=True, validate_by_alias=True)

    round_share: Number = Decimal("0.5")
    """Of the place of its last digit that is not 0: how far a number ending in zeros may be off."""
    round_limit: Number = Decimal("0.1")
    """Of the number itself: the most that rounding is taken to hide."""
    plain_share: Number = Decimal("0.03")
    """Of a number not ending in zeros: how far "about" reaches, at least one place of its last digit."""
    about: Number = Decimal(1)
    """Widths of a hedge in the core."""
    outer: Number = Decimal(2)
    """Widths of a hedge in the outer interval."""
    dozen_below: Number = Decimal(2)
    """Of "about a dozen": how many twelfths below it the outer interval begins (10)."""
    dozen_above: Number = Decimal(3)
    """... and how many above it ends (15)."""
    vague_floor: Number = Decimal(2)
    """What "dozens", "hundreds" and "several" exclude at any rate: less than this."""


class Watch(Record):
    """A rule of the user's own without a line of code: flag two values of one concept that lie too far apart.

    [[watch]]
    name = "turnout-apart"
    concept = "turnout"
    more-than = "0.5"           # in the unit of the figures; or more-than-percent = "10"
    """

    model_config = ConfigDict(alias_generator=_key, validate_by_name=True, validate_by_alias=True)

    name: str = Field(pattern="^[a-z][a-z0-9-]*$")
    """Id of the rule, in kebab case."""
    concept: str
    """Id in the concept lexicon; narrower concepts count too."""
    more_than: Number | None = None
    """Difference from which two values are flagged, in the unit of the figures."""
    more_than_percent: Number | None = None
    """The same as a share of the smaller value, in percent."""
    severity: Severity = Severity.WARNING


class Settings(Record):
    """What a user may choose; the defaults are the usual choice.

    >>> Settings(language="de", ignore=("hedge-dropped",)).fail_on.value
    'warning'
    """

    model_config = ConfigDict(alias_generator=_key, validate_by_name=True, validate_by_alias=True)

    language: str | None = Field(default=None, pattern="^[a-z]{2}$")
    """ISO 639-1 code of articles that do not state theirs; None: it is found out."""
    lang_ui: Literal["en", "de"] = "en"
    """Language of messages."""
    fail_on: Severity = Severity.WARNING
    """A finding at or above this severity makes the exit status 1."""
    error: tuple[str, ...] = ()
    """Ids of rules whose findings are errors."""
    warn: tuple[str, ...] = ()
    """Ids of rules whose findings are warnings."""
    ignore: tuple[str, ...] = ()
    """Ids of rules that do not run."""
    rules: tuple[str, ...] = ()
    """Rule files of the user's own (Python), as absolute paths or from the working directory."""
    rule: dict[str, dict[str, Any]] = Field(default_factory=dict)
    """Options of single rules, by id."""
    watch: tuple[Watch, ...] = ()
    """Rules of the user's own that need no code."""
    widths: Widths = Widths()
    """How far hedges reach."""
    max_size: Annotated[int, BeforeValidator(_size, json_schema_input_type=int | str)] = Field(default=20_000_000, gt=0)
    """Bytes of the largest file that is read; also as text with a unit: ``"50MB"``."""
    allow_fetch: bool = False
    """Whether addresses are fetched; a configuration file may not say so, only the command line or the caller."""
    jobs: int = Field(default=1, ge=1)
    """Processes that extract at the same time."""
    columns: dict[str, str] = Field(default_factory=dict)
    """What the columns of your tables are called, by our names: ``low = "min_value"``."""
    isolated: bool = False
    """Whether no configuration file was looked for."""

    @classmethod
    def _refused(cls, wrong: str) -> ClaimcheckError:
        return ConfigError(str(super()._refused(wrong)))

    def options(self, rule: str) -> dict[str, Any]:
        """The options of one rule, as its fields are called.

        >>> Settings(rule={"change-mismatch": {"max-gap": 2}}).options("change-mismatch")
        {'max_gap': 2}
        """
        return {name.replace("-", "_"): value for name, value in self.rule.get(rule, {}).items()}


def load(start: Path | None = None) -> Settings:
    """The settings of the nearest configuration file from ``start`` (the working directory) upwards, or the defaults.

    Raises:
        ConfigError: the file cannot be read, or holds a key or value that it may not.
    """
    found = _nearest(start or Path.cwd())
    return _settings(*found) if found else Settings()


def origin(start: Path | None = None) -> Path | None:
    """The configuration file that `load` reads; None where there is none.

    Raises:
        ConfigError: the file cannot be read.
    """
    found = _nearest(start or Path.cwd())
    return found[0] if found else None


def home(start: Path | None = None) -> Path:
    """The folder of the nearest configuration file from ``start`` upwards, or else ``start``: where a project lives.

    Raises:
        ConfigError: the file cannot be read.
    """
    file = origin(start)
    return file.parent if file else start or Path()


def _nearest(start: Path) -> tuple[Path, dict[str, Any]] | None:
    """The configuration file that counts, and what it says for us."""
    for folder in _upwards(start):
        for file, tables in ((folder / FILE, ()), (folder / "pyproject.toml", ("tool", "claimcheck"))):
            found = _table(file, tables)
            if found is not None:
                return file, found
    return None


def changed(settings: Settings, **given: object) -> Settings:
    """The settings with other values for some fields.

    Raises:
        ConfigError: a value is not allowed.

    >>> changed(Settings(), lang_ui="fr")
    Traceback (most recent call last):
    claimcheck.errors.ConfigError: "lang-ui" cannot be used: it must be one of en, de, not "fr".
    """
    try:
        return Settings.model_validate({**settings.model_dump(), **given})
    except ValidationError as error:
        raise ConfigError(_sentence(error)) from error


def _sentence(error: ValidationError) -> str:
    """What is wrong with a setting, as it is written in a configuration file and on the command line."""
    wrong = amiss(error, Settings, _key, "key")
    if wrong.endswith("is missing"):
        return f"{wrong}; add it."
    return wrong if wrong.startswith("unknown") else f"{wrong}."


def _upwards(start: Path) -> Iterator[Path]:
    yield start
    yield from start.parents


def _table(file: Path, tables: tuple[str, ...]) -> dict[str, Any] | None:
    """What a file says for us; None if there is no such file, or it has no such table."""
    try:
        found: Any = tomli.loads(file.read_text("utf-8-sig"))  # Windows' editor begins with a mark
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(f"{file}: it cannot be read ({error.strerror}); use --isolated to go without it.") from error
    except ValueError as error:
        if tables:
            return None  # a pyproject.toml that is not ours to judge
        raise ConfigError(f"{file}: {_no_toml(error)}.") from error
    for table in tables:
        found = found.get(table) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else None


def _no_toml(error: ValueError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8; save it as UTF-8 or use --isolated"
    return f"it is no valid TOML ({error}); correct it or use --isolated"


def _settings(file: Path, found: dict[str, Any]) -> Settings:
    if (slip := _slip(found)) is not None:
        raise ConfigError(f"{file}: {slip}.")
    try:
        settings = Settings.model_validate(found)
    except ValidationError as error:
        raise ConfigError(f"{file}: {_sentence(error)}") from error
    return settings.model_copy(update={"rules": tuple(str(file.parent / rule) for rule in settings.rules)})


def _slip(found: dict[str, Any]) -> str | None:
    """What is often meant otherwise than it was written, with the way to write it."""
    tables = {name: table for name, table in found.items() if isinstance(table, dict)}
    if not {"allow-fetch", "allow_fetch"}.isdisjoint(found):
        return "addresses are fetched only with --allow-fetch on the command line; remove the key"
    if "isolated" in found:
        return "only the command line can leave configuration files out, with --isolated; remove the key"
    if "tool" in tables or "claimcheck" in tables:
        head = "[tool.claimcheck]" if "tool" in tables else "[claimcheck]"
        return f"here the keys stand at the top, without {head}; remove that line"
    if "watch" in tables:
        return "each watch is one of a list; write [[watch]] with two brackets"
    return _slip_of_rules(tables)


def _slip_of_rules(tables: dict[str, dict[str, Any]]) -> str | None:
    """Options of a rule that stand where nobody looks for them."""
    level = next((name for name, options in tables.get("rule", {}).items() if not isinstance(options, dict)), None)
    if level is not None:
        return f'"{level}" in [rule] is no table; write [rule.{level}] above its options, or error = ["{level}"]'
    known = set(map(_key, Settings.model_fields))
    lost = [(name, name) for name in tables if "-" in name and _key(name) not in known]
    lost += [(f"rules.{name}", name) for name in tables.get("rules", {})]
    return f"[{lost[0][0]}] is no table here; options of one rule stand in [rule.{lost[0][1]}]" if lost else None
