"""Ready-made claims, one a line: JSONL or CSV with a first line of names.

A line says it as one would by hand, with the keywords of `Claim.of` (``value``, ``source``, ``about``, ``event``,
``when``, ``place``, ``status``, ``speaker`` ...), or it is a line that ``claimcheck extract`` wrote; those have a
``kind``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.model import Document, Source
from claimcheck.model.sheet import Sheet
from claimcheck.readers._file import File, decode, is_text

if TYPE_CHECKING:
    from claimcheck.model import PeriodClaim, QuantityClaim

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv")


def recognises(head: bytes, suffix: str) -> bool:
    """Whether the first line names fields of a claim."""
    from claimcheck.readers._rows import first_names  # noqa: PLC0415 - most folders hold no claims

    if not is_text(head) or suffix not in ("", *SUFFIXES):
        return False
    names = first_names(head.decode("utf-8-sig", "replace").lstrip())
    return {"value", "source"} <= set(names) or (suffix != "" and names[:1] in (["value"], ["source"]))


def read(file: File) -> list[Document]:
    """One `Sheet` for each source that the lines name, in the order in which they come.

    Raises:
        InputError: a line is no claim; it says which line and which field.
    """
    from claimcheck.readers._claims import claim_of  # noqa: PLC0415 - most folders hold no claims
    from claimcheck.readers._rows import rows  # noqa: PLC0415

    claims: dict[str, list[QuantityClaim | PeriodClaim]] = {}
    about: dict[str, dict[str, Any]] = {}
    for line, row in rows(file, decode(file)):
        claim = claim_of(file, line, row)
        claims.setdefault(claim.source, []).append(claim)
        about.setdefault(claim.source, {name: row.get(name) for name in ("language", "published")})
    return [_sheet(file, source, about[source], found) for source, found in claims.items()]


def _sheet(file: File, source: str, about: dict[str, Any], claims: list[QuantityClaim | PeriodClaim]) -> Sheet:
    return Sheet(source=Source(id=source, path=file.id, **about), text="", claims=tuple(claims))
