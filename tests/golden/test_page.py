"""The report page: complete, self-contained, readable by everyone, and deaf to what the texts say to it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Claim, check
from claimcheck.model import Document, Finding, Report, Source
from claimcheck.pipeline import compare, gather
from claimcheck.writers import write_report
from claimcheck.writers._markup import VOID
from claimcheck.writers._scale import numbers
from claimcheck.writers.html import part

if TYPE_CHECKING:
    from tests.golden.conftest import Made

SEEDS = Path(__file__).parents[2] / "seeds"
SCRIPT = '<script>alert("1")</script><img src=x onerror=alert(1)>'


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text; complains about what is not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.texts.append(data)

    def all(self, **wanted: str) -> list[dict[str, str | None]]:
        return [found for _, found in self.elements if all(found.get(key) == value for key, value in wanted.items())]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def page(made: Made, **options: Any) -> str:
    return cast("str", write_report(made.report, "html", documents=made.documents, claims=made.claims, **options))


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("fixture", ["visits", "floods"])
def test_page_is_whole_and_every_link_leads_somewhere(fixture: str, lang: str, request: pytest.FixtureRequest) -> None:
    read = Page(page(request.getfixturevalue(fixture), lang=lang))
    ids = [cast("str", found["id"]) for _, found in read.elements if "id" in found]
    assert len(ids) == len(set(ids))
    links = {cast("str", found["href"]) for _, found in read.elements if "href" in found}
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert {"findings", "documents", "topics"} <= set(ids)


@pytest.mark.parametrize("story", ["ferry-grounding", "putin-xi-visits"])
def test_figures_that_overlap_all_have_an_address(story: str) -> None:
    comparison = gather(str(SEEDS / story))
    html = str(write_report(compare(comparison), "html", documents=comparison.documents, claims=comparison.claims))
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' href="#([^"]*)"', html)) <= set(ids)


@pytest.mark.parametrize("form", ["html", "full", "markdown", "sarif"])
def test_a_time_of_which_only_the_order_is_known_has_no_reading(form: str) -> None:
    comparison = gather(str(SEEDS / "ferry-grounding"))
    report = compare(comparison)
    assert "order-mismatch" in {finding.rule for finding in report.findings}
    assert "XXXX" not in str(write_report(report, form, documents=comparison.documents, claims=comparison.claims))


def test_sources_are_named_at_the_top_and_lead_to_their_texts(visits: Made) -> None:
    html = page(visits)
    top = html[html.index("<header>") : html.index("<main>")]
    for number, source in enumerate(visits.report.sources):
        assert f'href="#d-{number}" dir="auto">{source.publisher}</a>' in top
    assert "undated, not before" in top


def test_page_holds_every_text_word_by_word(floods: Made) -> None:
    html = page(floods)
    for number, document in enumerate(floods.documents):
        start = html.index(f'id="d-{number}"')
        body = html[html.index('class="text"', start) : html.index("</details>", start)]
        shown = re.sub(r"<sup>.*?</sup>|<[^>]*>|^[^>]*>", "", re.sub(r"</p>", " ", body))
        assert "".join(shown.split()) == "".join(document.text.split())


def test_every_claim_is_underlined_and_linked_to_its_finding(floods: Made) -> None:
    read = Page(page(floods))
    claims = [(tag, found) for tag, found in read.elements if (found.get("class") or "").split(" ")[0] == "claim"]
    assert len(claims) == len(floods.claims)
    address = f"#f-{floods.report.findings[0].fingerprint[:16]}"
    assert [found["href"] for tag, found in claims if tag == "a"] == [address] * 6


def test_passages_stand_side_by_side_with_their_figures_marked(visits: Made) -> None:
    html = page(visits)
    assert html.count('<figure class="passage">') == 4
    assert '<mark class="figure">etwa ein Dutzend Abkommen</mark>, hinzu kam' in html
    assert '<mark class="evidence">Im ersten Quartal 2026</mark>' in html


def test_texts_are_shown_and_never_run(visits: Made) -> None:
    source = Source(id=SCRIPT, path=SCRIPT, title=SCRIPT, publisher=SCRIPT)
    finding = visits.report.findings[1].model_copy(update={"message": SCRIPT, "topic": SCRIPT, "rule": SCRIPT})
    report = visits.report.model_copy(update={"sources": (*visits.report.sources, source), "findings": (finding,)})
    documents = (*visits.documents, Document(source=source, text=SCRIPT))
    html = cast("str", write_report(report, "html", documents=documents))
    read = Page(html)
    assert [tag for tag, _ in read.elements].count("script") == 1
    assert "img" not in {tag for tag, _ in read.elements}
    assert not [key for _, found in read.elements for key in found if key.startswith("on") or key == "style"]
    assert read.text.count('<script>alert("1")</script>') >= 4


def test_page_needs_no_network_and_allows_only_its_own_script(visits: Made) -> None:
    html = page(visits)
    assert "http" not in re.sub(r'http-equiv="', "", html)
    policy = cast("str", Page(html).all(**{"http-equiv": "Content-Security-Policy"})[0]["content"])
    for name in ("style", "script"):
        code = re.search(rf"<{name}>(.*?)</{name}>", html, re.DOTALL)
        assert code
        digest = b64encode(hashlib.sha256(code[1].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_charts_tell_their_values_in_words(floods: Made) -> None:
    (chart,) = Page(page(floods)).all(**{"class": "chart"})
    assert "Tagesbote: 430" in cast("str", chart["aria-label"])
    assert chart["role"] == "img"


def test_a_chart_of_many_sources_shows_them_all() -> None:
    said = [
        Claim.of(str(number), source=f"paper {n}", about="bells", event="cast") for n, number in enumerate([5, 7] * 30)
    ]
    (finding,) = check(*said).findings
    (chart,) = Page(str(write_report(check(*said), "html"))).all(**{"class": "chart"})
    assert len(finding.claims) == 60
    assert cast("str", chart["aria-label"]).count("and 25 more: ") == 2


def test_an_open_end_runs_to_the_edge_with_an_arrow(floods: Made) -> None:
    html = page(floods)
    assert html.count('class="head"') == 1
    assert re.search(r'x2="99%" y1="\d+" y2="\d+" class="core"', html)


def test_timeline_shows_bounds_of_an_undated_report(visits: Made) -> None:
    html = page(visits, lang="de")
    assert "Rundblick: undatiert, nicht vor dem 1. April 2026" in html
    assert html.count('class="vague"') == 2


def test_five_hundred_findings_stay_small(floods: Made) -> None:
    finding = floods.report.findings[0]
    many = tuple(_numbered(finding, number) for number in range(500))
    report = floods.report.model_copy(update={"findings": many})
    html = cast("str", write_report(report, "html", documents=floods.documents))
    assert html.count("<article") == 500
    assert len(html.encode()) < 3_000_000


def _numbered(finding: Finding, number: int) -> Finding:
    return finding.model_copy(update={"fingerprint": hashlib.sha256(b"%d" % number).hexdigest(), "topic": f"t{number}"})


def test_no_findings_is_said() -> None:
    assert "No differences were found" in cast("str", write_report(Report(), "html"))


# WCAG 2.2, success criteria 1.4.3 (text, 4.5:1) and 1.4.11 (graphics, 3:1).

INKS = ("ink", "soft", "link", "agree", "error", "warning", "note")
TEXT = [
    *((ink, "page") for ink in INKS),
    *((ink, "sheet") for ink in INKS),
    *((tone, f"{tone}-tint") for tone in ("error", "warning", "note")),
    *(("ink", f"{tone}-tint") for tone in ("error", "warning", "note")),
    ("ink", "evidence"),
]
GRAPHICS = [(f"camp{number}", "sheet") for number in range(6)]


def palettes() -> list[dict[str, str]]:
    """The colours of the light page, the dark page and the printed one."""
    blocks = re.findall(r":root \{(.*?)\}", part("style.css"), re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]


def luminance(color: str) -> float:
    channels = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("number", [0, 1, 2], ids=["light", "dark", "print"])
def test_colours_have_contrast(number: int) -> None:
    colours = palettes()[number]
    assert [pair for pair in TEXT if contrast(colours[pair[0]], colours[pair[1]]) < 4.5] == []
    assert [pair for pair in GRAPHICS if contrast(colours[pair[0]], colours[pair[1]]) < 3] == []


@given(st.lists(st.decimals(-(10**13), 10**13, places=3).map(float), min_size=1, max_size=9))
def test_axis_holds_all_its_values_and_ticks(values: list[float]) -> None:
    axis = numbers(values)
    assert all(0 <= axis.at(value) <= 100 for value in (*values, *axis.ticks))
    assert 1 <= len(axis.ticks) <= 12 or axis.log
