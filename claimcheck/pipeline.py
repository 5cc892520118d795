"""The whole program: bytes -> Document -> Claim -> Comparison -> Finding -> Report -> text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from claimcheck import arguments
from claimcheck.extract.claims import extract_claims
from claimcheck.extract.dating import dated
from claimcheck.extract.mentions import mentions
from claimcheck.match import match_claims
from claimcheck.model import Claim, Comparison, Document, Report
from claimcheck.parallel import each
from claimcheck.readers import read_path
from claimcheck.rules._run import findings_of
from claimcheck.rules._summary import report_on
from claimcheck.rules._wanted import refuse_unknown_rules
from claimcheck.writers import Options, write_report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from claimcheck.config import Settings
    from claimcheck.model import AnyClaim

__all__ = ["check", "compare", "extract", "match", "mentions", "read", "write"]

_READS = "read(path) makes them, or Document.of(text)"
_EXTRACTS = "extract(documents) makes them, or Claim.of(value, source=...)"


def read(*paths: str | PathLike[str], settings: Settings | None = None) -> list[Document]:
    """Read files and folders; ``-`` is standard input.

    Offsets everywhere are code points into ``Document.text``.

    >>> [document.source.publisher for document in read("seeds/cathedral-bells")]
    ['Rauenfelser Zeitung', 'The Ringing Week']

    Raises:
        InputError: a named file cannot be read, or a folder holds nothing readable.
        MissingExtra: a file needs a package that is not installed.
        ArgumentError: what was given is no path.
    """
    arguments.inputs("read", paths)
    chosen = arguments.settings_or_default(settings)
    return [document for path in paths for document in read_path(path, chosen)]


def extract(documents: Iterable[Document], settings: Settings | None = None) -> list[AnyClaim]:
    """Every checkable figure and date, as claims in the order of the texts.

    >>> [c.text for c in extract([Document.of("Sie unterzeichneten rund 20 Abkommen.", language="de")])]
    ['rund 20 Abkommen']

    Raises:
        ArgumentError: what was given is no list of documents.
    """
    chosen = arguments.settings_or_default(settings)
    texts = arguments.all_of("extract", documents, Document, _READS)
    found = each(partial(_claims, settings=chosen), texts, chosen.jobs)
    return [claim for claims in found for claim in claims]


def _claims(document: Document, settings: Settings) -> list[AnyClaim]:
    """The claims of one document, as a list: what another process can send back."""
    return list(extract_claims(document, settings))


def match(claims: Iterable[AnyClaim], documents: Iterable[Document] = ()) -> Comparison:
    """Which claims speak of one thing, and which like ones are kept apart, with why.

    With the documents that they come from, reports are also told apart by their dates and compared as wholes; without
    them event-differs, figure-updated and all rules that read the words around a figure find nothing.

    >>> figures = [Claim.of(number, source=number, about="agreements", event="visit") for number in ("12", "20")]
    >>> [(topic.label, len(topic.claims)) for topic in match(figures).topics]
    [('agreement', 2)]

    Raises:
        ArgumentError: what was given are no lists of claims and documents.
    """
    figures = arguments.all_of("match", claims, Claim, _EXTRACTS)
    return match_claims(figures, tuple(map(dated, arguments.all_of("match", documents, Document, _READS))))


def compare(comparison: Comparison, settings: Settings | None = None) -> Report:
    """Run the rules and put the answer together; the loudest findings come first.

    >>> figures = [Claim.of(number, source=number, about="agreements", event="visit") for number in ("12", "20")]
    >>> [(finding.rule, finding.severity.value) for finding in compare(match(figures)).findings]
    [('value-mismatch', 'warning')]

    Raises:
        ArgumentError: what was given is no comparison.
        ConfigError: the settings name a rule or an option that there is not.
    """
    chosen = arguments.settings_or_default(settings)
    arguments.one("compare", comparison, Comparison, "match(claims) makes one")
    refuse_unknown_rules(chosen)
    return report_on(comparison, *findings_of(comparison, chosen))


def gather(*inputs: str | PathLike[str] | Document | Claim, settings: Settings | None = None) -> Comparison:
    """The first half of `check`: everything that the rules will look at.

    Raises:
        InputError: a named file cannot be read, or a folder holds nothing readable.
        ArgumentError: what was given is no path, Document or Claim.
    """
    arguments.inputs("check", inputs, Document, Claim)
    chosen = arguments.settings_or_default(settings)
    claims: list[Any] = [item for item in inputs if isinstance(item, Claim)]
    texts = [item for item in inputs if isinstance(item, Document)]
    paths = [item for item in inputs if not isinstance(item, Claim | Document)]
    documents = each(dated, [*read(*paths, settings=chosen), *texts], chosen.jobs)
    return match_claims((*extract(documents, chosen), *claims), tuple(documents))


def check(*inputs: str | PathLike[str] | Document | Claim, settings: Settings | None = None) -> Report:
    """From any mix of paths, documents and claims to a report.

    >>> one = Document.of("Am Montag wurden neun Abkommen unterzeichnet.", id="a", published="2024-05-14")
    >>> two = Document.of("Am Montag wurden elf Abkommen unterzeichnet.", id="b", published="2024-05-14")
    >>> [finding.rule for finding in check(one, two).findings]
    ['value-mismatch']

    Raises:
        InputError: a named file cannot be read, or a folder holds nothing readable.
        ConfigError: the settings name a rule, an option or a language that there is not.
        ArgumentError: what was given is no path, Document or Claim.
    """
    return compare(gather(*inputs, settings=settings), settings)


def write(report: Report, format: str = "full", **options: Any) -> str | bytes:  # noqa: A002 - the contract's name
    """The report in one of the formats that ``claimcheck.writers`` holds: text, or bytes for ``xlsx``.

    Options are those of `claimcheck.writers.Options` (``lang``, ``width`` in columns ...), and ``documents``.

    >>> figures = [Claim.of(number, source=number, about="agreements", event="visit") for number in ("12", "20")]
    >>> print(write(check(*figures), "concise"), end="")
    12: warning[value-mismatch] 12 says “12” (12), 20 says “20” (20), and no number fits both.

    Raises:
        ConfigError: there is no such format.
        MissingExtra: the format needs a package that is not installed.
        ArgumentError: what was given is no report, or an option is unknown.
    """
    arguments.one("write", report, Report, "check(...) makes one")
    arguments.writing(format, options, ("documents", *Options.__dataclass_fields__))
    return write_report(report, format, **options)
