"""Word documents: what is read of them, and what is refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.config import Settings
from claimcheck.errors import InputError
from claimcheck.model import Zone
from claimcheck.pipeline import extract
from claimcheck.readers import READERS, File, read_paths

if TYPE_CHECKING:
    from claimcheck.model import Document

docx = pytest.importorskip("docx")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(made: Any) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def article() -> Any:
    made = docx.Document()
    made.add_heading("Sturm im Norden", 0)
    made.add_paragraph("Der Sturm forderte zwölf Tote und 30 Verletzte.")
    made.add_paragraph("Ein Haus in der Stadt, in der 40 Menschen leben", style="Caption")
    made.add_heading("Viele Schäden", 2)
    return made


def read(data: bytes) -> Document:
    (document,) = READERS["docx"].read(File("a.docx", data))
    return document


def complaint(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data)
    message = str(caught.value)
    assert message.startswith("a.docx: ")
    assert "\n" not in message
    return message


def with_body(xml: str) -> bytes:
    """A document whose body holds this instead of anything else."""
    plain = packed(docx.Document())
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            body = f'<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>'
            new.writestr(entry, body if entry.filename == "word/document.xml" else old.read(entry))
    return made.getvalue()


# What is read


def test_paragraphs_come_one_after_an_empty_line_each() -> None:
    assert read(packed(article())).text == (
        "Sturm im Norden\n\nDer Sturm forderte zwölf Tote und 30 Verletzte.\n\n"
        "Ein Haus in der Stadt, in der 40 Menschen leben\n\nViele Schäden\n"
    )


def test_headings_and_captions_are_known_by_their_styles() -> None:
    document = read(packed(article()))
    assert [(document.text[span.start : span.end], span.zone) for span in document.zones] == [
        ("Sturm im Norden", Zone.HEADLINE),
        ("Ein Haus in der Stadt, in der 40 Menschen leben", Zone.CAPTION),
        ("Viele Schäden", Zone.HEADLINE),
    ]
    assert document.source.title == "Sturm im Norden"


def test_offsets_and_paragraphs_reach_the_claims() -> None:
    document = read(packed(article()))
    found = {claim.text: claim for claim in extract([document])}
    claim = found["zwölf Tote"]
    assert document.text[claim.start : claim.end] == "zwölf Tote"
    assert (claim.quote.paragraph, claim.quote.zone) == (2, Zone.BODY)


def test_the_day_on_which_it_was_written_is_not_that_of_publication() -> None:
    made = article()
    assert made.core_properties.created is not None
    assert read(packed(made)).source.published is None


def test_who_wrote_it_and_in_which_language_is_what_the_file_says() -> None:
    made = article()
    made.core_properties.author, made.core_properties.language = "A. Ahorn", "de-AT"
    source = read(packed(made)).source
    assert (source.author, source.language) == ("A. Ahorn", "de")


def test_a_row_of_a_table_is_one_line() -> None:
    made = docx.Document()
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("Tote", "12", "Verletzte", "30"), strict=True):
        cell.text = text
    assert read(packed(made)).text == "Tote | 12\n\nVerletzte | 30\n"


def test_changes_are_taken_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>Es waren </w:t></w:r>"
        "<w:del><w:r><w:delText>elf</w:delText></w:r></w:del><w:ins><w:r><w:t>zwölf</w:t></w:r></w:ins>"
        "<w:r><w:t> Tote.</w:t></w:r></w:p>"
    )
    assert read(with_body(body)).text == "Es waren zwölf Tote.\n"


def test_text_boxes_and_form_fields_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Neun Verletzte.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtContent><w:p><w:r><w:t>Im Feld: 12 Tote.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        f'<w:p><w:r><w:t>Davor.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="'
        f'http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read(with_body(body)).text == "Im Feld: 12 Tote.\n\nDavor.\n\nNeun Verletzte.\n"


def noted(notes: bytes) -> bytes:
    """The article with a part for footnotes."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    made = article()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes, made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return packed(made)


def test_footnotes_come_last() -> None:
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Davon 3 Kinder.</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'.encode()
    assert read(noted(notes)).text.endswith("\n\nViele Schäden\n\nDavon 3 Kinder.\n")


def test_broken_footnotes_are_said() -> None:
    assert "no readable Word document" in complaint(noted(b"<w:footnotes>"))


def test_line_breaks_and_tabs_divide_words() -> None:
    body = "<w:p><w:r><w:t>Tote:</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>Verletzte: 30</w:t></w:r></w:p>"
    assert read(with_body(body)).text == "Tote: 12 Verletzte: 30\n"


# What is refused


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb, bomb.open("word/document.xml", "w") as part:
        for _ in range(300):
            part.write(b"\0" * 1_000_000)
    assert len(made.getvalue()) < 1_000_000
    assert "unpacked it would take 300 MB" in complaint(made.getvalue())


def test_a_bomb_that_lies_about_its_size_unpacks_to_no_more_than_it_says() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b" " * 50_000_000)
    small = made.getvalue().replace((50_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert "no readable Word document" in complaint(small)


def test_entities_are_not_expanded() -> None:
    body = with_body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                data = b'<!DOCTYPE x [<!ENTITY a "12 Tote"><!ENTITY b "&a;&a;&a;&a;">]>' + data
            new.writestr(entry, data)
    assert "no text" in complaint(made.getvalue())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no readable Word document"),
        (b"PK\x03\x04 and nothing more", "no readable Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (b"Just a text.", "no readable Word document"),
    ],
)
def test_what_is_no_word_document_is_said(data: bytes, says: str) -> None:
    assert says in complaint(data)


def test_a_document_that_was_cut_off_is_said() -> None:
    assert "no readable Word document" in complaint(packed(article())[:9000])


def test_an_archive_of_something_else_is_said() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("photo.txt", "x")
    assert "no readable Word document" in complaint(made.getvalue())


def test_a_document_without_text_is_said() -> None:
    assert "no text" in complaint(packed(docx.Document()))


def test_in_a_folder_the_others_are_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(packed(article())[:9000])
    (tmp_path / "b.docx").write_bytes(packed(article()))
    reading = read_paths([str(tmp_path)], Settings())
    assert [Path(document.id).name for document in reading.documents] == ["b.docx"]
    assert [str(problem).count("a.docx") for problem in reading.problems] == [1]


def test_a_missing_extra_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(packed(article()))
    code = (
        "import sys; sys.modules['docx'] = None\n"
        "from claimcheck.__main__ import main\n"
        "sys.exit(main(['check', '--isolated', sys.argv[1]]))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.docx")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == 2
    assert "pip install 'claim-consistency[docx]'" in ended.stderr
