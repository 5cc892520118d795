"""Laws of comparison: order, language, units, hedges, copies, strangers and moved text change no finding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Claim, Document, check
from claimcheck.model import Interval, Severity
from claimcheck.units import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimcheck import Finding, Report
    from claimcheck.model import AnyClaim

LANGUAGES = ("de", "en")
HEDGES: dict[str, tuple[str, str]] = {
    "": ("", ""),
    "about": ("rund ", "about "),
    "nearly": ("knapp ", "nearly "),
    "more than": ("mehr als ", "more than "),
    "at least": ("mindestens ", "at least "),
    "at most": ("höchstens ", "at most "),
    "up to": ("bis zu ", "up to "),
}
NOUNS = {
    "agreements": ("Abkommen", "agreements"),
    "injured": ("Verletzte", "injured"),
    "length": ("Kilometer", "kilometres"),
}
WORDS = {
    7: ("sieben", "seven"), 11: ("elf", "eleven"), 12: ("zwölf", "twelve"), 14: ("vierzehn", "fourteen"),
    19: ("neunzehn", "nineteen"), 20: ("zwanzig", "twenty"), 40: ("vierzig", "forty"),
    43: ("dreiundvierzig", "forty-three"),
}  # fmt: skip
OPENINGS = (
    "Ada Lind und Otto Brandt haben sich am Dienstag in Lurnau zu Gesprächen über den Hafen getroffen.",
    "Ada Lind and Otto Brandt met for talks about the port in Lurnau on Tuesday.",
)
SENTENCES = {
    "agreements": ("Lind und Brandt unterzeichneten {} Abkommen.", "Lind and Brandt signed {} agreements."),
    "injured": (
        "Am Rand des Treffens stürzte eine Bühne ein, {} Menschen wurden verletzt.",
        "A stage collapsed outside, and {} people were injured.",
    ),
    "length": ("Die neue Straße zum Hafen ist {} Kilometer lang.", "The new road to the port is {} kilometres long."),
}
STRANGERS = {
    "de": """Im Zoo von Talheim sind 23 Pinguine geschlüpft. Tierpfleger Bruno Kessel zählt jetzt 118 Tiere.
Das Gehege ist 14 Meter lang.
""",
    "en": """Chess master Olga Ferris won 12 of her 19 games at Port Amber. Some 400 people watched the final.
