"""One page for a browser: what was compared, every finding with its passages, every text with its claims.

The page is one file that needs nothing else. Its policy lets nothing run and nothing load but the style and the script
that are written here, so that no text on it can do anything.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from functools import cache
from importlib import resources
from string import Template
from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.model import Outcome, Severity
from claimcheck.writers._markup import Markup, tag, text
from claimcheck.writers._order import ordered
from claimcheck.writers._page_documents import documents as pages
from claimcheck.writers._page_findings import anchor, findings
from claimcheck.writers._places import Library
from claimcheck.writers._summary import entries
from claimcheck.writers._words import counted, dated, found, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import AnyClaim, Document, Report, Source, TopicSummary
    from claimcheck.writers import Options

SUFFIX = ".html"
MEDIA_TYPE = "text/html"

UNFOLDED = 12  # topics up to which the table lies open
NAMED = 8  # sources up to which all are named at the top
MANY = 60  # findings or texts from which on those out of sight are not drawn: quick, but a picture of the page has gaps
FOUND = 1  # which line of the summary the large figures say already


def write(report: Report, documents: Sequence[Document], options: Options) -> str:
    """The page."""
    library = Library(report.sources, documents)
    claims = tuple({_place(c): c for c in (*options.claims, *(c for f in report.findings for c in f.claims))}.values())
    style, script = part("style.css"), part("script.js")
    sections = [
        _section("findings", _findings(report, library, options.lang), options.lang),
        _section("topics", _topics(report, options.lang), options.lang),
        _section("documents", pages(report, documents, claims, options.lang), options.lang),
    ]
    return Template(part("template.html")).substitute(
        lang=options.lang,
        title=text(say(options.lang, "html.page", found=found(report, options.lang) or _nothing(options.lang))),
        policy=f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}",
        style=style,
        script=script,
        skip=text(say(options.lang, "html.skip")),
        header=_header(report, documents, options),
        filters=_filters(report, options.lang),
        main="\n".join(sections),
        footer=text(say(options.lang, "html.keys")),
    )


def _place(claim: AnyClaim) -> tuple[str, int | None, int | None]:
    return claim.source, claim.start, claim.end


@cache
def part(name: str) -> str:
    """A piece of the page that is the same for every report."""
    return resources.files("claimcheck.writers").joinpath("html_parts", name).read_text("utf-8")


def _digest(code: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def _nothing(lang: str) -> str:
    return say(lang, "writers.nothing_found")


def _section(name: str, body: Sequence[Markup], lang: str) -> Markup:
    if not body:
        return Markup("")
    look = "many" if len(body) > MANY else None
    return tag("section", tag("h2", say(lang, f"html.{name}")), body, id=name, class_=look)


def _header(report: Report, documents: Sequence[Document], options: Options) -> Markup:
    said = entries(report, options)
    lines = [[tag("dt", label), tag("dd", words)] for n, (label, words) in enumerate(said) if n != FOUND]
    lead = tag("p", say(options.lang, "html.lead"), class_="lead")
    title = tag("h1", say(options.lang, "html.title"))
    return tag(
        "header", title, lead, _tiles(report, options.lang), tag("dl", lines), _who(report, documents, options.lang)
    )


def _who(report: Report, documents: Sequence[Document], lang: str) -> Markup | None:
    """The sources with their dates, each leading to its text."""
    if not report.sources:
        return None
    texts = {document.id for document in documents}
    lines = [tag("li", _named(source, n, lang, link=source.id in texts)) for n, source in enumerate(report.sources)]
    summary = tag("summary", counted(len(lines), "source", lang))
    return tag("details", summary, tag("ul", lines), class_="sources", open=len(lines) <= NAMED)


def _named(source: Source, number: int, lang: str, *, link: bool) -> list[Markup]:
    words = source.publisher or source.title or source.id
    name = tag("a", words, href=f"#d-{number}", dir="auto") if link else tag("b", words, dir="auto")
    return [name, text(f", {dated(source, lang)} ")]


def _tiles(report: Report, lang: str) -> Markup:
    """How often each outcome came up, and on how many topics all agree, in large figures."""
    tally = Counter(finding.outcome.value for finding in report.findings)
    counts = [(outcome.value, tally[outcome.value]) for outcome in Outcome]
    counts.append(("agree", sum(1 for topic in report.topics if topic.agree)))
    return tag("ul", [_tile(name, count, lang) for name, count in counts], class_="tiles")


def _tile(name: str, count: int, lang: str) -> Markup:
    label = counted(count, name, lang).removeprefix(number_of(count, lang)).strip()
    return tag("li", tag("b", number_of(count, lang)), " ", label, class_=f"{name}{'' if count else ' zero'}")


def _findings(report: Report, library: Library, lang: str) -> list[Markup]:
    return findings(report, library, lang) or [tag("p", say(lang, "html.none"), class_="none")]


def _topics(report: Report, lang: str) -> list[Markup]:
    if not report.topics:
        return []
    first = {finding.topic: finding for finding in reversed(ordered(report))}
    disputed_first = sorted(report.topics, key=lambda topic: topic.agree)
    rows = [_topic(topic, anchor(first[topic.key]) if topic.key in first else None, lang) for topic in disputed_first]
    heads = [tag("th", say(lang, f"html.{name}"), scope="col") for name in ("topic", "state", "who")]
    table = tag("table", tag("thead", tag("tr", heads)), tag("tbody", rows))
    summary = tag("summary", counted(len(rows), "topic", lang))
    box = tag("div", table, class_="scroll", tabindex="0", role="region", aria_label=say(lang, "html.topics"))
    return [tag("details", summary, box, open=len(rows) <= UNFOLDED)]


def _topic(topic: TopicSummary, address: str | None, lang: str) -> Markup:
    state = "agree" if topic.agree else "differ"
    label = tag("a", topic.label or topic.key, href=f"#{address}") if address else topic.label or topic.key
    sides = tag("ul", [tag("li", ", ".join(dict.fromkeys(camp.values or camp.sources))) for camp in topic.camps])
    told = tag("td", say(lang, f"html.{state}"), class_=state)
    return tag("tr", tag("th", label, scope="row"), told, tag("td", sides))


def _filters(report: Report, lang: str) -> Markup:
    """What the script needs to filter by; hidden until it runs."""
    if not report.findings:
        return Markup("")
    search = tag("input", type="search", name="text", autocomplete="off", aria_keyshortcuts="/")
    body = [
        tag("label", tag("span", say(lang, "html.search")), search),
        tag("fieldset", tag("legend", say(lang, "html.severity")), list(_severities(report, lang))),
        _choice("rule", list(_rules(report)), lang),
        _choice("source", list(_sources(report)), lang),
        tag("button", say(lang, "html.reset"), type="reset"),
        tag("output", aria_live="polite", data_text=say(lang, "html.shown", n="{n}", total="{total}")),
    ]
    return tag("form", body, id="filters", hidden=True, role="search", aria_label=say(lang, "html.filters"))


def _severities(report: Report, lang: str) -> Iterator[Markup]:
    tally = Counter(finding.severity for finding in report.findings)
    for severity in Severity:
        if tally[severity]:
            box = tag("input", type="checkbox", name="severity", value=severity.value, checked=True)
            words = f" {say(lang, f'severity.{severity.value}')} ({number_of(tally[severity], lang)})"
            yield tag("label", box, words, class_=severity.value)


def _choice(name: str, options: Sequence[tuple[str, str]], lang: str) -> Markup:
    every = tag("option", say(lang, f"html.all_{name}"), value="")
    known = [tag("option", label, value=value) for value, label in options]
    return tag("label", tag("span", say(lang, f"html.{name}")), tag("select", every, known, name=name))


def _rules(report: Report) -> Iterator[tuple[str, str]]:
    tally = Counter(finding.rule for finding in report.findings)
    yield from ((rule, f"{rule} ({tally[rule]})") for rule in sorted(tally))


def _sources(report: Report) -> Iterator[tuple[str, str]]:
    named = {claim.source for finding in report.findings for claim in finding.claims}
    for number, source in enumerate(report.sources):
        if source.id in named:
            label = f"{source.label} ({source.id})" if source.publisher else source.id
            yield str(number), label
