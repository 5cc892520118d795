"""What the library says where a hurried caller gives it the wrong thing: one sentence of ours, with the way out."""

# mypy: disable-error-code="arg-type, call-arg, list-item"

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck import (
    Claim,
    ClaimcheckError,
    Comparison,
    Document,
    Event,
    Finding,
    Mention,
    Period,
    Quantity,
    Report,
    Rule,
    Settings,
    Severity,
    Source,
    Topic,
    check,
    compare,
    extract,
    match,
    mentions,
    read,
    write,
)  # fmt: skip
from claimcheck.errors import ArgumentError, ConfigError, InputError, MissingExtra, UnknownLanguage

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = Document.of("Am Montag wurden zwölf Abkommen unterzeichnet.", language="de")
CLAIM = Claim.of("12", source="a")
REPORT = check(TEXT)


def complaint(work: Callable[[], object]) -> str:
    with pytest.raises(ClaimcheckError) as caught:
        work()
    said = str(caught.value)
    assert "\n" not in said
    assert "pydantic" not in said
    return said


def untyped(kind: Any) -> Any:
    return kind


def of(**about: Any) -> Callable[[], object]:
    return lambda: Claim.of(**{"value": "12", "source": "a", **about})


@pytest.mark.parametrize(
    ("work", "argument", "says"),
    [
        (of(value="blah"), "value", '"blah" holds no value; give one figure or date'),
        (of(value="12 and 14", language="en"), "value", "holds 2 values"),
        (of(value=12), "value", 'it must be a text, not 12; write "12"'),
        (of(source=3), "source", "it must be a text, not 3"),
        (of(about=3), "about", "it must be a text"),
        (of(language="xx"), "language", "xx has no language pack; there are: de, en"),
        (of(abuot="x"), "abuot", 'unknown keyword "abuot" - did you mean about?'),
        (of(status="finished"), "status", "it is one of planned, announced, done, denied"),
        (of(aspect="whole"), "aspect", "it is one of total, part"),
        (of(direction="sideways"), "direction", "it is one of up, down"),
        (of(when="whenever"), "when", '"whenever" holds no value'),
        (of(when="12 people"), "when", '"12 people" is not a date'),
        (of(when=3), "when", "it must be a text"),
        (of(entities="China"), "entities", 'write ["China"]'),
        (of(scope=[3]), "scope", "it must be a text"),
        (of(published="gestern"), "published", 'published: "gestern" is no date; write it like 2024-05-16'),
    ],
)
def test_a_claim_by_hand_says_which_argument_is_wrong(work: Callable[[], object], argument: str, says: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        work()
    assert caught.value.argument == argument
    assert says in str(caught.value)


def test_a_claim_by_hand_takes_dates_as_they_are() -> None:
    made = Claim.of("12", source="a", when=date(2024, 5, 16), published="2024-05-16")
    assert made.when is not None
    assert made.when.first == date(2024, 5, 16)


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (lambda: check(3), "check takes a path, a Document or a Claim, not 3; give one such as"),
        (lambda: check([TEXT]), "put a star before the list: check(*inputs)"),
        (lambda: check(TEXT, Settings()), "name it: check(..., settings=...)"),
        (lambda: check(TEXT, settings={"language": "de"}), 'make them with Settings(language="de")'),
        (lambda: check(TEXT, settings=Settings(language="xx")), 'unknown language "xx" - known are: de'),
        (lambda: check(TEXT, settings=Settings(ignore=["value-missmatch"])), "did you mean value-mismatch?"),
        (lambda: check(TEXT, settings=Settings(rule={"digit-swap": {"x": 1}})), "digit-swap has no options"),
        (lambda: check("missing"), "missing: there is no such file or folder"),
        (lambda: check("Am Montag kamen zwölf.\nAm Dienstag elf."), "Document.of(text)"),
        (lambda: check("Am Montag kamen zwölf. " * 50), "Document.of(text)"),
        (lambda: read(3), "read takes a path, not 3"),
        (lambda: read(["a.md"]), "put a star before the list: read(*paths)"),
        (lambda: extract(3), "extract takes a list of Documents, not 3; read(path) makes them"),
        (lambda: extract(TEXT), "put it in brackets: extract([...])"),
        (lambda: extract("a.md"), 'not "a.md"; read(path) makes them'),
        (lambda: extract(["a.md"]), '"a.md" is none'),
        (lambda: match(3), "match takes a list of Claims, not 3; extract(documents) makes them"),
        (lambda: match(CLAIM), "match([...])"),
        (lambda: match([TEXT]), "a Document is none"),
        (lambda: match([CLAIM], [3]), "match takes a list of Documents, and 3 is none"),
        (lambda: compare(3), "compare takes a Comparison, not 3; match(claims) makes one"),
        (lambda: compare(REPORT), "not a Report"),
        (lambda: compare(match([CLAIM]), 3), "settings: 3 was given"),
        (lambda: write(3), "write takes a Report, not 3; check(...) makes one"),
        (lambda: write(REPORT, "nope"), 'unknown format "nope"'),
        (lambda: write(REPORT, 3), "the name of a format, such as json, not 3"),
        (lambda: write(REPORT, "full", colour=True), 'unknown option "colour" - did you mean color?'),
        (lambda: write(REPORT, "full", lang="fr"), 'no messages in "fr"; lang is one of en, de'),
        (lambda: write(REPORT, "full", documents=3), "write takes a list of Documents, not 3"),
        (lambda: mentions(3), "mentions takes a text, not 3"),
        (lambda: mentions("12", language="xx"), "xx has no language pack"),
        (lambda: mentions("12", "de", "gestern"), 'published: "gestern" is no date'),
        (lambda: mentions("12", "de", 3), "published: 3 is no date"),
        (lambda: REPORT.at_least("loud"), '"loud" is no Severity; it is one of error, warning, note'),
        (lambda: Severity("loud"), '"loud" is no Severity'),
    ],
)
def test_a_function_says_what_it_takes(work: Callable[[], object], says: str) -> None:
    assert says in complaint(work)


