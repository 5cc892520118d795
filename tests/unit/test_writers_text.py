"""The small parts that the screen formats are made of: cells, places, frames, words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Bounds, Document, Source
from claimcheck.writers._cells import Cell, clean, rows, width
from claimcheck.writers._frame import Frame, Paint, draw
from claimcheck.writers._passages import Excerpt, Mark
from claimcheck.writers._places import Library, sentence_around
from claimcheck.writers._words import apart, counted, dated

FRAME = Frame(gutter=2, columns=40, tint="error", paint=Paint(on=False))


def drawn(text: str, *marked: tuple[str, str], frame: Frame = FRAME, room: int = 3) -> list[str]:
    marks = tuple(Mark(text.index(words), text.index(words) + len(words), label) for words, label in marked)
    return list(draw(Excerpt(text, 0, marks), frame, lambda _: 7, room))


@given(st.text(), st.integers(1, 30))
def test_rows_keep_every_word_and_the_width(text: str, columns: int) -> None:
    broken = rows([Cell(char) for char in clean(text)], columns)
    assert "".join(c.char for row in broken for c in row).replace(" ", "") == clean(text).replace(" ", "")
    assert all(width("".join(c.char for c in row)) <= columns or len(row) == 1 for row in broken)


@given(st.text())
def test_nothing_that_moves_the_cursor_gets_through(text: str) -> None:
    assert not set(clean(text)) & {chr(n) for n in (*range(32), *range(127, 160), 0x202E, 0x2066)}


def test_label_stands_beside_the_last_mark_and_others_hang() -> None:
    assert drawn("Am Mittwoch kamen rund 20 Gäste.", ("Am Mittwoch", "a day"), ("rund 20", "18 to 22")) == [
        " 7 | Am Mittwoch kamen rund 20 Gäste.",
        "   | ^^^^^^^^^^^       ^^^^^^^ 18 to 22",
        "   | a day",
    ]


def test_three_marks_keep_bars_to_their_labels() -> None:
    assert drawn("Eins und zwei und drei.", ("Eins", "1"), ("zwei", "2"), ("drei", "3")) == [
        " 7 | Eins und zwei und drei.",
        "   | ^^^^     ^^^^     ^^^^ 3",
        "   | |        2",
        "   | 1",
    ]


def test_underlines_fit_wide_and_combining_characters() -> None:
    assert drawn("洪水 u\u0308ber 430 人", ("430 人", "430"))[1] == "   |           ^^^^^^ 430"


def test_a_mark_across_two_rows_is_labelled_once() -> None:
    lines = drawn("Hier stehen Wörter bis der Bruch genau 430 Menschen trifft.", ("genau 430 Menschen", "430"))
    assert [line.strip(" |") for line in lines if "^" in line] == ["^^^^^", "^^^^^^^^^^^^ 430"]


def test_a_long_sentence_is_cut_around_the_figure() -> None:
    text = "Wort " * 200 + "genau 430 Menschen " + "Wort " * 200
    lines = drawn(text, ("genau 430 Menschen", "430"), frame=FRAME)
    assert lines[0].startswith(" 7 | ... Wort")
    assert len(lines) <= 6
    assert [line for line in lines if line.endswith("...")]


def test_rows_between_two_far_marks_are_left_out() -> None:
    text = "genau 12 " + "Wort " * 100 + "genau 430 Menschen"
    lines = drawn(text, ("genau 12", "12"), ("genau 430 Menschen", "430"))
    assert lines.count("...") == 1
    assert len(lines) < 10


def test_line_and_column_count_every_kind_of_line_end() -> None:
    library = Library([], [Document.of("a\r\nb\nc\rd", id="x.md")])
    assert [library.spot("x.md", offset) for offset in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]


@pytest.mark.parametrize(
    ("name", "place"), [("a.md", "a.md:3:2"), ("a.html", "a.html, paragraph 2"), ("memo", "memo:3:2")]
)
def test_places_point_into_the_file_or_to_a_paragraph(name: str, place: str) -> None:
    assert Library([], [Document.of("Titel\n\nText.", id=name)]).place(name, 8, "en") == place


def test_place_of_a_claim_without_text_is_its_source() -> None:
    assert Library([Source(id="desk")], []).place("desk", None, "en") == "desk"


def test_a_sentence_is_not_cut_at_a_german_ordinal() -> None:
    text = "Das war alles. Am 16. Mai kamen z. B. rund 20 Gäste. Danach kamen mehr."
    start = text.index("rund 20")
    first, last = sentence_around(text, start, start + 7)
    assert text[first:last] == "Am 16. Mai kamen z. B. rund 20 Gäste."


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (None, "undated"),
        (Bounds(earliest=date(2026, 4, 1)), "undated, not before 1 April 2026"),
        (Bounds(latest=date(2026, 4, 1)), "undated, not after 1 April 2026"),
        (Bounds(earliest=date(2026, 4, 1), latest=date(2026, 4, 2)), "undated, between 1 April 2026 and 2 April 2026"),
    ],
)
def test_dates_of_undated_sources(bounds: Bounds | None, said: str) -> None:
    assert dated(Source(id="a", bounds=bounds), "en") == said


def test_separation_in_plain_words() -> None:
    said = [apart(Decimal(value), "de") for value in ("0", "0.4", "1.6666", "12.34", "5000")]
    assert said == [
        "ihre Spielräume berühren sich",
        "der Abstand ist kleiner als beide Spielräume zusammen",
        "der Abstand ist das 1,7-Fache beider Spielräume zusammen",
        "der Abstand ist das 12-Fache beider Spielräume zusammen",
        "weit auseinander",
    ]


def test_counts_have_a_singular() -> None:
    assert [counted(n, "claim", "en") for n in (0, 1, 12345)] == ["0 claims", "1 claim", "12,345 claims"]
