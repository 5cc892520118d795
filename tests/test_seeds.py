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

KINDS = {
    "count",
    "quantity",
    "percent",
    "money",
    "date",
    "duration",
    "ordinal",
    "arithmetic",
    "weekday",
    "unit",
    "order",
}
VERDICTS = {"contradiction", "tension", "explained"}
CAUSES = {
    None, "different-event", "different-period", "different-scope", "update", "correction", "attribution",
    "planned-for-done", "rounding", "magnitude", "decimal", "digits", "percent-points", "unit", "conversion",
}  # fmt: skip
RULES = {
    "value-mismatch",
    "date-mismatch",
    "duration-mismatch",
    "ordinal-mismatch",
    "magnitude-slip",
    "decimal-slip",
    "digit-swap",
    "unit-mismatch",
    "percent-for-points",
    "direction-mismatch",
    "bound-broken",
    "order-mismatch",
    "event-differs",
    "period-differs",
    "scope-differs",
    "figure-updated",
    "attribution-differs",
    "planned-for-done",
    "hedge-dropped",
    "same-figure-two-measures",
    "single-origin",
    "weekday-mismatch",
    "impossible-date",
    "total-mismatch",
    "share-mismatch",
    "change-mismatch",
    "conversion-mismatch",
    "anniversary-mismatch",
    "age-mismatch",
    "span-mismatch",
    "rate-mismatch",
    "headline-mismatch",
    "self-contradiction",
}
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
    expected: dict[str, Any] = json.loads((case / "expected.json").read_text("utf-8"))
    return expected


def articles(case: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(case.glob("*.md"))}


def split(text: str) -> tuple[dict[str, Any], str]:
    found = re.match(r"---\n(.*?)\n---\n\n(.*)\Z", text, re.DOTALL)
    assert found, "no front matter"
    return yaml.safe_load(found[1]), found[2]


def entries(expected: dict[str, Any]) -> list[dict[str, Any]]:
    return [*expected["discrepancies"], *expected["consistent"]]


by_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def test_there_are_cases() -> None:
    assert CASES
    assert {path.name for path in SEEDS.iterdir() if path.is_dir()} == {case.name for case in CASES}


@by_case
def test_schema(case: Path) -> None:
    expected = load(case)
    assert set(expected) == {"set", "summary", "languages", "discrepancies", "consistent"}
    assert expected["set"] in {"cases", "held-out"}
    assert expected["summary"]
    assert expected["languages"]
    assert entries(expected)
    for gold in expected["discrepancies"]:
        assert set(gold) - {"rule"} == {"kind", "verdict", "cause", "why", "mentions"}
        assert gold["kind"] in KINDS
        assert gold["verdict"] in VERDICTS
        assert gold["cause"] in CAUSES
        assert gold.get("rule") in RULES | {None}
        assert gold["cause"] or gold["verdict"] != "explained", "explained without a cause"
    for entry in entries(expected):
        assert entry["why"]
        assert entry["mentions"]
        assert all(set(mention) == {"file", "quote", "value"} for mention in entry["mentions"])


