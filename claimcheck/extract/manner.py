"""How a figure is put: planned or done, level or change, up or down, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extract.clauses import clause, distance

if TYPE_CHECKING:
    from claimcheck.extract.found import Found
    from claimcheck.extract.subjects import Scene
    from claimcheck.extract.tokens import Tokens

_NEAR = 14  # words; a verb further away governs another figure
_SENTENCE = 99
_CLOSE = 5
_SHORTEST_VERB = 5
_CLAUSE_END = frozenset(".,;:!?") | {"und", "oder"}


def status(tokens: Tokens, f: Found, first: int, last: int) -> str | None:
    """Whether the clause speaks of something planned, announced, done or denied."""
    begin, end = clause(tokens, f.i, first, last)
    return (
        _nearest_value(tokens, f, "status", range(begin, end))
        or ("done" if any(_is_past(tokens, k) for k in range(begin, end)) else None)
        or _nearest_value(tokens, f, "status", range(first, last), _NEAR)
    )


def _is_past(tokens: Tokens, k: int) -> bool:
    """Whether a word outside all tables has the regular ending of a past tense ("legte", "opened")."""
    known, word = tokens.known[k], tokens.words[k]
    if (known is not None and known.roles) or tokens.capital(k) or len(word) < _SHORTEST_VERB:
        return False
    return word.endswith(tuple(tokens.language.settings.get("past_endings", ())))


def direction(s: Scene, lead: Found, f: Found) -> str | None:
    """Up or down, where a verb or noun of change governs the figure, or ``lead``, the first of its series.

    The verb of "from 56 ... to 100" may stand far away.
    """
    far = _SENTENCE if _is_start(s, f) else _NEAR
    return _nearest_value(s.tokens, lead, "change", range(s.first, s.last), far)


def aspect(s: Scene, f: Found, way: str | None) -> str | None:
    """Which side of the thing the figure gives."""
    if way is not None and _is_start(s, f):
        return "before"
    if way is not None and (side := _side_of_change(s.tokens, f, s.first)):
        return side
    marked = _nearest_value(s.tokens, f, "aspect", range(max(s.first, f.i - _CLOSE), min(s.last, f.j + _CLOSE)))
    if marked == "part" and not _part_marked(s, f):
        marked = None
    if marked:
        return marked
    return "per" if f.unit and " / " in f.unit and f.kind != "quantity" else None


def _part_marked(s: Scene, f: Found) -> bool:
    """Whether the word for a part stands with the figure: in "12 dead, among them three children" 12 are the whole."""
    border = next((k for k in range(f.j, s.last) if s.tokens.words[k] in _CLAUSE_END), s.last)
    return _nearest_value(s.tokens, f, "aspect", range(max(s.first, f.i - _CLOSE), min(border, f.j + _CLOSE))) == "part"


def _is_start(s: Scene, f: Found) -> bool:
    """Whether a figure begins what a later one ends: "from 56 ... to 100", or the second of "from 56 ... and 21"."""
    tokens, figures = s.tokens, [g for g in s.found if g.number is not None]
    if not any(tokens.role(g.i - 1, "side") == "level" for g in figures if g.i > f.i):
        return False
    if tokens.role(f.i - 1, "coordinate") is not None:
        f = next((g for g in reversed(figures) if g.i < f.i and g.kind == f.kind), f)
    return tokens.role(f.i - 1, "side") == "before"


def _side_of_change(tokens: Tokens, f: Found, first: int) -> str | None:
    """Rose *by* 3 (change), *to* 15 (level), *from* 12 (before)."""
    for k in range(f.i, max(first, f.i - 3) - 1, -1):
        if (side := tokens.role(k, "side")) is not None:
            return side
    for k in range(f.j, min(len(tokens), f.j + 2)):
        if (side := tokens.role(k, "side_after")) is not None:
            return side
    return None


def _nearest_value(tokens: Tokens, f: Found, role: str, span: range, far: int = _SENTENCE) -> str | None:
    """The value of the word or phrase with a role that stands nearest to the figure, within a span of tokens."""
    best, least = None, far + 1
    for k in span:
        if f.i <= k < f.j or (hit := tokens.read(k, role) or _read_parted(tokens, k, role, span.stop)) is None:
            continue
        if tokens.role(k, "auxiliary") is not None and _is_passive(tokens, k, span.stop):
            continue
        away = distance(tokens, f.j - 1, k) if k >= f.j else distance(tokens, hit[1] - 1, f.i)
        if away < least:
            best, least = hit[0], away
    return best


def _is_passive(tokens: Tokens, k: int, stop: int) -> bool:
    """Whether an auxiliary of the future is one of the passive here: its clause ends in no infinitive."""
    border = next((m for m in range(k + 1, stop) if tokens.words[m] in _CLAUSE_END), stop)
    last = tokens.words[border - 1]
    infinitive = last.endswith(tuple(tokens.language.settings.get("infinitive_endings", ())))
    return not infinitive or last.startswith(tuple(tokens.language.settings.get("participle_starts", ())))


def _read_parted(tokens: Tokens, k: int, role: str, last: int) -> tuple[str, int] | None:
    """A verb and its particle that stand apart ("legte um elf Prozent zu"): the particle then ends the clause."""
    known = tokens.known[k]
    if known is None or not known.phrases or not tokens.language.settings.get("separable"):
        return None
    border = next((m for m in range(k + 1, last) if tokens.words[m] in _CLAUSE_END), last)
    for rest, its_role, value in known.phrases:
        if its_role == role and len(rest) == 1 and border - 1 > k and tokens.words[border - 1] == rest[0]:
            return value, k + 1
    return None


def speakers(tokens: Tokens, f: Found, first: int, last: int) -> list[tuple[int, int]]:
    """The token spans that may name who says so, the likelier first.

    After "according to" there is one; a verb of saying has a noun group behind and one before it, and only who knows
    the nouns can tell which of them speaks.
    """
    for k in range(first, last):
        if (hit := tokens.read(k, "according")) is not None and _reaches(tokens, k, f, first, last):
            return _found(tokens, _name(tokens, hit[1], last))
        if tokens.role(k, "according_after") is not None and _reaches(tokens, k, f, first, last):
            return _found(tokens, _name_before(tokens, k, first))
    for k in range(first, last):
        if _says(tokens, k, last) and _reaches(tokens, k, f, first, last):
            return _found(tokens, _name(tokens, k + 1, last), _name_before(tokens, k, first))
    return []


def _found(tokens: Tokens, *spans: tuple[int, int] | None) -> list[tuple[int, int]]:
    return [span for span in spans if span is not None and _names_somebody(tokens, *span)]


def _names_somebody(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a span can be a speaker: it is no day ("vom Mittwoch sagte er"), and has a noun where nouns show."""
    words = range(first, last)
    if any(tokens.role(k, role) is not None for k in words for role in ("weekday", "month")):
        return False
    return not tokens.language.settings.get("noun_capitals") or any(tokens.capital(k) for k in words)


