"""W3C Web Annotations (JSON-LD): one for each figure of each finding, anchored by its words.

A source with an address is anchored by its words alone, as a page is not ours to count; a file also by place.
See the recommendations "Web Annotation Data Model" and "Selectors and States".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimcheck.messages import say
from claimcheck.writers._order import ordered
from claimcheck.writers._passages import anchored, parts
from claimcheck.writers._places import Library
from claimcheck.writers._urn import urn
from claimcheck.writers._words import why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import Document, Finding, Report
    from claimcheck.writers import Options
    from claimcheck.writers._passages import Excerpt, Mark, Part

SUFFIX = ".jsonld"
MEDIA_TYPE = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters of prefix and suffix, as Hypothesis takes them


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """A collection with one page that holds all annotations."""
    library = Library(report.sources, documents)
    items = [item for finding in ordered(report) for item in _items(finding, library, options.lang)]
    page = {"id": urn(*(item["id"] for item in items)), "type": "AnnotationPage", "items": items}
    collection = {
        "@context": CONTEXT,
        "id": urn("collection", page["id"]),
        "type": "AnnotationCollection",
        "label": say(options.lang, "annotations.label"),
        "total": len(items),
        "first": page,
    }
    return json.dumps(collection, indent=2, ensure_ascii=False) + "\n"


def _items(finding: Finding, library: Library, lang: str) -> Iterator[dict[str, Any]]:
    shown = list(anchored(parts(finding, library, lang)))
    for part, excerpt, mark in shown:
        others = [(p, e, m) for p, e, m in shown if m is not mark]
        yield {
            "id": urn(finding.fingerprint, part.source.id, excerpt.place_of(mark), excerpt.words(mark)),
            "type": "Annotation",
            "motivation": "commenting",
            "body": [*_comment(finding, mark, others, lang), *_tags(finding)],
            "target": _target(part, excerpt, mark, library),
        }


def _comment(
    finding: Finding, mark: Mark, others: Sequence[tuple[Part, Excerpt, Mark]], lang: str
) -> Iterator[dict[str, Any]]:
    lines = [finding.message, mark.label]
    lines += [f"{p.source.label}: {say(lang, 'writers.quote', text=e.words(m))} {m.label}" for p, e, m in others]
    text = "\n".join([*lines, why(finding, lang)])
    yield {"type": "TextualBody", "value": text, "format": "text/plain", "language": lang, "purpose": "commenting"}


def _tags(finding: Finding) -> Iterator[dict[str, Any]]:
    for value in ("claimcheck", finding.rule, finding.outcome.value):
        yield {"type": "TextualBody", "value": value, "purpose": "tagging"}


def _target(part: Part, excerpt: Excerpt, mark: Mark, library: Library) -> dict[str, Any]:
    selectors = list(_selectors(part, excerpt, mark, library))
    return {"source": part.source.url or library.path(part.source.id), "selector": selectors}


def _selectors(part: Part, excerpt: Excerpt, mark: Mark, library: Library) -> Iterator[dict[str, Any]]:
    start, text = excerpt.place_of(mark), library.text(part.source.id)
    if start is None or text is None:
        before, after = excerpt.text[: mark.start], excerpt.text[mark.end :]
    else:
        before, after = text[:start], text[start + mark.end - mark.start :]
    exact = excerpt.text[mark.start : mark.end]
    yield {"type": "TextQuoteSelector", "exact": exact, "prefix": before[-AROUND:], "suffix": after[:AROUND]}
    if start is not None and not part.source.url:
        yield {"type": "TextPositionSelector", "start": start, "end": start + len(exact)}
