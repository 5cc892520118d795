"""JSON Schemas (Draft 2020-12) of what goes in and comes out, generated from the records."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from claimcheck.commands import _wire
from claimcheck.config import Settings
from claimcheck.model import AnyClaim, Comparison, Document, Mention
from claimcheck.readers.claims import Spoken

VERSION = "1"
"""Rises when something that was valid no longer is."""

TYPES: dict[str, Any] = {
    "claim": AnyClaim,
    "claim-row": _wire.ClaimRow | Spoken,
    "comparison": Comparison,
    "document": Document,
    "finding": _wire.Finding,
    "mention": Mention,
    "report": _wire.Report,
    "settings": Settings,
}
"""What there is a schema of: records of the library, and the lines and reports that commands write and read."""


def schema(name: str) -> dict[str, Any]:
    """The schema of one record, with an ``$id`` that names its version."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:claimcheck:schema:{name}:{VERSION}",
        "version": VERSION,
        **TypeAdapter(TYPES[name]).json_schema(mode="validation" if name == "settings" else "serialization"),
    }


def text(made: dict[str, Any]) -> str:
    """A schema as it stands in a file."""
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
