"""What a figure is about: the counted noun, or the measure it is a value of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.concepts import ancestors
from claimcheck.extract.clauses import clause, distance
from claimcheck.extract.vocabulary import Named, concept, vocabulary
from claimcheck.units import dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.entities import Entity
    from claimcheck.extract.found import Found
    from claimcheck.extract.tokens import Tokens

_FAR = 24  # words (clause borders counted extra); a noun further away is not what a figure is about
_OTHER_FIGURE = 7  # words that a figure in between is worth
_GROUP = 6  # words a noun group may have
_BEFORE = 2  # words that looking back costs: what is counted mostly follows its figure
_PREPOSITION = 6
_STANDING = "people"  # the field of the lexicon that says what people are: visitors, members, participants
_OF_THE = 2  # words between a part and its whole
_STATE_FAR = 18  # words to the verb that says what happened to people; in German it ends the clause
_CLAUSE = 40  # the same in a clause of its own
_VERB = 6  # words that a verb is further away than a noun
_GENERIC = "person"
_SAYING = "announcement"
_SAID = 4  # words from a date to the verb of saying

COUNTS = ("count", "range")
CALENDAR = ("date", "time", "recurring")


@dataclass(slots=True)
class About:
    """What one figure is about, with the tokens ``[i, j)`` of its noun group."""

    concept: str | None = None
    label: str = ""
    role: str | None = None
    scope: list[str] = field(default_factory=list)
    j: int = 0
    """The token after the noun group, for the span that is shown."""
    part: bool = False
    """The figure is said to be a part ("elf von ihnen", "14 of the 33 seats")."""


@dataclass(slots=True)
class Scene:
    """A sentence with everything found in it."""

    tokens: Tokens
    first: int
    last: int
    found: list[Found]
    named: list[Named]
    entities: dict[int, str] = field(default_factory=dict)
    """The countries, cities and organisations that tokens belong to, with their kind."""


def scene(tokens: Tokens, first: int, last: int, found: list[Found], names: Sequence[Entity] = ()) -> Scene:
    """Look up the concepts of the sentence ``[first, last)``, outside the figures and the names."""
    words = vocabulary(tokens.language)
    inside = {k for f in found for k in range(f.i, f.j)} | {k for e in names for k in range(e.i, e.j)}
    named: list[Named] = []
    k = first
    while k < last:
        hit = words.find(tokens, k, last) if k not in inside and tokens.words[k][0].isalpha() else None
        if hit:
            named.append(hit)
        k = hit.j if hit else k + 1
    known = {k: f"{e.kind}:{e.name}" for e in names if e.kind != "person" for k in range(e.i, e.j)}
    return Scene(tokens, first, last, found, named, known)


def about(s: Scene, f: Found) -> About:
    """What a figure of the scene is about."""
    if f.kind in CALENDAR:
        return _happening(s, f)
    if f.kind in COUNTS:
        return _counted(s, f)
    if f.kind == "ordinal":
        return _ranked(s, f)
    return _measured(s, f)


def _happening(s: Scene, f: Found) -> About:
    """A date is about the nearest event of its sentence, or about words: "it said on Monday"."""
    first, last = clause(s.tokens, f.i, s.first, s.last)
    near = _nearest(
        s,
        f,
        lambda n: _kind(n) == "event" and (n.concept != _SAYING or first <= n.i < last),
        cost=_noun_first,
    )
    if near:
        return About(near.concept, _words(s, near), j=f.j)
    said = range(max(first, f.i - _SAID), min(last, f.j + _SAID))
    return About(_SAYING if any(s.tokens.role(k, "says") is not None for k in said) else None, j=f.j)


def _counted(s: Scene, f: Found) -> About:
    """A count is about the noun after it; where none follows, about the nearest noun or state."""
    many = f.number is not None and f.number.value > 1
    out = _noun_group(s, f.j, many=many)
    if out.concept is None and not out.label:
        near = _nearest(s, f, lambda n: _can_be_counted(s, f, n))
        if near:
            out.concept, out.label = near.concept, _words(s, near)
    return _with_role(s, f, out)


def _can_be_counted(s: Scene, f: Found, n: Named) -> bool:
    """Whether a count may be about a concept; "against" right before a figure is a preposition and no vote."""
    if n.j == f.i and s.tokens.role(n.i, "function") is not None:
        return False
    return _kind(n) == "role" or (_kind(n) in ("thing", "measure") and not n.verb)


def _with_role(s: Scene, f: Found, out: About) -> About:
    """People are told apart by what happened to them, things have it beside their name."""
    if (out.concept and _is_role(out.concept)) or is_whole(s, f):
        return out
    people = out.concept is None or _GENERIC in ancestors(out.concept)
    near = _nearest(
        s,
        f,
        lambda n: (
            _kind(n) == "role"
            and _can_have(n.concept, out.concept)
            and _is_nearest(s, f, n)
            and (_cost(s, f, n) <= _STATE_FAR or _in_one_clause(s, f, n))
        ),
        far=_CLAUSE,
    )
    if near is None:
        return out
    bare = out.concept == _GENERIC or not (out.concept or out.label)
    if people and _GENERIC in ancestors(near.concept) and (bare or _is_fate(near.concept)):
        if out.concept not in (None, _GENERIC):
            out.scope.append(out.concept or "")
        out.concept = near.concept
    else:
        out.role = near.concept
    return out


def _in_one_clause(s: Scene, f: Found, n: Named) -> bool:
    """Whether a verb at the end of a long clause is that of the figure at its beginning."""
    first, last = clause(s.tokens, f.i, s.first, s.last)
    return first <= n.i < last and n.verb


def _is_fate(name: str) -> bool:
    """Whether a state is what happened to people, not what they are: students who came to a meeting stay students."""
    found = concept(name)
    return found is not None and found.field != _STANDING


def _is_nearest(s: Scene, f: Found, n: Named) -> bool:
    """Whether no other count stands nearer to a state: "97 fell ill and it killed four" kills four."""
    own = _cost(s, f, n)
    return all(_cost(s, g, n) >= own for g in s.found if g.kind in COUNTS and g is not f and not is_whole(s, g))


def _can_have(role: str, head: str | None) -> bool:
    """People die and trees do not sign: a role of people is not given to things."""
    return head is None or _GENERIC not in ancestors(role) or _GENERIC in ancestors(head)


def _ranked(s: Scene, f: Found) -> About:
    """An ordinal is about the noun after it: the eighth Expo."""
    return _noun_group(s, f.j)


def _measured(s: Scene, f: Found) -> About:
    """A measure is about the nearest noun or verb that can be measured so, a percentage else about its whole."""
    wanted = _category(f)
    near = _nearest(s, f, lambda n: _measures(n, wanted), cost=_noun_first)
    group = _noun_group(s, f.j)
    if near is None:
        return About(group.concept, group.label, scope=group.scope, j=group.j) if f.kind == "percent" else _of(f, group)
    out = About(near.concept, _words(s, near), j=f.j)
    if group.concept and group.concept != near.concept:
        out.scope.append(group.concept)
        out.j = group.j
    return out


def _of(f: Found, group: About) -> About:
    """A measure without a known name: what it is a measure of ("hectares of forest") only narrows it."""
    return About(scope=[group.concept] if group.concept else [], j=group.j if group.concept else f.j)


def _measures(n: Named, wanted: str) -> bool:
    """Whether a concept can have a value in a unit: a measure in that unit, or for a length of time an event."""
    return (_kind(n) == "measure" and wanted in _units(n)) or (wanted == "duration" and _kind(n) == "event")


def _noun_first(s: Scene, f: Found, n: Named) -> int:
    """The cost of reaching a concept; verbs ("rose to", "won") name a measure less surely than nouns."""
    return _cost(s, f, n) + (_VERB if n.verb else 0)


_CATEGORY = {
    "[length]": "length",
    "[length] ** 2": "area",
    "[length] ** 3": "volume",
    "[length] ** 3 / [time]": "volume",
    "[length] / [time]": "speed",
    "[length] ** 2 * [mass] / [time] ** 2": "energy",
    "[length] ** 2 * [mass] / [time] ** 3": "power",
    "[mass] / [length] / [time] ** 2": "pressure",
    "[mass]": "mass",
    "[mass] / [time]": "mass",
    "[time]": "duration",
    "[temperature]": "temperature",
    "[information]": "data",
    "[magnitude]": "magnitude",
    "[percent]": "percent",
    "[percentage_point]": "percent",
}
"""What the concept lexicon calls the dimension of a measure."""


def _category(f: Found) -> str:
    """What the concept lexicon calls the unit of a figure."""
    if f.kind in ("money", "percent", "duration"):
        return f.kind
    return _CATEGORY.get(dimension(f.unit), dimension(f.unit).strip("[]"))


def _nearest(
    s: Scene,
    f: Found,
    fits: Callable[[Named], bool],
    far: int = _FAR,
    cost: Callable[[Scene, Found, Named], int] | None = None,
) -> Named | None:
    """The fitting concept that costs least to reach from a figure."""
    reach = cost or _cost
    near = [(reach(s, f, n), n.i, n) for n in s.named if fits(n)]
    best = min(near, default=None, key=lambda x: x[:2])
    return best[2] if best and best[0] <= far else None


def _cost(s: Scene, f: Found, n: Named) -> int:
    if n.i >= f.j:
        cost = distance(s.tokens, f.j - 1, n.i) + (0 if n.verb else _steps_into(s, f.j, n.i))
    else:
        cost = distance(s.tokens, n.j - 1, f.i) + _BEFORE
    between = sum(1 for g in s.found if g.kind not in CALENDAR and (f.j <= g.i < n.i or n.j <= g.i < f.i))
    return cost + _OTHER_FIGURE * between


def _steps_into(s: Scene, j: int, k: int) -> int:
    """Words that a preposition on the way costs: in "205 on each side" the side is not what is counted."""
    return _PREPOSITION if any(_is_preposition(s.tokens, m) for m in range(j, min(j + 1, k))) else 0


def _is_preposition(tokens: Tokens, k: int) -> bool:
    """Whether a word of grammar is none that goes with a verb, such as "were"."""
    return tokens.role(k, "function") is not None and tokens.role(k, "status") is None


def _noun_group(s: Scene, j: int, *, many: bool = False) -> About:
    """The noun group that begins at ``j``: modifiers, then the noun that is counted; ``many`` asks for a plural."""
    t = s.tokens
    out = About(j=j)
    k = _past_partitive(t, j, s.last, out)
    named = {n.i: n for n in s.named if not n.verb}
    words: list[int] = []
    while k < s.last and len(words) < _GROUP and _in_group(s, k):
        if (n := named.get(k)) and not _modifies(s, n, named):
            if many and (head := _head_behind(s, n)) is not None:
                return _unlisted(s, [*words, *range(k, head + 1)], out)
            out.concept, out.label, out.j = _with_others(s, n), t.written(n.i, n.j), n.j
            out.scope += [t.words[w] for w in words if t.role(w, "coordinate") is None]
            return out
        words.append(k)
        k += 1
    return _unlisted(s, words, out)


def _past_partitive(t: Tokens, j: int, last: int, out: About) -> int:
    """Step over "of the 33" in "14 of the 33 seats"; a count is then a part."""
    k = j
    while k < last and t.role(k, "partitive") is not None:
        out.part = True
        k += 1
    while out.part and k < last and (t.words[k][0].isdigit() or t.role(k, "determiner") is not None):
        k += 1
    return _past_owner(t, k, last) if out.part else k


def _past_owner(t: Tokens, k: int, last: int) -> int:
    """Step over "village's 210" in "84 of the village's 210 houses"."""
    if k + 3 < last and t.words[k + 1] in "'’" and t.words[k + 2] == "s" and t.words[k + 3][0].isdigit():
        return k + 4
    return k


def is_whole(s: Scene, f: Found) -> bool:
    """Whether a figure is the whole that another one is a part of: in "14 of the 33 seats", "of the 33 seats 14"."""
    t = s.tokens
    if f.i - _OF_THE == s.first and t.role(s.first, "partitive") is not None and t.role(f.i - 1, "determiner"):
        return any(g.kind in COUNTS and g.i > f.i for g in s.found)
    for g in s.found:
        between = range(g.j, f.i)
        if g.kind in COUNTS and 0 < len(between) <= _OF_THE and all(_partitive(t, k) for k in between):
            return any(t.role(k, "partitive") is not None for k in between)
    return False


def _partitive(t: Tokens, k: int) -> bool:
    return t.role(k, "partitive") is not None or t.role(k, "determiner") is not None


def _in_group(s: Scene, k: int) -> bool:
    """Whether the token can belong to a noun group that stands after a figure."""
    t = s.tokens
    if _joins_modifiers(s, k):
        return True
    if t.role(k, "function") is not None or t.role(k, "conjunction") is not None:
        return False
    if t.words[k] == "-":  # a hyphen within "russisch-chinesisch"
        return t.touches(k) and k + 1 < s.last and t.touches(k + 1)
    return t.words[k][0].isalpha() and not any(g.i <= k < g.j for g in s.found)


def _joins_modifiers(s: Scene, k: int) -> bool:
    """Whether "oder" joins two adjectives, which stand in small letters where nouns do not."""
    t = s.tokens
    if not t.language.settings.get("noun_capitals", False) or t.role(k, "coordinate") is None or k + 2 >= s.last:
        return False
    sides = (k - 1, k + 1)
    return all(t.words[m][0].isalpha() and not t.capital(m) and t.role(m, "function") is None for m in sides)


def _modifies(s: Scene, n: Named, named: dict[int, Named]) -> bool:
    """Whether a noun only narrows the one right after it ("company representatives")."""
    return n.j in named and not s.tokens.language.settings.get("compounds", False)


def _with_others(s: Scene, n: Named) -> str:
    """What a noun counts together with the one that "and" joins to it: travellers and crew are people."""
    t = s.tokens
    second = next((m for m in s.named if m.i == n.j + 1 and not m.verb), None)
    if second is None or n.j >= s.last or t.role(n.j, "coordinate") is None or any(g.i == n.j + 1 for g in s.found):
        return n.concept
    both = all(_GENERIC in ancestors(m.concept) for m in (n, second)) and n.concept != second.concept
    return _GENERIC if both and not {_kind(n), _kind(second)} & {"role"} else n.concept


def _head_behind(s: Scene, n: Named) -> int | None:
    """The plural that a noun in the singular only narrows: the "numbers" of "12,400 credit card numbers"."""
    t = s.tokens
    if t.words[n.j - 1].endswith("s") or not t.language.settings.get("nouns_narrow", False):
        return None
    last = n.j
    while last < min(s.last, n.j + 2) and _in_group(s, last) and not t.words[last].endswith("s"):
        last += 1
    plural = last < s.last and _in_group(s, last) and t.words[last].endswith("s")
    entry = vocabulary(t.language)[t.words[last]] if plural else None
    return last if plural and not (entry and entry.verb) else None


def _unlisted(s: Scene, words: list[int], out: About) -> About:
    """The noun of a group that the lexicon does not know."""
    t = s.tokens
    if t.language.settings.get("noun_capitals"):
        head = next((w for w in words if t.capital(w)), None)
    else:
        plural = [w for w in words if t.words[w].endswith("s")]
        head = plural[-1] if plural else (words[0] if len(words) == 1 else None)
    if head is None:
        return out
    out.label, out.j = t.written(head, head + 1), head + 1
    out.scope += [t.words[w] for w in words if w < head and t.role(w, "coordinate") is None]
    return out


def _kind(n: Named) -> str:
    found = concept(n.concept)
    return found.kind if found else ""


def _units(n: Named) -> tuple[str, ...]:
    found = concept(n.concept)
    return found.unit if found else ()


def _is_role(name: str) -> bool:
    found = concept(name)
    return bool(found and found.kind == "role")


def _words(s: Scene, n: Named) -> str:
    return s.tokens.written(n.i, n.j)