@by_case
def test_articles(case: Path) -> None:
    expected, texts = load(case), articles(case)
    assert 1 <= len(texts) <= 4
    assert {path.name for path in case.iterdir()} == {*texts, "expected.json"}
    spoken = set()
    for name, text in texts.items():
        meta, body = split(text)
        assert set(meta) <= KEYS, name
        assert meta["title"], name
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
            year = found["y"] or (published and published.year)
            assert year, f"{name}: {found[0]!r} has no year to check it against"
            day, month = int(found["d1"] or found["d2"]), MONTHS[found["m1"] or found["m2"]]
            if date(int(year), month, day).weekday() != DAYS[found["wd"]]:
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
        weekday("2026-03-18") == "Wed", 14 - 6 == 8, weekday("2026-03-26") == "Thu",
        days("2026-03-19", "2026-03-26") == 7,
    ],
    "hotel-nights": [weekday("2026-02-19") == "Thu"],
    "kite-festival": [weekday("2026-07-18") == "Sat"],
    "backhaus": [
        4 * 24 == 96, 3 * 1800 == 5400, 50 + 22 + 12 == 84, 2026 - 1876 == 150,
        weekday("2026-11-07") == "Sat", weekday("2026-12-05") == "Sat",
    ],
    # the held-out cases
    "stausee-ablass": [
        60 * 1000 == 60_000, near(45 * 0.92, 41.4, 1), near(314 - 312.4, 1.6, 1), 2026 - 1962 == 64, 1962 - 1959 == 3,
        11e6 < 60 * (2 * 24 + 4) * 3600 < 12e6, weekday("2026-07-13") == "Mon", weekday("2026-07-16") == "Thu",
    ],
    "orchestra-tour": [
        1_200_000 + 700_000 == 1_900_000, 740_000 - 700_000 == 40_000, near(27400 / 14, 1957), 2026 - 1709 > 300,
        days("2026-04-28", "2026-05-19") == 21, weekday("2026-04-28") == "Tue", weekday("2026-05-19") == "Tue",
    ],
    "vaccine-campaign": [
        83 - 71 == 12, near(change(71, 83), 17), 163 + 37 == 200, 1_400_000 / 7 == 200_000,
        days("2026-03-02", "2026-03-30") == 28, weekday("2026-03-09") == "Mon", weekday("2026-03-30") == "Mon",
    ],
    "ferry-grounding": [
        418 + 63 == 481, near(466 * 0.3048, 142), near(17 * 1.852, 31.5, 1), 12 + 7 == 19,
        weekday("2026-11-08") == "Sun", weekday("2026-11-10") == "Tue",
    ],
    "pilzberatung": [
        near(96 / 640 * 100, 15), near(change(400, 640), 60), 3 * 28 == 84, 6 * 2 == 12, 84 * 32 == 2688,
        2026 - 1951 == 75, weekday("2026-10-18") == "Sun",
    ],
    "airline-punctuality": [
        1_200_000 / 48_000 == 25, near(39360 / 48000 * 100, 82), 82 - 78 == 4, near(576 / 48000 * 100, 1.2, 1),
        3_600_000 / 12_000 == 300, near(48000 / 46, 1043), 46 + 4 == 50, weekday("2026-01-22") == "Thu",
    ],
    "schacholympiade": [
        9 * 2 + 1 == 19, 11 * 2 == 22, 9 + 1 + 1 == 11, 62 // 2 * 4 == 124, 124 * 11 == 1364, 7 * 60 + 12 == 432,
        7 + 3 / 2 == 8.5, 62 - 58 == 4, 62 * 4 == 248, days("2026-10-03", "2026-10-14") + 1 == 12,
        weekday("2026-10-14") == "Wed",
    ],
    "island-census": [
        age("1914-03-12", "2026-05-03") == 112, near(change(78300, 84600), 8), near(84600 / 412, 205),
        near(14382 / 84600 * 100, 17), 33840 * 2.5 == 84600, near(2_300_000 / 84600, 27), 33840 / 9 == 3760,
        weekday("2026-11-30") == "Mon",
    ],
    "tunnelabstimmung": [
        71740 - 69480 == 2260, near((71740 + 69480) / 230_000 * 100, 61.4, 1),
        near(71740 / (71740 + 69480) * 100, 50.8, 1), near(620 * 0.6, 372), 25 - 9 == 16, near(change(90, 135), 50),
        weekday("2026-09-27") == "Sun",
    ],
    "vulkanausbruch": [
        2026 - 1987 == 39, 5 + 6 + 1 == 12, 19 + 18 == 37, 3 * 4000 == 12_000,
        weekday("2026-02-21") == "Sat", weekday("2026-02-24") == "Tue",
    ],
    "library-strike": [
        23 - 2 == 21, near(187 / 214 * 100, 87), near(5 - 3.1, 1.9, 1), near(12.60 * 1.05, 13.23, 2),
        9000 / 10 == 900, near(1.9 * 62000, 117_800), 2026 - 2015 == 11, weekday("2026-05-04") == "Mon",
        weekday("2026-05-21") == "Thu", days("2026-05-21", "2026-05-28") == 7,
    ],
    "satellite-launch": [
        near(12 / 0.3048, 39.4, 1), 14 - 1 == 13, near(24 * 60 / 98.5, 15), 2026 - 2009 == 17,
        weekday("2026-11-19") == "Thu", weekday("2026-11-12") == "Thu", days("2026-11-12", "2026-11-19") == 7,
    ],
}  # fmt: skip


def test_every_case_is_reckoned() -> None:
    assert set(ARITHMETIC) == {case.name for case in CASES}


@pytest.mark.parametrize("name", ARITHMETIC)
def test_arithmetic(name: str) -> None:
    assert all(ARITHMETIC[name]), ARITHMETIC[name]
