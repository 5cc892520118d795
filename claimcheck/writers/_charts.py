"""Small charts: the readings of all sources on one axis, and what each report dates on a line of time.

Positions are per cent of the width and sizes are pixels, so that a chart fits any screen and its words keep their size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.messages import reading, say
from claimcheck.writers._markup import Markup, tag
from claimcheck.writers._passages import understood
from claimcheck.writers._scale import Axis, day_ticks, days, numbers
from claimcheck.writers._summary import listed
from claimcheck.writers._words import compact, dated, day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from claimcheck.model import AnyClaim, Finding, Report, Source
    from claimcheck.writers._places import Library

ROW = 38  # pixels a row: a line of words, and the bar below it
TEXT, BAR = 14, 25  # where in a row the two lie
ROWS = 24  # rows that a chart shows; a longer one would not be read
ALONE = 8  # figures up to which each has a row of its own; of more, those that say the same share one
LABEL = 90  # characters of a row's label
CAMPS = 6  # colours


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a chart: a wide and a narrow bar, or a point; an end that is None runs on to the edge."""

    label: str
    camp: int
    core: tuple[float | None, float | None]
    outer: tuple[float | None, float | None]
    point: float | None = None
    vague: bool = False
    """Whether it is only known to lie somewhere in there."""


def intervals(finding: Finding, report: Report, library: Library, lang: str) -> Markup | None:
    """The figures of a finding on one axis; None where they are of several units, or there is only one."""
    claims = [claim for claim in finding.claims if claim.quantity]
    if len(claims) < 2 or len({c.quantity.unit for c in claims if c.quantity}) > 1:
        return None
    camps = _camps(finding, report, lang)
    alike = _alike(claims, camps)
    rows = [_row(same, camps[same[0].id], library, lang) for same in alike[:ROWS]]
    ends = [end for row in rows for end in (*row.core, *row.outer, row.point) if end is not None]
    if not ends:
        return None
    axis = numbers(ends)
    ticks = [(axis.at(value), compact(value, lang)) for value in axis.ticks]
    note = say(lang, "html.log_axis") if axis.log else ""
    return _figure(rows, axis, ticks, say(lang, "html.axis"), " ".join(filter(None, [note, _left_out(alike, lang)])))


def _alike(claims: Sequence[AnyClaim], camps: Mapping[str, int]) -> list[list[AnyClaim]]:
    """The claims of each row, in their order."""
    if len(claims) <= ALONE:
        return [[claim] for claim in claims]
    found: dict[object, list[AnyClaim]] = {}
    for claim in claims:
        found.setdefault((camps[claim.id], claim.quantity and (claim.quantity.core, claim.quantity.outer)), []).append(
            claim
        )
    return list(found.values())


def _left_out(rows: Sequence[object], lang: str) -> str:
    return say(lang, "writers.more", n=len(rows) - ROWS) if len(rows) > ROWS else ""


def _camps(finding: Finding, report: Report, lang: str) -> dict[str, int]:
    """Number of each claim's camp, as the topic says or else by what was read."""
    topic = next((topic for topic in report.topics if topic.key == finding.topic and topic.camps), None)
    said = {pair: n for n, camp in enumerate(topic.camps) for pair in zip(camp.sources, camp.values)} if topic else {}  # noqa: B905 - a camp without wordings is one
    readings: dict[str, int] = {}
    for claim in finding.claims:
        readings.setdefault(reading(claim, lang), len(readings))
    return {c.id: said.get((c.source, c.text), readings[reading(c, lang)]) % CAMPS for c in finding.claims}


def _row(claims: Sequence[AnyClaim], camp: int, library: Library, lang: str) -> Row:
    quantity = claims[0].quantity
    assert quantity is not None  # noqa: S101 - only claims with a quantity are charted
    core, outer = quantity.core, quantity.outer
    names = dict.fromkeys(library.source(claim.source).label for claim in claims)
    label = f"{listed(list(names), lang)}: {reading(claims[0], lang)}"
    point = _float(core.low) if core.low == core.high else None
    return Row(label, camp, (_float(core.low), _float(core.high)), (_float(outer.low), _float(outer.high)), point)


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))


def timeline(finding: Finding, library: Library, lang: str) -> Markup | None:
    """When each report of a finding was written, and the days it speaks of; None where there are none on a calendar."""
    if not any(claim.period and not claim.quantity for claim in finding.claims):
        return None
    names = list(dict.fromkeys(claim.source for claim in finding.claims))
    rows = [row for n, name in enumerate(names) for row in _days(library.source(name), n % CAMPS, finding, lang)]
    ends = [end for row in rows for end in row.core if end is not None]
    if not ends:
        return None
    axis = _day_axis(ends)
    ticks = [(at, day(when, lang)) for at, when in day_ticks(axis)]
    return _figure(rows[:ROWS], axis, ticks, say(lang, "html.timeline"), _left_out(rows, lang))


