"""PDF: pages, paragraphs, what the file says of itself, and every way in which one cannot be read."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.config import Settings
from claimcheck.errors import InputError
from claimcheck.pipeline import extract
from claimcheck.readers import READERS, File, read_paths
from claimcheck.readers._pages import Line, paged
from claimcheck.readers.pdf import Limits, extracted

if TYPE_CHECKING:
    from claimcheck.model import Document

pytest.importorskip("pypdf")
canvas = pytest.importorskip("reportlab.pdfgen.canvas")

TITLE = "Zwölf Abkommen in Peking"
PAGES = [
    [
        "Beide Seiten unterzeichneten am Donnerstag in Peking nach",
        "Angaben des Kreml rund 20 Abkommen. Der Handel wuchs um",
        "35 Prozent.",
        "",
        "Im Vorjahr hatten die Delegationen bei einem Treffen neun",
    ],
    [
        "Vereinbarungen getroffen, sagte ein Sprecher.",
        "An den Gesprächen nahmen auch Unternehmer teil, wie der",
        "Kreml mitteilte. Fünf Minister reisten mit.",
    ],
]


def pdf(pages: list[list[str]], *, title: str | None = TITLE, furniture: bool = True, **options: Any) -> bytes:
    """A PDF of lines; the first page has the title in large letters."""
    made = io.BytesIO()
    sheet = canvas.Canvas(made, pageCompression=0, lang="de-DE", **options)
    sheet.setTitle(title or "")
    for number, lines in enumerate(pages, 1):
        text = sheet.beginText(72, 760)
        for line, size in [("Mitteilung der Behörde", 9)] * furniture + [(TITLE, 18)] * (number == 1 and bool(title)):
            text.setFont("Helvetica", size, leading=2 * size)
            text.textLine(line)
        text.setFont("Helvetica", 11)
        for line in lines:
            text.textLine(line)
        if furniture:
            text.textLine(f"Seite {number} von {len(pages)}")
        sheet.drawText(text)
        sheet.showPage()
    sheet.save()
    return made.getvalue()


def read(data: bytes) -> Document:
    (document,) = READERS["pdf"].read(File("a.pdf", data))
    return document


def complaint(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        extracted(File("a.pdf", data), limits) if limits else read(data)
    message = str(caught.value)
    assert message.startswith("a.pdf: ")
    assert "\n" not in message
    return message


# What is read


def test_wrapped_lines_are_paragraphs_again_and_pages_end_in_form_feeds() -> None:
    assert read(pdf(PAGES)).text == (
        "Mitteilung der Behörde\n\nZwölf Abkommen in Peking\n\n"
        "Beide Seiten unterzeichneten am Donnerstag in Peking nach Angaben des Kreml rund 20 Abkommen. "
        "Der Handel wuchs um 35 Prozent.\n\n"
        "Im Vorjahr hatten die Delegationen bei einem Treffen neun\n\n\f"
        "Vereinbarungen getroffen, sagte ein Sprecher. An den Gesprächen nahmen auch Unternehmer teil, "
        "wie der Kreml mitteilte. Fünf Minister reisten mit.\n\n\f"
    )


def test_the_page_reaches_the_quote() -> None:
    claims = {claim.text: claim.quote for claim in extract([read(pdf(PAGES))])}
    assert claims["rund 20 Abkommen"].paragraph == 1
    assert claims["Fünf Minister"].paragraph == 2


def test_one_page_is_a_page_too() -> None:
    (claim,) = extract([read(pdf([["Eins.", "", "Zwei.", "", "Drei.", "", "Fünf Minister reisten mit."]]))])[-1:]
    assert claim.quote.paragraph == 1


def test_offsets_are_into_the_text() -> None:
    document = read(pdf(PAGES))
    for claim in extract([document]):
        assert document.text[claim.start : claim.end] == claim.text


def test_the_title_is_a_headline_where_it_stands() -> None:
    document = read(pdf(PAGES))
    (span,) = document.zones
    assert (document.text[span.start : span.end], span.zone.value) == (TITLE, "headline")
    assert document.source.title == TITLE


@pytest.mark.parametrize("title", ["Microsoft Word - Entwurf 3.doc", "pressetext_final.docx", ""])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    data = pdf(PAGES, title=None).replace(b"(untitled)", b"(%s)" % title.encode())
    document = read(data)
    assert (document.source.title, document.zones) == (None, ())


def test_the_day_on_which_a_pdf_was_made_is_not_that_of_publication() -> None:
    data = pdf(PAGES)
    assert b"/CreationDate" in data
    assert read(data).source.published is None


def test_the_language_is_the_one_that_the_file_states() -> None:
    assert read(pdf(PAGES)).source.language == "de"


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    encrypted = pdf(PAGES, encrypt=StandardEncryption("", ownerPassword="o", canPrint=0, strength=128))
    assert read(encrypted).text == read(pdf(PAGES)).text


# Pages


def lines(*pages: str, size: float = 11) -> str:
    return paged([[Line(line, size) for line in page.splitlines()] for page in pages])


def test_a_sentence_that_goes_on_overleaf_is_one() -> None:
    text = lines(
        "Der Sturm zerstörte in der Nacht zum Sonntag nach einer\nersten Zählung im Norden des Landes mindestens zwölf",
        "Häuser. Niemand starb.",
    )
    assert "mindestens zwölf\fHäuser." in text


def test_divided_words_are_whole_again_and_hyphens_that_belong_stay() -> None:
    text = lines(
        "Sie zählten zwölf Abkom-\nmen über die Ein- und Aus-\nfuhr von Holz, dazu zehn Nord-\nSüd-Projekte, und die "
        "Ein-\nund Ausreise von 40 Fach-\nleuten."
    )
    assert text.startswith(
        "Sie zählten zwölf Abkommen über die Ein- und Ausfuhr von Holz, dazu zehn Nord-Süd-Projekte, "
        "und die Ein- und Ausreise von 40 Fachleuten."
    )


def test_headers_footers_and_page_numbers_go_and_the_first_header_stays() -> None:
    pages = [f"Behörde, 16. Mai 2024\nText {word} hier.\n– {n} –" for n, word in enumerate(("eins", "zwei", "drei"), 4)]
    text = lines(*pages)
    assert text.count("16. Mai 2024") == 1
    assert [f"– {n} –" in text for n in (4, 5, 6)] == [False] * 3
    assert all(word in text for word in ("eins", "zwei", "drei"))


def test_left_and_right_pages_of_a_book_have_their_own_numbers() -> None:
    text = lines(*(f"{n}\nText {n}a." if n % 2 else f"Seite {n}\nText {n}a." for n in range(1, 9)))
    assert text == "\n\n\f".join(f"Text {n}a." for n in range(1, 9)) + "\n\n\f"


@pytest.mark.parametrize(
    "pages",
    [
        ("Tote 12\nText eins.", "Tote 15\nText zwei.", "Tote 15\nText drei."),
        ("Text.\nEs starben 12 Menschen.", "Text.\nEs starben 15 Menschen."),
        ("Kreis Nord\n12", "Kreis Süd\n40", "Kreis West\n7"),
    ],
)
def test_figures_at_the_edge_of_a_page_are_no_page_numbers(pages: tuple[str, ...]) -> None:
    text = lines(*pages)
    assert all(line in text for page in pages for line in page.splitlines())


def test_a_change_of_size_ends_a_paragraph() -> None:
    text = paged([[Line("Sturm im", 18), Line("Norden", 18), Line("Zwölf Menschen starben in der Nacht.", 11)]])
    assert text.startswith("Sturm im Norden\n\nZwölf")


# What cannot be read


def test_a_corrupt_pdf_is_said() -> None:
    assert "broken" in complaint(b"%PDF-1.7\n%nothing that makes sense\n" * 40)


def test_a_pdf_that_ends_too_early_is_said() -> None:
    assert "broken" in complaint(pdf(PAGES)[:600])


@pytest.mark.parametrize("strength", [40, 128, 256])
def test_an_encrypted_pdf_is_said(strength: int) -> None:
    if strength == 256:
        pytest.importorskip("cryptography")
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(PAGES))))
    writer.encrypt("secret", algorithm={40: "RC4-40", 128: "RC4-128", 256: "AES-256"}[strength])
    made = io.BytesIO()
    writer.write(made)
    assert "password" in complaint(made.getvalue())


def test_a_scan_without_text_is_said() -> None:
    from reportlab.lib.utils import ImageReader

    made = io.BytesIO()
    sheet = canvas.Canvas(made)
    from PIL import Image

    sheet.drawImage(ImageReader(Image.new("L", (80, 80), 128)), 0, 0, 400, 400)
    sheet.save()
    assert "ocrmypdf" in complaint(made.getvalue())


def test_a_pdf_that_takes_too_long_is_stopped() -> None:
    many = pdf([["Zwölf Tote und dreißig Verletzte."] * 4000] * 8, furniture=False)
    assert "too long" in complaint(many, Limits(seconds=1))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold processes to their memory")
def test_a_pdf_that_takes_too_much_memory_is_stopped() -> None:
    large = pdf([["Zwölf Tote und dreißig Verletzte."] * 4000] * 20, furniture=False)
    assert "memory" in complaint(large, Limits(megabytes=60))


def test_a_module_among_the_articles_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert "Fünf Minister" in read(pdf(PAGES)).text


def test_what_is_named_pdf_and_is_none_is_said() -> None:
    assert "broken" in complaint(b"Just a text.")


def test_the_other_files_are_still_checked(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\nbroken")
    (tmp_path / "b.pdf").write_bytes(pdf(PAGES))
    (tmp_path / "c.md").write_text("Elf Minister reisten mit.")
    reading = read_paths([str(tmp_path)], Settings())
    assert [Path(document.id).name for document in reading.documents] == ["b.pdf", "c.md"]
    (problem,) = reading.problems
    assert "a.pdf: this PDF is broken" in str(problem)


def test_the_command_ends_with_2_and_still_reports(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\nbroken")
    (tmp_path / "b.pdf").write_bytes(pdf([["Am 16. Mai 2024 unterzeichneten sie neun Abkommen in Peking."]]))
    (tmp_path / "c.md").write_text("Am 16. Mai 2024 unterzeichneten sie elf Abkommen in Peking.")
    command = [sys.executable, "-m", "claimcheck", "check", "--isolated", "--output", "full", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "this PDF is broken" in ended.stderr
    assert "b.pdf, page 1" in ended.stdout


def test_a_missing_extra_says_how_to_get_it() -> None:
    code = (
        "import sys; sys.modules['pypdf'] = None\n"
        "from claimcheck.readers import READERS, File\n"
        "READERS['pdf'].read(File('a.pdf', b'%PDF-'))"
    )
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2])
    assert "pip install 'claim-consistency[pdf]'" in ended.stderr.splitlines()[-1]
