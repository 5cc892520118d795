"""Adding a line to a file so that it is there for good, or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from claimcheck.errors import InputError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.review.decisions import Decision

PATIENCE = 10  # seconds to wait for another program that writes the same file
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
_OPEN = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


def append(file: Path, decision: Decision) -> None:
    """Save a decision: when this returns, it is on the disk.

    Raises:
        InputError: it could not be saved; the file is as it was.
        MissingExtra: the package that locks files is not installed.
    """
    line = decision.model_dump_json().encode() + b"\n"
    try:
        with _alone(file):
            _add(file, line)
    except OSError as error:
        why = error.strerror or "another program holds it"
        raise InputError(str(file), f"the decision was not saved ({why})", "make room and decide again") from error


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Keep other programs of this machine out; a timeout is an OSError.

    Some network drives cannot lock. There nobody else writes this file: each reviewer has one of her own.
    """
    try:
        from filelock import FileLock  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtra("Saving decisions", "serve") from error
    with ExitStack() as held:
        try:
            held.enter_context(FileLock(file.with_name(f".{file.name}.lock"), timeout=PATIENCE))
        except NotImplementedError:
            pass
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        yield


def _add(file: Path, line: bytes) -> None:
    new = not file.exists()
    handle = os.open(file, _OPEN, 0o666)
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        _write(handle, (b"" if _ends_well(handle, size) else b"\n") + line, size)
    finally:
        os.close(handle)
    if new:
        _keep_name(file.parent)


def _ends_well(handle: int, size: int) -> bool:
    """Whether the last line is complete; an editor may have left out the newline."""
    if size == 0:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _write(handle: int, data: bytes, size: int) -> None:
    """Write to the end and wait for the disk; a write that fails half way is taken back."""
    try:
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    except OSError:
        with suppress(OSError):
            os.ftruncate(handle, size)
        raise


def _keep_name(folder: Path) -> None:
    """A new file's name is on the disk only when its folder is; Windows can do without."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
