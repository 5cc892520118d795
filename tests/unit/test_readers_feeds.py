"""RSS and Atom: one document for each entry."""

from __future__ import annotations

import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from claimcheck.config import Settings
from claimcheck.errors import InputError
from claimcheck.model import Document, Zone
from claimcheck.readers import READERS, File, read_paths

pytest.importorskip("feedparser")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Abendblick</title><link>https://abendblick.example/</link><language>de-DE</language>
<item><title>Sturm: 12 Tote &amp;amp; viele Verletzte</title><link>https://abendblick.example/1?a=1&amp;copy=2</link>
<pubDate>Thu, 16 May 2024 23:30:00 -0500</pubDate><dc:creator>A. Ahorn</dc:creator>
<description>Kurz.</description>
<content:encoded><![CDATA[<p>Der Sturm forderte <b>zwölf</b> Tote.</p><script>x(13)</script>
<p>30 Verletzte.</p>]]></content:encoded>
</item>
<item><title>Nur ein Satz</title><description>Neun Minister &lt;i&gt;reisten&lt;/i&gt; mit.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Herald</title><id>a</id>
<updated>2024-05-17T10:00:00Z</updated>
<entry><title>Storm</title><id>1</id><link href="https://herald.example/1"/><author><name>B. Birch</name></author>
<published>2024-05-16T10:00:00Z</published><updated>2024-05-17T10:00:00Z</updated>
<content type="html">&lt;p&gt;Twelve people died.&lt;/p&gt;</content></entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel rdf:about="a"><title>Kurier</title></channel>
<item rdf:about="1"><title>Sturm</title><description>Zwölf Tote.</description></item></rdf:RDF>"""


def read(content: str) -> list[Document]:
    return READERS["feeds"].read(File("a.xml", content.encode()))


def complaint(content: str) -> str:
    with pytest.raises(InputError) as caught:
        read(content)
    message = str(caught.value)
    assert message.startswith("a.xml: ")
    assert "\n" not in message
    return message


def test_each_entry_of_rss_is_a_document() -> None:
    first, second = read(RSS)
    assert (first.id, second.id, first.source.path) == ("a.xml#1", "a.xml#2", "a.xml")
    assert first.text == "Sturm: 12 Tote & viele Verletzte\n\nDer Sturm forderte zwölf Tote.\n\n30 Verletzte.\n"
    assert second.text == "Nur ein Satz\n\nNeun Minister reisten mit.\n"
    assert [first.text[span.start : span.end] for span in first.zones if span.zone is Zone.HEADLINE] == [
        first.source.title
    ]


def test_an_entry_says_who_when_and_where() -> None:
    source = read(RSS)[0].source
    assert (source.publisher, source.author, source.language) == ("Abendblick", "A. Ahorn", "de")
    assert source.url == "https://abendblick.example/1?a=1&copy=2"
    assert source.published == datetime(2024, 5, 16, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    assert source.day is not None
    assert source.day.day == 16


def test_atom_has_what_was_published_before_what_was_updated() -> None:
    (document,) = read(ATOM)
    source = document.source
    assert document.text == "Storm\n\nTwelve people died.\n"
    assert source.published == datetime(2024, 5, 16, 10, 0, tzinfo=UTC)
    assert (source.publisher, source.author, source.language, source.url) == (
        "Herald",
        "B. Birch",
        "en",
        "https://herald.example/1",
    )


def test_an_entry_that_was_only_updated_has_that_date() -> None:
    (document,) = read(ATOM.replace("<published>2024-05-16T10:00:00Z</published>", ""))
    assert document.source.published == datetime(2024, 5, 17, 10, 0, tzinfo=UTC)


def test_rss_1_is_read() -> None:
    assert [document.text for document in read(RDF)] == ["Sturm\n\nZwölf Tote.\n"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xml", RSS, True),
        ("a.atom", ATOM, True),
        ("a.rdf", RDF, True),
        ("a", RSS, True),
        ("a.xml", "<!-- a feed --><feed xmlns='http://www.w3.org/2005/Atom'/>", True),
        ("a.xml", "<html><body>An <rss> element</body></html>", False),
        ("a.rdf", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", False),
        ("a.txt", RSS, False),
        ("a.xml", "\0", False),
    ],
)
def test_a_feed_is_told_by_its_outermost_element(name: str, content: str, *, expected: bool) -> None:
    file = File(name, content.encode())
    assert READERS["feeds"].recognises(file.head, file.suffix) is expected


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (RSS[:700], "no valid XML"),
        (RSS.replace("</item>", "", 1), "line 11 is no valid XML"),
        ("<rss version='2.0'><channel><title>a</title></channel></rss>", "no entries"),
        (RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "b">]><rss', 1), "DOCTYPE"),
        ("<opml/>", "neither a feed nor NewsML-G2"),
    ],
)
def test_what_is_wrong_with_a_feed_is_said(content: str, says: str) -> None:
    assert says in complaint(content)


def test_a_feed_in_a_folder_is_read_beside_articles(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS, "utf-8")
    (tmp_path / "b.xml").write_text(ATOM[:300], "utf-8")
    (tmp_path / "c.md").write_text("Zwölf.")
    reading = read_paths([str(tmp_path)], Settings())
    assert [Path(document.id).name for document in reading.documents] == ["a.rss#1", "a.rss#2", "c.md"]
    assert ["b.xml" in str(problem) for problem in reading.problems] == [True]


def test_an_address_as_content_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    assert read(RSS.replace("Kurz.", "http://127.0.0.1:9/"))
    assert asked == []


def test_a_missing_extra_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS, "utf-8")
    code = (
        "import sys; sys.modules['feedparser'] = None\n"
        "from claimcheck.__main__ import main\n"
        "sys.exit(main(['check', '--isolated', sys.argv[1]]))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.rss")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == 2
    assert "pip install 'claim-consistency[feeds]'" in ended.stderr
