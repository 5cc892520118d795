"""Where to look for the forms that may be like a given one, so that unlike ones never meet.

Two forms that `likeness.judge` holds alike share a key: a concept or one above it, the name of the other's head, the
first letter of a noun outside the lexicon, a figure, a unit, or two words of the clause. A key may bring too many
together, never too few; a test compares with all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from claimcheck.concepts import ancestors
from claimcheck.concepts import load as load_concepts
from claimcheck.match.likeness import GENERIC, WEAK
from claimcheck.match.wording import beginning
from claimcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.match.forms import Form

Key = tuple[object, ...]


class Keys:
    """The keys of the forms of one bucket, each worked out once."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Take the forms: the rarer a word among them, the better a key."""
        self._common = Counter(word for form in forms for word in form.context)
        self._asked: dict[Form, tuple[Key, ...]] = {}

    def of(self, form: Form) -> Iterator[Key]:
        """Under which keys a form stands."""
        for name in form.around & load_concepts().keys():
            yield "names", name
        if form.concept:
            yield from _own(form, form.concept)
        for key in (*_coincidences(form), *self._words(form)):
            yield "any", *key
            if form.headless:
                yield "headless", *key
        if form.headless:
            yield ("headless",)
        yield from _rare(form)

    def asked(self, form: Form) -> tuple[Key, ...]:
        """Under which keys those stand that may be like a form."""
        if (known := self._asked.get(form)) is None:
            known = self._asked[form] = tuple(self._ask(form))
        return known

    def _ask(self, form: Form) -> Iterator[Key]:
        for name in form.around & load_concepts().keys():
            yield "is", name
        if form.concept:
            yield from _heads(form, form.concept)
        if form.headless:
            yield ("names itself",)
        yield from _rare(form)
        kind = "any" if form.headless else "headless"
        for key in (*_coincidences(form), *self._words(form)):
            yield kind, *key

    def _words(self, form: Form) -> Iterator[Key]:
        """All words of the clause but the commonest: who has two words in common shares one of these."""
        for word in sorted(form.context, key=lambda word: (self._common[word], word))[:-1]:
            yield "word", word


class Shelf:
    """Some forms of one bucket by their keys."""

    def __init__(self, forms: Iterable[Form], keys: Keys) -> None:
        """Put each form under its keys."""
        self._keys = keys
        self._shelved: dict[Key, list[Form]] = defaultdict(list)
        for form in forms:
            for key in keys.of(form):
                self._shelved[key].append(form)

    def like(self, form: Form) -> set[Form]:
        """Every form of the shelf that may be like a given one."""
        shelved = self._shelved
        return {other for key in self._keys.asked(form) if key in shelved for other in shelved[key]}


def _rare(form: Form) -> Iterator[Key]:
    """What brings any two figures together, whatever their heads: the digits, and to be the only such measure."""
    if len(form.digits) > 1:
        yield "digits", form.digits
    if form.sole:
        yield ("sole",)


def _own(form: Form, concept: str) -> Iterator[Key]:
    """Under which keys a form stands for its concept's sake."""
    yield "is", concept
    if concept in form.context:
        yield ("names itself",)
    for above in _above(concept):
        yield "under", above
    if concept in WEAK:
        for sign in _signs(form):
            yield "weak", concept, *sign


def _heads(form: Form, concept: str) -> Iterator[Key]:
    """Those of the same, a broader or a narrower concept, and those that name it."""
    yield "names", concept
    if concept in form.context:
        yield ("headless",)
    if concept != GENERIC:
        yield "under", concept
    for above in _above(concept):
        yield "is", above
    if concept in WEAK:
        for sign in _signs(form):
            yield "weak", concept, *sign
    else:
        yield "is", concept


def _above(concept: str) -> Iterable[str]:
    """What is broader, but for the broadest: any two groups of people are under it, and a name must join them."""
    return ancestors(concept) - {concept, GENERIC} if concept in load_concepts() else ()


def _signs(form: Form) -> Iterator[Key]:
    """What one of brings two figures together that both are of a weak head; near dates may be any two."""
    yield from (("word", word) for word in form.context)
    yield from _coincidences(form)
    if form.day is not None:
        yield ("day",)


def _coincidences(form: Form) -> Iterator[Key]:
    """What speaks for one thing by itself, or with little else."""
    if form.label:
        yield "letter", beginning(form.label)
    if len(form.digits) > 1:
        yield "figure", form.anagram
    if form.value is not None:
        yield "value", form.value, form.unit
    if form.compound:
        yield ("compound",)
    if form.per and form.kind is Kind.MONEY:
        yield "per", form.per
