"""Whether two sources tell of one event, of another, or whether that stays unknown."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from claimcheck.concepts import load as load_concepts
from claimcheck.entities import find
from claimcheck.languages import TOKEN, codes, load
from claimcheck.match.values import dimension_of
from claimcheck.model import Event, EventPair, Identity, Kind, Quote, Source, Status, Zone

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from claimcheck.model import AnyClaim, Document, Moment

ONE_EVENT = 7
"""Days that dates of one event may lie apart in two reports."""
TWO_EVENTS = 60
"""Days apart from which two events are meant."""
_TOP = 3  # paragraphs that tell the main event
_SOME_QUARTER = "XXXX-Q"
_CAPITAL = re.compile(r"[^\W\d_]{4,}")


@dataclass(slots=True)
class Story:
    """What one source tells of: its day of publication or bounds, people, places and kinds of events."""

    source: Source
    claims: list[AnyClaim]
    words: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    """Words with a capital and their base forms: names, and in German nouns."""
    kinds: Counter[str] = field(default_factory=Counter)
    figures: set[tuple[str, str]] = field(default_factory=set)
    """Dimension and digits of the figures with two significant digits or more."""
    people: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    event: str | None = None
    """The name that claims made by hand give to their event."""
    has_text: bool = True
    """Whether its words could be read, and not only its claims."""
    quarters: dict[str, Quote] = field(default_factory=dict)
    """The quarters of an unnamed year that it looks back on."""
    weekday: Quote | None = None
    """Where it first names the weekday of its main event."""
    events: dict[str | None, Event] = field(default_factory=dict)
    """Its main event by kind, as far as it was asked for: one record for all the stories that it is paired with."""


def stories(claims: Iterable[AnyClaim], documents: Sequence[Document]) -> dict[str, Story]:
    """One story a source, by the source's id."""
    sources = {d.id: d.source for d in documents}
    out = {
        d.id: Story(d.source, [], names=_names(d), places=_places(d), has_text=bool(d.text.strip())) for d in documents
    }
    for claim in claims:
        _add(out.setdefault(claim.source, Story(Source(id=claim.source), [], has_text=False)), claim)
    for name, story in out.items():
        if name not in sources:
            story.source = Source(id=name, published=_anchor(story.claims))
    return out


def _anchor(claims: Sequence[AnyClaim]) -> date | None:
    """When a report came out of which there are only claims: what most of its "yesterday" and "Monday" count from."""
    periods = (period for claim in claims for period in (claim.period, claim.when, claim.as_of) if period is not None)
    days = Counter(_day(period.anchor) for period in periods if period.anchor is not None)
    (day, times), (_, fewer) = [*days.most_common(2), (None, 0), (None, 0)][:2]
    return day if times > fewer else None


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _add(story: Story, claim: AnyClaim) -> None:
    story.claims.append(claim)
    story.words.update(claim.subject.context)
    if claim.subject.label:
        story.words[claim.subject.label.casefold()] += 1
    for name in (claim.subject.concept, *claim.subject.context):
        concept = load_concepts().get(name or "")
        if concept is None:
            continue
        story.words[concept.id] += 1
        if concept.kind == "event" and not concept.recurs:
            story.kinds[concept.id] += _weight(claim)
    story.people.update(e.removeprefix("person:") for e in claim.subject.entities if e.startswith("person:"))
    if (figure := _figure(claim)) is not None:
        story.figures.add(figure)
    story.event = story.event or claim.event
    _look_back(story, claim)
    if story.weekday is None and _is_weekday(claim):
        story.weekday = claim.quote


def _look_back(story: Story, claim: AnyClaim) -> None:
    when = claim.period if claim.quantity is None else claim.when
    if when is not None and when.timex.startswith(_SOME_QUARTER) and claim.status is Status.DONE:
        story.quarters.setdefault(when.timex, claim.quote)


def _is_weekday(claim: AnyClaim) -> bool:
    """Whether a claim is a day that the body of its text names by its weekday, and that is no plan."""
    period = claim.period if claim.kind is Kind.DATE else None
    named = period is not None and period.weekday is not None
    return named and claim.quote.zone is Zone.BODY and claim.status is not Status.PLANNED


def _figure(claim: AnyClaim) -> tuple[str, str] | None:
    """A figure that two reports will hardly share by chance: its dimension and its digits."""
    if claim.quantity is None or claim.quantity.value is None or claim.kind is Kind.ORDINAL:
        return None
    digits = claim.quantity.value.normalize().as_tuple().digits
    return (dimension_of(claim), "".join(map(str, digits))) if len(digits) > 1 else None


def _weight(claim: AnyClaim) -> int:
    """What a word says of the main event: most in the headline, much at the top, little further down."""
    if claim.quote.zone is Zone.HEADLINE:
        return 4
    return 3 if (claim.quote.paragraph or 1) <= _TOP else 1


