"""Past or future: what the verbs of a sentence tell about a day in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.dates.words import tense_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

_REACH = 25  # tokens to either side: the clause and a little more
_SHORTEST_VERB = 5  # letters of a verb told by its ending
_STOPS = frozenset(".!?;")


def direction(tokens: Tokens, i: int, j: int, *, by_form: bool = False) -> int:
    """-1 where the nearest verb tells the past, 1 where it tells the future, 0 where none tells.

    A report's present tense beside a day looks ahead ("Talks resume on Thursday"), if nothing in the sentence is past.
    ``by_form`` trusts endings and the present too: enough to choose between two weeks, too little for two years. A
    sentence ends at a full stop that has no digit before it.
    """
    left, right = _walk(tokens, i - 1, -1), _walk(tokens, j, 1)
    nearest, present = (0, _REACH + 1), 0
    for k in (*left, *right):
        distance = i - k if k < i else k - j + 1
        sign = _sign(tokens, k) or (_past_form(tokens, k) if by_form else 0)
        if sign and distance < nearest[1]:
            nearest = sign, distance
        present = present or _present(tokens, k)
    return nearest[0] or (present if by_form else 0)


def _sign(tokens: Tokens, k: int) -> int:
    """What one word tells; after a word of the future ("will have to") a word of the past tells nothing of its own."""
    small, word = tense_words(tokens.language), tokens.words[k]
    if word in small.future or (k and tokens.words[k - 1] in small.future and word in small.past):
        return 1
    return -1 if word in small.past else 0


def _past_form(tokens: Tokens, k: int) -> int:
    """-1 for what looks like a past tense or a participle: ``teilte``, ``gekommen``, ``arrived``."""
    small, word = tense_words(tokens.language), tokens.words[k]
    if not _is_unknown_verb(tokens, k):
        return 0
    participle = word.startswith(small.participle) and word.endswith(small.participle_endings)
    return -1 if participle or word.endswith(small.past_endings or ("\0",)) else 0


def _present(tokens: Tokens, k: int) -> int:
    small, word = tense_words(tokens.language), tokens.words[k]
    return int(
        word in small.present or (_is_unknown_verb(tokens, k) and word.endswith(small.present_endings or ("\0",)))
    )


def _is_unknown_verb(tokens: Tokens, k: int) -> bool:
    """Whether a word may be a verb told by its form: no word of the lexicon, in lower case, not too short."""
    return tokens.known[k] is None and len(tokens.words[k]) >= _SHORTEST_VERB and not tokens.capital(k)


def same_sentence(tokens: Tokens, j: int, i: int) -> bool:
    """Whether no sentence ends between ``j`` and ``i``."""
    return i - j <= _REACH and not any(_stop(tokens, k) for k in range(j, i))


def _walk(tokens: Tokens, start: int, step: int) -> range:
    """The positions of the same sentence from ``start`` on."""
    k = start
    while 0 <= k < len(tokens.words) and abs(k - start) < _REACH and not _stop(tokens, k):
        k += step
    return range(start, k, step)


def _stop(tokens: Tokens, k: int) -> bool:
    return tokens.words[k] in _STOPS and not (k and tokens.words[k - 1][0].isdecimal() and tokens.words[k] == ".")
