"""The interface for programs: texts in, a report out, and the decisions about what the page shows.

It takes text, never paths or addresses: whoever can reach it can make it read nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Path, Request, Response, Security
from fastapi.security import HTTPBearer
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from claimcheck.model import Document, Moment, Report, State
from claimcheck.review.decisions import Decision  # noqa: TC001 - FastAPI reads the annotations
from claimcheck.review.desk import REASON_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.review.desk import Desk

MOST = 1000  # documents of one request
NAME = 500  # characters of a name or title


def _whole(text: str) -> str:
    """JSON can hold half a character (a lone surrogate), which no file and no answer can."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("the text holds half a character") from error
    return text


Text = Annotated[str, AfterValidator(_whole)]
Name = Annotated[str, Field(max_length=NAME), AfterValidator(_whole)]


@dataclass(frozen=True)
class Checker:
    """The way from documents to a report; it lies above this layer, so it is given."""

    check: Callable[[Sequence[Document]], Report]
    json: Callable[[Report], str]
    wire: type[BaseModel]
    """The shape of a report as JSON."""


class Sent(BaseModel):
    """What is sent to us: nothing that we do not know."""

    model_config = ConfigDict(extra="forbid")


class SentDocument(Sent):
    """A text, and what is known of it; all but the text is optional."""

    text: Text
    id: Annotated[str, Field(min_length=1, max_length=NAME), AfterValidator(_whole)] | None = None
    """How the report calls it; otherwise ``text-1``, ``text-2`` ..."""
    title: Name | None = None
    publisher: Name | None = None
    author: Name | None = None
    published: Annotated[Moment | None, Field(examples=["2024-05-16"])] = None
    language: Annotated[str, Field(pattern="^[a-z]{2}$")] | None = None
    """ISO 639-1 code; otherwise it is found out."""
    origin: Name | None = None
    """Id of the wire report that this is a copy of."""


class SentDocuments(Sent):
    """Several texts on one story."""

    documents: list[SentDocument] = Field(min_length=1, max_length=MOST)

    @model_validator(mode="after")
    def _ids_differ(self) -> SentDocuments:
        names = [document.id for document in self.made()]
        if len(set(names)) < len(names):
            raise ValueError("two documents have the same id")
        return self

    def made(self) -> list[Document]:
        """The documents.

        >>> [d.id for d in SentDocuments(documents=[SentDocument(text="Eins."), SentDocument(text="Zwei.")]).made()]
        ['text-1', 'text-2']
        """
        return [
            Document.of(**{**sent.model_dump(), "id": sent.id or f"text-{number}"})
            for number, sent in enumerate(self.documents, 1)
        ]


class Shown(Sent):
    """A finding stays visible."""

    state: Literal[State.OPEN, State.CONFIRMED]
    justification: Annotated[str, Field(max_length=REASON_LIMIT), AfterValidator(_whole)] = ""
    """A note."""


class Hidden(Sent):
    """A finding is hidden from now on, for a reason."""

    state: Literal[State.EXPLAINED, State.DISMISSED]
    justification: Annotated[str, Field(max_length=REASON_LIMIT, pattern=r"\S"), AfterValidator(_whole)]


SentDecision = Annotated[Shown | Hidden, Field(discriminator="state")]
"""What is decided about a finding."""


class Problem(BaseModel):
    """Why something was not done."""

    detail: str | list[dict[str, Any]]


_TEXT: dict[str, Any] = {"content": {"text/plain": {"schema": {"type": "string"}}}}
_REFUSED: dict[int | str, dict[str, Any]] = {
    400: {"description": "What was sent is no JSON.", "model": Problem},
    403: {"description": "The key is missing: send Authorization: Bearer and the token of the address.", **_TEXT},
    411: {"description": "The length of what is sent must be stated.", **_TEXT},
    413: {"description": "Too much was sent at once.", **_TEXT},
    422: {"description": "What was sent does not fit.", "model": Problem},
}
_BROKEN: dict[int | str, dict[str, Any]] = {
    409: {"description": "A file of decisions is broken, or cannot be written.", "model": Problem}
}
_UNKNOWN: dict[int | str, dict[str, Any]] = {404: {"description": "There is no such finding.", "model": Problem}}


def router(wire: type[BaseModel]) -> APIRouter:
    """The paths below ``/api``; ``wire`` is the shape of a report."""
    made = APIRouter(prefix="/api", responses=_REFUSED, dependencies=[Security(HTTPBearer(auto_error=False))])
    made.post("/check", response_model=wire)(check)
    made.get("/report", response_model=wire)(report)
    made.get("/decisions", responses=_BROKEN)(decisions)
    made.post("/findings/{fingerprint}/decisions", status_code=201, responses={**_BROKEN, **_UNKNOWN})(decide)
    return made


def check(request: Request, sent: SentDocuments) -> Response:
    """Compare texts; the answer is the report that ``claimcheck check --output json`` writes."""
    checker: Checker = request.app.state.checker
    return _json(checker.json(checker.check(sent.made())))


def report(request: Request) -> Response:
    """The report that the review page shows, decided findings included."""
    checker: Checker = request.app.state.checker
    return _json(checker.json(_desk(request).story.report))


def decisions(request: Request) -> list[Decision]:
    """The decision that holds for each finding."""
    return list(_desk(request).decisions.current.values())


def decide(
    request: Request, fingerprint: Annotated[str, Path(pattern="^[0-9a-f]{64}$")], sent: SentDecision
) -> Decision:
    """Decide about a finding that the review page shows."""
    desk = _desk(request)
    finding = desk.finding(fingerprint)
    if finding is None:
        raise HTTPException(404, "there is no finding with this fingerprint")
    return desk.decide(finding, sent.state, sent.justification)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _json(text: str) -> Response:
    return Response(text, media_type="application/json")
