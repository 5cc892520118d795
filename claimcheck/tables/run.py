"""The whole way from files to disputes, as the command and the ledger go it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.errors import InputError
from claimcheck.tables.checks import counted, examples
from claimcheck.tables.disputes import Disputes, disputes
from claimcheck.tables.engines import complete_or_not_at_all, plainly
from claimcheck.tables.files import tables
from claimcheck.tables.frames import keep, wrap
from claimcheck.tables.rows import prepared, renamed
from claimcheck.tables.units import in_base_units

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claimcheck.tables.engines import Engine

_GIVE = "give a table with topic, source and value"
Say = Callable[[str], None]
"""Takes one line for the user."""


class Found(NamedTuple):
    """The disputes of some files, and whether all their topics could be compared."""

    disputes: Disputes
    complete: bool


def find(paths: Sequence[str], engine: Engine, names: Mapping[str, str], min_sources: int, say: Say) -> Found:
    """The disputes in the tables at ``paths``; ``say`` hears how it goes and what is wrong with the rows.

    Raises:
        InputError: a file cannot be read, or holds no row that can be compared.
        ConfigError: a column is missing.
    """
    files = tables(paths)
    count = sum(map(len, files.values()))
    say(f"reading {count} {'file' if count == 1 else 'files'}.")
    frame = prepared(wrap(renamed(engine.open(files), names))).to_native()
    with plainly(paths[0]):
        _examine(paths[0], frame, say)
        converted = in_base_units(frame)
        for topic, units in converted.refused.items():
            say(f'the topic "{topic}" mixes {" and ".join(units)}, which cannot be converted; it was left out.')
        found = disputes(converted.frame, min_sources)
        found = Disputes(*(keep(wrap(getattr(found, part))).to_native() for part in Disputes.__slots__))
    return Found(found, complete=not converted.refused)


def _examine(path: str, frame: Any, say: Say) -> None:
    """Count the rows that cannot be compared, and show some of them.

    Raises:
        InputError: there is none that can.
    """
    counts = counted(frame)
    rows, comparable = counts.pop("rows"), counts.pop("comparable")
    say(f"{rows:,} rows.")
    wrong = {what: count for what, count in counts.items() if count}
    for what, count in wrong.items():
        say(
            f"{count:,} {'row has' if count == 1 else 'rows have'} {what} and {'is' if count == 1 else 'are'} left out."
        )
    for example in examples(frame) if wrong else ():
        say(f"  such as: {example}")
    if comparable == 0:
        raise InputError(path, "it holds no rows that can be compared" if rows else "it holds no rows", _GIVE)


def save(found: Disputes, file: Path, engine: Engine) -> list[Path]:
    """Write the topics to ``file``, and camps and members beside it: all three, or none of them.

    Raises:
        InputError: it could not be written.
    """
    places = {"topics": file, **{part: file.with_suffix(f".{part}{file.suffix}") for part in ("camps", "members")}}
    with ExitStack() as drafts:  # they get their names when all are written
        for part, place in places.items():
            draft = drafts.enter_context(complete_or_not_at_all(place))
            with plainly(str(place)):
                engine.save(getattr(found, part), draft)
    return list(places.values())
