"""The page of a rule: its docstring and its options."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from claimcheck.model.docs import field_docs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.rules import Rule


def page(rule: type[Rule]) -> str:
    """What the rule finds, why it matters, an example, when it is wrong, and its options; in Markdown."""
    options = list(_options(rule))
    parts = [
        f"# {rule.id()}",
        inspect.cleandoc(rule.__doc__ or ""),
        *(["Options:\n\n" + "\n".join(options)] if options else []),
    ]
    return "\n\n".join(parts) + "\n"


def _options(rule: type[Rule]) -> Iterator[str]:
    said = field_docs(rule)
    for name, field in rule.model_fields.items():
        if name != "lang":  # the language of messages is chosen for all rules at once
            about = " ".join(said.get(name, "").split())
            yield f"* `{name.replace('_', '-')}` (default: {field.default}): {about}"


def summary(rule: type[Rule]) -> str:
    """The first sentence of its page."""
    return inspect.cleandoc(rule.__doc__ or "").split("\n\n", 1)[0].replace("\n", " ")
