"""The page of a rule: its docstring and its options."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimcheck.model.docs import field_docs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.rules import Rule


class Pages(Mapping[str, str]):
    """The pages of all rules by id, each written when a format asks for it: most formats never do."""

    def __init__(self, rules: Mapping[str, type[Rule]]) -> None:
        self._rules = rules

    def __getitem__(self, name: str) -> str:
        return page(self._rules[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def page(rule: type[Rule]) -> str:
    """What the rule finds, why it matters, an example, when it is wrong, and its options; in Markdown."""
    options = "\n".join(_options(rule))
    parts = [inspect.cleandoc(rule.__doc__ or ""), f"Options:\n\n{options}" if options else ""]
    return "\n\n".join(filter(None, parts)) + "\n"


def _options(rule: type[Rule]) -> Iterator[str]:
    said = field_docs(rule)
    for name, field in rule.model_fields.items():
        if name != "lang":  # the language of messages is chosen for all rules at once
            about = " ".join(said.get(name, "").split())
            yield f"* `{name.replace('_', '-')}` (default: {field.default}): {about}"


def summary(rule: type[Rule]) -> str:
    """The first sentence of its page."""
    return inspect.cleandoc(rule.__doc__ or "").split("\n\n", 1)[0].replace("\n", " ")
