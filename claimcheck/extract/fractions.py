"""Fractions: "½", "2/3", "two thirds", "ein Viertel", "half a million"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.digits import vulgar
from claimcheck.languages.tally import HALF, ONE, Tally

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens
    from claimcheck.languages import Word

Part = tuple[Decimal, int]
"""A value and the position after it."""

CENT = Decimal("0.01")
"""Place value of a fraction that is no short decimal: "ein Drittel" is as exact as a percentage without decimals."""

_DENOMINATORS = frozenset({*range(2, 11), 12, 16, 20, 32, 64, 100})  # "24/7" and "9/11" are no fractions


def read_fraction(tokens: Tokens, k: int) -> Part | None:
    """The fraction at token ``k`` and the position after it."""
    if k >= len(tokens.words):
        return None
    word = tokens.words[k]
    if word[0].isdecimal():
        return _slashed(tokens, k) or _counted(tokens, k, Decimal(word) if word.isdecimal() else None)
    if (value := vulgar(word)) is not None:
        return value, k + 1
    return _spoken(tokens, k) if tokens.known[k] is not None else None


def place(value: Decimal) -> Decimal:
    """The place value to which a fraction is said: 0.1 for a half, 0.01 for a quarter and for a third."""
    exponent = value.normalize().as_tuple().exponent
    return ONE.scaleb(exponent) if isinstance(exponent, int) and exponent >= -2 else CENT


def _slashed(tokens: Tokens, k: int) -> Part | None:
    """Digits with a slash ("3/4"), nothing in between and no further slash."""
    words = tokens.words
    if not (k + 2 < len(words) and words[k + 1] in "/\u2044" and tokens.touches(k + 1) and tokens.touches(k + 2)):
        return None
    over, under = words[k], words[k + 2]
    if (
        not (over.isdecimal() and under.isdecimal() and len(under) <= 3)
        or _slash(tokens, k - 1)
        or _slash(tokens, k + 3)
    ):
        return None
    return (Decimal(over) / Decimal(under), k + 3) if 0 < int(over) < int(under) in _DENOMINATORS else None


def _slash(tokens: Tokens, k: int) -> bool:
    return 0 <= k < len(tokens.words) and tokens.words[k] == "/"


def _spoken(tokens: Tokens, k: int) -> Part | None:
    if (half := tokens.read(k, "half")) is not None:
        return None if tokens.role(k - 1, "ordinal") else (Decimal(half[0]), k + 1)
    if tokens.role(k, "fraction") == "2" and tokens.language.settings.get("bare_half") and tokens.read_back(k, "hedge"):
        return _before_scale(tokens, k) or (HALF, k + 1)
    if tokens.role(k, "article"):
        part = _ratio(tokens, k + 2 if tokens.words[k + 1 : k + 2] == ["-"] else k + 1, ONE)
        ambiguous = part is not None and tokens.role(part[1] - 1, "ordinal") and not _parts_a_whole(tokens, part[1])
        hedged = tokens.read_back(k, "hedge") is not None  # nobody says "almost a third" of a row
        return None if ambiguous and not hedged else _of_scale(tokens, part)
    return _of_scale(tokens, _ratio(tokens, k, None)) or _before_scale(tokens, k)


def _of_scale(tokens: Tokens, part: Part | None) -> Part | None:
    """Past "of a" before a scale word, which is left to be read: "a quarter of a million"."""
    if part is None or (of := tokens.read(part[1], "linker")) is None:
        return part
    scaled = tokens.role(of[1], "article") and tokens.role(of[1] + 1, "scale")
    return (part[0], of[1] + 1) if scaled else part


def _counted(tokens: Tokens, k: int, count: Decimal | None) -> Part | None:
    """Digits times the fraction word after them: "2 Drittel". Ordinals are not taken for fractions: "2 thirds"."""
    under = tokens.role(k + 1, "fraction")
    return (count / Decimal(under), k + 2) if under and count and not tokens.role(k + 1, "ordinal") else None


def _ratio(tokens: Tokens, k: int, count: Decimal | None) -> Part | None:
    """Number words over a fraction word: "three fifths", "one hundred thirty-two fifths", "three twenty-firsts"."""
    tally = Tally()
    if count is not None:
        tally.add(count)
    while (known := tokens.known[k] if k < len(tokens.words) else None) is not None:
        under = known.roles.get("fraction")
        if under is not None:
            return (tally.value / Decimal(under), k + 1) if not tally.empty else None
        if not tally.empty and (part := _tens(tokens, k)) is not None:
            return tally.value / part[0], part[1]
        if not _take(known, tally):
            return _parts_of(tokens, k, tally)
        joint = _past_joint(tokens, k + 1)
        if tokens.role(joint - 1, "join") and not tokens.role(joint, "number"):
            return None
        k = joint
    return None


def _parts_of(tokens: Tokens, k: int, tally: Tally) -> Part | None:
    """A denominator that is a cardinal with a word of its own: "três vinte avos"."""
    under, j = Tally(), k
    while (known := tokens.known[j] if j < len(tokens.words) else None) is not None:
        if "denominator" in known.roles:
            return (tally.value / under.value, j + 1) if under.value and not tally.empty else None
        if not _take(known, under):
            return None
        j = _past_joint(tokens, j + 1)
    return None


def _past_joint(tokens: Tokens, k: int, setting: str = "fraction_joins") -> int:
    """Past a hyphen, and past "and" where the language's setting has it so: "treinta y dos quintos"."""
    joins = tokens.language.settings.get(setting, False)
    while k < len(tokens.words) and (tokens.words[k] == "-" or (joins and tokens.role(k, "join") == "and")):
        k += 1
    return k


def _take(known: Word, tally: Tally) -> bool:
    if (scale := known.roles.get("scale")) is not None:
        return tally.multiply(Decimal(scale))
    number = known.roles.get("number")
    return number is not None and tally.add(Decimal(number))


def _tens(tokens: Tokens, k: int) -> Part | None:
    """A denominator of two words: "twenty-firsts", "thirty fifths"."""
    tens = tokens.role(k, "number")
    j = _past_joint(tokens, k + 1, "and_joins")  # "vingt et unième"
    ones = tokens.role(j, "fraction") or tokens.role(j, "ordinal")
    if tens is None or ones is None or len(tens) != 2 or tens[1] != "0" or not 0 < int(ones) < 10:
        return None
    return Decimal(tens) + Decimal(ones), j + 1


def _before_scale(tokens: Tokens, k: int) -> Part | None:
    """A part of a scale word that is left to be read: "half a million", "halbe Million"."""
    under = tokens.role(k, "fraction")
    if not under or tokens.role(k - 1, "ordinal"):
        return None
    j = k + 2 if tokens.role(k + 1, "article") or tokens.role(k + 1, "linker") else k + 1
    counted = tokens.role(j, "scale") or tokens.read(j, "unit")
    return (1 / Decimal(under), j) if counted else None


def _parts_a_whole(tokens: Tokens, k: int) -> bool:
    """Whether "a third" before ``k`` is a part, not the next one: "of", "less", a scale, a unit or nothing follows."""
    if k >= len(tokens.words) or not tokens.words[k][0].isalpha():
        return True
    return any(tokens.read(k, role) for role in ("of", "linker", "scale", "unit", "join", "hedge_after", "comparative"))