def _day_axis(ends: Sequence[float]) -> Axis:
    from datetime import date  # noqa: PLC0415 - only here is one made

    return days(date.fromordinal(int(end)) for end in ends)


def _days(source: Source, camp: int, finding: Finding, lang: str) -> Iterator[Row]:
    written = _written(source)
    if written != (None, None):
        when = say(lang, "html.published", day=day(source.day, lang)) if source.day else dated(source, lang)
        label = f"{source.label}: {when}"
        yield Row(label, camp, written, written, written[0] if source.day else None, vague=source.day is None)
    for claim in finding.claims:
        if claim.source == source.id and claim.period and not claim.quantity:
            yield _dated_row(claim, source, camp, written, lang)


def _written(source: Source) -> tuple[float | None, float | None]:
    if source.day:
        return _ordinal(source.day), _ordinal(source.day)
    bounds = source.bounds
    return (_ordinal(bounds.earliest), _ordinal(bounds.latest)) if bounds else (None, None)


def _dated_row(
    claim: AnyClaim, source: Source, camp: int, written: tuple[float | None, float | None], lang: str
) -> Row:
    """A claim's days; one that the text leaves open lies about where its report was written."""
    period = claim.period
    assert period is not None  # noqa: S101 - only claims with a period come here
    known = (_ordinal(period.first), _ordinal(period.last))
    vague = None in known
    span = written if vague else known
    read = understood(claim, lang)
    label = f"{source.label}: {claim.text}{f' ({read})' if read else ''}"
    return Row(label, camp, span, span, known[0] if known[0] == known[1] else None, vague=vague)


def _ordinal(when: date | None) -> float | None:
    return None if when is None else float(when.toordinal())


def _figure(
    rows: Sequence[Row], axis: Axis, ticks: Sequence[tuple[float, str]], caption: str, note: str = ""
) -> Markup:
    height = len(rows) * ROW + 28
    body = [_grid(ticks, height), [_bar(row, n * ROW, axis) for n, row in enumerate(rows)]]
    svg = tag("svg", body, class_="chart", width="100%", height=height, role="img", aria_label=_spoken(caption, rows))
    return tag("figure", tag("figcaption", caption, f" {note}" if note else None), svg, class_="graph")


def _spoken(caption: str, rows: Sequence[Row]) -> str:
    return f"{caption}: {'; '.join(row.label for row in rows)}"


def _grid(ticks: Sequence[tuple[float, str]], height: int) -> list[Markup]:
    bottom = height - 20
    axis = tag("line", x1="0", x2="100%", y1=bottom, y2=bottom, class_="axis")
    lines = [tag("line", x1=f"{at}%", x2=f"{at}%", y1=0, y2=bottom + 4, class_="grid") for at, _ in ticks]
    return [axis, *lines, *(_tick(at, word, height - 4) for at, word in ticks)]


def _tick(at: float, word: str, y: int) -> Markup:
    return tag("text", word, x=f"{at}%", y=y, class_=f"tick {_anchor(at)}")


def _anchor(at: float) -> str:
    return "start" if at < 12 else "end" if at > 88 else "middle"


def _bar(row: Row, top: int, axis: Axis) -> Markup:
    y = top + BAR
    label = row.label if len(row.label) <= LABEL else f"{row.label[: LABEL - 1]}…"
    track = tag("line", x1="0", x2="100%", y1=y, y2=y, class_="track")
    parts: list[object] = [track, tag("text", label, x="0", y=top + TEXT, class_="name")]
    if row.outer != row.core:
        parts += [_line(row.outer, y, axis, "outer"), _line(row.outer, y, axis, "reach")]
    if row.point is None:
        parts += [_line(row.core, y, axis, "vague" if row.vague else "core"), _open_ends(row.core, y)]
    else:
        parts.append(tag("circle", cx=f"{axis.at(row.point)}%", cy=y, r=6, class_="point"))
    return tag("g", parts, class_=f"camp{row.camp}")


def _line(ends: tuple[float | None, float | None], y: int, axis: Axis, kind: str) -> Markup:
    low, high = ends
    left = 1 if low is None else axis.at(low)
    right = 99 if high is None else axis.at(high)
    return tag("line", x1=f"{left}%", x2=f"{right}%", y1=y, y2=y, class_=kind)


def _open_ends(ends: tuple[float | None, float | None], y: int) -> list[Markup]:
    """Arrow heads where a bar runs on."""
    heads = ((ends[0], "0.5%", "M8-7 L0 0 L8 7z"), (ends[1], "99.5%", "M-8-7 L0 0 L-8 7z"))
    return [
        tag("svg", tag("path", d=shape, class_="head"), x=x, y=y, overflow="visible", width=1, height=1)
        for end, x, shape in heads
        if end is None
    ]