She is 43 years old.
""",
}
ASIDES = (
    "Das Wetter war freundlich, und die Läden blieben lange offen.",
    "The weather was kind, and the shops stayed open late.",
)
TUESDAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Said:
    """What one source says of one thing."""

    source: str
    thing: str
    number: int
    hedge: str = ""
    language: str = "en"
    in_words: bool = False

    @property
    def tongue(self) -> int:
        return LANGUAGES.index(self.language)

    @property
    def figure(self) -> str:
        number = WORDS[self.number][self.tongue] if self.in_words else str(self.number)
        return HEDGES[self.hedge][self.tongue] + number

    @property
    def claim(self) -> AnyClaim:
        noun = NOUNS[self.thing][self.tongue]
        figure = f"{self.figure} {noun}" if self.thing == "length" else self.figure
        about = ("Strecke", "distance")[self.tongue] if self.thing == "length" else noun
        return Claim.of(figure, source=self.source, about=about, event="visit", language=self.language)

    @property
    def sentence(self) -> str:
        return SENTENCES[self.thing][self.tongue].format(self.figure)


@st.composite
def cases(draw: st.DrawFn, things: Sequence[str] = tuple(NOUNS)) -> list[Said]:
    """What two to four sources say of one or two things: each says one figure for each."""
    sources = "abcd"[: draw(st.integers(2, 4))]
    told = draw(st.lists(st.sampled_from(things), min_size=1, max_size=2, unique=True))
    return [
        Said(source, thing, draw(st.sampled_from(sorted(WORDS))), draw(st.sampled_from(list(HEDGES))))
        for thing in told
        for source in sources
    ]


def article(statements: Sequence[Said], language: str, prefix: str = "") -> Document:
    """The report of one source, on the story that all reports tell."""
    tongue = LANGUAGES.index(language)
    sentences = [OPENINGS[tongue], *(replace(s, language=language).sentence for s in statements)]
    text = prefix + " ".join(sentences) + "\n"
    return Document.of(text, id=statements[0].source, language=language, published=TUESDAY)


@st.composite
def bundles(draw: st.DrawFn) -> list[list[Said]]:
    """What each source says, with a language for each."""
    by_source: dict[str, list[Said]] = {}
    for said in draw(cases()):
        by_source.setdefault(said.source, []).append(said)
    languages = [draw(st.sampled_from(LANGUAGES)) for _ in by_source]
    return [[replace(s, language=code) for s in told] for told, code in zip(by_source.values(), languages, strict=True)]


def articles(bundle: Iterable[Sequence[Said]]) -> list[Document]:
    return [article(told, told[0].language) for told in bundle]


def core(claim: AnyClaim) -> Interval:
    assert claim.quantity is not None
    return canonical(claim.quantity.core, claim.quantity.unit)


def is_disputed(said: Iterable[Said]) -> bool:
    pairs = combinations(said, 2)
    return any(a.thing == b.thing and not core(a.claim).meets(core(b.claim)) for a, b in pairs)


def is_open(said: Iterable[Said]) -> bool:
    return any(core(s.claim).high is None for s in said)


def is_hedged(said: Iterable[Said]) -> bool:
    return any(s.hedge in ("about", "nearly") for s in said)


Verdict = tuple[str | None, str, str, frozenset[str]]


def verdicts(report: Report) -> set[Verdict]:
    """What was found of what among whom; not how the figures were written."""
    return {(f.topic, f.outcome, f.severity, frozenset(c.source for c in f.claims)) for f in report.findings}


def named(report: Report) -> set[tuple[str, str | None, Verdict]]:
    """The verdicts with the rule that gave them and the cause it names."""
    return {(f.rule, f.cause, v) for f in report.findings for v in verdicts_of(f)}


def verdicts_of(finding: Finding) -> list[Verdict]:
    return [(finding.topic, finding.outcome, finding.severity, frozenset(c.source for c in finding.claims))]


def prints(report: Report) -> set[str]:
    return {f.fingerprint for f in report.findings}


def claims(case: Iterable[Said]) -> list[AnyClaim]:
    return [said.claim for said in case]


LAW = settings(max_examples=60, deadline=None, derandomize=True)


@pytest.mark.parametrize("trait", [is_disputed, is_open, is_hedged], ids=lambda trait: trait.__name__)
@pytest.mark.parametrize(
    "made", [cases(), bundles().map(lambda b: [s for told in b for s in told])], ids=["claims", "texts"]
)
def test_generators_reach_what_is_hard(
    trait: Callable[[Iterable[Said]], bool], made: st.SearchStrategy[list[Said]]
) -> None:
    """At least 30 % of the cases are disputed, as many have an open end, as many a hedge."""
    seen: list[bool] = []

    @LAW
    @given(case=made)
    def tally(case: list[Said]) -> None:
        seen.append(trait(case))

    tally()
    assert sum(seen) >= 0.3 * len(seen)


@LAW
@given(case=cases())
def test_found_is_what_shares_no_point(case: list[Said]) -> None:
    """Helly's theorem: a topic agrees iff each two of its intervals meet; without this the other laws say little."""
    assert bool(check(*claims(case)).findings) == is_disputed(case)


@LAW
@given(case=cases(), data=st.data())
def test_the_order_of_claims_does_not_matter(case: list[Said], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(case))
    one, other = check(*claims(case)), check(*claims(shuffled))
    assert named(one) == named(other)
    assert prints(one) == prints(other)
    assert {(t.key, t.agree) for t in one.topics} == {(t.key, t.agree) for t in other.topics}


@LAW
@given(bundle=bundles(), data=st.data())
def test_the_order_of_documents_does_not_matter(bundle: list[list[Said]], data: st.DataObject) -> None:
    documents = articles(bundle)
    one, other = check(*documents), check(*data.draw(st.permutations(documents)))
    assert prints(one) == prints(other)
    assert named(one) == named(other)


@LAW
@given(bundle=bundles(), data=st.data())
def test_the_names_of_sources_do_not_matter(bundle: list[list[Said]], data: st.DataObject) -> None:
    sources = [told[0].source for told in bundle]
    new = dict(zip(sources, data.draw(st.permutations(sources)), strict=True))
    renamed = [[replace(s, source=new[s.source]) for s in told] for told in bundle]
    expected = {
        (r, c, (t, o, s, frozenset(new[n] for n in who))) for r, c, (t, o, s, who) in named(check(*articles(bundle)))
    }
    assert named(check(*articles(renamed))) == expected


@LAW
@given(case=cases(), data=st.data())
def test_language_and_number_words_change_nothing(case: list[Said], data: st.DataObject) -> None:
    said = [replace(s, language=data.draw(st.sampled_from(LANGUAGES)), in_words=data.draw(st.booleans())) for s in case]
    assert named(check(*claims(said))) == named(check(*claims(case)))


def in_miles(claim: AnyClaim) -> AnyClaim:
    """The claim with its numbers taken for miles."""
    return _measured(claim, Decimal(1), "mile")


def in_kilometres(claim: AnyClaim) -> AnyClaim:
    """A claim in miles with every number in kilometres: a mile is 1.609344 kilometres exactly."""
    return _measured(claim, Decimal("1.609344"), "kilometer")


