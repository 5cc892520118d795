"""A bar on standard error while a long run is on: only on a terminal, and gone when the run is over."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

PATIENCE = 1.0  # seconds after which a run is long


@contextmanager
def progress(what: str, *, quiet: bool) -> Iterator[None]:
    """Show how far the work is that is done meanwhile, if it takes long."""
    if quiet or not _on_a_terminal():
        yield
        return
    from claimcheck.parallel import watched

    bar = _Bar(what)
    timer = Timer(PATIENCE, bar.show)
    timer.daemon = True
    timer.start()
    try:
        with watched(bar.step):
            yield
    finally:
        timer.cancel()
        bar.hide()


def _on_a_terminal() -> bool:
    return getattr(sys, "stderr", None) is not None and sys.stderr.isatty()


class _Bar:
    """What rich draws, from when it is shown until it is hidden; the two come from different threads."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._lock = Lock()
        self._drawn: Progress | None = None
        self._over = False
        self._at: tuple[int, int | None] = (0, None)

    def show(self) -> None:
        """Begin to draw, unless the work is over."""
        made = _made()
        with self._lock:
            if self._over:
                return
            self._drawn = made
            self._redraw(made)
            made.start()

    def step(self, done: int, total: int) -> None:
        """So many are done; after the last the bar only says that work goes on."""
        with self._lock:
            self._at = (done, total) if done < total else (0, None)
            if self._drawn is not None:
                self._redraw(self._drawn)

    def _redraw(self, drawn: Progress) -> None:
        """A task whose end is unknown is a new one: rich does not let it be forgotten."""
        done, total = self._at
        if drawn.task_ids and total is not None:
            drawn.update(drawn.task_ids[0], completed=done, total=total)
            return
        for task in drawn.task_ids:
            drawn.remove_task(task)
        drawn.add_task(self._what, completed=done, total=total)

    def hide(self) -> None:
        """Leave nothing on the screen."""
        with self._lock:
            self._over = True
            if self._drawn is not None:
                self._drawn.stop()


def _made() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    how_far = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    said = TextColumn("{task.description}")
    return Progress(SpinnerColumn(), said, *how_far, console=Console(stderr=True), transient=True)
