"""The seed cases are sound in themselves: quotes, values, front matter, calendar, arithmetic.

Nothing here runs the checker. A case that breaks one of these tests would blame the checker for a slip of
our own, so the texts and what is expected of them are proved first.
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CASES = sorted(path.parent for path in SEEDS.glob("*/expected.json"))

KINDS = set("count quantity percent money date duration ordinal arithmetic weekday unit order".split())
VERDICTS = {"contradiction", "tension", "explained"}
CAUSES = {
    None, "different-event", "different-period", "different-scope", "update", "correction", "attribution",
    "planned-for-done", "rounding", "magnitude", "decimal", "digits", "percent-points", "unit", "conversion",
}  # fmt: skip
RULES = set(
    """
    value-mismatch date-mismatch duration-mismatch ordinal-mismatch magnitude-slip decimal-slip digit-swap
    unit-mismatch percent-for-points direction-mismatch bound-broken order-mismatch event-differs period-differs
    scope-differs figure-updated attribution-differs planned-for-done hedge-dropped same-figure-two-measures
    single-origin weekday-mismatch impossible-date total-mismatch share-mismatch change-mismatch
    conversion-mismatch anniversary-mismatch age-mismatch span-mismatch rate-mismatch headline-mismatch
    self-contradiction
    """.split()
)
KEYS = {"title", "publisher", "author", "published", "url", "language"}

DAYS = {
    name: number
    for row in (
        "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    )
    for number, name in enumerate(row.split())
}
MONTHS = {
    name: number
    for row in (
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "January February March April May June July August September October November December",
    )
    for number, name in enumerate(row.split(), 1)
}
_DAY, _MONTH = "|".join(DAYS), "|".join(MONTHS)
WEEKDAY_DATE = re.compile(  # "Freitag, dem 2. Oktober", "Friday 2 October", "Friday, October 2"
    rf"\b(?P<wd>{_DAY}),? (?:(?:dem |den |the )?(?P<d1>\d{{1,2}})\.? (?P<m1>{_MONTH})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}))(?:,? (?P<y>\d{{4}}))?"
)


def load(case: Path) -> dict[str, Any]:
    return json.loads((case / "expected.json").read_text("utf-8"))


def articles(case: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(case.glob("*.md"))}


def split(text: str) -> tuple[dict[str, Any], str]:
    found = re.match(r"---\n(.*?)\n---\n\n(.*)\Z", text, re.S)
    assert found, "no front matter"
    return yaml.safe_load(found[1]), found[2]


def entries(expected: dict[str, Any]) -> list[dict[str, Any]]:
    return expected["discrepancies"] + expected["consistent"]


by_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def test_there_are_cases() -> None:
    assert CASES
    assert {path.name for path in SEEDS.iterdir() if path.is_dir()} == {case.name for case in CASES}


@by_case
def test_schema(case: Path) -> None:
    expected = load(case)
    assert set(expected) == {"set", "summary", "languages", "discrepancies", "consistent"}
    assert expected["set"] in {"cases", "held-out"}
    assert expected["summary"] and expected["languages"] and entries(expected)
    for gold in expected["discrepancies"]:
        assert set(gold) - {"rule"} == {"kind", "verdict", "cause", "why", "mentions"}
        assert gold["kind"] in KINDS and gold["verdict"] in VERDICTS and gold["cause"] in CAUSES
        assert gold.get("rule") in RULES | {None}
        assert gold["cause"] or gold["verdict"] != "explained", "explained without a cause"
    for entry in entries(expected):
        assert entry["why"] and entry["mentions"]
        assert all(set(mention) == {"file", "quote", "value"} for mention in entry["mentions"])


@by_case
def test_articles(case: Path) -> None:
    expected, texts = load(case), articles(case)
    assert 1 <= len(texts) <= 4
    assert {path.name for path in case.iterdir()} == {*texts, "expected.json"}
    spoken = set()
    for name, text in texts.items():
        meta, body = split(text)
        assert set(meta) <= KEYS and meta["title"], name
        if "published" in meta:
            assert isinstance(meta["published"], date), f"{name}: published is no date"  # a datetime is a date
        assert meta.get("language", expected["languages"][0]) in expected["languages"], name
        spoken.add(meta.get("language", expected["languages"][0]))
        assert 60 <= len(body.split()) <= 250, f"{name}: {len(body.split())} words"
    assert spoken == set(expected["languages"])


@by_case
def test_quotes_occur_once(case: Path) -> None:
    texts = articles(case)
    for entry in entries(load(case)):
        for mention in entry["mentions"]:
            quote = mention["quote"]
            assert mention["file"] in texts, mention
            assert texts[mention["file"]].count(quote) == 1, f"{mention['file']}: {quote!r} is not there once"
            assert 2 <= len(quote.split()) <= 8, f"{quote!r} has not 2 to 8 words"
        places = [(mention["file"], mention["quote"]) for mention in entry["mentions"]]
        assert len(places) == len(set(places)), f"a mention twice in: {entry['why']}"


@by_case
def test_sides_differ(case: Path) -> None:
    expected = load(case)
    for gold in expected["discrepancies"]:
        if len(gold["mentions"]) > 1:
            assert len({mention["value"] for mention in gold["mentions"]}) > 1, gold["why"]
    disputed = [
        {(m["file"], m["quote"]): m["value"] for m in gold["mentions"]}
        for gold in expected["discrepancies"]
        if gold["verdict"] != "explained" and gold["kind"] != "arithmetic"
    ]
    for entry in expected["consistent"]:  # what agrees is not on two sides of a dispute
        for sides in disputed:
            values = {sides[key] for m in entry["mentions"] if (key := (m["file"], m["quote"])) in sides}
            assert len(values) < 2, entry["why"]


@by_case
def test_weekdays_agree_with_the_calendar(case: Path) -> None:
    wrong = set()
    for name, text in articles(case).items():
        meta, _ = split(text)
        published = meta.get("published")
        for found in WEEKDAY_DATE.finditer(text):
            if not found["y"] and published is None:
                pytest.fail(f"{name}: {found[0]!r} has no year to check it against")
            day, month = int(found["d1"] or found["d2"]), MONTHS[found["m1"] or found["m2"]]
            if date(int(found["y"] or published.year), month, day).weekday() != DAYS[found["wd"]]:
                wrong.add((name, found[0]))
    named = {
        (mention["file"], mention["quote"])
        for gold in load(case)["discrepancies"]
        if gold["kind"] == "weekday"
        for mention in gold["mentions"]
    }
    assert {(f, q) for f, q in wrong if not any(f == g and q in r for g, r in named)} == set()
    assert len(named) == len(wrong)


# What the texts and their "why" lines reckon: sums, changes, conversions, days. Kept beside the cases so that
# an edit to a figure shows here first.


def near(value: float, said: float, places: int = 0) -> bool:
    """The computed value, rounded as the text rounds it, is the one said."""
    return round(value, places) == said


def weekday(day: str) -> str:
    return datetime.fromisoformat(day).strftime("%a")


def days(first: str, last: str) -> int:
    return (datetime.fromisoformat(last) - datetime.fromisoformat(first)).days


def change(before: float, after: float) -> float:
    return (after / before - 1) * 100


def age(born: str, on: str) -> int:
    a, b = date.fromisoformat(born), date.fromisoformat(on)
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day))


ARITHMETIC: dict[str, list[bool]] = {
    "putin-xi-visits": [weekday("2024-05-16") == "Thu", 2024 - 1949 == 75],
    "harbour-seals": [4180 - 3950 == 230],
    "high-balloon": [
        near(21300 * 0.3048, 6492), near(132 * 1.609344, 212), near(-22 * 1.8 + 32, -8), 3 * 60 + 40 == 220,
        near(105000 * 0.3048**3, 2973), near(19800 * 0.3048, 6035), weekday("2026-03-07") == "Sat",
    ],
    "towpath-mule": [
        near(62 * 1.609344, 100), near(30000 / 0.45359237, 66139), not near(4 * 0.3048, 1.9, 1),
        weekday("2026-05-25") == "Mon",
    ],
    "olive-press": [near(1200 * 3.785411784, 4542), weekday("2026-12-03") == "Thu"],
    "orgelweihe": [weekday("2026-10-11") == "Sun"],
    "food-bank": [540 + 380 + 290 + 150 == 1360],
    "sea-cable": [near(450 * 1.609344, 724), near(30 * 1.609344, 48), weekday("2026-07-07") == "Tue"],
    "erdrutsch": [weekday("2026-04-14") == "Tue"],
    "cathedral-bells": [2026 - 1942 == 84, days("2026-06-03", "2026-06-10") == 7],
    "hedgehog-hospital": [28400 - 26900 == 1500, weekday("2026-10-04") == "Sun"],
    "cinema-tickets": [
        near(change(7.20, 8.10), 12.5, 1), near(change(3.2, 2.72), -15), near(change(4.00, 4.60), 15),
        weekday("2026-02-16") == "Mon",
    ],
    "blutspende": [near(change(8, 11), 37.5, 1)],
    "street-trees": [
        3000 * 700 == 2_100_000, 2_100_000 - 2140 * 700 == 602_000,
        weekday("2025-10-01") == "Wed", weekday("2026-05-06") == "Wed",
    ],
    "river-nitrate": [near(0.62 * 10, 6.2, 1), weekday("2026-08-18") == "Tue"],
    "wallfahrt": [weekday("2026-05-24") == "Sun", weekday("2027-05-16") == "Sun"],
    "rooftop-hives": [17 * 20000 == 340_000, 800 * 250 == 200_000, weekday("2026-06-22") == "Mon"],
    "klinik-warnstreik": [
        weekday("2026-03-18") == "Wed", 14 - 6 == 8, weekday("2026-03-26") == "Thu", days("2026-03-19", "2026-03-26") == 7,
    ],
    "hotel-nights": [weekday("2026-02-19") == "Thu"],
    "kite-festival": [weekday("2026-07-18") == "Sat"],
    "backhaus": [
        4 * 24 == 96, 3 * 1800 == 5400, 50 + 22 + 12 == 84, 2026 - 1876 == 150,
        weekday("2026-11-07") == "Sat", weekday("2026-12-05") == "Sat",
    ],
}  # fmt: skip


def test_every_case_is_reckoned() -> None:
    assert set(ARITHMETIC) == {case.name for case in CASES}


@pytest.mark.parametrize("name", ARITHMETIC)
def test_arithmetic(name: str) -> None:
    assert all(ARITHMETIC[name]), ARITHMETIC[name]
