"""The whole program: bytes -> Document -> Claim -> Comparison -> Finding -> Report -> text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.config import Settings
from claimcheck.extract.claims import extract_claims
from claimcheck.extract.dating import dated
from claimcheck.extract.mentions import mentions
from claimcheck.match import match_claims
from claimcheck.model import Claim, Document, Report
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
    return [claim for document in documents for claim in extract_claims(document, settings or Settings())]


def match(claims: Iterable[AnyClaim], documents: Iterable[Document] = ()) -> Comparison:
    """Which claims speak of one thing, and which like ones are kept apart, with why."""
    return match_claims(tuple(claims), tuple(documents))


def compare(comparison: Comparison, settings: Settings | None = None) -> Report:
    """Run the rules and put the answer together."""
    chosen = settings or Settings()
    return report_on(comparison, *findings_of(comparison, chosen))


def check(*inputs: str | PathLike[str] | Document | Claim, settings: Settings | None = None) -> Report:
    """From any mix of paths, documents and claims to a report.

    >>> one = Document.of("Am Montag wurden neun Abkommen unterzeichnet.", id="a", published="2024-05-14")
    >>> two = Document.of("Am Montag wurden elf Abkommen unterzeichnet.", id="b", published="2024-05-14")
    >>> [finding.rule for finding in check(one, two).findings]
    ['value-mismatch']

    Raises:
        InputError: a named file cannot be read, or a folder holds nothing readable.
    """
    chosen = settings or Settings()
    claims: list[Any] = [item for item in inputs if isinstance(item, Claim)]
    texts = [item for item in inputs if isinstance(item, Document)]
    paths = [item for item in inputs if not isinstance(item, Claim | Document)]
    documents = [dated(document) for document in (*read(*paths, settings=chosen), *texts)]
    return compare(match([*extract(documents, chosen), *claims], documents), chosen)


def write(report: Report, format: str = "full", **options: Any) -> str | bytes:  # noqa: A002 - the contract's name
    """The report in one of the formats that ``claimcheck.writers`` holds.

    Raises:
        ConfigError: there is no such format.
    """
    return write_report(report, format, **options)
