"""What else a source says of the same head."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.match.values import nearness
from claimcheck.match.wording import alike
from claimcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.match.forms import Form


_FAR = 0.02
"""A sum fifty times as large is of something else, whatever it is called: a bath costs millions, a ticket euros."""


def _rivals(a: Form, b: Form) -> bool:
    """Whether two different figures may be meant by one name."""
    return not a.core.meets(b.core) and (a.kind is not Kind.MONEY or nearness(a.middle, b.middle) >= _FAR)


class Heads:
    """The claims of one source and one dimension, by what they say that they are about."""

    def __init__(self, forms: Iterable[Form]) -> None:
        """Take the forms of a source's claims; figures of a part say nothing of the whole."""
        self._concepts: dict[str, list[Form]] = defaultdict(list)
        self._labels: dict[str, list[Form]] = defaultdict(list)
        self._known: dict[Form, bool] = {}
        for form in dict.fromkeys(forms):
            if form.partial:
                continue
            if form.concept:
                self._concepts[form.concept].append(form)
            elif form.label:
                self._labels[form.label].append(form)

    def alone(self, form: Form) -> bool:
        """Whether the source gives one value only for a claim's subject: it hardly means two things by one name."""
        if (known := self._known.get(form)) is None:
            known = self._known[form] = not any(_rivals(form, other) for other in self._like(form))
        return known

    def _like(self, form: Form) -> Iterable[Form]:
        """What is said to be about the same thing; a claim without a head says nothing."""
        if form.concept:
            return self._concepts.get(form.concept, ())
        named = [forms for label, forms in self._labels.items() if form.label and alike(label, form.label)]
        return [other for forms in named for other in forms]
