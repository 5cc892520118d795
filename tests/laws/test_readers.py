"""Whatever bytes come: documents, or one sentence that names the file. Never anything else."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.readers import READERS, File

docx = pytest.importorskip("docx")
pytest.importorskip("feedparser")


def _word() -> bytes:
    made, data = docx.Document(), io.BytesIO()
    made.add_heading("Sturm", 1)
    made.add_paragraph("Zwölf Tote.")
    made.save(data)
    return data.getvalue()


ITEM = {"uri": "a", "versioncreated": "2024-05-16", "headline": "Sturm", "bodies": [{"value": "Zwölf Tote."}]}
G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider literal="A"/></itemMeta>
<contentMeta><headline>Sturm</headline></contentMeta><contentSet><inlineXML><html><body><p>Zwölf &amp; mehr.</p></body>
</html></inlineXML></contentSet></newsItem>"""
FEED = """<rss version="2.0"><channel><title>A</title><item><title>Sturm</title><description>Zw&#246;lf Tote.
</description><pubDate>Thu, 16 May 2024 23:30:00 -0500</pubDate></item></channel></rss>"""
GOOD = {
    "a.docx": ("docx", _word()),
    "a.json": ("ninjs", json.dumps(ITEM).encode()),
    "a.xml": ("newsml", G2.encode()),
    "a.rss": ("feeds", FEED.encode()),
}


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The data with some bytes changed, doubled or left out, as a bad line or disk leaves them."""
    for _ in range(draw(st.integers(1, 5))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        put = draw(st.one_of(st.binary(max_size=4), st.just(data[at : at + length]), st.just(b"")))
        data = data[:at] + put + data[at + (length if put == b"" else len(put)) :]
    return data


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damage_is_said_in_one_sentence(name: str, data: st.DataObject) -> None:
    reader, good = GOOD[name]
    file = File(name, data.draw(damaged(good)))
    said, documents = "", []
    try:
        documents = READERS[reader].read(file)
    except InputError as error:
        said = str(error)
    assert (said.startswith(f"{name}: ") and "\n" not in said) or documents
    assert all(0 <= span.start < span.end <= len(d.text) for d in documents for span in d.zones)
    assert all(document.model_dump_json() for document in documents)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_not_damaged_is_read(name: str) -> None:
    reader, good = GOOD[name]
    (document,) = READERS[reader].read(File(name, good))
    assert "Zwölf" in document.text
    assert document.source.title == "Sturm"