@pytest.mark.parametrize(
    ("work", "says"),
    [
        (lambda: Settings(x=1), 'Settings: unknown field "x" - known are: allow_fetch'),
        (lambda: Settings(langauge="de"), "did you mean language?"),
        (lambda: Settings(language="german"), 'it must be two small letters such as de, not "german"'),
        (lambda: Settings(jobs=0), "it must be at least 1, not 0"),
        (lambda: Settings(ignore="value-mismatch"), 'it must be a list such as ["value-mismatch"], not "'),
        (lambda: untyped(Settings)("de"), "its fields are given by name"),
        (lambda: Document.of(3), "Document.of takes a text, not 3; read(path) reads a file"),
        (lambda: Document.of(b"Text"), "takes a text"),
        (lambda: Document.of("t", id=3), '"id" cannot be used: it must be a text, not 3'),
        (lambda: Document.of("t", published="gestern"), 'published: "gestern" is no date; write it like 2024-05-16'),
        (lambda: Document.of("t", published=2024), "published: 2024 is no date"),
        (lambda: Document.of("t", language="german"), "write two letters such as de"),
        (lambda: untyped(Document)("t"), "let Document.of(...) make the record"),
        (lambda: Document(text="t"), 'the field "source" is missing'),
        (Source, 'the field "id" is missing'),
        (untyped(Rule), "Rule: the method check is missing; make a subclass that has it."),
        (Claim, "let Claim.of(...) make the record"),
        (lambda: Comparison(claims=3), '"claims" cannot be used: it must be a list, not 3'),
        (lambda: Comparison(claims=[3]), '"claims no. 1" cannot be used'),
        (lambda: Event(id=3), '"id" cannot be used'),
        (Finding, "is missing"),
        (Mention, "is missing"),
        (lambda: Period(timex="2024", start="soon"), '"soon" is no date'),
        (lambda: Quantity(literal="12", low="x", outer={}), 'it must be a number, not "x"'),
        (lambda: Report(x=1), 'unknown field "x"'),
        (Topic, "is missing"),
    ],
)
def test_a_record_says_what_is_wrong_with_its_values(work: Callable[[], object], says: str) -> None:
    assert says in complaint(work)


def test_errors_are_also_what_python_raises_for_the_like() -> None:
    with pytest.raises(ValueError, match="no value"):
        Claim.of("blah", source="a")
    with pytest.raises(TypeError, match="check takes"):
        check(3)
    with pytest.raises(KeyError, match="xx has no language pack"):
        mentions("12", language="xx")


@pytest.mark.parametrize(
    "error",
    [
        ArgumentError("No.", argument="value"), ConfigError("No."), InputError("a.md", "it is empty", "leave it out"),
        MissingExtra("This", "html"), UnknownLanguage("xx", ["de"]),
    ],
)  # fmt: skip
def test_errors_come_out_of_another_process_as_they_were(error: ClaimcheckError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - ours
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
