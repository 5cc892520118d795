"""A worklist as CSV: one row for each figure of the articles, with room to tick it off.

It is made for spreadsheets: it opens with the mark by which they know UTF-8, and its cells are divided by semicolons
where the language has decimal commas. Text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimcheck.writers._rows import WORKLIST_COLUMNS, worklist_rows
from claimcheck.writers.csv import cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Document, Report
    from claimcheck.writers import Options

SUFFIX = ".csv"
MEDIA_TYPE = "text/csv"

MARK = "\ufeff"
DELIMITERS = {"de": ";"}


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """A header and one row for each figure."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=DELIMITERS.get(options.lang, ","), lineterminator="\n")
    rows.writerow(WORKLIST_COLUMNS)
    rows.writerows([cell(value) for value in row] for row in worklist_rows(report, documents, options))
    return MARK + out.getvalue()
