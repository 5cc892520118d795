"""Hedges: the words that say how exact a number is meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most", "up_to"})
LOWER = frozenset({"more_than", "at_least"})
UPPER = frozenset({"less_than", "at_most", "up_to"})
_DEEPEST = 3  # "mindestens rund", "well over an estimated"; nobody stacks more


class Hedging(NamedTuple):
    """A hedge and the position of its far end; ``loose``: a bound of a number that is approximate itself."""

    hedge: str | None
    at: int
    loose: bool = False


def before(tokens: Tokens, i: int, floor: int = 0) -> Hedging:
    """The hedges that end before token ``i`` and begin at ``floor`` or after, stacked ones taken together.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> before(Tokens("mindestens rund 20 Tote", load("de")), 2)
    Hedging(hedge='at_least', at=0, loose=True)
    """
    hedging = Hedging(None, i)
    for _ in range(_DEEPEST):
        found = tokens.read_back(hedging.at, "hedge")
        if found is None and hedging.hedge is None and _filled(tokens, i):
            found = tokens.read_back(i - 1, "hedge")
        if found is None or found[1] < floor or is_particle(tokens, found[1]):
            break
        hedging = combined(found[0], hedging, found[1])
    return hedging


def _filled(tokens: Tokens, i: int) -> bool:
    """Whether an article before ``i`` may stand between hedge and number: "mehr als die Hälfte", "the 500"."""
    if tokens.role(i, "half") is not None:
        return tokens.role(i - 1, "ordinal_lead") is not None
    return tokens.role(i - 1, "filler") is not None


def is_particle(tokens: Tokens, k: int) -> bool:
    """Whether the word at ``k`` belongs to the verb before it: "handed over 205 soldiers", "add up to 5 million"."""
    return tokens.role(k - 1, "particle_verb") == tokens.words[k]


def after(tokens: Tokens, j: int, hedging: Hedging) -> tuple[Hedging, int]:
    """The hedge after a quantity that ends at ``j`` ("oder mehr", "or so"), with what stood before; and the new end."""
    found = tokens.read(j, "hedge_after")
    if found is None or _opens_another(tokens, j, found[1]):
        return hedging, j
    return combined(found[0], hedging, hedging.at), found[1]


def _opens_another(tokens: Tokens, j: int, end: int) -> bool:
    """Whether the words ``[j, end)`` go on to a number of their own: "200 or more than 190"."""
    if end < len(tokens.words) and tokens.words[end][0].isdecimal():
        return True
    ahead = (tokens.read(k, "hedge") for k in range(j + 1, end))
    return any(hedge is not None and hedge[1] > end for hedge in ahead)


def combined(outer: str, inner: Hedging, at: int) -> Hedging:
    """One hedge said about what another qualifies: a bound stays a bound, "exactly" adds nothing.

    >>> combined("at_least", Hedging("approximately", 3), 1)
    Hedging(hedge='at_least', at=1, loose=True)
    """
    if inner.hedge is None:
        return Hedging(outer, at)
    if outer in BOUNDS and inner.hedge not in BOUNDS:
        return Hedging(outer, at, loose=inner.hedge != "exactly")
    if inner.hedge in BOUNDS:
        return Hedging(inner.hedge, at, loose=inner.loose or outer != "exactly")
    return Hedging(inner.hedge if outer == "exactly" else outer, at)
