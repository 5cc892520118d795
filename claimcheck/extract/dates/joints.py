"""What joins the parts of a date: connectors of lists and ranges, "of", the year of a neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates import parts
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens


def past_connector(tokens: Tokens, j: int) -> int:
    """The position after ``bis``, ``/``, ``,``, ``bis zum``, ``auf den`` ...; ``j`` itself where there is none."""
    small = small_words(tokens.language)
    k = j
    while k < j + 3 and (parts.word(tokens, k) in small.to or (k == j and parts.word(tokens, k) == ",")):
        k += 1
    return k + 1 if k > j and parts.word(tokens, k) in small.articles else k


def past_of(tokens: Tokens, j: int) -> int:
    """After ``of``, ``of the year``, ``des Jahres``."""
    small = small_words(tokens.language)
    k = j
    while k < j + 3 and (parts.word(tokens, k) in small.of or parts.word(tokens, k) in small.articles):
        k += 1
    return k + 1 if tokens.role(k, "time_unit") == "year" and (k > j) else k


def year_of(tokens: Tokens, j: int) -> tuple[str | None, int]:
    """The year after a month: directly, after a comma, or after "of"."""
    small = small_words(tokens.language)
    for k in (j, j + 1):
        if (k == j or parts.word(tokens, j) in {",", *small.genitive} or parts.word(tokens, j) in small.articles) and (
            year := parts.year(tokens, k)
        ):
            return year
    k = past_of(tokens, j)
    named = tokens.role(k - 1, "time_unit") and parts.year(tokens, k)
    return named or (None, j)


def year_beyond(tokens: Tokens, j: int) -> str | None:
    """The year that a date shares with the next of the same list or range: ``1. Mai bis 3. Juni 2024``."""
    k = past_connector(tokens, j)
    if k == j or parts.word(tokens, j) == ",":
        return None
    if read := parts.day(tokens, k):
        k = read[1]
    month = parts.month(tokens, k)
    if month is None:
        return None
    if (read := parts.day(tokens, month[1])) and small_words(tokens.language).month_first:
        return year_of(tokens, read[1])[0]
    return year_of(tokens, month[1])[0]
