"""``python -m claimcheck``, and the ``claimcheck`` command: run one verb, and end without a traceback."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # the module typing would cost a fifth of the start-up

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (default: that of the process) and give its exit status.

    0: clean, 1: findings, 2: something could not be checked.
    """
    try:
        from claimcheck.commands import run

        status = run(sys.argv[1:] if argv is None else list(argv))
        if _is_open("stdout"):
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _give_up("interrupted before all was checked; run it again to see the rest.")
    except BrokenPipeError:
        _mute()
        return _give_up("the reader of the output went away; write it to a file with --output FORMAT:FILE.")
    except OSError as error:
        return _give_up(f"{error.filename or 'output'}: {error.strerror or error}; free space or choose another place.")
    except Exception as error:  # noqa: BLE001 - whatever it is, nothing was checked: never status 1
        from claimcheck.errors import ClaimcheckError

        if isinstance(error, ClaimcheckError):
            return _give_up(str(error))
        sys.excepthook(type(error), error, error.__traceback__)
        return _give_up("this is a mistake in claimcheck, not in your files; please report it with the lines above.")
    return status


def _is_open(stream: str) -> bool:
    """Whether whoever started us left a standard stream open; a closed one is None."""
    return getattr(sys, stream) is not None


def _give_up(why: str) -> int:
    sys.stderr.write(f"claimcheck: {why}\n")
    return 2


def _mute() -> None:
    """Let the interpreter flush into nothing when it ends; see "SIGPIPE" in the documentation of ``signal``."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def command() -> None:
    """Run the command line of the process, then leave at once.

    Taking a million small objects apart one by one, as the interpreter does when it ends, would take longer than
    reading two articles.
    """
    gc.set_threshold(1_000_000)  # a short run need never look for garbage; it would look through all words we know
    if not _is_open("stderr"):  # there is nobody to tell, but the status still counts
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - pathlib is slow to load; it stays open to the end
    status = main()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    command()
