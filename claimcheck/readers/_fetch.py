"""Pages at addresses. Nothing here runs unless the user allowed it on the command line."""

from __future__ import annotations

import time
from http.client import HTTPException
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib import request
from urllib.error import HTTPError
from urllib.parse import urlsplit

from claimcheck.errors import InputError
from claimcheck.readers._file import File, size

if TYPE_CHECKING:
    from claimcheck.model import Document

_PATIENCE = 20  # seconds for an answer
_LONGEST = 120  # seconds for the whole of it: some servers give a byte at a time
_PIECE = 65_536
_WAY_OUT = "check the address and the connection, or save the page and name its file"
_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # a plain text says nothing: it may be Markdown


def fetch(address: str, most: int) -> File:
    """What is found at an address, as a file of the kind that the server says it is.

    Raises:
        InputError: the server does not answer, or with an error or with more than ``most`` bytes.
    """
    try:
        with _opener().open(_request(address), timeout=_PATIENCE) as answer:
            data = _read(address, answer, most)
            kind = _KINDS.get(answer.headers.get_content_type())
    except HTTPError as error:
        error.close()  # it holds the answer open
        raise InputError(address, f"the server answers {error.code} {error.reason}", _WAY_OUT) from error
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(address, f"it cannot be fetched ({reason})", _WAY_OUT) from error
    return File(address, data, kind or PurePosixPath(urlsplit(address).path).suffix.lower())


def located(document: Document, address: str) -> Document:
    """A document from an address instead of a file."""
    source = document.source
    changed = source.model_copy(update={"path": None, "url": source.url or address})
    return document.model_copy(update={"source": changed})


def _request(address: str) -> request.Request:
    return request.Request(address, headers={"User-Agent": "claimcheck"})  # noqa: S310 - the opener knows only HTTP


def _opener() -> request.OpenerDirector:
    """HTTP and HTTPS alone, also after a redirection: never a file of this machine."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler, request.HTTPRedirectHandler,
        request.HTTPErrorProcessor, request.HTTPDefaultErrorHandler, request.UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


def _read(address: str, answer: Any, most: int) -> bytes:
    data = b""
    end = time.monotonic() + _LONGEST
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > most:
            raise InputError(address, f"it is over the limit of {size(most)}", "raise the limit with --max-size")
        if time.monotonic() > end:
            raise TimeoutError("it takes too long")
    return data
