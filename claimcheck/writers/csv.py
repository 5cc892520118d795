"""Findings for a spreadsheet: one row for each figure of a finding, with its reading and its sentence.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimcheck.writers._rows import FINDING_COLUMNS, finding_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Document, Report
    from claimcheck.writers import Options

SUFFIX = ".csv"
MEDIA_TYPE = "text/csv"

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """A header and one row for each figure of a finding."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(FINDING_COLUMNS)
    rows.writerows([cell(value) for value in row] for row in finding_rows(report, documents, options.lang))
    return out.getvalue()


def cell(value: object) -> str:
    """Text that no spreadsheet runs; numbers are ours and stay as they are.

    >>> cell("=1+1"), cell(None)
    ("'=1+1", '')
    """
    if not isinstance(value, str):
        return "" if value is None else format(value, "f")
    return f"'{value}" if value.startswith(FORMULA) else value
