"""HTML and SVG by plain functions: whatever is not markup already is escaped, so that nothing can be forgotten."""

from __future__ import annotations

import re
from html import escape

VOID = {"input", "br", "meta", "line", "circle", "path", "rect"}

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, which HTML forbids, and those that turn the reading direction of what follows."""


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def text(value: object) -> Markup:
    """Anything as text that a page shows as it is.

    >>> text('<b> & "b"')
    '&lt;b&gt; &amp; &quot;b&quot;'
    """
    return value if isinstance(value, Markup) else Markup(escape(UNSEEN.sub("", str(value))))


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """An element. ``class_`` is the attribute class, ``aria_label`` is aria-label; None and False leave one out.

    >>> tag("a", "Kurier & Co.", href="#d1", hidden=True, title=None)
    '<a href="#d1" hidden>Kurier &amp; Co.</a>'
    """
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    if name in VOID:
        return Markup(opening[:-1] + "/>")
    return Markup(f"{opening}{joined(children)}</{name}>")


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(value)}"'


def joined(children: object) -> Markup:
    """Children one after the other; None is nothing, sequences are taken apart."""
    if isinstance(children, list | tuple):
        return Markup("".join(joined(child) for child in children))
    return Markup("") if children is None else text(children)
