"""Findings as Markdown, for a pull request, an issue or a wiki: passages as quotes, figures in bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.writers._cells import clean
from claimcheck.writers._order import ordered
from claimcheck.writers._passages import parts
from claimcheck.writers._places import Library
from claimcheck.writers._summary import entries
from claimcheck.writers._words import published, why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import Document, Finding, Report
    from claimcheck.writers import Options
    from claimcheck.writers._passages import Excerpt, Part

SUFFIX = ".md"
MEDIA_TYPE = "text/markdown"

SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
"""What CommonMark and its GitHub extensions give a meaning to within a line."""

OPENING = re.compile(r"^(?=[-+#=])|^(\d+)(?=[.)])")
"""What makes a list, a heading or a rule of the line it opens."""


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """What was compared as a list, then a section a finding."""
    library = Library(report.sources, documents)
    head = [f"# {say(options.lang, 'markdown.title')}", *_summary(report, options)]
    sections = [line for finding in ordered(report) for line in ("", *_section(finding, library, options.lang))]
    return "\n".join([*head, *sections]) + "\n"


def _summary(report: Report, options: Options) -> list[str]:
    return ["", *(f"* **{label}:** {escape(text)}" for label, text in entries(report, options))]


def _section(finding: Finding, library: Library, lang: str) -> Iterator[str]:
    severity = say(lang, f"severity.{finding.severity.value}")
    outcome = say(lang, f"outcome.{finding.outcome.value}")
    yield f"## {severity}: {escape(finding.message)}"
    yield ""
    yield f"`{finding.rule}` · {outcome}"
    for part in parts(finding, library, lang):
        yield ""
        yield from _part(part, library, lang)
    yield ""
    yield f"**{say(lang, 'full.why')}:** {escape(why(finding, lang))}"


def _part(part: Part, library: Library, lang: str) -> Iterator[str]:
    place = library.place(part.source.id, part.lead.anchor, lang)
    yield f"**{escape(published(part.source, lang))}** · {escape(place)}"
    for excerpt in part.excerpts:
        yield ""
        yield f"> {_bold(excerpt)}"
        yield ">"
        yield "> " + " · ".join(f"*{escape(excerpt.words(mark))}*: {escape(mark.label)}" for mark in excerpt.marks)


def _bold(excerpt: Excerpt) -> str:
    text, at = "", 0
    for mark in excerpt.marks:
        text += f"{escape(excerpt.text[at : mark.start])}**{escape(excerpt.text[mark.start : mark.end])}**"
        at = mark.end
    return (text + escape(excerpt.text[at:])).strip()


def escape(text: str) -> str:
    r"""Text that Markdown shows as it is, on one line.

    >>> escape("a *b* <i>\n@c")
    'a \\*b\\* \\<i\\> @\u200bc'
    >>> escape("16. Mai"), escape("2024-05-16")
    ('16\\. Mai', '2024-05-16')
    """
    safe = SPECIAL.sub(r"\\\1", clean(text))
    return OPENING.sub(r"\1\\", safe).replace("@", "@\u200b")  # a mention would call people in
