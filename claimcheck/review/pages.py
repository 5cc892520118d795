"""The pages for people: the worklist, one finding, a decision about it, and the texts."""

from __future__ import annotations

from functools import cache, partial
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.errors import InputError
from claimcheck.messages import say
from claimcheck.model import State
from claimcheck.review.desk import REASON_LIMIT

if TYPE_CHECKING:
    from claimcheck.model import Finding
    from claimcheck.review.desk import Desk

router = APIRouter(include_in_schema=False)

STATIC = {
    "htmx.min.js": "text/javascript",
    "htmx.LICENSE.txt": "text/plain",
    "review.js": "text/javascript",
    "review.css": "text/css",
    "icon.svg": "image/svg+xml",
}
NOTE = "note"
"""What the button sends that changes the words of a decision and not its state."""


@router.get("/")
def page(request: Request) -> HTMLResponse:
    """The whole page: the list, and room for one finding."""
    desk = _desk(request)
    desk.renew()
    rows = desk.rows()
    return _html(
        "page.html", desk, rows=rows, tally=desk.tally(), csrf=request.app.state.keys.csrf,
        rules=sorted({row.finding.rule for row in rows}), severities=dict.fromkeys(r.finding.severity for r in rows),
    )  # fmt: skip


@router.get("/findings/{fingerprint}")
def show(request: Request, fingerprint: str) -> HTMLResponse:
    """One finding, with its decisions and the form for another."""
    desk = _desk(request)
    return _html("finding.html", desk, **_shown(desk, _finding(desk, fingerprint)))


@router.post("/findings/{fingerprint}/decision")
def decide(
    request: Request,
    fingerprint: str,
    state: Annotated[State | str, Form()],
    why: Annotated[str, Form(max_length=REASON_LIMIT)] = "",
) -> HTMLResponse:
    """Save a decision; the answer is the finding, its line in the list and the tally."""
    desk = _desk(request)
    finding = _finding(desk, fingerprint)
    chosen = desk.decisions.state(fingerprint) if state == NOTE else _state(state)
    if chosen.suppresses and not why.strip():
        trouble = say(desk.lang, "review.needs_reason", state=say(desk.lang, f"review.{chosen.value}"))
        return _html("finding.html", desk, 422, **_shown(desk, finding, why=why, trouble=trouble))
    try:
        desk.decide(finding, chosen, why)
    except InputError as error:
        return _html("finding.html", desk, 507, **_shown(desk, finding, why=why, trouble=str(error)))
    shown = _shown(desk, finding, saved=True)
    return _html("decided.html", desk, row=desk.row(finding), tally=desk.tally(), **shown)


@router.get("/texts")
def texts(request: Request) -> HTMLResponse:
    """The articles in full, every figure linked to its findings."""
    return HTMLResponse(_desk(request).story.texts())


@router.get("/static/report.css")
def report_style(request: Request) -> Response:
    """The style sheet of findings and texts."""
    return Response(request.app.state.style, media_type="text/css")


@router.get("/static/{name}")
def static(name: str) -> Response:
    """A file that is the same for everybody."""
    if name not in STATIC:
        raise HTTPException(404)
    return Response(_file(name), media_type=STATIC[name])


@cache
def _file(name: str) -> bytes:
    return resources.files("claimcheck.review").joinpath("static", name).read_bytes()


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _finding(desk: Desk, fingerprint: str) -> Finding:
    finding = desk.finding(fingerprint)
    if finding is None:
        raise HTTPException(404)
    return finding


def _state(name: str) -> State:
    try:
        return State(name)
    except ValueError as error:
        raise HTTPException(422) from error


def _shown(desk: Desk, finding: Finding, **more: Any) -> dict[str, Any]:
    """What the template of a finding needs; ``why`` is what stands in the form."""
    history = desk.decisions.history.get(finding.fingerprint, ())
    known = {"why": history[-1].justification if history else "", "trouble": None, "saved": False}
    state = desk.decisions.state(finding.fingerprint)
    return {"finding": finding, "article": Markup(desk.story.show(finding)), "history": history, "state": state} | (  # noqa: S704 - the writer escapes
        known | more
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("claimcheck.review"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


def _html(name: str, desk: Desk, status: int = 200, **names: Any) -> HTMLResponse:
    label = partial(_label, desk.lang)
    template = _templates().get_template(name)
    return HTMLResponse(template.render(desk=desk, lang=desk.lang, say=label, limit=REASON_LIMIT, **names), status)


def _label(lang: str, key: str, /, **names: object) -> str:
    return say(lang, key if "." in key else f"review.{key}", **names)
