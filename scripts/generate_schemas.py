"""Write schemas/*.schema.json from the records. Run it after changing one: ``python scripts/generate_schemas.py``."""

from __future__ import annotations

from pathlib import Path

from claimcheck.commands._schemas import TYPES, schema, text

FOLDER = Path(__file__).parents[1] / "schemas"


def main() -> None:
    """One file a record."""
    for name in TYPES:
        (FOLDER / f"{name}.schema.json").write_text(text(schema(name)), "utf-8")


if __name__ == "__main__":
    main()
