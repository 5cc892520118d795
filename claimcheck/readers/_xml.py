"""XML from strangers: no document type, no entities, no bottomless nesting."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any

from claimcheck.readers._file import is_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from claimcheck.errors import InputError
    from claimcheck.readers._file import File

_DEEPEST = 200  # elements in one another; news has some twenty
_PROLOG = r"(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
_ROOT = re.compile(rf"\s*{_PROLOG}<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def root_name(head: bytes) -> str | None:
    """The name of the outermost element, without its prefix; None where it is no XML.

    >>> root_name(b'<?xml version="1.0"?><!-- a --><rdf:RDF xmlns="..."'), root_name(b"Text")
    ('RDF', None)
    """
    if not is_text(head):
        return None
    found = _ROOT.match(head.decode(_MARKS.get(head[:2], "utf-8-sig"), "replace"))
    return found[1] if found else None


def parse(file: File) -> Element:
    """The outermost element of an XML file.

    Raises:
        InputError: it is no XML, declares a document type, or is nested too deep.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - slow, and only for such files

    guard(file)
    try:
        return ET.fromstring(file.data)  # noqa: S314 - the guard has let it pass
    except ET.ParseError as error:  # it is stricter in some corners
        raise _broken(file, error.position[0], error.msg.partition(":")[0]) from error


def guard(file: File) -> None:
    """Let a file pass that is well-formed and harmless.

    Raises:
        InputError: it is not.
    """
    from xml.parsers import expat  # noqa: PLC0415 - slow, and only for such files

    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def opens(*_: Any) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise file.problem(f"its elements are nested more than {_DEEPEST} deep", "get the file anew")

    def closes(*_: Any) -> None:
        nonlocal depth
        depth -= 1

    def declares(*_: Any) -> None:
        raise file.problem("it declares a document type, which may hold bombs", "remove the line with <!DOCTYPE")

    parser.StartElementHandler, parser.EndElementHandler = opens, closes
    parser.StartDoctypeDeclHandler = declares
    try:
        parser.Parse(file.data, True)  # noqa: FBT003 - expat takes it so
    except expat.ExpatError as error:
        raise _broken(file, error.lineno, expat.errors.messages[error.code]) from error
    except (ValueError, LookupError) as error:
        raise file.problem(f"its encoding is unknown ({error})", "save the file as UTF-8") from error


def _broken(file: File, line: int, why: str) -> InputError:
    return file.problem(f"line {line} is no valid XML ({why})", "get the file anew or correct it")
