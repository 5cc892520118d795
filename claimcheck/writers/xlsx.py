"""A workbook for the desk: the findings, and a worklist with every figure and room to tick it off.

Text is written as text: a cell that begins with ``=``, ``+``, ``-`` or ``@`` is never a formula, and no address a link.
"""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimcheck.errors import MissingExtra
from claimcheck.messages import say
from claimcheck.model import State
from claimcheck.writers._rows import FINDING_COLUMNS, WORKLIST_COLUMNS, finding_rows, worklist_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.model import Document, Report
    from claimcheck.writers import Options
    from claimcheck.writers._rows import Cell

SUFFIX = ".xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

WIDTHS = {
    "message": 50, "quote": 70, "text": 28, "reading": 24, "place": 28, "publisher": 20, "agreeing": 24,
    "disagreeing": 24, "findings": 32, "note": 36, "id": 32,
}  # fmt: skip
TEXT_LIMIT = 32_767  # characters that a cell can hold
EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed moment, so that the same input gives the same bytes


def write(report: Report, documents: Sequence[Document], options: Options) -> bytes:
    """The workbook, ready to be saved.

    Raises:
        MissingExtra: XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtra("The format xlsx", "xlsx") from error
    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, safe)
    book.set_properties({"created": EPOCH})
    _sheet(book, say(options.lang, "xlsx.findings"), FINDING_COLUMNS, finding_rows(report, documents, options.lang))
    figures = worklist_rows(report, documents, options)
    _states(_sheet(book, say(options.lang, "xlsx.figures"), WORKLIST_COLUMNS, figures))
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Any:
    sheet = book.add_worksheet(name)
    bold, wrap = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, title in enumerate(columns):
        sheet.set_column(column, column, WIDTHS.get(title, 14), wrap)
        sheet.write_string(0, column, title, bold)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, last, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    return sheet


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, Decimal):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, cell[:TEXT_LIMIT])


def _states(sheet: Any) -> None:
    """Offer the states of a figure as a list; other words stay possible."""
    column = WORKLIST_COLUMNS.index("status")
    rule = {"validate": "list", "source": [state.value for state in State], "error_type": "information"}
    sheet.data_validation(1, column, sheet.dim_rowmax or 1, column, rule)
