"""The report for programs: one JSON object, the contract that scripts are written against.

Numbers are decimal strings, open ends and unknown values are null, and keys stand in the order of the contract.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.writers._plain import report_dict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Document, Report
    from claimcheck.writers import Options

SUFFIX = ".json"
MEDIA_TYPE = "application/json"


def write(report: Report, documents: Sequence[Document], options: Options) -> str:  # noqa: ARG001 - the same for every writer
    """The report as the JSON object of the contract."""
    return json.dumps(report_dict(report), indent=2, ensure_ascii=False) + "\n"
