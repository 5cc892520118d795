"""Document -> claims: every value with what it is about, when it holds and who says so."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.entities import find as find_entities
from claimcheck.extract.articles import ones
from claimcheck.extract.clauses import distance
from claimcheck.extract.context import context_words
from claimcheck.extract.dating import dated
from claimcheck.extract.manner import aspect, direction, speakers, status
from claimcheck.extract.mentions import find, period_of, quantity_of
from claimcheck.extract.per import per
from claimcheck.extract.points import as_points
from claimcheck.extract.segment import sentences
from claimcheck.extract.sharing import first_of_series
from claimcheck.extract.subjects import CALENDAR, COUNTS, about, is_whole, scene
from claimcheck.extract.times import holds_at
from claimcheck.extract.tokens import Tokens
from claimcheck.extract.tongue import language_of
from claimcheck.extract.visible import Sight
from claimcheck.extract.vocabulary import vocabulary
from claimcheck.model import Aspect, Direction, PeriodClaim, QuantityClaim, Quote, Status, Subject
from claimcheck.model.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.config import Settings
    from claimcheck.entities import Entity
    from claimcheck.extract.found import Found
    from claimcheck.extract.segment import Sentence
    from claimcheck.extract.subjects import About, Scene
    from claimcheck.model import AnyClaim, Document

_BESIDE = 8  # words, clause borders counted extra
_LONGEST = 80  # characters of the figure with its hedge and noun that are shown


def extract_claims(document: Document, settings: Settings) -> Iterator[AnyClaim]:
    """The claims of one document in the order of its text."""
    if isinstance(document, Sheet):
        yield from document.claims
    elif (sight := Sight.of(document.text)) is None:
        yield from _claims(document, settings)
    else:
        yield from map(sight.claim, _claims(sight.document(document), settings))


def _claims(document: Document, settings: Settings) -> Iterator[AnyClaim]:
    document = dated(document)
    tokens = Tokens(document.text, language_of(document))
    found = [f for f in find(tokens, document.source.published, settings.widths) if not _in_date_line(document, f)]
    names = _names(tokens)
    at = 0
    for s in sentences(document, tokens):
        while at < len(found) and found[at].start < s.start:
            at += 1
        stop = at
        while stop < len(found) and found[stop].start < s.end:
            stop += 1
        if stop > at:
            yield from _of_sentence(document, tokens, s, found[at:stop], names)
        at = stop


def _in_date_line(document: Document, f: Found) -> bool:
    """Whether a value belongs to the line that dates the document, and so says nothing of its story."""
    bounds = document.source.bounds
    if document.source.published is None or bounds is None:
        return False
    return any(q.start is not None and q.end is not None and q.start <= f.start < q.end for q in bounds.evidence)


def _names(tokens: Tokens) -> list[Entity]:
    """The entities of the whole text, in its order."""
    written = [tokens.written(i, i + 1) for i in range(len(tokens))]
    language = tokens.language
    return sorted(find_entities(written, tokens.starts, language.code, vocabulary(language)), key=_where)


def _where(entity: Entity) -> int:
    return entity.i


def _of_sentence(
    document: Document, tokens: Tokens, s: Sentence, found: list[Found], names: list[Entity]
) -> Iterator[AnyClaim]:
    first = bisect_left(names, s.i, key=_where)
    inside = names[first : bisect_left(names, s.j, lo=first, key=_where)]
    as_points(tokens, found)
    found = sorted([*found, *ones(tokens, s.j, found)], key=lambda f: f.i)
    view = scene(tokens, s.i, s.j, found, inside)
    here = tuple(sorted({_key(e) for e in inside}))
    groups = tuple(e for e in inside if e.kind == "organisation")
    for f in found:
        if _checkable(f):
            yield _claim(document, view, s, f, _Names(here, _place(tokens, f, inside), groups))


def _checkable(f: Found) -> bool:
    """Whether a value can be held against another: not "for some days", not "recently"."""
    if f.kind not in CALENDAR:
        return f.number is not None
    return f.period is not None and not f.period.timex.endswith("_REF")


class _Names(NamedTuple):
    """The entities of a sentence, and the place beside one figure of it."""

    entities: tuple[str, ...]
    place: str | None
    organisations: tuple[Entity, ...]


def _place(tokens: Tokens, f: Found, entities: list[Entity]) -> str | None:
    """The country or city nearest to a figure, if it stands within a few words in the same clause."""
    places = [e for e in entities if e.kind in ("country", "city")]
    near = [(away, e.i, e) for e in places if (away := distance(tokens, f.i, e.i)) <= _BESIDE]
    return _key(min(near)[2]) if near else None


def _speaker(
    tokens: Tokens, spans: Sequence[tuple[int, int]], organisations: Sequence[Entity]
) -> tuple[tuple[int, int] | None, str | None]:
    """Who says so, and what that is: the first span that names a known party, else the first."""
    for span in spans:
        if (voice := _voice(tokens, span, organisations)) is not None:
            return span, voice
    return (spans[0] if spans else None), None


def _voice(tokens: Tokens, span: tuple[int, int], organisations: Iterable[Entity]) -> str | None:
    """What the speaker named by a span is: an organisation, else the first noun of the lexicon."""
    first, last = span
    named = next((_key(e) for e in organisations if first <= e.i < last), None)
    words = vocabulary(tokens.language)
    nouns = (n.concept for k in range(first, last) if (n := words.find(tokens, k, last)) is not None and not n.verb)
    return named or next(nouns, None)


def _key(entity: Entity) -> str:
    """How a claim names an entity: with its kind, since families, cities and countries share names."""
    return f"{entity.kind}:{entity.name}"


def _claim(document: Document, view: Scene, s: Sentence, f: Found, names: _Names) -> AnyClaim:
    tokens = view.tokens
    what = about(view, f)
    lead = first_of_series(tokens, view.found, f)
    way = direction(view, lead, f) if f.kind not in CALENDAR else None
    side = "part" if what.part else "total" if is_whole(view, f) else aspect(view, f, way)
    if side == "new" and f.kind not in COUNTS:
        side = None  # "the new road is 12 kilometres long"
    span, voice = _speaker(tokens, speakers(tokens, f, s.i, s.j), names.organisations)
    said = status(tokens, f, s.i, s.j) if side != "before" else None  # what a plan starts from is no plan
    shared = {
        "quote": _quote(document, tokens, s, f, what),
        "subject": _subject(view, f, what, names),
        "when": holds_at(view, f),
        "status": Status(said) if said else None,
        "aspect": Aspect(side) if side else None,
        "direction": Direction(way) if way else None,
        "speaker": tokens.written(*span) if span else None,
        "voice": voice,
    }
    if f.kind in CALENDAR:
        return PeriodClaim(kind=f.kind, period=period_of(f), **shared)
    return QuantityClaim(
        kind=f.kind, quantity=quantity_of(f, tokens), period=period_of(f) if f.period else None, **shared
    )


def _quote(document: Document, tokens: Tokens, s: Sentence, f: Found, what: About) -> Quote:
    """The figure with its noun, as long as both fit; the sentence around it on one line."""
    end = tokens.ends[what.j - 1] if what.j > f.j else f.end
    if end - f.start > _LONGEST:
        end = min(f.end, f.start + _LONGEST)
    text = tokens.text
    return Quote(
        source=document.id,
        start=f.start,
        end=end,
        text=text[f.start : end],
        sentence=" ".join(text[s.start : s.end].split()),
        zone=s.zone,
        paragraph=document.page(f.start) or s.paragraph,
    )


def _subject(view: Scene, f: Found, what: About, names: _Names) -> Subject:
    base = view.tokens.language.base
    return Subject(
        concept=what.concept,
        label=what.label,
        entities=names.entities,
        place=names.place,
        scope=tuple(sorted({base(word) for word in what.scope if word})),
        per=per(view.tokens, f),
        role=what.role,
        context=context_words(view, f, what),
    )
