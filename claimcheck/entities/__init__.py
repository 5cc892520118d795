"""Who and where: countries, cities, organisations and people in a text, by one name in every language.

Places and organisations stand in tables (see ``SOURCES.md`` beside them); people are found without any list, by
their titles and by how names are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.entities.alias import aliases
from claimcheck.entities.people import People
from claimcheck.entities.person import canonical, same_person
from claimcheck.entities.places import Places
from claimcheck.entities.record import Entity
from claimcheck.entities.words import Words

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

__all__ = ["Entity", "aliases", "canonical", "find", "same_person"]


def find(
    text_tokens: Sequence[str], starts: Sequence[int], language: str, ordinary: Container[str] = frozenset()
) -> list[Entity]:
    """Find the entities among the tokens of a whole document, in the order of the text.

    Args:
        text_tokens: The tokens as written, cut by `claimcheck.languages.TOKEN`.
        starts: The code point at which each of them starts.
        language: ISO 639-1 code.
        ordinary: Words in lower case that name things, not people ("abkommen"): the vocabulary of the concepts.

    >>> [entity.name for entity in find(["Chinas", "Hauptstadt", "Peking"], [0, 7, 18], "de")]
    ['China', 'Beijing']
    """
    words = Words(text_tokens, starts, language)
    places = list(Places(words, ordinary).find())
    taken = {at for i, j, _ in places for at in range(i, j)}
    found = [entity for _, _, entity in places if entity]
    return sorted([*found, *People(words, taken, ordinary).find()], key=lambda entity: entity.i)
