"""What each step of the decision order buys: the score on our own cases with one step switched off at a time.

    python -m tests.bench.ablation [--set cases|held-out]

Widths are switched off by their options. The other steps have no switch, since nobody should want one: there the
function that decides is replaced by one that never parts anything. A module that no longer has that function fails.
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING
from unittest.mock import patch

from claimcheck.config import Settings, Widths
from claimcheck.model import Identity
from tests.scoring import SETS, cases, score

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scoring import Score

_ROWS = "{:<46} {:>9} {:>7} {:>6} {:>12} {:>10}"
_NO_WIDTHS = Widths.model_validate(dict.fromkeys(("round-share", "plain-share", "about", "outer"), "0"))
_LIKENESS, _TOPICS, _STORIES = "claimcheck.match.likeness", "claimcheck.match.topics", "claimcheck.match.stories"


def _never(*_: object, **__: object) -> None:
    """Part nothing."""


def _one_event(*_: object, **__: object) -> tuple[Identity, str, tuple[()]]:
    """Take any two reports for reports of one event."""
    return Identity.SAME, "published-together", ()


STEPS: dict[str, tuple[tuple[str, str, Callable[..., object]], ...]] = {
    "event identity (2)": ((_STORIES, "_decide", _one_event),),
    "scope: role, part, modifier, place, voice (3)": tuple(
        (_LIKENESS, name, _never) for name in ("_roles", "_aspects", "_scopes", "_places", "_voices")
    ),
    "status: planned or done (3)": ((_LIKENESS, "_statuses", _never),),
    "period (4)": ((_TOPICS, "same_period", _never),),
}
"""The steps by name, with the functions that decide them and what takes their place."""


def without(step: str, which: str | None) -> Score:
    """The score with one step switched off."""
    with ExitStack() as stack:
        for module, name, other in STEPS[step]:
            stack.enter_context(patch.object(import_module(module), name, other))
        return score(cases(which=which))


def _row(name: str, total: Score) -> str:
    explained = f"{total.counts['explained ok']}/{total.counts['explained']}"
    pairs = f"{total.counts['pairs hit']}/{total.counts['pairs']}"
    figures = (f"{total.precision:.3f}", f"{total.recall:.3f}", f"{total.alarms:.2f}")
    return _ROWS.format(name, *figures, explained, pairs)


def main() -> None:
    """Print one row for everything on, and one for each step off."""
    parser = argparse.ArgumentParser(description="Score our own cases with one step switched off at a time.")
    parser.add_argument("--set", choices=SETS)
    which = parser.parse_args().set
    print(_ROWS.format("switched off", "precision", "recall", "alarms", "explained ok", "pairs hit"))
    print(_row("nothing", score(cases(which=which))))
    for step in STEPS:
        print(_row(step, without(step, which)))
    with patch("tests.scoring.Settings", lambda: Settings(widths=_NO_WIDTHS)):
        print(_row("widths of hedges and rounding (5)", score(cases(which=which))))


if __name__ == "__main__":
    main()
