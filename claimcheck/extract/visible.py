"""Characters that nobody sees: soft hyphens, spaces of no width, marks of direction.

Web pages and word processors leave them inside numbers and words. The grammars read the text without them; every offset
that leaves this package is led back to the text as it was written.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeVar

from claimcheck.model import Claim, Mention, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.model import Document, Source

C = TypeVar("C", bound=Claim)

_HIDDEN = re.compile(
    "\u00ad\r?\n(?=\\w)"  # a word that was divided at the end of a line
    "|[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_LONGEST = 80  # characters of a claim's text


class Sight:
    """A text as a reader sees it, and the way back to the text as it was written.

    >>> sight = Sight.of("Mil\u00adliarden")
    >>> sight.text, sight.span(0, 10), Sight.of("Milliarden")
    ('Milliarden', (0, 11), None)
    """

    __slots__ = ("_at", "_cuts", "text", "written")

    def __init__(self, written: str, hidden: list[int]) -> None:
        """Leave out the characters of ``written`` at the places ``hidden``, which are in order."""
        self.written = written
        self.text = _HIDDEN.sub("", written)
        self._at = hidden
        self._cuts = [place - number for number, place in enumerate(hidden)]  # the same places in the text seen

    @classmethod
    def of(cls, written: str) -> Sight | None:
        """The sight of a text; None where all of it can be seen, as in nearly every text."""
        if _HIDDEN.search(written) is None:
            return None
        return cls(written, [place for found in _HIDDEN.finditer(written) for place in range(*found.span())])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text seen stands in the text written."""
        return self._back(start), self._back(end - 1) + 1

    def _back(self, offset: int) -> int:
        return offset + bisect_right(self._cuts, offset)

    def _seen(self, offset: int) -> int:
        return offset - bisect_left(self._at, offset)

    def document(self, document: Document) -> Document:
        """The document with the text seen, its zones and the evidence of its date moved along."""
        zones = tuple(
            Span(start=self._seen(zone.start), end=self._seen(zone.end), zone=zone.zone) for zone in document.zones
        )
        source = _with_evidence(document.source, self._forth)
        return document.model_copy(update={"text": self.text, "zones": zones, "source": source})

    def source(self, source: Source) -> Source:
        """A source whose evidence was found in the text seen."""
        return _with_evidence(source, self.quote)

    def claim(self, claim: C) -> C:
        """A claim that was found in the text seen."""
        return claim.model_copy(update={"quote": self.quote(claim.quote)})

    def mention(self, mention: Mention) -> Mention:
        """A mention that was found in the text seen."""
        start, end = self.span(mention.start, mention.end)
        return mention.model_copy(update={"start": start, "end": end, "text": self.written[start:end]})

    def quote(self, quote: Quote) -> Quote:
        """A quote from the text seen."""
        if quote.start is None or quote.end is None:
            return quote
        start, end = self.span(quote.start, quote.end)
        end = min(end, start + _LONGEST)
        return quote.model_copy(update={"start": start, "end": end, "text": self.written[start:end]})

    def _forth(self, quote: Quote) -> Quote:
        if quote.start is None or quote.end is None:
            return quote
        return quote.model_copy(update={"start": self._seen(quote.start), "end": self._seen(quote.end)})


def _with_evidence(source: Source, moved: Callable[[Quote], Quote]) -> Source:
    if source.bounds is None:
        return source
    bounds = source.bounds.model_copy(update={"evidence": tuple(map(moved, source.bounds.evidence))})
    return source.model_copy(update={"bounds": bounds})