def pair(a: Story, b: Story, *, one_cluster: bool) -> EventPair:
    """Decide whether two stories are of one event, and say what decided it."""
    identity, reason, evidence = _decide(a, b, one_cluster=one_cluster)
    kind = _common_kind(a, b)
    return EventPair(a=_event(a, kind), b=_event(b, kind), identity=identity, reason=reason, evidence=evidence)


def _common_kind(a: Story, b: Story) -> str | None:
    """The kind of event that both tell most of."""
    common = a.kinds.keys() & b.kinds.keys()
    return max(common, key=lambda k: (min(a.kinds[k], b.kinds[k]), k)) if common else None


def _event(story: Story, common: str | None) -> Event:
    """The story's main event: of the kind it shares with the other story, else of the one it tells most of."""
    if (known := story.events.get(common)) is None:
        known = story.events[common] = _make_event(story, common)
    return known


def _make_event(story: Story, common: str | None) -> Event:
    own = max(story.kinds, key=lambda k: (story.kinds[k], k), default=None)
    return Event(
        id=story.event or story.source.id,
        source=story.source.id,
        kind=common or own,
        participants=tuple(sorted(story.people)),
        place=next((e.partition(":")[2] for e in sorted(story.places)), None),
    )


def _decide(a: Story, b: Story, *, one_cluster: bool) -> tuple[Identity, str, tuple[Quote, ...]]:
    """Whether two stories are of one event, the name of what decided it, and the passages that show it."""
    if a.event and b.event:
        return (Identity.SAME, "named", ()) if a.event == b.event else (Identity.ANOTHER, "named", ())
    if not one_cluster:
        return Identity.UNKNOWN, "unrelated", ()
    if a.source.day and b.source.day:
        return _by_days(a, b, abs((a.source.day - b.source.day).days))
    return _by_bounds(a, b)


def standing(story: Story) -> Hashable:
    """All of a story that `_decide` and the periods look at, but for the evidence they show."""
    over = frozenset(story.quarters) if story.source.day is None else frozenset()
    return story.event, story.source.day, _window(story.source), over


def _names(document: Document) -> dict[str, str]:
    """Words of four letters or more with a capital, but for months, units and other words of values."""
    code = document.source.language or ""
    if code not in codes():
        return {}
    language = load(code)
    words = (m[0] for m in _CAPITAL.finditer(document.text) if m[0][0].isupper())
    named = (w for w in words if not ((known := language.listed.get(w.casefold())) and known.trigger))
    return {w.casefold(): language.base(w) for w in named}


def _places(document: Document) -> set[str]:
    """The countries, cities and organisations of the whole text, with their kind."""
    tokens = list(TOKEN.finditer(document.text))
    found = find([t[0] for t in tokens], [t.start() for t in tokens], document.source.language or "")
    return {f"{e.kind}:{e.name}" for e in found if e.kind != "person"}


def _by_days(a: Story, b: Story, gap: int) -> tuple[Identity, str, tuple[Quote, ...]]:
    if gap <= ONE_EVENT:
        return Identity.SAME, "published-together", ()
    if gap > TWO_EVENTS:
        return Identity.ANOTHER, "published-apart", _date_lines(a, b)
    return Identity.UNKNOWN, "published-apart", _date_lines(a, b)


def _by_bounds(a: Story, b: Story) -> tuple[Identity, str, tuple[Quote, ...]]:
    """One source at least is undated: its bounds may still keep it away from the other."""
    low_a, high_a = _window(a.source)
    low_b, high_b = _window(b.source)
    gap = max(((low_b - high_a).days if low_b and high_a else 0), ((low_a - high_b).days if low_a and high_b else 0))
    evidence = _date_lines(a, b)
    if gap > TWO_EVENTS:
        return Identity.ANOTHER, "bounds-apart", evidence
    if closed := _closed_period(a, b) or _closed_period(b, a):
        return Identity.ANOTHER, "period-over", (*evidence, closed)
    return Identity.UNKNOWN, "undated", evidence


def _closed_period(dated: Story, undated: Story) -> Quote | None:
    """A quarter of an unnamed year that the undated report looks back on, while the dated one was written within it."""
    day = dated.source.day
    if day is None or undated.source.day is not None:
        return None
    return undated.quarters.get(f"{_SOME_QUARTER}{(day.month - 1) // 3 + 1}")


def _window(source: Source) -> tuple[date | None, date | None]:
    if source.day:
        return date.fromordinal(max(1, source.day.toordinal() - ONE_EVENT)), source.day
    bounds = source.bounds
    return (bounds.earliest, bounds.latest) if bounds else (None, None)


def _date_lines(a: Story, b: Story) -> tuple[Quote, ...]:
    """The passages that date or bound the two sources, and the weekdays they name."""
    out: list[Quote] = []
    for story in (a, b):
        if story.source.bounds:
            out += story.source.bounds.evidence
        if story.weekday is not None:
            out.append(story.weekday)
    return tuple(out)
