"""Claims as a table for people, as JSONL and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from claimcheck.messages import reading
from claimcheck.model.flat import COLUMNS, flat
from claimcheck.writers._cells import clean, pad, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import AnyClaim

_TITLES = {
    "en": ("source", "figure", "reading", "what it counts", "when", "status"),
    "de": ("Quelle", "Angabe", "gelesen als", "was gezählt wird", "wann", "Stand"),
}
_WIDEST = 40  # columns of one cell; the whole text stands in the other formats
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(claims: Sequence[AnyClaim], lang: str) -> str:
    """One line a claim, under titles in the language of messages."""
    rows = [_TITLES[lang], *(_row(claim, lang) for claim in claims)]
    columns = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(pad, row, columns)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def _row(claim: AnyClaim, lang: str) -> tuple[str, ...]:
    subject, when = claim.subject, claim.when.timex if claim.when else ""
    cells = (claim.text, reading(claim, lang), subject.label or subject.concept or "", when, claim.status or "")
    return (clean(claim.source), *(_short(clean(" ".join(cell.split()))) for cell in cells))


def _short(cell: str) -> str:
    return cell if len(cell) <= _WIDEST else f"{cell[: _WIDEST - 1]}…"


def jsonl(claims: Sequence[AnyClaim]) -> str:
    """One JSON object a line, which `claimcheck.readers` reads again; see the schema ``claim-row``."""
    return "".join(json.dumps(flat(claim), ensure_ascii=False) + "\n" for claim in claims)


def csv_rows(claims: Sequence[AnyClaim]) -> str:
    """A line of names, then one line a claim, which `claimcheck.readers` reads again."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([_cell(row.get(column)) for column in COLUMNS] for row in map(flat, claims))
    return out.getvalue()


def _cell(value: Any) -> Any:
    """A list joined; a text that a spreadsheet would take for a formula with an apostrophe before it (OWASP)."""
    if isinstance(value, list):
        return "; ".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
