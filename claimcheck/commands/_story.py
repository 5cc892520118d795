"""A story for the review page: checked once, and again when an article has changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcheck.commands._say import say_reading
from claimcheck.commands._watch import stamps
from claimcheck.pipeline import compare, gather
from claimcheck.readers import read_paths
from claimcheck.review.desk import Story
from claimcheck.writers._order import ordered
from claimcheck.writers._page_documents import documents
from claimcheck.writers._page_findings import findings
from claimcheck.writers._places import Library

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.config import Settings
    from claimcheck.model import Comparison, Finding, Report


class Stories:
    """The same articles, whenever they are asked for."""

    def __init__(self, paths: Sequence[str], settings: Settings) -> None:
        """Read ``paths`` now."""
        self.paths, self.settings = paths, settings
        self._stamps = stamps(paths)
        self._reading = read_paths(paths, settings)
        self._story: Story | None = None

    def readable(self, *, quiet: bool) -> bool:
        """Say what cannot be read; whether there is anything else."""
        say_reading(self._reading, quiet=quiet)
        return bool(self._reading.documents)

    def load(self) -> Story:
        """The story as it is now. What has become unreadable is taken as it was before."""
        now = stamps(self.paths)
        if self._story is None or now != self._stamps:
            self._stamps = now
            self._story = self._check()
        return self._story

    def _check(self) -> Story:
        if self._story is not None and "-" not in self.paths:
            again = read_paths(self.paths, self.settings)
            say_reading(again, quiet=True)
            self._reading = again if again.documents else self._reading
        comparison = gather(*self._reading.documents, settings=self.settings)
        return story(compare(comparison, self.settings), comparison, self.settings.lang_ui)


def story(report: Report, comparison: Comparison, lang: str) -> Story:
    """A report with the means to show it."""
    library = Library(report.sources, comparison.documents)
    sorted_ = report.model_copy(update={"findings": tuple(ordered(report))})

    def show(finding: Finding) -> str:
        return findings(report.model_copy(update={"findings": (finding,)}), library, lang)[0]

    @cache
    def texts() -> str:
        return "\n".join(documents(report, comparison.documents, comparison.claims, lang))

    return Story(sorted_, show, texts)
