"""PDF, read in a process of its own with limits. Its date is not that of publication. Needs the extra [pdf]."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.errors import MissingExtra
from claimcheck.model import Document, Source, Span, Zone
from claimcheck.readers._about import language

if TYPE_CHECKING:
    from claimcheck.readers._file import File

SUFFIXES = (".pdf",)

_CHILD = Path(__file__).with_name("_pdf_child.py")
_FILE_NAME = re.compile(r"microsoft (word|powerpoint|excel) - |.*\.\w{2,5}$|untitled|unbenannt", re.IGNORECASE)


_TIME_UP = (9, 24)  # SIGKILL, SIGXCPU
_TOP = 1000  # characters; a letterhead may stand above the title


class Limits(NamedTuple):
    """What reading one PDF may take: seconds of computing (five times as many on the clock) and megabytes."""

    seconds: int = 60
    megabytes: int = 1000


def recognises(head: bytes, suffix: str) -> bool:
    """Whether it has the mark of PDF among its first 1024 bytes, where readers look for it."""
    return suffix in ("", *SUFFIXES) and b"%PDF-" in head[:1024]


def read(file: File) -> list[Document]:
    """The text as one document: paragraphs, and pages divided by form feeds.

    Raises:
        InputError: it is broken, encrypted, only pictures, or takes too long.
        MissingExtra: the extra [pdf] is not installed.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - slow, and only for such files

    from claimcheck.readers._pages import Line, paged  # noqa: PLC0415 - slow, and only for such files

    if find_spec("pypdf") is None:
        raise MissingExtra(f"reading {file.id}", "pdf")
    found = extracted(file)
    pages = [[Line(*line) for line in page] for page in found["pages"]]
    if not any(re.search(r"\w", line.text) for page in pages for line in page):
        problem = "there is no text in this PDF, only pictures of it"
        raise file.problem(problem, "run a text recognition such as ocrmypdf over it first")
    return [_document(file, found, paged(pages))]


def extracted(file: File, limits: Limits | None = None) -> dict[str, Any]:
    """What the process said: ``pages``, and the metadata.

    Raises:
        InputError: it could not read the file.
    """
    answer = _run(file, limits or Limits())
    if "problem" in answer:
        why = f" ({answer['why']})" if answer.get("why") else ""
        problem, way_out = _PROBLEMS[answer["problem"]]
        raise file.problem(problem + why, way_out)
    return dict(answer)


_PROBLEMS = {
    "encrypted": ("this PDF is protected by a password", "save a copy without it"),
    "broken": ("this PDF is broken", "get it anew, or save its text as .txt"),
    "memory": ("this PDF takes too much memory to read", "split it, or save its text as .txt"),
    "long": ("this PDF takes too long to read", "split it, or save its text as .txt"),
}


def _run(file: File, limits: Limits) -> dict[str, Any]:
    """What the process answered. ``-P``: a pypdf.py among the articles is not imported."""
    import subprocess  # noqa: PLC0415 - slow, and only for such files

    command = [sys.executable, "-P", str(_CHILD), *map(str, limits)]
    try:
        ended = subprocess.run(  # noqa: S603 - our own
            command, input=file.data, capture_output=True, timeout=5 * limits.seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return {"problem": "long"}
    if not ended.stdout:  # the system ended it: with SIGKILL or SIGXCPU when its time was up
        return {"problem": "long" if -ended.returncode in _TIME_UP else "memory"}
    answer: dict[str, Any] = json.loads(ended.stdout)
    return answer


def _document(file: File, found: dict[str, Any], text: str) -> Document:
    title = _title(found["title"])
    source = Source(
        id=file.id,
        path=file.id,
        title=title,
        author=found["author"] or None,
        publisher=found["publisher"] or None,
        language=language(found["language"]),
    )
    return Document(source=source, text=text, zones=_headline(text, title))


def _title(said: str | None) -> str | None:
    """The title, unless it is the name of the file that the PDF was made from."""
    title = " ".join((said or "").split())
    return None if _FILE_NAME.match(title) else title or None


def _headline(text: str, title: str | None) -> tuple[Span, ...]:
    """Where the title stands, in one or several lines near the top; nowhere where only the metadata have it."""
    if title is None:
        return ()
    found = re.search(r"^" + r"\s+".join(map(re.escape, title.split())) + r"$", text[:_TOP], re.MULTILINE)
    return (Span(start=found.start(), end=found.end(), zone=Zone.HEADLINE),) if found else ()
