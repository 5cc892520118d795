"""Reports made by hand from short texts of our own, so that the writers can be judged before and apart from the rest.

A `Desk` is one report in the making: it finds the words of a claim in a text, so that no offset is counted by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from claimcheck.messages import reading
from claimcheck.model import (
    AnyClaim,
    Bounds,
    Camp,
    Cause,
    Document,
    Evidence,
    Finding,
    Hedge,
    Interval,
    Kind,
    NotCompared,
    NotRun,
    Outcome,
    Period,
    PeriodClaim,
    Quantity,
    QuantityClaim,
    Quote,
    Report,
    Severity,
    Source,
    Subject,
    TopicSummary,
)  # fmt: skip
from claimcheck.rules import fingerprint
from claimcheck.writers._places import sentence_around


@dataclass
class Desk:
    """Documents by id, and what has been said and found so far."""

    lang: str = "en"
    documents: dict[str, Document] = field(default_factory=dict)
    claims: list[AnyClaim] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, name: str, text: str, **known: Any) -> None:
        source = Source.model_validate({"id": name, "path": name, **known})
        self.documents[name] = Document(source=source, text=text)

    def quote(self, name: str, words: str) -> Quote:
        text = self.documents[name].text
        assert text.count(words) == 1, f"{words!r} is not there once"
        start = text.index(words)
        first, last = sentence_around(text, start, start + len(words))
        return Quote(source=name, start=start, end=start + len(words), text=words, sentence=text[first:last])

    def count(self, name: str, words: str, low: str, high: str | None, **more: Any) -> QuantityClaim:
        ends = Interval(low=Decimal(low), high=None if high is None else Decimal(high))
        value = Decimal(low) if low == high else None
        hedge = more.pop("hedge", None)
        quantity = Quantity(
            literal=words, value=more.pop("value", value), low=ends.low, high=ends.high, outer=ends,
            unit=more.pop("unit", None), hedge=hedge,
        )  # fmt: skip
        kind = more.pop("kind", Kind.COUNT)
        claim = QuantityClaim(kind=kind, quote=self.quote(name, words), quantity=quantity, **more)
        self.claims.append(claim)
        return claim

    def day(self, name: str, words: str, day: date | None, weekday: int | None = None) -> PeriodClaim:
        timex = day.isoformat() if day else f"XXXX-WXX-{weekday}"
        period = Period(timex=timex, start=day, end=day, weekday=weekday)
        claim = PeriodClaim(kind=Kind.DATE, quote=self.quote(name, words), period=period)
        self.claims.append(claim)
        return claim

    def evidence(self, name: str, words: str, says: str) -> Evidence:
        quote = self.quote(name, words)
        return Evidence(source=name, start=quote.start, end=quote.end, text=words, says=says)

    def find(self, rule: str, message: str, *claims: AnyClaim, **more: Any) -> None:
        read = [
            Evidence(source=c.source, start=c.start, end=c.end, text=c.text, says=reading(c, self.lang)) for c in claims
        ]
        evidence = (*read, *more.pop("evidence", ()))
        print_of = fingerprint(rule, more.get("topic"), claims)
        known = {"rule": rule, "message": message, "evidence": evidence, "claims": claims, **more}
        self.findings.append(Finding(fingerprint=print_of, **known))

    def report(self, **more: Any) -> Report:
        sources = tuple(document.source for document in self.documents.values())
        return Report(sources=sources, findings=tuple(self.findings), **more)


@dataclass(frozen=True)
class Made:
    """What a writer is given."""

    report: Report
    documents: tuple[Document, ...]
    claims: tuple[AnyClaim, ...]


@pytest.fixture(scope="session")
def visits() -> Made:
    """Two reports on two visits, one of them undated: one warning, and notes that it explains."""
    desk = Desk()
    desk.add(
        "abend/kurier.md",
        "---\ntitle: Gast aus dem Norden\npublisher: Kurier am Abend\n---\n\n"
        "16.05.2024 - 15:40 Uhr aktualisiert\n\n"
        "Peking. Salutschüsse, roter Teppich, winkende Kinder: Der Gast aus dem Norden ist am Donnerstag in Peking "
        "begrüßt worden. Die Minister unterschrieben etwa ein Dutzend Abkommen, hinzu kam eine gemeinsame Erklärung "
        "über die Partnerschaft ihrer Länder, die beide Seiten lange vorbereitet und bis in die Nacht hinein noch "
        "einmal Satz für Satz durchgesehen hatten.\n\n"
        "Die Reise ist auf zwei Tage angelegt.\n",
        publisher="Kurier am Abend", title="Gast aus dem Norden", published=date(2024, 5, 16), language="de",
    )  # fmt: skip
    bound = "Im ersten Quartal 2026 stiegen die Importe um 35 Prozent."
    text = (
        "---\ntitle: Nachbarn rücken zusammen\npublisher: Rundblick\n---\n\n"
        "Am Mittwoch haben die Präsidenten in Beijing verhandelt. Außer einer politischen Erklärung brachten die "
        f"Delegationen rund 20 Dokumente zur Unterschrift.\n\n{bound}\n"
    )
    start = text.index("Im ersten Quartal 2026")
    quote = Quote(source="rundblick.md", start=start, end=start + 22, text=bound[:22], sentence=bound)
    desk.add(
        "rundblick.md", text, publisher="Rundblick", title="Nachbarn rücken zusammen", language="de",
        bounds=Bounds(earliest=date(2026, 4, 1), evidence=(quote,)),
    )  # fmt: skip
    thursday = desk.day("abend/kurier.md", "am Donnerstag", date(2024, 5, 16), 4)
    wednesday = desk.day("rundblick.md", "Am Mittwoch", None, 3)
    desk.find(
        "event-differs", "the two reports tell of two visits, in 2024 and after March 2026", thursday, wednesday,
        severity=Severity.WARNING, outcome=Outcome.EXPLAINED, cause=Cause.DIFFERENT_EVENT,
        evidence=(
            desk.evidence("abend/kurier.md", "16.05.2024 - 15:40 Uhr aktualisiert", "published on 16 May 2024"),
            desk.evidence("rundblick.md", "Im ersten Quartal 2026", "told as past: written after 31 March 2026"),
        ),
    )  # fmt: skip
    dozen = desk.count(
        "abend/kurier.md", "etwa ein Dutzend Abkommen", "11", "13", value=Decimal(12), hedge=Hedge.APPROXIMATELY,
        subject=Subject(concept="agreement", label="Abkommen"),
    )  # fmt: skip
    twenty = desk.count(
        "rundblick.md", "rund 20 Dokumente", "18", "22", value=Decimal(20), hedge=Hedge.APPROXIMATELY,
        subject=Subject(concept="document", label="Dokumente"),
    )  # fmt: skip
    desk.find(
        "value-mismatch", "agreements: 11 to 13 here, 18 to 22 there; of one visit this would be a contradiction",
        dozen, twenty, severity=Severity.NOTE, outcome=Outcome.EXPLAINED, cause=Cause.DIFFERENT_EVENT,
        topic="visit/agreement", separation=Decimal(5) / Decimal(3),
    )  # fmt: skip
    rise = desk.count(
        "rundblick.md", "um 35 Prozent", "34.5", "35.5", value=Decimal(35), unit="percent", kind=Kind.PERCENT
    )
    camps = (
        Camp(sources=("abend/kurier.md",), values=("etwa ein Dutzend Abkommen",)),
        Camp(sources=("rundblick.md",), values=("rund 20 Dokumente",)),
    )
    report = desk.report(
        topics=(TopicSummary(key="visit/agreement", label="agreements", agree=False, camps=camps),),
        tally={"explained": 2, "contradiction": 0, "tension": 0, "agree": 0, "claims": 5},
        not_compared=(NotCompared(claims=(rise.id,), reason="no other report speaks of it"),),
        not_run=(NotRun(rule="total-mismatch", reason="no text names parts of a total"),),
    )
    return Made(report, tuple(desk.documents.values()), tuple(desk.claims))


@pytest.fixture(scope="session")
def floods() -> Made:
    """Six short reports in three scripts, with tabs, decomposed accents, hard line ends and an escape sequence."""
    desk = Desk()
    day = date(2026, 6, 3)
    texts = {
        "alpen.txt": (
            "Alpenpost",
            "Nach dem Hochwasser\n\nDie Helfer\tbargen am Abend 340 Menschen aus ihren Häusern.\n",
        ),
        "bote.txt": ("Tagesbote", "Aus den U\u0308berschwemmungsgebieten wurden genau 430 Menschen gerettet.\n"),
        "china.txt": ("江报", "洪水过后,救援人员救出了 430 人,另有十二座桥梁被毁。\n"),
        "daily.txt": (
            "Daily \x1b[31mRed\x1b[0m",
            "Rescuers said that more than 400 people\nhad been brought to safety by boat; twelve bridges were lost.\n",
        ),
        "echo.txt": ("Echo", "430 Menschen sind in Sicherheit, zwölf Brücken zerstört.\n"),
        "fluss.html": ("Flussblatt", "Fluss\n\nRund 430 Menschen wurden gerettet.\n"),
    }
    for number, (name, (publisher, text)) in enumerate(texts.items()):
        desk.add(name, text, publisher=publisher, published=day + timedelta(days=number), language="de")
    people = [
        desk.count("alpen.txt", "340 Menschen", "340", "340"),
        desk.count("bote.txt", "genau 430 Menschen", "430", "430", hedge=Hedge.EXACTLY),
        desk.count("china.txt", "430 人", "430", "430"),
        desk.count("daily.txt", "more than 400 people", "400", None, hedge=Hedge.MORE_THAN),
        desk.count("echo.txt", "430 Menschen", "430", "430"),
        desk.count("fluss.html", "Rund 430 Menschen", "425", "435", value=Decimal(430), hedge=Hedge.APPROXIMATELY),
    ]
    desk.find(
        "digit-swap", "people rescued: 340 against 430", *people, severity=Severity.ERROR,
        outcome=Outcome.CONTRADICTION, cause=Cause.DIGITS, topic="flood/rescued", separation=Decimal(12),
    )  # fmt: skip
    bridges = [
        desk.count("china.txt", "十二座桥梁", "12", "12"),
        desk.count("daily.txt", "twelve bridges", "12", "12"),
        desk.count("echo.txt", "zwölf Brücken", "12", "12"),
    ]
    camps = (
        Camp(sources=("alpen.txt",), values=("340 Menschen",)),
        Camp(sources=tuple(c.source for c in people[1:]), values=tuple(c.text for c in people[1:])),
    )
    agreed = Camp(sources=tuple(c.source for c in bridges), values=tuple(c.text for c in bridges))
    report = desk.report(
        topics=(
            TopicSummary(key="flood/rescued", label="people rescued", agree=False, camps=camps),
            TopicSummary(key="flood/bridges", label="bridges lost", agree=True, camps=(agreed,)),
        ),
        tally={"contradiction": 1, "agree": 1, "claims": len(desk.claims)},
    )
    return Made(report, tuple(desk.documents.values()), tuple(desk.claims))
