"""Findings for pipes: one JSON object a line, each as in the ``findings`` of the format ``json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.writers._order import ordered
from claimcheck.writers._plain import finding_dict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Document, Report
    from claimcheck.writers import Options

SUFFIX = ".jsonl"
MEDIA_TYPE = "application/jsonl"


def write(report: Report, documents: Sequence[Document], options: Options) -> str:  # noqa: ARG001 - the same for every writer
    """One line a finding; nothing where nothing was found."""
    return "".join(json.dumps(finding_dict(finding), ensure_ascii=False) + "\n" for finding in ordered(report))
