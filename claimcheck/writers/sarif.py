"""SARIF 2.1.0, the exchange format of static analysis: for code-scanning pages, editors and review tools.

Where decisions were read, findings that they hide are in it as well, each with its suppression (section 3.35).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from claimcheck.writers._order import ordered
from claimcheck.writers._passages import anchored, parts
from claimcheck.writers._places import Library
from claimcheck.writers._words import plain, why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Document, Finding, NotRun, Report
    from claimcheck.writers import Options
    from claimcheck.writers._passages import Excerpt, Mark, Part

SUFFIX = ".sarif"
MEDIA_TYPE = "application/sarif+json"

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """One run; each result has a location for each figure, and its evidence as related locations."""
    library = Library(report.sources, documents)
    found = ordered(report.model_copy(update={"findings": (*report.findings, *options.hidden)}))
    rules = sorted({*(finding.rule for finding in found), *(entry.rule for entry in report.not_run)})
    run = {
        "tool": {"driver": _driver(rules, options)},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.not_run, rules, options.lang)],
        "results": [
            {**_result(finding, rules, library, options.lang), **_decided(finding, options)} for finding in found
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _driver(rules: Sequence[str], options: Options) -> dict[str, Any]:
    version = {"version": options.version} if options.version else {}
    return {"name": "claimcheck", **version, "rules": [_rule(rule, options.pages.get(rule, "")) for rule in rules]}


def _rule(rule: str, page: str) -> dict[str, Any]:
    if not page.strip():
        return {"id": rule}
    return {
        "id": rule,
        "shortDescription": {"text": page.strip().splitlines()[0]},
        "help": {"text": page.strip(), "markdown": page.strip()},
    }


def _invocation(not_run: Sequence[NotRun], rules: Sequence[str], lang: str) -> dict[str, Any]:
    notes = [
        {
            "level": "note",
            "message": {"text": plain(entry.reason, lang)},
            "associatedRule": {"id": entry.rule, "index": rules.index(entry.rule)},
        }
        for entry in sorted(not_run, key=lambda entry: entry.rule)
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _result(finding: Finding, rules: Sequence[str], library: Library, lang: str) -> dict[str, Any]:
    shown = list(anchored(parts(finding, library, lang)))
    places = [_location(part, excerpt, mark, library) for part, excerpt, mark in shown if mark.claim]
    related = [
        {"id": number, **_location(part, excerpt, mark, library), "message": {"text": mark.label}}
        for number, (part, excerpt, mark) in enumerate(shown, 1)
    ]
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": finding.severity.value,
        "message": {"text": _message(finding, shown, lang)},
        "locations": places,
        "relatedLocations": related,
        "partialFingerprints": {"claimcheck/v1": finding.fingerprint},
        "properties": _properties(finding),
    }


def _decided(finding: Finding, options: Options) -> dict[str, Any]:
    """What was decided; in one run all results have a list, if only an empty one, or none has (section 3.27.23)."""
    if options.suppressions is None:
        return {}
    made = options.suppressions.get(finding.fingerprint)
    return {"suppressions": [dict(made)] if made else []}


def _message(finding: Finding, shown: Sequence[tuple[Part, Excerpt, Mark]], lang: str) -> str:
    """The message with a link to each passage: viewers show related locations that the text refers to."""
    links = [f"{_plain(p.source.label)}: [{_plain(e.words(m))}]({n})" for n, (p, e, m) in enumerate(shown, 1)]
    return "\n".join([_plain(finding.message), *links, why(finding, lang)])


def _plain(text: str) -> str:
    r"""Escape what would open a link (SARIF 2.1.0, section 3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _properties(finding: Finding) -> dict[str, Any]:
    known = {
        "outcome": finding.outcome.value,
        "cause": finding.cause and finding.cause.value,
        "topic": finding.topic,
        "separation": None if finding.separation is None else format(finding.separation, "f"),
    }
    return {key: value for key, value in known.items() if value is not None}


def _location(part: Part, excerpt: Excerpt, mark: Mark, library: Library) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(library.path(part.source.id))}}
    if region := _region(part, excerpt, mark, library):
        place["region"] = region
    return {"physicalLocation": place}


def _region(part: Part, excerpt: Excerpt, mark: Mark, library: Library) -> dict[str, Any] | None:
    start = excerpt.place_of(mark)
    if start is None or not library.as_written(part.source.id):
        return None
    end = start + mark.end - mark.start
    first, last = library.spot(part.source.id, start), library.spot(part.source.id, end)
    if first is None or last is None:
        return None
    lines = {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column}
    return {**lines, "charOffset": start, "charLength": end - start, "snippet": {"text": excerpt.words(mark)}}


def uri(path: str) -> str:
    """A path as a URI reference, relative where the path is.

    >>> uri("presse/über uns.md"), uri("/tmp/a.md")
    ('presse/%C3%BCber%20uns.md', 'file:///tmp/a.md')
    """
    return ("file://" if path.startswith("/") else "") + quote(path)
