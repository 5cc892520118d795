"""Sentences that several writers share: dates, who published when, why values differ, what was compared."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.messages import catalogue, number, plural, say
from claimcheck.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from claimcheck.model import Finding, Report, Source

REASONS = 3  # reasons given before "and 7 more"
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def day(moment: date, lang: str) -> str:
    """A day as people write it, with the time of day where there is one.

    >>> from datetime import date
    >>> day(date(2024, 5, 16), "de")
    '16. Mai 2024'
    """
    text = say(lang, "writers.day", day=moment.day, month=say(lang, f"writers.month_{moment.month}"), year=moment.year)
    return f"{text}, {moment:%H:%M}" if isinstance(moment, datetime) else text


def dated(source: Source, lang: str) -> str:
    """When a source was published, or between which days it must have been."""
    if source.published:
        return day(source.published, lang)
    earliest = source.bounds and source.bounds.earliest
    latest = source.bounds and source.bounds.latest
    if earliest and latest:
        return say(lang, "writers.between", earliest=day(earliest, lang), latest=day(latest, lang))
    if earliest:
        return say(lang, "writers.earliest", day=day(earliest, lang))
    return say(lang, "writers.latest", day=day(latest, lang)) if latest else say(lang, "writers.undated")


def published(source: Source, lang: str) -> str:
    """Who published a source, and when.

    >>> from claimcheck.model import Source
    >>> published(Source(id="a", publisher="Abendblick"), "en")
    'Abendblick, undated'
    """
    return ", ".join([source.publisher, dated(source, lang)] if source.publisher else [dated(source, lang)])


def why(finding: Finding, lang: str) -> str:
    """Why the values differ, as far as the texts show it, and how far they are apart."""
    if finding.cause:
        cause = say(lang, f"cause.{finding.cause.value}")
    else:
        cause = say(lang, f"writers.no_cause_{finding.outcome.value}")
    return cause if finding.separation is None else f"{cause}; {apart(finding.separation, lang)}"


def apart(separation: Decimal, lang: str) -> str:
    """A separation in plain words."""
    if separation == 0:
        return say(lang, "writers.apart_touch")
    if separation < 1:
        return say(lang, "writers.apart_little")
    if separation >= 100:
        return say(lang, "writers.apart_far")
    return say(lang, "writers.apart", times=number(_rounded(separation), lang))


def _rounded(value: Decimal) -> Decimal:
    return round(value, 1) if value < 10 else round(value, 0)


def counted(count: int, noun: str, lang: str) -> str:
    """A number with its noun, in the singular or plural of the catalogue.

    >>> counted(1, "source", "en"), counted(2, "source", "de")
    ('1 source', '2 Quellen')
    """
    return say(lang, f"writers.{noun}_{plural(count, lang)}", n=number_of(count, lang))


def number_of(count: int, lang: str) -> str:
    """A whole number, digits in groups of three."""
    text = f"{count:,}"
    return text.replace(",", ".") if lang == "de" else text


def compact(value: float, lang: str) -> str:
    """A number short enough for an axis.

    >>> compact(1500.0, "en"), compact(49e9, "de"), compact(0.25, "de")
    ('1,500', '49 Mrd.', '0,25')
    """
    scale, word = next(((s, w) for s, w in SCALES if abs(value) >= s), (1.0, ""))
    short = number(Decimal(f"{value / scale:.6g}"), lang)
    return say(lang, f"writers.{word}", n=short) if word else short


def plain(reason: str, lang: str) -> str:
    """A reason as a sentence of a language; some are given by the name of a message, most by its English words.

    >>> plain("only-one-source", "en"), plain("no date", "en")
    ('they compare sources, and there is only one', 'no date')
    """
    english, words = catalogue("en")["reason"], reason.rpartition(": ")[2]
    name = next((name for name, text in english.items() if text == words), reason)
    return catalogue(lang)["reason"].get(name, reason).rstrip(".")


def found(report: Report, lang: str) -> str:
    """How much was found of each outcome: "1 contradiction, 2 tensions"."""
    tally = Counter(finding.outcome for finding in report.findings)
    return ", ".join(counted(tally[o], o.value, lang) for o in Outcome if tally[o])


def reasons(pairs: Iterable[tuple[str, int]], lang: str) -> str:
    """Reasons with how often each came up, the most frequent first: "another currency (3), no date"."""
    tally: Counter[str] = Counter()
    for reason, count in pairs:
        tally[plain(reason, lang)] += count
    ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    said = [f"{reason} ({number_of(n, lang)})" if n > 1 else reason for reason, n in ranked[:REASONS]]
    rest = [say(lang, "writers.more", n=number_of(len(ranked) - REASONS, lang))] if len(ranked) > REASONS else []
    return "; ".join([*said, *rest])
