"""Numbers in digits and words, with their scale words and fractions: "1,2 Millionen", "two and a half", "½".

`read` reads one number at one place. What stands around it (sign, hedge, unit, the other end of a range) is the
business of `claimcheck.extract.quantities`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract.digits import LONGEST, SPACES, read_digits
from claimcheck.extract.found import Number
from claimcheck.extract.fractions import place, read_fraction
from claimcheck.languages.tally import HALF, HUNDRED, ONE, THOUSAND, Tally

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens

Atom = tuple[Decimal, Decimal, int]
"""Value, place value of the last written digit, position after it."""


_SET_APART = frozenset({"M", "k"})
_MONEY = ("dollar", "euro", "yen", "pound_sterling", "franc", "yuan")
_CONTINUING = frozenset({"scale", "suffix", "fraction", "join", "number", "vulgar", "half", "denominator"})
_JOINTS = frozenset("-/^'\u2019\u2044x*e\u00d7")
_TIMES = frozenset("x*\u00d7")
_POWERS = _TIMES | {"^", "e"}
_DEEPEST = 3  # "two million and three hundred and one thousand and five"
_LARGEST_EXPONENT = 2  # digits


def read(tokens: Tokens, i: int) -> tuple[Number, int] | None:
    """The number that begins at token ``i``, and the position after it.

    >>> from claimcheck.extract.tokens import Tokens
    >>> from claimcheck.languages import load
    >>> number, j = read(Tokens("1,2 Millionen Menschen", load("de")), 0)
    >>> number.value, number.step, j
    (Decimal('1200000.0'), Decimal('100000.0'), 2)
    """
    if not 0 <= i < len(tokens.words):
        return None
    number = _single(tokens, i)
    if number is not None:
        return number, i + 1
    number = _vague(tokens, i) or _cardinal(tokens, i)
    if number is None:
        return None
    _power(tokens, number)
    _over(tokens, number)
    return None if number.value.adjusted() >= LONGEST else (number, number.j)


def _single(tokens: Tokens, i: int) -> Number | None:
    """The usual number: one word or digits, and after it nothing that could belong to it."""
    j = i + 1
    if not tokens.starts_no(j, _CONTINUING) or (j < len(tokens.words) and tokens.words[j] in _JOINTS):
        return None
    word, known = tokens.words[i], tokens.known[i]
    if word[0].isdecimal():
        if j < len(tokens.words) and tokens.words[j][0].isdecimal():
            return None
        found = read_digits(word, tokens.language.point)
        return None if found is None else Number(found[0], i, j, found[1])
    if known is None or "number" not in known.roles or "number" in known.longer or "vague" in known.longer:
        return None
    value = Decimal(known.roles["number"])
    return Number(value, i, j, _spoken_place(value), digits=False) if value >= 1 else None


def _vague(tokens: Tokens, i: int) -> Number | None:
    """A number word that only sets a lower end, with the scale word after it ("mehrere Tausend")."""
    found = tokens.read(i, "vague")
    if found is None:
        return None
    value, j = Decimal(found[0]), found[1]
    scale = tokens.role(j, "scale")
    if scale:
        value, j = value * Decimal(scale), j + 1
    return Number(value, i, j, ONE, digits=False, vague=True)


def _cardinal(tokens: Tokens, i: int, depth: int = 0) -> Number | None:
    """A number from its largest part to its smallest: "6 thousand 2 hundred and 15"; ``depth`` counts the "and"."""
    tally, k, step = Tally(depth), i, ONE
    if (first := _atom(tokens, i)) is not None:
        value, step, k = first
        tally.add(value)
    elif (k := _implied_one(tokens, i)) == i and not tokens.role(i, "scale"):
        return None
    while k < len(tokens.words):
        if (scale := _scale(tokens, k, tally)) is not None and tally.multiply(scale[0]):
            step, k = step * scale[0], scale[1]
        elif (more := _continuation(tokens, k, tally, i)) is not None and tally.add(more[0]):
            _, step, k = more
        else:
            break
    return _number(tokens, tally, i, k, step) if k > i else None


def _number(tokens: Tokens, tally: Tally, i: int, k: int, step: Decimal) -> Number:
    digits = tokens.words[i][0].isdecimal()
    number = Number(tally.value, i, k, step, digits, scale=tally.scale)
    number.share = 0 < number.value < 1 and step < 1 and read_fraction(tokens, i) is not None
    return number


def _power(tokens: Tokens, number: Number) -> None:
    """Scientific notation: "1.3x10^6", "12.3e+14", "1.1^23"."""
    k = number.j
    if not number.digits or k >= len(tokens.words) or tokens.words[k] not in _POWERS:
        return
    steps = ["x", "10", "^"] if tokens.words[k] in _TIMES else [tokens.words[k]]
    if tokens.words[k : k + len(steps)] not in (steps, ["\u00d7", "10", "^"], ["*", "10", "^"]):
        return
    exponent = _exponent(tokens, k + len(steps))
    if exponent is None or not all(tokens.touches(n) for n in range(k, exponent[1])):
        return
    if steps == ["^"]:
        number.value **= exponent[0]
    else:
        number.value, number.step = number.value.scaleb(exponent[0]), number.step.scaleb(exponent[0])
    number.j = exponent[1]


def _exponent(tokens: Tokens, k: int) -> tuple[int, int] | None:
    sign = 1
    while k < len(tokens.words) and tokens.words[k] in "+-\u2212":
        sign, k = (sign if tokens.words[k] == "+" else -sign), k + 1
    if k >= len(tokens.words) or not tokens.words[k].isdecimal() or len(tokens.words[k]) > _LARGEST_EXPONENT:
        return None
    return sign * int(tokens.words[k]), k + 1


def _over(tokens: Tokens, number: Number) -> None:
    """A quotient of two numbers, where nothing follows that the second one could count: "one over twenty"."""
    if tokens.role(number.j, "join") != "over" or number.j + 1 >= len(tokens.words):
        return
    under = _cardinal(tokens, number.j + 1)
    if under is None or not under.value or (under.j < len(tokens.words) and tokens.words[under.j][0].isalpha()):
        return
    number.value, number.j = number.value / under.value, under.j
    number.step = place(number.value)


# ---------------------------------------------------------------------------------------------------- the parts


def _atom(tokens: Tokens, k: int) -> Atom | None:
    """A fraction, digits or a number word."""
    if (fraction := read_fraction(tokens, k)) is not None:
        return fraction[0], place(fraction[0]), fraction[1]
    return _digits(tokens, k) if tokens.words[k][0].isdecimal() else _word(tokens, k)


def _word(tokens: Tokens, k: int) -> Atom | None:
    found = tokens.read(k, "number")
    if found is None:
        return None
    value = Decimal(found[0])
    return value, _spoken_place(value), found[1]


def _spoken_place(value: Decimal) -> Decimal:
    """The place value of the last scale word in a spoken number: 1000 for "zwanzigtausend", 1 for "zwanzig"."""
    if value and value % HUNDRED == 0:
        return THOUSAND if value % THOUSAND == 0 else HUNDRED
    return ONE if value == value.to_integral_value() else place(value)


def _digits(tokens: Tokens, k: int) -> Atom | None:
    """Digits, with groups of three that spaces or apostrophes set apart."""
    words, j = tokens.words, k + 1
    text = words[k]
    if len(text) <= 3 and text.isdecimal():
        while text.isdecimal() and len(text) < LONGEST and (group := _group(tokens, j)) is not None:
            text, j = text + words[group - 1], group
    found = read_digits(text, tokens.language.point)
    return None if found is None else (*found, j)


def _group(tokens: Tokens, j: int) -> int | None:
    """The position after a further group of three digits at ``j``."""
    words = tokens.words
    if j < len(words) and words[j] in SPACES and tokens.touches(j):
        j += 1
        between = ""
    elif j < len(words):
        between = tokens.text[tokens.ends[j - 1] : tokens.starts[j]]
    else:
        return None
    if j < len(words) and (between in SPACES or (not between and tokens.touches(j))) and _three(words[j]):
        return j + 1
    return None


def _three(word: str) -> bool:
    """Three digits, after which decimals may stand, behind either mark: Swiss German writes "1'234.50"."""
    return len(word) >= 3 and word[:3].isdecimal() and not word[3:4].isdecimal()


def _scale(tokens: Tokens, k: int, tally: Tally) -> tuple[Decimal, int] | None:
    """The factor of a scale word, or of a letter right after digits ("10k"), and the position after it."""
    known = tokens.known[k]
    if known is None:
        return None
    found = tokens.read(k, "scale")
    if found is not None and "unit" in known.roles and not _few_hundreds(tokens, k, tally):
        return None
    if found is None and tokens.words[k - 1][0].isdecimal() and _suffixed(tokens, k):
        found = tokens.read(k, "suffix")
    return None if found is None else (Decimal(found[0]), found[1])


def _few_hundreds(tokens: Tokens, k: int, tally: Tally) -> bool:
    """Whether a word that is a scale and a unit ("cents") is the scale: after "deux" to "neuf"."""
    return tally.group is not None and 1 < tally.group < 10 and not tokens.words[k - 1][0].isdecimal()


def _suffixed(tokens: Tokens, k: int) -> bool:
    """Whether a letter after digits is a scale and no unit: "10k", "$3.2m", "5m jobs", but "5m deep" are metres."""
    if tokens.written(k, k + 1) == "m":
        return tokens.touches(k) and (_money(tokens, k - 2) or _money(tokens, k + 1) or _many(tokens, k + 1))
    return tokens.touches(k) or tokens.written(k, k + 1) in _SET_APART


def _money(tokens: Tokens, k: int) -> bool:
    if not 0 <= k < len(tokens.words):
        return False
    return tokens.words[k] in "$\u20ac\u00a3\u00a5" or (tokens.role(k, "unit") or "").endswith(_MONEY)


def _many(tokens: Tokens, k: int) -> bool:
    """Whether a noun in the plural follows."""
    return tokens.role(k, "plural") is not None or (k < len(tokens.words) and tokens.words[k].endswith("s"))


def _implied_one(tokens: Tokens, i: int) -> int:
    """Where the scale word stands in "a hundred" and "hundred thousand"; ``i`` where none does."""
    if tokens.role(i, "article") and tokens.role(i + 1, "scale"):
        return i + 1
    return i


# -------------------------------------------------------------------------------------------------- how it goes on


def _continuation(tokens: Tokens, k: int, tally: Tally, i: int) -> Atom | None:
    """The next smaller part of the number that begins at ``i`` and whose parts before ``k`` are read."""
    word = tokens.words[k]
    digits = tokens.words[i][0].isdecimal()
    join = tokens.role(k, "join")
    if join == "and":
        return _and(tokens, k + 1, tally, i)
    if join == "point":
        return _part(tokens, k + 1, tally) or (None if digits else _decimals(tokens, k + 1))
    if word == "-":
        return None if digits else _hyphenated(tokens, k + 1)
    if digits and tally.scale == 1:
        return _vulgar_tail(tokens, k)
    if word[0].isdecimal():
        return _digits(tokens, k) if tally.scale > 1 and _smaller_scale(tokens, k + 1, tally.scale) else None
    return None if read_fraction(tokens, k) else _word(tokens, k)


def _hyphenated(tokens: Tokens, k: int) -> Atom | None:
    """The ones after the tens: "twenty-one"."""
    ones = _word(tokens, k) if k < len(tokens.words) else None
    return ones if ones is not None and 0 < ones[0] < 10 else None


def _smaller_scale(tokens: Tokens, k: int, scale: Decimal) -> bool:
    found = tokens.role(k, "scale")
    return found is not None and Decimal(found) < scale


def _vulgar_tail(tokens: Tokens, k: int) -> Atom | None:
    """The fraction after a whole number in digits: "2½", "2 1/4"."""
    fraction = read_fraction(tokens, k) if not tokens.words[k].isalpha() or not tokens.words[k].isascii() else None
    return None if fraction is None else (fraction[0], place(fraction[0]), fraction[1])


def _and(tokens: Tokens, k: int, tally: Tally, i: int) -> Atom | None:
    """What "and" adds: a fraction, or what is smaller than the part before it."""
    if (part := _part(tokens, k, tally)) is not None:
        return part
    digits = tokens.words[i][0].isdecimal()
    if k >= len(tokens.words) or (tokens.words[k][0].isdecimal() and (not digits or tally.scale < HUNDRED)):
        return None
    first = _atom(tokens, k) if tally.depth < _DEEPEST else None
    if first is None or not tally.fits(first[0]):
        return None
    rest = _cardinal(tokens, k, tally.depth + 1)
    if rest is None:
        return None
    joins = tally.scale >= HUNDRED or (not digits and tokens.language.settings.get("and_joins", False))
    if tally.fits(rest.value) and (joins or not rest.whole):
        scale = tally.scale if rest.value < 1 else ONE
        return rest.value * scale, rest.step * scale, rest.j
    below = tally.group is not None and tally.group < THOUSAND and not tokens.role(i - 1, "between")
    return first if joins and below and rest.value >= THOUSAND else None


def _part(tokens: Tokens, k: int, tally: Tally) -> Atom | None:
    """A fraction after "and": of the scale word before it, where it has none itself ("3 million and a half")."""
    fraction = read_fraction(tokens, k) or _half(tokens, k)
    if fraction is None:
        return None
    value, j = fraction
    own = tokens.role(j, "scale") is not None or tally.scale < THOUSAND
    return value * (ONE if own else tally.scale), place(value) * (ONE if own else tally.scale), j


def _half(tokens: Tokens, k: int) -> tuple[Decimal, int] | None:
    """Half of one, without a numeral: "cinco y medio"."""
    return (HALF, k + 1) if tokens.role(k, "fraction") == "2" else None


def _decimals(tokens: Tokens, k: int) -> Atom | None:
    """The words after "point" or "Komma" as digits: "seventy-one", "null vier"."""
    written = ""
    while (part := _whole_words(tokens, k)) is not None:
        written, k = f"{written}{part[0]:f}", part[1]
    return (Decimal(f"0.{written}"), ONE.scaleb(-len(written)), k) if written else None


def _whole_words(tokens: Tokens, k: int) -> tuple[Decimal, int] | None:
    """A whole number below 1000 in words, without what "and" might add."""
    tally, end = Tally(), k
    while k < len(tokens.words) and (word := tokens.read(k, "number")) is not None and word[0].isdecimal():
        if not tally.add(Decimal(word[0])):
            break
        end = k = word[1]
        if tokens.words[k : k + 1] == ["-"] or (tokens.role(k, "join") == "and" and not tally.fits(ONE * 10)):
            k += 1
    return None if tally.empty else (tally.value, end)