def _reaches(tokens: Tokens, k: int, f: Found, first: int, last: int) -> bool:
    """Whether what is said at ``k`` covers the figure: the same half of a sentence that names only one speaker."""
    voices = [v for v in range(first, last) if _is_voice(tokens, v, last)]
    return min(voices, key=lambda v: distance(tokens, v, f.i)) == k


def _is_voice(tokens: Tokens, v: int, last: int) -> bool:
    named = tokens.role(v, "according_after") is not None or tokens.read(v, "according") is not None
    return named or _says(tokens, v, last)


def _says(tokens: Tokens, k: int, last: int) -> bool:
    """Whether a verb of saying stands at ``k``, its particle perhaps at the end of the clause ("gab ... bekannt")."""
    return tokens.role(k, "says") is not None or _read_parted(tokens, k, "says", last) is not None


def _name(tokens: Tokens, k: int, last: int) -> tuple[int, int] | None:
    """The noun group at ``k``: up to five words, to the last capital or noun before a border."""
    begin = k
    while k < min(last, begin + 6) and tokens.words[k][0].isalpha() and _nominal(tokens, k):
        k += 1
    while k > begin and tokens.role(k - 1, "determiner") is not None:
        k -= 1
    return (begin, k) if k > begin else None


def _nominal(tokens: Tokens, k: int) -> bool:
    if tokens.role(k, "conjunction") == "clause":
        return False
    if tokens.role(k, "determiner") is not None or tokens.role(k, "partitive") is not None:
        return True
    return (
        tokens.role(k, "function") is None and tokens.role(k, "conjunction") is None and tokens.role(k, "says") is None
    )


def _name_before(tokens: Tokens, k: int, first: int) -> tuple[int, int] | None:
    """The noun group that ends right before ``k``."""
    end = k
    while k > max(first, end - 5) and tokens.words[k - 1][0].isalpha() and _nominal(tokens, k - 1):
        k -= 1
    while k < end and (tokens.role(k, "determiner") or tokens.role(k, "article")) is not None:
        k += 1
    return (k, end) if k < end else None
