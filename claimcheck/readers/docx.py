"""Word documents (DOCX): paragraphs, headings, captions, rows of tables, text boxes, notes. Needs the extra [docx]."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimcheck.errors import MissingExtra
from claimcheck.model import Zone
from claimcheck.readers._about import language
from claimcheck.readers._prose import Part, document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.model import Document
    from claimcheck.readers._file import File

SUFFIXES = (".docx",)

_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0"  # a container of Office before 2007, which also holds what is encrypted
_MOST = 200_000_000  # bytes of all parts unpacked: text and pictures
_MOST_XML = 20_000_000  # ... of the parts that are parsed; a thick book has 10 million
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box for older programs
_PARAGRAPH, _ROW, _CELL, _TEXT = (f"{_W}{name}" for name in ("p", "tr", "tc", "t"))
_NOTES = ("/footnotes.xml", "/endnotes.xml")
_GONE = {_FALLBACK, f"{_W}moveFrom", f"{_W}del"}
_BREAKS = {f"{_W}br": " ", f"{_W}cr": " ", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}


def recognises(head: bytes, suffix: str) -> bool:
    """Whether it is an archive as Word makes them, or an encrypted one."""
    if suffix in SUFFIXES:
        return head.startswith((_ZIP, _OLD))
    return suffix == "" and head.startswith(_ZIP) and b"[Content_Types].xml" in head


def read(file: File) -> list[Document]:
    """The text as one document, one paragraph after an empty line each.

    Raises:
        InputError: it is broken, encrypted, empty, or unpacks to too much.
        MissingExtra: the extra [docx] is not installed.
    """
    if file.head.startswith(_OLD):
        raise file.problem("it is protected by a password or older than Word 2007", "save a copy as plain .docx")
    _refuse_bombs(file)
    opened = _opened(file)
    zones = {style.style_id: _zone((style.name or "").lower()) for style in opened.styles}
    try:
        parts = list(_parts(opened, zones))
    except SyntaxError as error:  # lxml's word for XML that is none, here in the notes
        raise _broken(file, error) from error
    if not parts:
        raise file.problem("there is no text in this document", "put the article into it or leave it out")
    return [document(file, parts, **_about(opened, parts))]


def _refuse_bombs(file: File) -> None:
    """Look at the sizes that the archive states; unpacking never gives more than those."""
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415 - slow, and only for such files

    try:
        with ZipFile(BytesIO(file.data)) as archive:
            sizes = [(entry.filename, entry.file_size) for entry in archive.infolist()]
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _broken(file, error) from error
    total = sum(size for _, size in sizes)
    parsed = sum(size for name, size in sizes if name.lower().endswith((".xml", ".rels")))
    if total > _MOST or parsed > _MOST_XML:
        problem = f"unpacked it would take {total / 1e6:.0f} MB, far more than an article"
        raise file.problem(problem, "save its text as .txt or split it")


def _opened(file: File) -> Any:
    try:
        import docx  # noqa: PLC0415 - slow, and an extra
    except ImportError as error:
        raise MissingExtra(f"reading {file.id}", "docx") from error
    try:
        return docx.Document(BytesIO(file.data))
    except Exception as error:  # a broken file can fail anywhere in there
        raise _broken(file, error) from error


def _broken(file: File, error: Exception) -> Exception:
    why = " ".join(str(error).split())[:120]
    return file.problem(f"this is no readable Word document ({why})", "open it in Word and save it anew as .docx")


def _parts(opened: Any, zones: dict[str, Zone]) -> Iterator[Part]:
    """Paragraphs and table rows in order, wherever they stand: also in text boxes, form fields and notes."""
    for element in _elements(opened):
        if _lies_in(element, _ROW, *_GONE):
            continue
        text = _row(element) if element.tag == _ROW else _words(element)
        if text:
            yield Part(text, zones.get(element.style, Zone.BODY) if element.tag == _PARAGRAPH else Zone.BODY)


def _elements(opened: Any) -> Iterator[Any]:
    """The paragraphs and rows of the body, then those of footnotes and endnotes."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - slow, and an extra

    yield from opened.element.body.iter(_PARAGRAPH, _ROW)
    for part in opened.part.package.iter_parts():
        if part.partname.endswith(_NOTES):
            yield from parse_xml(part.blob).iter(_PARAGRAPH, _ROW)


def _lies_in(element: Any, *names: str) -> bool:
    return next(element.iterancestors(*names), None) is not None


def _row(row: Any) -> str:
    """The cells of a row, each with its paragraphs."""
    cells: dict[Any, list[str]] = {}
    for paragraph in row.iter(_PARAGRAPH):
        text = "" if _lies_in(paragraph, *_GONE) else _words(paragraph)
        if text:
            cells.setdefault(next(paragraph.iterancestors(_CELL)), []).append(text)
    return " | ".join(" ".join(texts) for texts in cells.values())


def _words(paragraph: Any) -> str:
    """The words of a paragraph as they read with all changes accepted, without those of a text box in it."""
    said = []
    for element in paragraph.iter(_TEXT, *_BREAKS):
        above = next(element.iterancestors(_PARAGRAPH, *_GONE))
        if above is paragraph:
            said.append(_BREAKS.get(element.tag) or element.text or "")
    return " ".join("".join(said).split())


def _zone(name: str) -> Zone:
    """What the name of a style says; those of built-in styles are English whatever the language of Word."""
    if name in ("title", "subtitle") or name.startswith("heading"):
        return Zone.HEADLINE
    return Zone.CAPTION if name == "caption" else Zone.BODY


def _about(opened: Any, parts: list[Part]) -> dict[str, Any]:
    """Title, author and language. Dates are left out: they tell when the file was made."""
    core = opened.core_properties
    headline = next((part.text for part in parts[:3] if part.zone is Zone.HEADLINE), None)
    return {
        "title": headline,
        "author": core.author or None,
        "language": language(core.language),
    }
