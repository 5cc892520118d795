"""The content words around a figure: what tells two figures of one kind apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.clauses import clause

if TYPE_CHECKING:
    from claimcheck.extract.found import Found
    from claimcheck.extract.subjects import About, Scene
    from claimcheck.extract.tokens import Tokens

_SHORTEST = 3
_SKIPPED = (
    "function", "determiner", "partitive", "conjunction", "status", "change", "aspect", "says", "side", "hedge",
)  # fmt: skip


def context_words(view: Scene, f: Found, what: About) -> tuple[str, ...]:
    """Content words of the figure's clause, in base form, known concepts by their id; sorted, without the subject."""
    tokens = view.tokens
    first, last = clause(tokens, f.i, view.first, view.last)
    named = {k: n.concept for n in view.named for k in range(n.i, n.j)}
    inside = {k for g in view.found for k in range(g.i, g.j)} | set(range(f.j, what.j))
    words = {
        named.get(k) or tokens.language.base(tokens.words[k])
        for k in range(first, last)
        if k not in inside and (k in named or _content(tokens, k))
    }
    return tuple(sorted(words - {what.concept, what.role, tokens.language.base(what.label.lower())} - {None}))  # type: ignore[type-var]


def _content(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    if len(word) < _SHORTEST or not word[0].isalpha():
        return False
    known = tokens.known[k]
    return known is None or not any(role in known.roles for role in _SKIPPED)
