"""The same work on many things, in several processes where that is wanted."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

A = TypeVar("A")
B = TypeVar("B")


def each(work: Callable[[A], B], things: Sequence[A], jobs: int) -> list[B]:
    """``work`` done on each thing, in order, whatever the number of processes.

    >>> each(abs, [-2, 3], jobs=1)
    [2, 3]
    """
    processes = min(jobs, len(things))
    if processes < 2:
        return [work(thing) for thing in things]
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - rarely needed, and slow to load

    with ProcessPoolExecutor(processes, initializer=_leave_interrupts) as pool:
        return list(pool.map(work, things, chunksize=1 + len(things) // (processes * 8)))


def _leave_interrupts() -> None:
    """Ctrl-C is the main process's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
