"""Text, Markdown and web pages: what a reader makes of one file."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from claimcheck.errors import InputError
from claimcheck.model import Document, Zone
from claimcheck.readers import READERS, File


def read(name: str, content: str | bytes, reader: str = "markdown") -> Document:
    data = content if isinstance(content, bytes) else content.encode()
    (document,) = READERS[reader].read(File(name, data))
    return document


def parts(document: Document, zone: Zone) -> list[str]:
    return [document.text[span.start : span.end] for span in document.zones if span.zone is zone]


def complaint(name: str, content: str | bytes, reader: str = "markdown") -> str:
    with pytest.raises(InputError) as caught:
        read(name, content, reader)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert message.endswith(".")
    assert "\n" not in message
    return message


FRONT = """---
title: Zwölf Abkommen
publisher: Abendblick
author: [A. Ahorn, B. Birke]
published: 2024-05-16T14:15:00+02:00
url: https://abendblick.example/a
language: de-AT
tags: [a, b]
---
Beide Seiten unterzeichneten zwölf Abkommen.
"""


def test_front_matter_says_who_when_and_where() -> None:
    source = read("a.md", FRONT).source
    assert (source.title, source.publisher, source.author) == ("Zwölf Abkommen", "Abendblick", "A. Ahorn, B. Birke")
    assert source.published == datetime(2024, 5, 16, 14, 15, tzinfo=timezone(timedelta(hours=2)))
    assert (source.url, source.language) == ("https://abendblick.example/a", "de")


def test_the_text_is_the_whole_file_and_only_its_title_and_body_are_read() -> None:
    document = read("a.md", FRONT)
    assert document.text == FRONT
    assert parts(document, Zone.HEADLINE) == ["Zwölf Abkommen"]
    covered = "".join(parts(document, Zone.METADATA))
    assert "2024" in covered
    assert "tags" in covered
    assert "unterzeichneten" not in covered


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_plain_text_with_front_matter_is_read_like_markdown(name: str) -> None:
    assert read(name, FRONT, "text" if name.endswith("txt") else "markdown").source.title == "Zwölf Abkommen"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("title: 'It''s 12'", "It''s 12"),
        ('title: "12: a count"', "12: a count"),
        ("title: >\n  Twelve\n  agreements", "Twelve\n  agreements"),
        ("title: |\n  Twelve", "Twelve"),
        ("title:    Twelve   ", "Twelve"),
        ("title: 🙂 zwölf # not this", "🙂 zwölf"),
    ],
)
def test_the_headline_is_the_words_of_the_title_however_it_is_quoted(title: str, words: str) -> None:
    assert parts(read("a.md", f"---\npublisher: ä\n{title}\n---\nText."), Zone.HEADLINE) == [words]


def test_newlines_stay_and_the_byte_order_mark_goes() -> None:
    document = read("a.md", b"\xef\xbb\xbf---\r\ntitle: Zw\xc3\xb6lf\r\n---\r\nEins.\r\nZwei.\r\n")
    assert document.text == "---\r\ntitle: Zwölf\r\n---\r\nEins.\r\nZwei.\r\n"
    assert parts(document, Zone.HEADLINE) == ["Zwölf"]


def test_utf_16_with_a_mark_is_read() -> None:
    assert read("a.txt", "Zwölf Tote.".encode("utf-16"), "text").text == "Zwölf Tote."


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2024-05-16", date(2024, 5, 16)),
        ("2024-05-16 14:15", datetime(2024, 5, 16, 14, 15)),  # noqa: DTZ001 - none was given
        ("16. Mai 2024", date(2024, 5, 16)),
        ("16.05.2024", date(2024, 5, 16)),
        ('"May 16, 2024, 14:15"', datetime(2024, 5, 16, 14, 15)),  # noqa: DTZ001 - none was given
    ],
)
def test_a_date_is_understood_in_the_forms_that_have_one_reading(written: str, published: date) -> None:
    assert read("a.md", f"---\ndate: {written}\n---\nText.").source.published == published


def test_norwegian_is_not_false() -> None:
    assert read("a.md", "---\nlanguage: no\n---\nTekst.").source.language == "no"


@pytest.mark.parametrize("text", ["---\nOne sentence.\n---\nAnother.", "---\n\nText with a rule above it."])
def test_ruled_lines_are_no_front_matter(text: str) -> None:
    document = read("a.md", text)
    assert document.zones == ()
    assert document.source.title is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("---\ntitle: a: b\n---\nText.", "line 2"),
        ("---\ntitle: [a\n---\nText.", "no valid YAML"),
        ("---\npublished: 2024-13-45\n---\nText.", "no valid YAML"),
        ("---\nx: !!python/object/apply:os.system [id]\n---\nText.", "no valid YAML"),
        (f"---\nx: {'[' * 5000}\n---\nText.", "no valid YAML"),
        ("---\ntitle: a\nText.", "never closed"),
        ("---\ntitle: a\n---\n \n", "no article below"),
        ("---\npublished: yesterday\n---\nText.", '"yesterday"'),
        ("---\npublished: 05/06/2024\n---\nText.", "2024-05-16"),
    ],
)
def test_broken_front_matter_is_said(content: str, says: str) -> None:
    assert says in complaint("a.md", content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("Erste Zeile\nZwölf".encode("latin-1"), "line 2 is not UTF-8"),
        (b"\xff\xfeA", "not UTF-16"),
    ],
)
@pytest.mark.parametrize("reader", ["text", "markdown"])
def test_bytes_that_are_no_text_are_said(content: bytes, says: str, reader: str) -> None:
    assert says in complaint("a.txt", content, reader)


def test_markdown_headings_and_captions_are_told_from_prose() -> None:
    text = "# Zwölf Tote\n\nText.\n\n## Mehr als 20 Verletzte ##\n\n![Drei Boote](b.jpg)\n\nTitel\n=====\n"
    document = read("a.md", text)
    assert document.source.title == "Zwölf Tote"
    assert [words.rstrip(" #") for words in parts(document, Zone.HEADLINE)] == [
        "Zwölf Tote",
        "Mehr als 20 Verletzte",
        "Titel",
    ]
    assert parts(document, Zone.CAPTION) == ["Drei Boote"]


@pytest.mark.parametrize("hidden", ["```\n12 lines\n```", "<!-- 12 -->", "[1]: https://a.example/12", "~~~\n12"])
def test_what_markdown_does_not_show_as_prose_is_not_read(hidden: str) -> None:
    document = read("a.md", f"Text.\n\n{hidden}\n")
    assert any("12" in part for part in parts(document, Zone.METADATA))


def test_zones_are_in_order_and_do_not_overlap() -> None:
    spans = read("a.md", FRONT + "\n# A\n\n![b](c)\n\n```\nd\n```\n").zones
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\nAuf gute Nachbarschaft\n\nChina und Russland wollen ...", "Auf gute Nachbarschaft"),
        ("Storm kills 12\r\n \r\nThe storm ...", "Storm kills 12"),
        ("Twelve people died.\n\nThe river rose.", None),
        ("Storm kills 12\nThe storm ...", None),
        ("1. Startseite\n\nText.", None),
        ("16.05.2024\n\nText.", None),
        ("Storm kills 12\n\n", None),
        ("One line only", None),
    ],
)
def test_a_plain_text_has_a_title_only_where_that_is_certain(text: str, title: str | None) -> None:
    document = read("a.txt", text, "text")
    assert document.source.title == title
    assert parts(document, Zone.HEADLINE) == ([title] if title else [])
    assert document.text == text


def test_json_is_no_article() -> None:
    assert "JSON" in complaint("a.txt", '{"a": 1}', "text")


PAGE = """<!DOCTYPE html><html lang="de-DE"><head><title>Rund 20 Abkommen | Abendblick</title>
<meta property="og:site_name" content="Abendblick">
<meta property="article:published_time" content="2024-05-16T14:15:00+02:00"></head>
<body><nav><a href="/">Start</a></nav><article><h1>Rund 20 Abkommen</h1>
<p>Beide Seiten unterzeichneten am Donnerstag rund 20 Abkommen &amp; eine Erklärung, teilte der Kreml mit.</p>
<h2>Handel</h2><p>Die Exporte stiegen um 35 Prozent auf 240 Milliarden Dollar, wie der Zoll mitteilte.</p>
</article><footer>© 2019</footer></body></html>"""


def test_a_web_page_gives_its_article_and_what_the_markup_says() -> None:
    pytest.importorskip("trafilatura")
    document = read("a.html", PAGE, "html")
    source = document.source
    assert (source.title, source.publisher, source.language) == ("Rund 20 Abkommen", "Abendblick", "de")
    assert source.published == datetime(2024, 5, 16, 14, 15, tzinfo=timezone(timedelta(hours=2)))
    assert parts(document, Zone.HEADLINE) == ["Rund 20 Abkommen", "Handel"]
    assert "rund 20 Abkommen & eine Erklärung" in document.text
    assert "2019" not in document.text


def test_the_encoding_of_a_page_is_found_out() -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("latin-1", "replace")
    assert "Erklärung" in read("a.html", page, "html").text


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>12</script></body></html>"])
def test_a_page_without_an_article_is_said(page: str) -> None:
    pytest.importorskip("trafilatura")
    assert "save" in complaint("a.html", page, "html")


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.md", b"Text", "markdown"),
        ("a.txt", b"Text", "text"),
        ("a.htm", b"<p>Text</p>", "html"),
        ("a.csv", b"source,value,about\n", "claims"),
        ("a.csv", b"value;source\n", "claims"),
        ("a.jsonl", b'{"value": "12", "source": "a"}', "claims"),
        ("a.jsonl", b'{"value": "12", "sour', "claims"),
        ("a.txt", b"\x00", None),
        ("a.txt", b'{"a": 1}', None),
        ("a.html", b"Text", None),
        ("a.csv", b"name,size\n", None),
        ("a.jsonl", b'{"fingerprint": "f", "claims": [{"value": "1", "source": "a"}]}', None),
    ],
)
def test_a_reader_looks_at_suffix_and_content(name: str, content: bytes, reader: str | None) -> None:
    file = File(name, content)
    found = [key for key, value in READERS.items() if name.endswith(value.SUFFIXES)]
    assert [key for key in found if READERS[key].recognises(file.head, file.suffix)] == ([reader] if reader else [])
