"""Whose age, whose birth: the person a claim is about, by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.model import Zone
from claimcheck.rules._concepts import small_words
from claimcheck.rules._passages import end_of, start_of

if TYPE_CHECKING:
    from claimcheck.model import AnyClaim
from claimcheck.rules._passages import Passage

_NAME = re.compile(
    r"(?<![\w-])[A-ZÄÖÜÁÉÍÓŠČŽŁØÅ][\w’'-]+(?:\s+(?:von|van|de|da|di|al|zu|der)(?=\s))*(?:\s+[A-ZÄÖÜÁÉÍÓŠČŽŁØÅ][\w’'-]+)+"
)
_TITLE = re.compile(r"(?<![\w-])(?:Ms|Mr|Mrs|Miss|Dr|Prof|Sir|Frau|Herrn?)\.?\s+([A-ZÄÖÜÁÉÍÓŠČŽŁØÅ][\w’'-]+)")
_BEHIND = re.compile(r"\s+((?:[A-ZÄÖÜÁÉÍÓŠČŽŁØÅ][\w’'-]+\s+)?[A-ZÄÖÜÁÉÍÓŠČŽŁØÅ][\w’'-]+)(?=[\s,.;)])")
"""A name right behind the adjective of an age: "the 24-year-old Han Seo"."""
_BACK = 600
"""Code points that are looked back through for the last name before a pronoun."""


def one_person(a: str, b: str) -> bool:
    """Whether two names can be one person's: the same family name, and no other first name.

    >>> one_person("ada lind", "lind"), one_person("ada lind", "ida lind")
    (True, False)
    """
    one, two = a.split(), b.split()
    return one[-1] == two[-1] and (one[0] == two[0] or 1 in (len(one), len(two)))


def person_of(here: Passage, claim: AnyClaim) -> str | None:
    """The name nearest to a claim in its sentence; else the last one told before it."""
    text, code = here.document.text, here.document.source.language
    if (behind := _BEHIND.match(text, end_of(claim))) is not None and "-" in claim.text:
        return behind[1].lower()
    if inside := names(text[here.start : here.end], here.start, code):
        return min(inside, key=lambda n: _away(n, claim))[1]
    if here.zone is not Zone.BODY:
        return None
    earlier = names(text[max(0, here.start - _BACK) : here.start], 0, code)
    return earlier[-1][1] if earlier else None


def names(text: str, at: int, code: str | None) -> list[tuple[int, str]]:
    """Where people are named in a text: by two words with capitals, or by a title and one.

    In German every noun has a capital, so "Malerin Ada Lind" is one match; its last two words are the name.

    >>> names("The author Ada Lind met Mr Quill.", 0, "en")
    [(11, 'ada lind'), (24, 'quill')]
    """
    found = [(at + m.start(), m[1].lower()) for m in _TITLE.finditer(text)]
    for match in _NAME.finditer(text):
        words = match[0].split()
        if words[0].lower() in small_words(code) or _TITLE.match(match[0]):
            words = words[1:]  # "Der Dirigent" opens a sentence and names nobody; a title is no first name
        if len(words) > 1:
            found.append((at + match.start(), " ".join(words[-2:]).lower()))
    return sorted(set(found))


def _away(name: tuple[int, str], claim: AnyClaim) -> int:
    """How far a name stands from a claim."""
    if name[0] < start_of(claim):
        return start_of(claim) - name[0]
    return name[0] - end_of(claim)
