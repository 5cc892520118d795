"""The smallest readers: a day, a month, a year, a count. Each gives its value and the position after it, or None."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.extract import numbers
from claimcheck.extract.dates.words import small_words

if TYPE_CHECKING:
    from claimcheck.extract.tokens import Tokens


_LONGEST_COUNT = 15  # letters; longer digits count no units of time
_LAST_YEAR = "2199"
_SHORTEST_FORM = 6  # letters: "Januars" is a form of "Januar", but "Augen" none of "Aug"


APOSTROPHES = frozenset("'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}")


def word(tokens: Tokens, i: int) -> str:
    """The word at ``i``, empty outside the text."""
    return tokens.words[i] if 0 <= i < len(tokens.words) else ""


def touching(tokens: Tokens, i: int) -> bool:
    """Whether the token at ``i`` exists and nothing stands between it and the one before."""
    return 0 < i < len(tokens.words) and tokens.starts[i] == tokens.ends[i - 1]


def breaks(tokens: Tokens, i: int) -> bool:
    """Whether a new line begins with the token at ``i``."""
    return 0 < i < len(tokens.words) and "\n" in tokens.text[tokens.ends[i - 1] : tokens.starts[i]]


def day(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """A day of the month, the position after it, and whether it is marked as an ordinal ("16.", "16th")."""
    digits = word(tokens, i)
    if not (digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31):
        return None
    marks = small_words(tokens.language).ordinal_marks
    if word(tokens, i + 1) in marks and touching(tokens, i + 1):
        return int(digits), i + 2, True
    return int(digits), i + 1, False


def month(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A month by its name; one that is also another word ("may") only in company."""
    found = tokens.read(i, "month")
    if found is None:
        return None
    capital = tokens.capital(i) or not small_words(tokens.language).month_capitals
    if not capital or (tokens.role(i, "doubtful") and not in_company(tokens, i)):
        return None
    value, j = found
    if tokens.role(i, "short_month") and not _beside_number(tokens, i, j):
        return None
    if len(tokens.words[i]) < _SHORTEST_FORM and tokens.words[i] not in tokens.language.listed:
        return None
    if (
        word(tokens, j) == "."
        and j < len(tokens.words) - 1
        and j == i + 1
        and len(tokens.words[i]) <= 4
        and word(tokens, j + 1).isdecimal()
    ):
        j += 1
    return None if in_compound(tokens, j) else (int(value), j)


def _beside_number(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a number stands beside a short month: ``16 sept.``, ``3 de ago``, ``sept. 2024``."""
    before = word(tokens, i - 1)
    if before in small_words(tokens.language).of or before in small_words(tokens.language).ordinal_marks:
        before = word(tokens, i - 2)
    return before[:1].isdecimal() or word(tokens, j)[:1].isdecimal()


def after_article(tokens: Tokens, i: int) -> bool:
    """Whether a small word of a noun stands before the token: ``por la mañana``, but ``mañana``."""
    return word(tokens, i - 1) in small_words(tokens.language).of


def in_company(tokens: Tokens, i: int) -> bool:
    """Whether a doubtful calendar word stands beside what makes it one: a number, a preposition, a phase."""
    small = small_words(tokens.language)
    before, after = word(tokens, i - 1), word(tokens, i + 1)
    if small.month_first and after.isalpha() and tokens.capital(i + 1):
        return False
    if after in small.to and tokens.read(i + 2, "month"):
        return True
    if small.month_first and before.isalpha() and not tokens.capital(i - 1) and before not in small.articles:
        return True
    if before[:1].isdecimal() or after[:1].isdecimal():
        return True
    if before in small.ordinal_marks and word(tokens, i - 2)[:1].isdecimal():
        return True
    return before in small.year_leads or before in small.of or before in small.day_leads or _known(tokens, i - 1)


def _known(tokens: Tokens, i: int) -> bool:
    known = tokens.known[i] if 0 <= i < len(tokens.words) else None
    return known is not None and not known.roles.keys().isdisjoint(
        ("phase", "phase_adjective", "deixis", "month", "every")
    )


def year(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """A year of four digits, "'39", or any with its era: "490 v. Chr."."""
    digits = word(tokens, i)
    if digits in APOSTROPHES and touching(tokens, i + 1) and word(tokens, i + 1).isdecimal():
        short = word(tokens, i + 1)
        return ("19" + short, i + 2) if len(short) == 2 else None
    if not digits.isdecimal() or len(digits) > 4:
        return None
    if era := tokens.read(i + 1, "era"):
        return ("BC" if era[0] == "BC" else "") + digits.zfill(4), era[1]
    if len(digits) == 4 and "1000" <= digits <= _LAST_YEAR and not _glued(tokens, i):
        return digits, i + 1
    return None


def _glued(tokens: Tokens, i: int) -> bool:
    """Whether the token is a part of something longer: "A1990", "1990er", "1990%"."""
    if touching(tokens, i + 1) and (word(tokens, i + 1)[0].isalpha() or word(tokens, i + 1) in "%€$°_^"):
        return True
    return touching(tokens, i) and (word(tokens, i - 1)[-1].isalnum() or word(tokens, i - 1) in "$€£#_=.")


def in_compound(tokens: Tokens, j: int) -> bool:
    """Whether a hyphen at ``j`` ties what stands before it to another noun: ``Weihnachts-CD``, but ``Mai-Juni``."""
    if word(tokens, j) != "-" or not (touching(tokens, j) and touching(tokens, j + 1)):
        return False
    return word(tokens, j + 1).isalpha() and not any(
        tokens.role(j + 1, role) for role in ("month", "season", "weekday")
    )


def in_title(tokens: Tokens, i: int) -> bool:
    """Whether a word is written with a capital amid a sentence: ``Kitefliers' Monthly``, ``Carrow Evening Bell``."""
    return tokens.capital(i) and word(tokens, i - 1)[:1].isalpha() and tokens.capital(i - 1)


def counted(tokens: Tokens, i: int) -> bool:
    """Whether a number stands before the token: ``drei Winter``, ``14 Abende``, but ``2024 summer``."""
    before = word(tokens, i - 1)
    if before[:1].isdecimal():
        return len(before) < len("2024")
    return tokens.role(i - 1, "number") is not None


def count(tokens: Tokens, i: int) -> tuple[Decimal | None, int] | None:
    """How many: digits, number words, an article; None for a number word that only sets a lower end."""
    if word(tokens, i) in small_words(tokens.language).span_leads:
        return Decimal(1), i + 1
    if len(word(tokens, i)) > _LONGEST_COUNT and word(tokens, i)[0].isdecimal():
        return None
    if both := tokens.role(i, "both"):
        return Decimal(both), i + 1
    read = numbers.read(tokens, i)
    if read is None:
        return None
    number, j = read
    return None if number.vague else number.value, j
