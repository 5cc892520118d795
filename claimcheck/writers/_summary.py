"""The last lines on a screen: what was compared, what was found, what agreed, what was left out and why."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.messages import say
from claimcheck.writers._cells import pad, width
from claimcheck.writers._frame import wrapped
from claimcheck.writers._words import counted, found, number_of, plain, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import Report
    from claimcheck.writers import Options
    from claimcheck.writers._frame import Paint

NAMED = 5  # names given in a list before "and 7 more"


def summary(report: Report, options: Options, paint: Paint) -> list[str]:
    """Lines of a label and what there is to say under it, the labels in a column of their own."""
    said = entries(report, options)
    column = max(width(label) for label, _ in said) + 2
    lines = []
    for label, text in said:
        first, *rest = wrapped(text, options.width, " " * column, "")
        lines += [paint(pad(label, column), "bold") + first, *rest]
    return lines


def entries(report: Report, options: Options) -> list[tuple[str, str]]:
    """Labels, and what there is to say under each."""
    return [(say(options.lang, f"full.{label}"), text) for label, text in _entries(report, options) if text]


def _entries(report: Report, options: Options) -> Iterator[tuple[str, str]]:
    lang = options.lang
    yield "compared", compared(report, options)
    yield "found", found(report, lang) or say(lang, "writers.nothing_found")
    yield "agreed", agreed(report, lang)
    yield "not_compared", not_compared(report, lang)
    yield "not_run", not_run(report, lang)


def compared(report: Report, options: Options) -> str:
    """How many sources, claims and topics there were."""
    claims = report.tally.get("claims", len(options.claims))
    counts = {"source": len(report.sources), "claim": claims, "topic": len(report.topics)}
    return ", ".join(counted(count, noun, options.lang) for noun, count in counts.items() if count or noun == "source")


def agreed(report: Report, lang: str) -> str:
    """The topics on which all sources agree."""
    agreeing = [topic for topic in report.topics if topic.agree]
    labels = sorted({topic.label for topic in agreeing})
    return f"{counted(len(agreeing), 'topic', lang)}: {listed(labels, lang)}" if agreeing else ""


def not_compared(report: Report, lang: str) -> str:
    """How many claims found no counterpart, and why."""
    if not report.not_compared:
        return ""
    claims = {claim for entry in report.not_compared for claim in entry.claims}
    why = reasons([(entry.reason, len(entry.claims) or 1) for entry in report.not_compared], lang)
    return f"{counted(len(claims), 'claim', lang)}: {why}" if claims else why


def not_run(report: Report, lang: str) -> str:
    """The checks that did not run, by reason."""
    ranked = sorted(report.not_run, key=lambda entry: (entry.reason, entry.rule))
    groups = [(why, [e.rule for e in group]) for why, group in groupby(ranked, lambda entry: entry.reason)]
    return "; ".join(f"{listed(rules, lang)} ({plain(why, lang)})" for why, rules in groups)


def listed(names: Sequence[str], lang: str) -> str:
    """The first few names, and how many more there are."""
    if len(names) <= NAMED:
        return ", ".join(names)
    return f"{', '.join(names[:NAMED])} {say(lang, 'writers.more', n=number_of(len(names) - NAMED, lang))}"
