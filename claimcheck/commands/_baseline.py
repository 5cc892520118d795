"""An earlier report as a baseline: what it already found is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from claimcheck.errors import InputError


def fingerprints(file: str) -> frozenset[str]:
    """The fingerprints of all findings in a report that was written as ``json`` or ``jsonl``.

    Raises:
        InputError: the file cannot be read, or is no such report.
    """
    try:
        text = Path(file).read_text("utf-8")
        return frozenset(finding["fingerprint"] for finding in _findings(text))
    except OSError as error:
        way_out = "give a report that was written with --output json:FILE"
        raise InputError(file, f"the baseline cannot be read ({error.strerror})", way_out) from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(file, "this is no report", "write one with --output json:FILE") from error


def _findings(text: str) -> list[dict[str, Any]]:
    try:
        whole = json.loads(text)
    except ValueError:  # one finding a line
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return list(whole.get("findings", [whole]))
