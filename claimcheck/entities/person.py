"""A person's name: which part is the family's, and whether two names may be one person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claimcheck.entities.spelling import east, key, latin
from claimcheck.entities.titles import rank
from claimcheck.languages import codes

OPENING = frozenset(("von", "van", "zu", "de", "di", "da", "del", "della", "du", "ter", "bin", "ibn", "al", "el"))
"""Small words that open a family name: "von der Leyen", "de Gaulle"."""

PARTICLES = OPENING | frozenset(("der", "den", "dem", "dos", "la", "le", "lo", "los", "las", "ten"))
"""Small words that may stand inside one, the others behind one of these."""

_ARTICLES = frozenset({"al", "el", "ad", "as", "ar", "an", "ash"})  # "al-Assad" is also just "Assad"
_SYLLABLE = (
    r"(?:[zcs]h|[bpmfdtnlgkhrzcsyw]|[jqx](?=[iu]))?"
    r"(?:iang|uang|iong|ang|eng|ing|ong|ian|uan|iao|uai|an|en|in|un|ai|ei|ao|ou|ia|ie|iu|ua|uo|ui|ue|er|a|e|i|o|u)"
)
_PINYIN = re.compile(rf"{_SYLLABLE} {_SYLLABLE}[ -]?(?:{_SYLLABLE})?$")
_KOREAN = re.compile(r"^\w+ [A-Z]\w+-[a-z]\w+$")
_EASTERN_GIVEN = re.compile(r"[gx]e[iy]$|tr[ij]*[ijy]$|^[jy](?:ur|ev|ew)")  # Sergey, Dmitrij, Juri, Jewgeni
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Name(NamedTuple):
    """A name taken apart; both parts are keys, and ``given`` may be empty."""

    given: str
    family: str


def name_of(words: list[str]) -> Name:
    """Take a name apart.

    Chinese and Korean names begin with the family's ("Xi Jinping", "Yoon Suk-yeol"), known by how they are built.

    >>> name_of(["Wladimir", "Putin"]), name_of(["Ursula", "von", "der", "Leyen"])
    (Name(given='vladimir', family='putin'), Name(given='ursula', family='von der leyen'))
    >>> name_of(["Xi", "Jinping"]), name_of(["Bashar", "al-Assad"])
    (Name(given='jinping', family='xi'), Name(given='bashar', family='assad'))
    """
    if family_first(words):
        return Name(latin(" ".join(words[1:])).replace("-", " "), family(words[:1]))
    last = len(words) - 1
    at = next((n for n, word in enumerate(words[:last]) if word.lower() in PARTICLES), last)
    return Name(_given(words[:at]), family(words[at:]))


def family_first(words: list[str]) -> bool:
    """Whether a name is built like a Chinese or Korean one.

    >>> family_first(["Xi", "Jinping"]), family_first(["Anna", "Berger"])
    (True, False)
    """
    if len(words) < 2 or words[0].lower() in PARTICLES:
        return False
    name = " ".join(words)
    return bool(_PINYIN.match(latin(name)) or _KOREAN.match(name))


@lru_cache(maxsize=20_000)
def lone(word: str) -> str:
    """The key of a family name that stands alone.

    >>> lone("Selenskyj")
    'selenski'
    """
    return family([word])


def _given(words: list[str]) -> str:
    names = latin(" ".join(words)).replace("-", " ").split()
    return " ".join(east(name) if _EASTERN_GIVEN.search(name) else key(name) for name in names)


def family(words: list[str]) -> str:
    """The key of a family name.

    >>> family(["al-Assad"]), family(["van", "der", "Bellen"])
    ('assad', 'van der bellen')
    """
    first, dash, rest = words[0].partition("-")
    if first.lower() in _ARTICLES and (dash or len(words) > 1):
        words = [rest, *words[1:]] if dash else words[1:]
    whole = all("'" not in word and "-" not in word for word in words)
    return " ".join(key(word) if whole else _parts(word) for word in words)


def _parts(word: str) -> str:
    return "-".join(key(part) for part in word.split("-"))


def canonical(name: str) -> str:
    """The key of a person: the family name in lower case, Latin letters and one system of transliteration.

    >>> [canonical(name) for name in ("Präsident Wladimir Putin", "Vladimir Putin", "Владимир Путин", "Putin")]
    ['putin', 'putin', 'putin', 'putin']
    """
    return _parsed(name).family


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: the same family name, and given names that do not part them.

    >>> same_person("Bundeskanzler Merz", "Friedrich Merz"), same_person("Merz", "März")
    (True, False)
    >>> same_person("Wolodymyr Selenskyj", "Zelensky"), same_person("Jonas Berger", "Anna Berger")
    (True, False)
    """
    x, y = _parsed(a), _parsed(b)
    return bool(x.family) and x.family == y.family and _compatible(x.given.split(), y.given.split())


def _compatible(a: list[str], b: list[str]) -> bool:
    """Whether given names can be one person's: one is missing, an initial, or said more fully."""
    if not a or not b or "".join(a) == "".join(b):
        return True
    short, long = sorted((a, b), key=len)
    return all(any(one.startswith(other) or other.startswith(one) for other in long) for one in short)


def _parsed(name: str) -> Name:
    words = _WORD.findall(name)
    at = max((n + 1 for n, word in enumerate(words[:-1]) if any(rank(word, lang) for lang in codes())), default=0)
    words = words[at:]
    if len(words) == 1 and " " in latin(words[0]):
        words = latin(words[0]).split()
    return name_of(words) if words else Name("", "")
