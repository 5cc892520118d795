"""Report -> text. One file, one format: the file's name is the name people ask for.

A writer is a module with a docstring that says what its format is for, a ``SUFFIX``, a ``MEDIA_TYPE`` and one public
function, ``write``. It gets the report, the documents (where there are any) and `Options`, and gives the whole output.
It prints nothing and opens nothing; the same input gives the same bytes. Files whose names begin with an underscore
hold what several writers share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, cast

from claimcheck.plugins import Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    from claimcheck.model import AnyClaim, Document, Finding, Report, Tick


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a writer may know besides the report and its documents.

    >>> Options(lang="de").width
    100
    """

    color: bool = False
    """Whether the reader is a terminal that shows colours."""
    width: int = 100
    """Columns of the reader's screen."""
    lang: str = "en"
    """Language of labels: ``en`` or ``de``."""
    claims: tuple[AnyClaim, ...] = ()
    """All claims of the run. A report holds only those with findings; pages and sheets show the others as well."""
    ticks: Mapping[str, Tick] = field(default_factory=dict)
    """What a desk noted beside a figure, by the key of its claim; worklists carry it on."""
    hidden: tuple[Finding, ...] = ()
    """Findings that are not in the report as people have decided about them; some formats carry them all the same."""
    suppressions: Mapping[str, Mapping[str, Any]] | None = None
    """What was decided, by fingerprint, in the words of SARIF; None where no decisions were read."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """The page (Markdown) of each rule, for formats that carry their own help."""
    version: str | None = None
    """Version of the program, for formats that name the tool."""


class Writer(Protocol):
    """A module of this folder, or one that another package brings."""

    SUFFIX: str
    """What a file of this format ends in: ``.json``."""
    MEDIA_TYPE: str
    """What a server calls it: ``application/json``."""

    def write(self, report: Report, documents: Sequence[Document], options: Options, /) -> str | bytes:
        """The whole output; bytes where the format is not text."""
        ...


def _writer(module: ModuleType) -> Writer:
    return cast("Writer", module)


WRITERS: Shelf[Writer] = Shelf("claimcheck.writers", "format", _writer)
"""All writers, by the name of their format."""


def write_report(report: Report, name: str, *, documents: Sequence[Document] = (), **options: Any) -> str | bytes:
    """The report in the format with a name; ``options`` are the fields of `Options`.

    The texts are those that the report holds, unless others are given.

    Raises:
        ConfigError: there is no such format.
        MissingExtra: the format needs a package that is not installed.

    >>> from claimcheck.model import Report
    >>> write_report(Report(), "jsonl")
    ''
    """
    return WRITERS.find(name).write(report, documents or report.documents, Options(**options))
