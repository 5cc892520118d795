"""The small words of a language that a date looks at beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.languages import Language


class SmallWords:
    """The table ``[language.calendar]`` as sets: they are looked at beside a date, never searched for."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.month_first: bool = table.get("order") == "MDY"
        self.month_capitals: bool = table.get("month_capitals", True)
        self.oclock_after_lead: bool = table.get("oclock_after_lead", False)
        """Whether the word of the clock also counts hours: "24 heures" is a day, "à 24 heures" midnight."""
        self.decades_after_year: bool = table.get("decades_after_year", False)
        """Whether "les années 80" is a decade."""
        self.ordinal_marks = frozenset(table.get("ordinal_marks", ()))
        self.decade_marks = frozenset(table.get("decade_marks", ()))
        self.articles = frozenset(table.get("articles", ()))
        self.plural_articles = frozenset(table.get("plural_articles", ()))
        """Articles that belong to a stretch of time: "den vergangenen Jahren", "die Neunziger"."""
        self.genitive = frozenset(table.get("genitive", ()))
        """What makes a week or a day a part of something: "the last week of May"."""
        self.of = frozenset(table.get("of", ()))
        self.to = frozenset(table.get("to", ())) | {"-", "–", "—", "/"}
        self.range_to = frozenset(table.get("range_to", ())) | {"-", "\N{EN DASH}"}
        self.year_leads = frozenset(table.get("year_leads", ()))
        self.day_leads = frozenset(table.get("day_leads", ()))
        self.clock_leads = frozenset(table.get("clock_leads", ()))
        self.prepositions = frozenset(table.get("prepositions", ()))
        self.span_leads = frozenset(table.get("span_leads", ()))
        self.age_leads = frozenset(table.get("age_leads", ()))
        """What leads to how old someone is: "mit 16 Jahren"."""
        self.per_leads = frozenset(table.get("per_leads", ()))
        """What makes a unit a rate: "400 Euro im Monat", "ten dollars a day"."""
        self.times_ending: str = table.get("times_ending", "\0")
        """The ending of "einmal", "zweimal"."""
        self.thing_ending: str = table.get("thing_ending", "\0")
        """An ending that a person's age never has: "150-jähriges"."""
        self.eve_leads = frozenset(table.get("eve_leads", ()))
        """What makes a night the one before a day: "in der Nacht zu Freitag"."""
        self.rate_leads = frozenset(table.get("rate_leads", ()))
        """What an article with a unit makes a rate of: "twice a week"."""
        self.and_half: list[str] = table.get("and_half", "").split()
        """What adds a half behind a unit: "an hour and a half"."""
        self.verb_leads = frozenset(table.get("verb_leads", ()))
        """What makes a verb of a doubtful word: "to fall"."""
        self.stretch_leads = frozenset(table.get("stretch_leads", ()))
        """What leads to a stretch of time: "over last three days", not "to last three days"."""
        self.long = frozenset(table.get("long", ()))
        self.adverbs = frozenset(table.get("adverbs", ()))
        """What belongs to the year it stands before: "later that year"."""
        self.age = frozenset(table.get("age", ()))
        self.weekday_short = {
            word: int(value) for value, words in table.get("weekday_short", {}).items() for word in words
        }
        self.before = _leads(table.get("before", {}))
        """Last word of what stands before a span -> all its words and what they mean: "il y a", "vor"."""
        self.after = _tails({**table.get("after", {}), **table.get("ago", {})})
        """First word of what stands after a span -> all its words and what they mean: "plus tard", "ago"."""


class YearWords:
    """What tells a year in four digits from a count."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.comparing = frozenset(table.get("comparing", ()))
        """What a year is compared with: "mehr als 2024"."""
        self.singular_ending: str = table.get("singular_ending", "\0")
        """Of an adjective after an article that may be a plural's, of one thing: "die 1876 gegründete"."""


class TenseWords:
    """The words and endings that tell the past from the future."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.past = frozenset(table.get("past", ()))
        self.past_endings: tuple[str, ...] = tuple(table.get("past_endings", ()))
        """Endings of a past tense: "teilte", "arrived"."""
        self.present = frozenset(table.get("present", ()))
        self.present_endings: tuple[str, ...] = tuple(table.get("present_endings", ()))
        self.participle: str = table.get("participle", "\0")
        """How a participle begins that makes a past of a present: "sind ... gekommen"."""
        self.participle_endings: tuple[str, ...] = tuple(table.get("participle_endings", ()))
        self.future = frozenset(table.get("future", ()))


def _leads(table: Mapping[str, Any]) -> dict[str, tuple[list[str], tuple[str, int]]]:
    return {phrase.split()[-1]: (phrase.split(), meaning) for phrase, meaning in _directions(table).items()}


def _tails(table: Mapping[str, Any]) -> dict[str, tuple[list[str], tuple[str, int]]]:
    return {phrase.split()[0]: (phrase.split(), meaning) for phrase, meaning in _directions(table).items()}


def _directions(table: Mapping[str, Any]) -> dict[str, tuple[str, int]]:
    """Word -> (anchor, sign): ``"ago" -> ("now", -1)``."""
    return {word: (key.split()[0], int(key.split()[1])) for key, words in table.items() for word in words}


@cache
def small_words(language: Language) -> SmallWords:
    """The small calendar words of a language, made once."""
    return SmallWords(language.settings.get("calendar", {}))


@cache
def year_words(language: Language) -> YearWords:
    """What tells years from counts in a language, made once."""
    return YearWords(language.settings.get("calendar", {}))


@cache
def tense_words(language: Language) -> TenseWords:
    """What tells the tense in a language, made once."""
    return TenseWords(language.settings.get("calendar", {}))
