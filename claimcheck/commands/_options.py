"""Options that several commands share, and the settings that they and the configuration file make."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from claimcheck.config import Settings

_LANGUAGES = "language of articles that do not state theirs: de, en, es, fr, it, nl or pt (default: it is found out)"


def add_input(parser: argparse.ArgumentParser) -> None:
    """What to read, and how."""
    paths: Any = parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input"
    )
    paths.complete = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}  # shtab.FILE, without loading it
    parser.add_argument("--language", metavar="xx", help=_LANGUAGES)
    parser.add_argument(
        "--max-size", type=_size, metavar="SIZE", help="largest file to read, such as 50MB (default: 20MB)"
    )
    parser.add_argument("--allow-fetch", action="store_true", help="also take http addresses as PATH and fetch them")
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes that read articles at the same time (default: 1)"
    )
    parser.add_argument("--isolated", action="store_true", help="ignore configuration files")
    parser.add_argument("--quiet", action="store_true", help="say nothing but results and errors")


def add_language(parser: argparse.ArgumentParser) -> None:
    """The language of messages."""
    parser.add_argument("--lang-ui", choices=("en", "de"), help="language of messages (default: en)")


def _size(text: str) -> int:
    """Bytes of ``50MB``, ``800 kB`` or ``12345``."""
    import argparse

    from claimcheck.config import size

    try:
        return size(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def settings_of(args: argparse.Namespace) -> Settings:
    """What the configuration file says, and over it what the command line says.

    Raises:
        ConfigError: a value is wrong, or a language is unknown.
    """
    from claimcheck.arguments import settings_or_default
    from claimcheck.config import Settings, changed, load

    base = Settings(isolated=True) if args.isolated else load()
    with naming_the_file(base):
        settings_or_default(base)
    fields = {name: getattr(args, name, None) for name in Settings.model_fields}
    given = {name: value for name, value in fields.items() if value is not None}
    return settings_or_default(changed(base, **{**given, **_levels(base, given)}))


def refuse_unknown_rules(settings: Settings) -> None:
    """A rule that is named but does not exist would silently change nothing.

    Raises:
        ConfigError: there is none of that name, or it has no such option.
    """
    from claimcheck.config import load
    from claimcheck.rules._wanted import refuse_unknown_rules

    if not settings.isolated:
        with naming_the_file(settings):
            refuse_unknown_rules(load())
    refuse_unknown_rules(settings)


@contextmanager
def naming_the_file(settings: Settings) -> Iterator[None]:
    """What is wrong inside is wrong in the configuration file, so that file is named."""
    from claimcheck.config import origin
    from claimcheck.errors import ConfigError

    try:
        yield
    except ConfigError as error:
        file = None if settings.isolated else origin()
        raise ConfigError(f"{file}: {error}" if file else str(error)) from error


def _levels(base: Settings, given: dict[str, Any]) -> dict[str, list[str]]:
    """The rules that are errors, warnings or ignored: what the command line says of one outdoes the file."""
    kinds = ("error", "warn", "ignore")
    said = {rule for kind in kinds for rule in given.get(kind, ())}
    kept = {kind: [rule for rule in getattr(base, kind) if rule not in said] for kind in kinds}
    return {kind: [*kept[kind], *given.get(kind, ())] for kind in kinds}
