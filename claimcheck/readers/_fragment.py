"""HTML as it stands in feeds and wire formats: an article with nothing around it that must be told apart."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from claimcheck.model import Zone
from claimcheck.readers._prose import Part

_HIDDEN = {"script", "style", "template", "head"}
_CELLS = {"td", "th"}
_ZONES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"), Zone.HEADLINE),
    **dict.fromkeys(("figcaption", "caption", "media-caption"), Zone.CAPTION),
}  # "hl1" and the like are NITF, which NewsML carries
_BLOCKS = {
    *_ZONES, *_HIDDEN, "p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "section", "article", "aside",
    "figure", "header", "footer", "main", "pre", "dt", "dd", "hr", "body", "block", "byline", "dateline", "abstract",
}  # fmt: skip
_PARAGRAPH = re.compile(r"\n\s*\n")


def fragment(html: str) -> list[Part]:
    """The paragraphs, headlines, captions and table rows of a piece of HTML.

    >>> fragment("<h2>Sturm</h2><p>Zwölf Tote &amp; <b>30</b> Verletzte.</p><script>x</script>")[1].text
    'Zwölf Tote & 30 Verletzte.'
    """
    blocks = _Blocks()
    blocks.feed(html)
    blocks.close()
    blocks.flush()
    return blocks.parts


def words(html: str) -> str:
    """A piece of HTML on one line.

    >>> words("Zwölf <i>Tote</i>")
    'Zwölf Tote'
    """
    return " ".join(part.text for part in fragment(html))


class _Blocks(HTMLParser):
    """Collects `parts`; a block ends where another begins."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self._said: list[str] = []
        self._hidden = 0
        self._zones: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's
        if tag in _BLOCKS:
            self.flush()
        if tag in _ZONES:
            self._zones.append(tag)
        self._hidden += tag in _HIDDEN
        if tag == "br":
            self._said.append("\n")  # two of them end a paragraph
        elif tag in _CELLS and self._said:
            self._said.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if self._zones and self._zones[-1] == tag:
            self._zones.pop()
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._said.append(data.replace("\n", " "))

    def flush(self) -> None:
        """End the block."""
        zone = _ZONES[self._zones[-1]] if self._zones else Zone.BODY
        for block in _PARAGRAPH.split("".join(self._said)):
            if text := " ".join(block.split()):
                self.parts.append(Part(text, zone))
        self._said.clear()
