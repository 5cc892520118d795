"""PDF on standard input, its pages as JSON on standard output. It runs alone, in a process that may not take too much.

A PDF from a stranger can keep any reader busy for hours or fill the memory; from here it takes nothing else along. This
file is run by its path: it imports nothing of ours, so that the process starts fast.

The answer is an object with ``pages``, each a list of lines with the size of their letters, and with what the file says
of itself; or with ``problem``: ``encrypted``, ``memory``, ``long`` or ``broken``, the last with ``why``.
"""

from __future__ import annotations

import json
import logging
import sys
from collections import Counter
from contextlib import suppress
from io import BytesIO
from math import hypot
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

MOST = 20_000_000  # characters of all pages; the longest reports have some million


def main(seconds: int, megabytes: int) -> None:
    """Read, and answer."""
    limit(seconds, megabytes)
    logging.disable()  # pypdf speaks of every oddity that it got over
    try:
        answer = told(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"problem": "memory"}
    except Exception as error:  # noqa: BLE001 - whatever a broken file makes pypdf do
        answer = {"problem": "broken", "why": " ".join(str(error).split())[:200]}
    json.dump(answer, sys.stdout)


def limit(seconds: int, megabytes: int) -> None:
    """Hold this process to so much computing and memory, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows; there the parent's clock must do
    except ImportError:
        return
    wanted = {"RLIMIT_CPU": seconds, "RLIMIT_AS": megabytes * 1_000_000, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        with suppress(ValueError, OSError):  # some systems do not have them all
            resource.setrlimit(getattr(resource, name), (most, most))


def told(data: bytes) -> dict[str, Any]:
    """What the file holds."""
    from pypdf import PdfReader  # noqa: PLC0415 - under the limits
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError  # noqa: PLC0415 - as above

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):  # an empty password only forbids printing and the like
            return {"problem": "encrypted"}
        pages = texts(reader)
    except (DependencyError, FileNotDecryptedError):
        return {"problem": "encrypted"}
    except LimitReachedError:
        return {"problem": "memory"}
    return {"problem": "long"} if pages is None else {"pages": pages, **about(reader)}


def texts(reader: PdfReader) -> list[list[tuple[str, float]]] | None:
    """The lines of each page; None where it is too much."""
    pages = []
    left = MOST
    for page in reader.pages:
        pages.append(lines(page))
        left -= sum(len(text) for text, _ in pages[-1])
        if left < 0:
            return None
    return pages


def lines(page: PageObject) -> list[tuple[str, float]]:
    """The lines of a page, each with the size of most of its letters."""
    pieces: list[tuple[str, float]] = []

    def visit(text: str, outer: list[float], inner: list[float], _: object, size: float) -> None:
        pieces.append((text, round(size * hypot(*inner[2:4]) * hypot(*outer[2:4]))))

    text = page.extract_text(visitor_text=visit)
    if "".join(piece for piece, _ in pieces) != text:
        pieces = [(text, 0)]  # put together otherwise than it was read
    return list(divided(pieces))


def divided(pieces: list[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Pieces of text put together to lines."""
    said, sizes = "", Counter[float]()
    for piece, size in pieces:
        for part in clean(piece).splitlines(keepends=True):
            said += part
            sizes[size] += len(part.strip())
            if [part] != part.splitlines():  # it ends in some kind of line end
                yield said.strip(), sizes.most_common(1)[0][0]
                said, sizes = "", Counter()
    if said:
        yield said.strip(), sizes.most_common(1)[0][0]


def about(reader: PdfReader) -> dict[str, str | None]:
    """Title, author, publisher and language; dates are left out: they tell when the file was made."""
    data, more = reader.metadata, reader.xmp_metadata
    publishers = more.dc_publisher if more else None
    said = {
        "title": data.title if data else None,
        "author": data.author if data else None,
        "publisher": publishers[0] if publishers else None,
        "language": reader.root_object.get("/Lang"),
    }
    return {name: clean(value) if isinstance(value, str) else None for name, value in said.items()}


def clean(text: str) -> str:
    """The text with the halves of characters that stand alone replaced: no one can write those down."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
