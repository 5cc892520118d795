"""Test results in the XML that CI servers read (the format of Jenkins and Ant): a finding is a case that fails.

Notes and topics on which all agree are cases that pass; a check that did not run is a case that was skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcheck.messages import say
from claimcheck.model import Severity
from claimcheck.writers._cells import clean
from claimcheck.writers._order import ordered
from claimcheck.writers._passages import anchored, parts
from claimcheck.writers._places import Library
from claimcheck.writers._words import plain, why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import Document, Finding, NotRun, Report, TopicSummary
    from claimcheck.writers import Options

SUFFIX = ".xml"
MEDIA_TYPE = "application/xml"


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """One suite with a case for each finding, each topic that agrees and each check that did not run."""
    library = Library(report.sources, documents)
    cases = [
        *(_finding(finding, library, options.lang) for finding in ordered(report)),
        *(_topic(topic) for topic in report.topics if topic.agree),
        *(_not_run(entry, options.lang) for entry in report.not_run),
    ]
    root = Element("testsuites")
    suite = SubElement(root, "testsuite", {"name": "claimcheck", **_counts(cases)})
    suite.extend(cases)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _counts(cases: Sequence[Element]) -> dict[str, str]:
    failed = sum(1 for case in cases if case.find("failure") is not None)
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    return {"tests": str(len(cases)), "failures": str(failed), "errors": "0", "skipped": str(skipped)}


def _finding(finding: Finding, library: Library, lang: str) -> Element:
    path = library.path(finding.claims[0].source) if finding.claims else "-"
    case = Element("testcase", classname=f"claimcheck.{finding.rule}", name=clean(finding.message), file=clean(path))
    text = "\n".join(map(clean, _lines(finding, library, lang)))
    if finding.severity is Severity.NOTE:
        SubElement(case, "system-out").text = text
    else:
        kind = say(lang, f"outcome.{finding.outcome.value}")
        SubElement(case, "failure", type=kind, message=clean(finding.message)).text = text
    return case


def _lines(finding: Finding, library: Library, lang: str) -> Iterator[str]:
    for part, excerpt, mark in anchored(parts(finding, library, lang)):
        place = library.place(part.source.id, excerpt.place_of(mark), lang)
        yield f"{place}: {say(lang, 'writers.quote', text=excerpt.words(mark))} {mark.label}"
        yield f"    {excerpt.text}"
    yield f"{say(lang, 'full.why')}: {why(finding, lang)}"


def _topic(topic: TopicSummary) -> Element:
    return Element("testcase", classname="claimcheck.topic", name=clean(topic.label or topic.key))


def _not_run(entry: NotRun, lang: str) -> Element:
    case = Element("testcase", classname="claimcheck", name=entry.rule)
    SubElement(case, "skipped", message=clean(plain(entry.reason, lang)))
    return case
