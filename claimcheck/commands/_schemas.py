"""JSON Schemas (Draft 2020-12) of what goes in and comes out, generated from the records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue

from claimcheck.commands import _wire
from claimcheck.config import Settings
from claimcheck.model import AnyClaim, Comparison, Document, Mention
from claimcheck.model.docs import field_docs
from claimcheck.readers._claims import Spoken
from claimcheck.review.decisions import Decision

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core.core_schema import ModelSchema

VERSION = "1"
"""Rises when something that was valid no longer is."""

TYPES: dict[str, Any] = {
    "claim": AnyClaim,
    "claim-row": _wire.ClaimRow | Spoken,
    "comparison": Comparison,
    "decision": Decision,
    "document": Document,
    "finding": _wire.Finding,
    "mention": Mention,
    "report": _wire.Report,
    "settings": Settings,
}
"""What there is a schema of: records of the library, and the lines and reports that commands write and read."""


class Described(GenerateJsonSchema):
    """Adds what the docstrings below the fields say."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """The schema of one record; where a field is written otherwise in files, that is its name."""
        made = super().model_schema(schema)
        for field, said in field_docs(cast("type[BaseModel]", schema["cls"])).items():
            for name in {field, field.replace("_", "-")} & made.get("properties", {}).keys():
                made["properties"][name]["description"] = " ".join(said.split())
        return made


def _without_examples(made: JsonSchemaValue) -> JsonSchemaValue:
    """A schema whose description holds no paragraphs of Python, which say nothing to a reader of JSON."""
    parts = made.get("description", "").split("\n\n")
    said = "\n\n".join(part for part in parts if ">>>" not in part)
    return {**made, "description": said} if said else made


def schema(name: str) -> dict[str, Any]:
    """The schema of one record, with an ``$id`` that names its version."""
    mode: JsonSchemaMode = "validation" if name == "settings" else "serialization"  # what goes in, what comes out
    made = TypeAdapter(TYPES[name]).json_schema(mode=mode, schema_generator=Described)
    parts = {key: _without_examples(part) for key, part in made.pop("$defs", {}).items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:claimcheck:schema:{name}:{VERSION}",
        "version": VERSION,
        **({"$defs": parts} if parts else {}),
        **_without_examples(made),
    }


def text(made: dict[str, Any]) -> str:
    """A schema as it stands in a file."""
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
