"""How near two words of a sentence stand to each other, in words and in clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_COST = {",": 3, ";": 9, ":": 6, "(": 3, ")": 3, "–": 5, "—": 5}
"""What it costs to step over a mark, in words."""
_CONJUNCTION = {"clause": 4, "noun": 2}
"""What it costs to step over a conjunction: one that opens a clause, one that may only join two nouns."""


def distance(tokens: Tokens, a: int, b: int) -> int:
    """Words from the token at ``a`` to the one at ``b`` (in either order), clause borders counted extra."""
    low, high = min(a, b), max(a, b)
    return high - low + sum(step_cost(tokens, k) for k in range(low + 1, high))


def step_cost(tokens: Tokens, k: int) -> int:
    """What it costs to step over the token at ``k``, beyond the one word that it is."""
    cost = _COST.get(tokens.words[k])
    if cost is not None:
        return cost
    return _CONJUNCTION.get(tokens.role(k, "conjunction") or "", 0)


def clause(tokens: Tokens, k: int, first: int, last: int) -> tuple[int, int]:
    """The clause around the token at ``k``, within the sentence ``[first, last)``."""
    begin, end = k, k + 1
    while begin > first and not _border(tokens, begin - 1):
        begin -= 1
    while end < last and not _border(tokens, end):
        end += 1
    return begin, end


def relative_start(tokens: Tokens, begin: int, first: int) -> int | None:
    """Where the pronoun stands that opens the clause beginning at ``begin``, after a comma: ", die", ", which"."""
    pronouns = tokens.language.settings.get("relative_pronouns", ())
    opened = begin if tokens.words[begin - 1] == "," else begin - 1  # a pronoun may itself be a border of clauses
    return opened if opened > first and tokens.words[opened - 1] == "," and tokens.words[opened] in pronouns else None


def around_inserted(tokens: Tokens, begin: int, first: int, last: int) -> range:
    """The clause that goes on at ``begin`` after an inserted one: "The plant, which fills cans, | opens on 4 May"."""
    if begin - 2 <= first or tokens.words[begin - 1] != ",":
        return range(0)
    inserted = clause(tokens, begin - 2, first, last)[0]
    opened = relative_start(tokens, inserted, first)
    return range(0) if opened is None else range(*clause(tokens, opened - 2, first, last))


def _border(tokens: Tokens, k: int) -> bool:
    return tokens.words[k] in _COST or tokens.role(k, "conjunction") == "clause"
