"""The review page as an application: what is asked for where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.messages import say
from claimcheck.review import api, pages
from claimcheck.review.guard import Guard

if TYPE_CHECKING:
    from claimcheck.review.api import Checker
    from claimcheck.review.desk import Desk
    from claimcheck.review.guard import Keys


def create_app(desk: Desk, checker: Checker, keys: Keys, *, style: str, limit: int) -> FastAPI:
    """The application: pages for people at ``/``, the same for programs at ``/api``.

    ``style`` is the style sheet of the findings, ``limit`` the most bytes that may be sent.
    """
    app = FastAPI(
        title="claimcheck", version=__version__, openapi_url="/api/openapi.json", docs_url=None, redoc_url=None,
        summary="Shows which figures and dates of several texts cannot all be true, and why.",
    )  # fmt: skip
    app.state.desk, app.state.checker, app.state.keys, app.state.style = desk, checker, keys, style
    app.include_router(pages.router)
    app.include_router(api.router(checker.wire))
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_exception_handler(ClaimcheckError, _not_possible)
    app.add_middleware(Guard, keys=keys, limit=limit, refused=say(desk.lang, "review.refused"))
    return app


def _not_valid(request: Request, error: Exception) -> Response:
    """What does not fit, but never what was sent: it may hold what cannot be written back."""
    del request
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what this is registered for
    found = [{"loc": [str(step) for step in e["loc"]], "msg": e["msg"], "type": e["type"]} for e in error.errors()]
    return JSONResponse({"detail": found}, 422)


def _not_possible(request: Request, error: Exception) -> Response:
    """A sentence about a file: one that is broken or cannot be written is a conflict with what is on the disk."""
    status = 409 if isinstance(error, InputError) else 500
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": str(error)}, status)
    return PlainTextResponse(str(error), status)
