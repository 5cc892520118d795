"""The content words around a figure: what tells two figures of one kind apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.clauses import around_inserted, clause
from claimcheck.extract.subjects import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.extract.found import Found
    from claimcheck.extract.subjects import About, Scene
    from claimcheck.extract.tokens import Tokens

_SHORTEST = 3
_ENOUGH = 2  # words that tell a clause from others
_LEAD = 2  # tokens back to a word such as "until"
_ENDS = ("since", "until")
_SKIPPED = (
    "function", "determiner", "partitive", "conjunction", "status", "change", "aspect", "says", "side", "hedge",
    *_ENDS,
)  # fmt: skip


def context_words(view: Scene, f: Found, what: About) -> tuple[str, ...]:
    """Content words of the figure's clause, of the sentence where the clause says too little; sorted, base forms.

    Known concepts stand by their id; the subject itself is left out.
    """
    first, last = clause(view.tokens, f.i, view.first, view.last)
    before = around_inserted(view.tokens, first, view.first, view.last)
    words = _words(view, f, what, (*before, *range(first, last)))
    words = words if len(words) >= _ENOUGH else _words(view, f, what, range(view.first, view.last))
    return tuple(sorted(words | _end(view.tokens, f)))


def _end(tokens: Tokens, f: Found) -> set[str]:
    """Whether a date is the end or the beginning of a stretch, by the same word in every language."""
    if f.kind not in CALENDAR:
        return set()
    return {role for role in _ENDS if any(tokens.role(k, role) is not None for k in range(max(0, f.i - _LEAD), f.j))}


def _words(view: Scene, f: Found, what: About, span: Iterable[int]) -> set[str]:
    tokens = view.tokens
    named = {k: n.concept for n in view.named for k in range(n.i, n.j)}
    inside = {k for g in view.found for k in range(g.i, g.j)} | set(range(f.j, what.j))
    words = {
        named.get(k) or view.entities.get(k) or tokens.language.base(tokens.words[k])
        for k in span
        if k not in inside and (k in named or k in view.entities or _content(tokens, k))
    }
    return words - {what.concept or "", what.role or "", tokens.language.base(what.label)}


def _content(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    if len(word) < _SHORTEST or not word[0].isalpha():
        return False
    known = tokens.known[k]
    return known is None or not any(role in known.roles for role in _SKIPPED)
