"""The same work on many things, in several processes where that is wanted."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    Step: TypeAlias = Callable[[int, int], None]
    """Told how many of how many things are done."""

A = TypeVar("A")
B = TypeVar("B")


_step: ContextVar[Step | None] = ContextVar("step", default=None)


@contextmanager
def watched(step: Step) -> Iterator[None]:
    """Tell ``step`` how far the work is that is done meanwhile.

    >>> with watched(lambda done, total: print(done, "of", total)):
    ...     each(abs, [-2, 3], jobs=1)
    1 of 2
    2 of 2
    [2, 3]
    """
    before = _step.set(step)
    try:
        yield
    finally:
        _step.reset(before)


def each(work: Callable[[A], B], things: Sequence[A], jobs: int) -> list[B]:
    """``work`` done on each thing, in order, whatever the number of processes.

    >>> each(abs, [-2, 3], jobs=1)
    [2, 3]
    """
    results = []
    step = _step.get()
    for result in _results(work, things, min(jobs, len(things))):
        results.append(result)
        if step is not None:
            step(len(results), len(things))
    return results


def _results(work: Callable[[A], B], things: Sequence[A], processes: int) -> Iterator[B]:
    if processes < 2:
        yield from map(work, things)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - rarely needed, and slow to load

    with ProcessPoolExecutor(processes, initializer=_leave_interrupts) as pool:
        yield from pool.map(work, things, chunksize=1 + len(things) // (processes * 8))


def _leave_interrupts() -> None:
    """Ctrl-C is the main process's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
