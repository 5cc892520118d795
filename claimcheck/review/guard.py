"""Who may speak to the review page: the browser that holds its key, on this machine, and nobody through it.

The address with the key is used once: it becomes a cookie that scripts cannot read and other sites cannot send. The
Host header is checked against DNS rebinding, changes need a second key that stands only in the page, and what is sent
may not be larger than a limit.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAFE = {"GET", "HEAD", "OPTIONS"}


@dataclass(frozen=True)
class Keys:
    """What a page is opened with (``token``), what its requests carry (``csrf``), and where it may be asked for.

    >>> Keys(8000).hosts
    ('127.0.0.1:8000', 'localhost:8000')
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def hosts(self) -> tuple[str, str]:
        """The names under which the page answers."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies do not tell ports apart, so the name does."""
        return f"claimcheck_{self.port}"

    @property
    def address(self) -> str:
        """Where to open the page."""
        return f"http://{self.hosts[0]}/?token={self.token}"


class Guard:
    """Stands before the application; an ASGI middleware."""

    def __init__(self, app: ASGIApp, *, keys: Keys, limit: int, refused: str) -> None:
        """Let in who holds ``keys``, with at most ``limit`` bytes; tell all others what ``refused`` says."""
        self.app = app
        self.keys = keys
        self.limit = limit
        self.refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        app = self._answer(scope) or self.app
        await app(scope, receive, _with_headers(send))

    def _answer(self, scope: Scope) -> Response | None:
        """What to say instead of passing a request on; None: pass it on."""
        headers = Headers(scope=scope)
        if headers.get("host") not in self.keys.hosts:
            return PlainTextResponse("This page answers only on this machine.", 421)
        if _is_key(_asked_with(scope), self.keys.token):
            return self._welcome()
        if not self._may_read(headers) or not self._may_change(scope["method"], headers):
            return PlainTextResponse(self.refused, 403)
        return self._too_large(headers)

    def _welcome(self) -> Response:
        """The key goes into a cookie and out of the address, where it would stay in the history."""
        response = RedirectResponse("/", 303)
        response.set_cookie(self.keys.cookie, self.keys.token, httponly=True, samesite="strict")
        return response

    def _may_read(self, headers: Headers) -> bool:
        return self._is_program(headers) or _is_key(_cookie(headers, self.keys.cookie), self.keys.token)

    def _is_program(self, headers: Headers) -> bool:
        """Whether it sends the key in a header, which no other site can make a browser do."""
        scheme, _, given = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and _is_key(given.strip(), self.keys.token)

    def _may_change(self, method: str, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in self.keys.hosts}:
            return False
        return method in SAFE or self._is_program(headers) or _is_key(headers.get("x-csrf-token", ""), self.keys.csrf)

    def _too_large(self, headers: Headers) -> Response | None:
        """The server holds a sender to the length that is stated; a body without one might never end."""
        if "transfer-encoding" in headers:
            return PlainTextResponse("Say in Content-Length how much is sent.", 411)
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) <= self.limit:
            return None
        return PlainTextResponse(f"At most {self.limit} bytes can be sent.", 413)


def _is_key(given: str, key: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), key.encode())


def _asked_with(scope: Scope) -> str:
    """The key in the address of the page."""
    query = parse_qs(scope["query_string"].decode("latin-1"))
    return query.get("token", [""])[0] if scope["path"] == "/" and scope["method"] == "GET" else ""


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return sent
