"""The whole program: bytes -> Document -> Claim -> Comparison -> Finding -> Report -> text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from claimcheck.config import Settings
from claimcheck.extract.claims import extract_claims
from claimcheck.extract.dating import dated
from claimcheck.extract.mentions import mentions
from claimcheck.match import match_claims
from claimcheck.model import Claim, Document, Report
from claimcheck.parallel import each
from claimcheck.readers import read_path
from claimcheck.rules._run import findings_of
from claimcheck.rules._summary import report_on
from claimcheck.writers import write_report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from claimcheck.model import AnyClaim, Comparison

__all__ = ["check", "compare", "extract", "match", "mentions", "read", "write"]


def read(*paths: str | PathLike[str], settings: Settings | None = None) -> list[Document]:
    """Read files and folders; ``-`` is standard input.

    Raises:
        InputError: a named file cannot be read, or a folder holds nothing readable.
    """
    return [document for path in paths for document in read_path(path, settings or Settings())]


def extract(documents: Iterable[Document], settings: Settings | None = None) -> list[AnyClaim]:
    """Every checkable figure and date, as claims in the order of the texts.

    >>> [c.text for c in extract([Document.of("Sie unterzeichneten rund 20 Abkommen.", language="de")])]
    ['rund 20 Abkommen']
    """
    chosen = settings or Settings()
    found = each(partial(_claims, settings=chosen), list(documents), chosen.jobs)
    return [claim for claims in found for claim in claims]


def _claims(document: Document, settings: Settings) -> list[AnyClaim]:
    """The claims of one document, as a list: what another process can send back."""
    return list(extract_claims(document, settings))


def match(claims: Iterable[AnyClaim], documents: Iterable[Document] = ()) -> Comparison:
    """Which claims speak of one thing, and which like ones are kept apart, with why.

    With the documents that they come from, reports are also told apart by their dates and compared as wholes.
    """
    return match_claims(tuple(claims), tuple(map(dated, documents)))


def compare(comparison: Comparison, settings: Settings | None = None) -> Report:
    """Run the rules and put the answer together."""
    chosen = settings or Settings()
    return report_on(comparison, *findings_of(comparison, chosen))


def gather(*inputs: str | PathLike[str] | Document | Claim, settings: Settings | None = None) -> Comparison:
    """The first half of `check`: everything that the rules will look at.

    Raises:
        InputError: a named file cannot be read, or a folder holds nothing readable.
    """
    chosen = settings or Settings()
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
    """
    return compare(gather(*inputs, settings=settings), settings)


def write(report: Report, format: str = "full", **options: Any) -> str | bytes:  # noqa: A002 - the contract's name
    """The report in one of the formats that ``claimcheck.writers`` holds.

    Raises:
        ConfigError: there is no such format.
    """
    return write_report(report, format, **options)
