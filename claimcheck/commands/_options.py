"""Options that several commands share, and the settings that they and the configuration file make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse

    from claimcheck.config import Settings
    from claimcheck.rules import Rule


def add_input(parser: argparse.ArgumentParser) -> None:
    """What to read, and how."""
    paths: Any = parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input"
    )
    paths.complete = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}  # shtab.FILE, without loading it
    parser.add_argument("--language", metavar="xx", help="language of articles that do not state theirs (de, en)")
    parser.add_argument(
        "--max-size", type=_size, metavar="SIZE", help="largest file to read, such as 50MB (default: 20MB)"
    )
    parser.add_argument("--allow-fetch", action="store_true", help="also take http addresses as PATH and fetch them")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes that read articles at the same time")
    parser.add_argument("--isolated", action="store_true", help="ignore configuration files")
    parser.add_argument("--quiet", action="store_true", help="say nothing but results and errors")


def add_language(parser: argparse.ArgumentParser) -> None:
    """The language of messages."""
    parser.add_argument("--lang-ui", choices=("en", "de"), help="language of messages")


def _size(text: str) -> int:
    """Bytes of ``50MB``, ``800 kB`` or ``12345``."""
    import argparse
    import re

    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([kMG]?)i?B?", text.strip(), re.IGNORECASE)
    size = int(float(found[1]) * {"": 1, "K": 1e3, "M": 1e6, "G": 1e9}[found[2].upper()]) if found else 0
    if size < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no size; write it like 50MB')
    return size


def settings_of(args: argparse.Namespace) -> Settings:
    """What the configuration file says, and over it what the command line says.

    Raises:
        ConfigError: a value is wrong, or a language or rule is unknown.
    """
    from claimcheck.config import Settings, changed, load

    base = Settings(isolated=True) if args.isolated else load()
    fields = {name: getattr(args, name, None) for name in Settings.model_fields}
    given = {name: value for name, value in fields.items() if value is not None}
    settings = changed(base, **{**given, **_levels(base, given)})
    _refuse_unknown_language(settings.language)
    return settings


def _levels(base: Settings, given: dict[str, Any]) -> dict[str, list[str]]:
    """The rules that are errors, warnings or ignored: what the command line says of one outdoes the file."""
    kinds = ("error", "warn", "ignore")
    said = {rule for kind in kinds for rule in given.get(kind, ())}
    kept = {kind: [rule for rule in getattr(base, kind) if rule not in said] for kind in kinds}
    return {kind: [*kept[kind], *given.get(kind, ())] for kind in kinds}


def _refuse_unknown_language(code: str | None) -> None:
    from claimcheck.errors import ConfigError, did_you_mean
    from claimcheck.languages import codes

    if code and code not in codes():
        raise ConfigError(f'unknown language "{code}"{did_you_mean(code, codes())}')


def refuse_unknown_rules(settings: Settings) -> None:
    """A rule that is named but does not exist would silently change nothing.

    Raises:
        ConfigError: there is none of that name.
    """
    from claimcheck.errors import ConfigError, did_you_mean
    from claimcheck.rules._registry import all_rules

    known = all_rules(settings)
    for name in (*settings.error, *settings.warn, *settings.ignore, *settings.rule):
        if name not in known:
            raise ConfigError(f'unknown rule "{name}"{did_you_mean(name, known)}')
    for name in settings.rule:
        _refuse_wrong_options(name, known[name], settings.options(name))


def _refuse_wrong_options(name: str, rule: type[Rule], options: dict[str, Any]) -> None:
    from pydantic import ValidationError

    from claimcheck.config import explained
    from claimcheck.errors import ConfigError

    try:
        rule(**options)
    except ValidationError as error:
        raise ConfigError(f"[rule.{name}]: {explained(error, rule)}") from error
