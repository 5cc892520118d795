"""Claims that came ready-made, without a text to read them from."""

from __future__ import annotations

from claimcheck.model.claim import AnyClaim  # noqa: TC001 - pydantic reads it
from claimcheck.model.source import Document


class Sheet(Document):
    """A document whose claims were typed or exported: its ``text`` is empty, and its claims are extracted as they are.

    A file of claims gives one for each source that it names.

    >>> from claimcheck.model import Source
    >>> Sheet(source=Source(id="ministry"), text="").claims
    ()
    """

    claims: tuple[AnyClaim, ...] = ()
