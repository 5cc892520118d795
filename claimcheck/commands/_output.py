"""Where results go: standard output, or a file that is complete or not there at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimcheck.config import Settings
    from claimcheck.model import Comparison, Report


class Target(NamedTuple):
    """A format and the file it goes to; no file is standard output."""

    format: str
    file: str | None = None

    @property
    def color(self) -> bool:
        """Whether colours may be used: on a terminal, unless NO_COLOR forbids it (https://no-color.org)."""
        return (
            self.file is None
            and _there()
            and sys.stdout.isatty()
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
        )


def _there() -> bool:
    """Whether there is a standard output; where it was closed, it is None."""
    return getattr(sys, "stdout", None) is not None


def columns(target: Target) -> int:
    """How wide the output may be: as the terminal, else 100, so that the same input gives the same bytes."""
    try:
        shown = target.file is None and _there()
        return max(60, os.get_terminal_size(sys.stdout.fileno()).columns) if shown else 100
    except (OSError, ValueError):
        return 100


def targets(wanted: Sequence[str], known: Collection[str]) -> list[Target]:
    """The targets of ``FORMAT[:FILE]``, in order.

    Raises:
        ConfigError: a format is unknown, or two of them go to one place.

    >>> targets(["json:report.json", "full"], ["full", "json"])
    [Target(format='json', file='report.json'), Target(format='full', file=None)]
    """
    chosen = [_target(text, known) for text in wanted]
    places = [target.file for target in chosen]
    for place in places:
        if places.count(place) > 1:
            where = f"the file {place}" if place else "standard output"
            raise ConfigError(f"--output: two formats go to {where}; give each a file of its own: FORMAT:FILE.")
    return chosen


def _target(text: str, known: Collection[str]) -> Target:
    name, _, file = text.partition(":")
    before, _, after = text.partition("=")
    if name not in known and before in known:
        raise ConfigError(f"--output: the file stands after a colon; write --output {before}:{after or 'FILE'}.")
    if not name:
        raise ConfigError(f"--output: the format is missing; write --output FORMAT{text}.")
    if name not in known:
        raise ConfigError(f'--output: unknown format "{name}"{did_you_mean(name, known)}')
    return Target(name, None if file in ("", "-") else file)


def deliver(content: str | bytes, target: Target) -> None:
    """Write ``content`` to its target, in UTF-8 with plain newlines.

    Raises:
        ConfigError: the file cannot be written.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if target.file is None:
        if not _there():
            raise ConfigError("standard output is closed; write to a file with --output FORMAT:FILE.")
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise ConfigError(f"--output {target.format} is no text; write it to a file: {target.format}:FILE.")
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(target.file), data)
    except OSError as error:
        raise ConfigError(f"{target.file}: it cannot be written ({error.strerror}); choose another file.") from error


def _replace(file: Path, data: bytes) -> None:
    """Write beside the file, then rename: whoever reads it sees the old one or the new one, never half of it."""
    from tempfile import mkstemp

    if file.exists() and not file.is_file():  # /dev/stdout, a named pipe
        file.write_bytes(data)
        return
    handle, name = mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(_mode(file))
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(file: Path) -> int:
    """The permissions that a file has, or that a new one gets here."""
    if file.exists():
        return file.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def written(report: Report, comparison: Comparison, settings: Settings, target: Target, **options: Any) -> str | bytes:
    """A report in the format of a target, with all that the writers may ask for."""
    from claimcheck import __version__
    from claimcheck.commands._pages import Pages
    from claimcheck.pipeline import write
    from claimcheck.rules._registry import all_rules

    return write(
        report,
        target.format,
        documents=comparison.documents,
        claims=comparison.claims,
        color=target.color,
        width=columns(target),
        lang=settings.lang_ui,
        pages=Pages(all_rules(settings)),
        version=__version__,
        **options,
    )
