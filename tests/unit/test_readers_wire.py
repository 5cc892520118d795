"""News as agencies send it: ninjs and NewsML-G2."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from claimcheck.config import Settings
from claimcheck.errors import InputError
from claimcheck.model import Document, Zone
from claimcheck.pipeline import check, extract
from claimcheck.readers import READERS, File, read_paths


def read(reader: str, content: str | bytes) -> list[Document]:
    data = content if isinstance(content, bytes) else content.encode()
    return READERS[reader].read(File("a.xml" if reader == "newsml" else "a.json", data))


def complaint(reader: str, content: str | bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(reader, content)
    message = str(caught.value)
    assert message.startswith("a.")
    assert "\n" not in message
    return message


def parts(document: Document, zone: Zone) -> list[str]:
    return [document.text[span.start : span.end] for span in document.zones if span.zone is zone]


# ninjs: the fields of three generations

FIRST = {
    "uri": "https://agency.example/items/1",
    "type": "text",
    "versioncreated": "2024-05-16T16:02:28+02:00",
    "copyrightholder": "agency",
    "language": "de-AT",
    "byline": "Von A. Ahorn",
    "located": "Peking",
    "headline": "Zwölf Abkommen",
    "body_xhtml": "<p>Beide Seiten unterzeichneten <b>zwölf</b> Abkommen.</p><p>Neun Minister reisten mit.</p>",
    "body_text": "Beide Seiten unterzeichneten zwölf Abkommen.\nNeun Minister reisten mit.",
    "associations": {"picture": {"uri": "https://agency.example/p", "headline": "Elf Minister"}},
}
SECOND = {
    "uri": "urn:newsml:agency.example:1",
    "versioncreated": "2024-05-16T16:02:28+02:00",
    "infosources": [{"name": "Agency"}],
    "language": "de",
    "located": "Peking",
    "headlines": [{"role": "short", "value": "12 Abkommen"}, {"role": "main", "value": "Zwölf Abkommen"}],
    "bodies": [
        {"contenttype": "text/plain", "value": "Als Text."},
        {"contenttype": "text/html", "value": FIRST["body_xhtml"]},
    ],
    "by": "Von A. Ahorn",
}
THIRD = {
    "uri": "https://agency.example/items/1",
    "standard": {"name": "ninjs", "version": "3.0"},
    "versionCreated": "2024-05-16T16:02:28+02:00",
    "infoSources": [{"name": "Agency"}],
    "language": "de",
    "located": "Peking",
    "headlines": [{"role": "main", "value": "Zwölf Abkommen"}],
    "bodies": [{"contentType": "application/xhtml+xml", "value": FIRST["body_xhtml"]}],
    "by": "Von A. Ahorn",
}


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD])
def test_ninjs_gives_the_article_and_what_is_said_of_it(item: dict[str, Any]) -> None:
    (document,) = read("ninjs", json.dumps(item))
    source = document.source
    assert document.text == (
        "Zwölf Abkommen\n\nBeide Seiten unterzeichneten zwölf Abkommen.\n\nNeun Minister reisten mit.\n"
    )
    assert parts(document, Zone.HEADLINE) == ["Zwölf Abkommen"]
    assert source.published == datetime(2024, 5, 16, 16, 2, 28, tzinfo=timezone(timedelta(hours=2)))
    assert ((source.publisher or "").lower(), source.place, source.language) == ("agency", "Peking", "de")
    assert (source.title, source.author) == ("Zwölf Abkommen", "Von A. Ahorn")
    assert source.url in (None, "https://agency.example/items/1")


def test_the_headline_and_the_paragraph_reach_the_quote() -> None:
    claims = extract(read("ninjs", json.dumps(FIRST)))
    assert [(claim.text, claim.quote.zone.value, claim.quote.paragraph) for claim in claims] == [
        ("Zwölf Abkommen", "headline", 1),
        ("zwölf Abkommen", "body", 2),
        ("Neun Minister", "body", 3),
    ]


def test_plain_text_has_paragraphs_between_blank_lines() -> None:
    item = {"uri": "a", "headline": "Sturm", "body_text": "Zwölf\nTote.\n\nDreißig Verletzte."}
    (document,) = read("ninjs", json.dumps(item))
    assert document.text == "Sturm\n\nZwölf\nTote.\n\nDreißig Verletzte.\n"


def test_halves_of_characters_do_no_harm() -> None:
    (document,) = read("ninjs", '{"uri": "a", "headline": "12 Tote \\ud83d", "body_text": "Zwölf\\udc00 Tote."}')
    assert document.model_dump_json()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (json.dumps(FIRST), True),
        (json.dumps(THIRD), True),
        (json.dumps({"body_text": "Text. " * 2000, "uri": "a"}), True),
        ('{"versioncreated": "2024", "uri": "a", "headline": "Broken', True),
        ("{}", False),
        ("[]", False),
        ('{"schema_version": "1", "sources": [{"uri": "a", "headline": "b"}]}', False),
        ('{"name": "package", "version": "1", "bin": {"uri": "headline"}}', False),
        ('{"uri": "a", "name": "bookmark"}', False),
        ('{"headline": "a", "byline": "b"}', False),
        ('{"findings": ["uri", "headline", "body_text"]}', False),
        ("Text with uri: and headline:", False),
    ],
)
def test_ninjs_is_told_by_the_names_in_it(content: str, *, expected: bool) -> None:
    file = File("a.json", content.encode())
    assert READERS["ninjs"].recognises(file.head, file.suffix) is expected


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"uri": "a",\n"headline": "b",\n"body_text": "c"', "line 3 is no valid JSON"),
        ('{"uri": "a", "headline": "b"}', "no text"),
        ('{"uri": "a", "headline": "b", "bodies": [7, {"value": 7}]}', "no text"),
        ('{"fingerprint": "f"}', "no reader knows"),
        ("", "empty"),
        ('{"uri": "a", "headline": ' + "[" * 100_000, "no valid JSON|too deep"),
        (json.dumps(FIRST).encode("utf-16-be"), "binary"),
        (json.dumps(FIRST, ensure_ascii=False).encode("latin-1"), "not UTF-8"),
    ],
)
def test_what_is_wrong_with_an_item_is_said(content: str | bytes, says: str) -> None:
    assert any(word in complaint("ninjs", content) for word in says.split("|"))


def test_other_json_in_a_folder_is_skipped_and_a_broken_item_is_said(tmp_path: Path) -> None:
    (tmp_path / "expected.json").write_text('{"findings": []}')
    (tmp_path / "a.json").write_text(json.dumps(FIRST))
    (tmp_path / "b.json").write_text(json.dumps(SECOND)[:-2])
    reading = read_paths([str(tmp_path)], Settings())
    assert [Path(document.id).name for document in reading.documents] == ["a.json"]
    assert reading.skipped == 1
    assert ["b.json" in str(problem) for problem in reading.problems] == [True]


# NewsML-G2

G2 = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:1" version="2"
          standard="NewsML-G2" standardversion="2.34" xml:lang="en">
  <rightsInfo><copyrightHolder literal="Holder"/></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/><provider qcode="nprov:AG"><name>Agency</name></provider>
    <versionCreated>2024-05-16T14:02:28Z</versionCreated><firstCreated>2024-05-15T08:00:00Z</firstCreated>
  </itemMeta>
  <contentMeta>
    <located qcode="loc:1"><name>Peking</name><broader qcode="loc:2"><name>China</name></broader></located>
    <creator><name>A. Ahorn</name></creator>
    <language tag="de-DE"/><headline>Zwölf
      Abkommen</headline>
  </contentMeta>
  <contentSet>%s</contentSet>
</newsItem>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>12 Abkommen</title></head><body><section><p>Beide Seiten unterzeichneten <strong>zwölf</strong>
Abkommen &amp; eine Erklärung.</p><h2>Reise</h2><p>Neun Minister<br/>reisten mit.</p>
<figure><img src="a.jpg"/><figcaption>Elf Minister im Saal</figcaption></figure></section></body></html></inlineXML>"""
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<body><body.head><hedline><hl1>Zwölf Abkommen</hl1></hedline><dateline>Peking</dateline></body.head>
<body.content><p>Neun Minister reisten mit.</p></body.content></body></nitf></inlineXML>"""
PLAIN = (
    '<inlineData contenttype="text/plain">Neun Minister reisten mit.\n\nZwölf Abkommen wurden geschlossen.</inlineData>'
)


def test_newsml_gives_the_article_and_what_is_said_of_it() -> None:
    (document,) = read("newsml", G2 % XHTML)
    source = document.source
    assert document.text == (
        "Zwölf Abkommen\n\nBeide Seiten unterzeichneten zwölf Abkommen & eine Erklärung.\n\nReise\n\n"
        "Neun Minister reisten mit.\n\nElf Minister im Saal\n"
    )
    assert parts(document, Zone.HEADLINE) == ["Zwölf Abkommen", "Reise"]
    assert parts(document, Zone.CAPTION) == ["Elf Minister im Saal"]
    assert source.published == datetime(2024, 5, 16, 14, 2, 28, tzinfo=UTC)
    assert (source.publisher, source.place, source.author) == ("Agency", "Peking", "A. Ahorn")
    assert (source.title, source.language, source.url) == ("Zwölf Abkommen", "de", None)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (NITF, "Zwölf Abkommen\n\nPeking\n\nNeun Minister reisten mit.\n"),
        (PLAIN, "Zwölf Abkommen\n\nNeun Minister reisten mit.\n\nZwölf Abkommen wurden geschlossen.\n"),
        (
            f"<inlineXML/>{PLAIN}",
            "Zwölf Abkommen\n\nNeun Minister reisten mit.\n\nZwölf Abkommen wurden geschlossen.\n",
        ),
    ],
)
def test_the_content_may_be_nitf_or_plain_text(content: str, text: str) -> None:
    (document,) = read("newsml", G2 % content)
    assert document.text == text


def test_without_a_name_the_code_of_the_provider_is_its_name() -> None:
    (document,) = read("newsml", (G2 % PLAIN).replace("<name>Agency</name>", ""))
    assert document.source.publisher == "AG"


def test_a_message_holds_several_items_and_those_without_text_are_left_out() -> None:
    item = (G2 % PLAIN).partition("?>")[2]
    picture = (G2 % '<remoteContent href="https://agency.example/a.jpg"/>').partition("?>")[2]
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{item}{picture}{item}</itemSet></newsMessage>'
    documents = read("newsml", message)
    assert [document.id for document in documents] == ["a.xml#1", "a.xml#3"]
    assert {document.source.path for document in documents} == {"a.xml"}


def test_a_date_without_a_time_is_a_day() -> None:
    (document,) = read("newsml", (G2 % PLAIN).replace("2024-05-16T14:02:28Z", "2024-05-16"))
    assert document.source.published == date(2024, 5, 16)


BOMB = '<!DOCTYPE newsItem [<!ENTITY a "12 Tote "><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE = '<!DOCTYPE newsItem [<!ENTITY f SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (G2 % "<inlineXML>", "line 15 is no valid XML"),
        ((G2 % PLAIN)[:700], "no valid XML"),
        (G2.replace("<newsItem", BOMB + "<newsItem", 1) % "<inlineData>&b;</inlineData>", "DOCTYPE"),
        (G2.replace("<newsItem", FILE + "<newsItem", 1) % "<inlineData>&f;</inlineData>", "DOCTYPE"),
        (G2 % ("<a>" * 5000 + "</a>" * 5000), "deep"),
        (G2 % '<remoteContent href="https://agency.example/a.jpg"/>', "no text"),
        (G2.replace("<itemMeta>", "<x:itemMeta>") % PLAIN, "line 5 is no valid XML (unbound prefix)"),
        ("<catalog/>", "neither NewsML-G2 nor a feed"),
        ("Text.", "neither NewsML-G2 nor a feed"),
        ((G2 % PLAIN).replace("UTF-8", "EBCDIC-7"), "encoding"),
    ],
)
def test_what_is_wrong_with_newsml_is_said(content: str, says: str) -> None:
    assert says in complaint("newsml", content)


def test_an_encoding_that_is_declared_is_kept_to() -> None:
    (document,) = read("newsml", (G2 % PLAIN).replace("UTF-8", "ISO-8859-1").encode("latin-1"))
    assert "Zwölf" in document.text
    (document,) = read("newsml", (G2 % PLAIN).replace("UTF-8", "UTF-16").encode("utf-16"))
    assert "Zwölf" in document.text


def test_a_wire_item_is_compared_with_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(G2 % PLAIN, "utf-8")
    (tmp_path / "b.md").write_text("---\npublished: 2024-05-16\nlanguage: de\n---\nIn Peking reisten elf Minister mit.")
    (tmp_path / "catalog.xml").write_text("<catalog/>")
    found = check(tmp_path)
    assert {source.label for source in found.sources} == {"Agency", "b.md"}
    assert "value-mismatch" in {finding.rule for finding in found.findings}