def _measured(claim: AnyClaim, factor: Decimal, unit: str) -> AnyClaim:
    q = claim.quantity
    assert q is not None
    assert q.value is not None
    said = {"value": q.value * factor, "unit": unit, "outer": q.outer.scaled(factor)}
    return _with(claim, q.core.scaled(factor), said)


def _with(claim: AnyClaim, core: Interval, others: dict[str, object]) -> AnyClaim:
    """The claim with another core and whatever else changes in its quantity."""
    assert claim.quantity is not None
    quantity = claim.quantity.model_copy(update={**dict(core), **others})
    return claim.model_copy(update={"quantity": quantity})


@LAW
@given(case=cases(("length",)), data=st.data())
def test_units_change_no_verdict(case: list[Said], data: st.DataObject) -> None:
    """The cause may go: who converts a figure hides that two of its digits changed places."""
    miles = [in_miles(c) for c in claims(case)]
    mixed = [in_kilometres(c) if data.draw(st.booleans()) else c for c in miles]
    assert {t.agree for t in check(*mixed).topics} == {t.agree for t in check(*miles).topics}
    assert verdicts(check(*mixed)) == verdicts(check(*miles))


LOUDNESS = {"explained": 1, "tension": 2, "contradiction": 3}


def loudness(report: Report) -> dict[str | None, int]:
    """The loudest outcome of each topic; a dropped hedge is a contradiction that is said softly."""
    loud: dict[str | None, int] = {}
    for found in report.findings:
        level = LOUDNESS["contradiction" if found.rule == "hedge-dropped" else found.outcome]
        loud[found.topic] = max(loud.get(found.topic, 0), level)
    return loud


WIDER = ("about", "at least", "at most")
"""What only adds to the points of a bare figure; "more than 12" takes one away."""


@LAW
@given(case=cases(), data=st.data())
def test_a_wider_hedge_adds_no_finding(case: list[Said], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(case) - 1))
    bare, wide = list(case), list(case)
    bare[at] = replace(case[at], hedge="")
    wide[at] = replace(case[at], hedge=data.draw(st.sampled_from(WIDER)))
    before, after = loudness(check(*claims(bare))), loudness(check(*claims(wide)))
    assert all(level <= before.get(topic, 0) for topic, level in after.items())


@LAW
@given(case=cases(), data=st.data())
def test_a_wider_interval_adds_no_finding(case: list[Said], data: st.DataObject) -> None:
    made = claims(case)
    at, more = data.draw(st.integers(0, len(made) - 1)), Decimal(data.draw(st.integers(1, 30)))
    wide = [*made[:at], widened(made[at], more), *made[at + 1 :]]
    before, after = loudness(check(*made)), loudness(check(*wide))
    assert all(level <= before.get(topic, 0) for topic, level in after.items())


def widened(claim: AnyClaim, more: Decimal) -> AnyClaim:
    """The claim with both its intervals wider on either side."""
    q = claim.quantity
    assert q is not None
    return _with(claim, _wider(q.core, more), {"outer": _wider(q.outer, more)})


def _wider(interval: Interval, more: Decimal) -> Interval:
    low = None if interval.low is None else interval.low - more
    high = None if interval.high is None else interval.high + more
    return interval.model_copy(update={"low": low, "high": high})


@LAW
@given(bundle=bundles())
def test_a_copy_gives_nothing_loud(bundle: list[list[Said]]) -> None:
    """One text says all that the sources said, disputed or not; its copy has nothing against it."""
    language = bundle[0][0].language
    everything = [replace(s, source="a") for told in bundle for s in told]
    text = article(everything, language).text
    copies = [Document.of(text, id=name, language=language, published=TUESDAY) for name in "ab"]
    loud = [f for f in check(*copies).findings if f.severity is not Severity.NOTE]
    assert not [f for f in loud if len({c.source for c in f.claims}) > 1]


@LAW
@given(bundle=bundles(), language=st.sampled_from(LANGUAGES))
def test_an_unrelated_document_changes_nothing(bundle: list[list[Said]], language: str) -> None:
    alien = Document.of(STRANGERS[language], id="stranger", language=language, published=TUESDAY)
    report = check(*articles(bundle), alien)
    assert named(report) == named(check(*articles(bundle)))
    assert prints(report) == prints(check(*articles(bundle)))


@LAW
@given(bundle=bundles(), data=st.data())
def test_fingerprints_survive_text_that_moves(bundle: list[list[Said]], data: st.DataObject) -> None:
    moved = [article(t, t[0].language, data.draw(st.sampled_from(["", ASIDES[t[0].tongue] + "\n\n"]))) for t in bundle]
    assert prints(check(*moved)) == prints(check(*articles(bundle)))
