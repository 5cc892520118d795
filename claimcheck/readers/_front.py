"""YAML front matter: what an article says of itself between two lines of dashes."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.model import Span, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.readers._file import File

_OPENING = re.compile(r"\s*---[ \t]*\r?\n")
_KEY = re.compile(r"\s*---[ \t]*\r?\n[ \t]*[A-Za-z_]+[ \t]*:")
_MOST = 100_000  # characters; real ones have some hundred
_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher",),
    "author": ("author", "authors"),
    "published": ("published", "date"),
    "url": ("url",),
    "language": ("language", "lang"),
}  # what a source has -> how people call it, the first that is given counts


class Front(NamedTuple):
    """The fields for a `Source`, where the body begins, and the zones of all that stands before it."""

    fields: dict[str, Any]
    end: int
    zones: tuple[Span, ...]


NONE = Front({}, 0, ())
"""A text without front matter."""


def front_matter(file: File, text: str) -> Front:
    """Read the front matter of a text, if it has any.

    Raises:
        InputError: it cannot be parsed, is never closed, or holds a date that is none.
    """
    if not _OPENING.match(text):
        return NONE
    from frontmatter.default_handlers import YAMLHandler  # noqa: PLC0415 - only for files that have front matter

    handler = YAMLHandler()
    try:
        _, raw, body = handler.FM_BOUNDARY.split(text, 2)
    except ValueError:
        return _unclosed(file, text)
    entries = _parsed(file, raw, handler)
    if entries is None:
        return NONE  # two ruled lines around a sentence
    end = len(text) - len(body)
    return Front(_fields(file, entries), end, tuple(_zones(raw, text.index(raw, 3), end)))


def _unclosed(file: File, text: str) -> Front:
    if _KEY.match(text):
        raise file.problem("the front matter is never closed", "end it with a line that holds only ---")
    return NONE


def _parsed(file: File, raw: str, handler: Any) -> dict[str, Any] | None:
    """The mapping in the front matter; None where it is no mapping. Only plain YAML types are ever made."""
    import yaml  # noqa: PLC0415 - came with the handler

    if len(raw) > _MOST:
        raise _broken(file, " (it is too long)")
    try:
        entries = handler.load(raw, Loader=yaml.SafeLoader)  # the one in C crashes on a bomb of brackets
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f" (line {mark.line + 1}: {error.problem})" if mark else ""
        raise _broken(file, where) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # a date such as 2024-13-45, or that bomb
        raise _broken(file, f" ({str(error).splitlines()[0]})" if str(error) else "") from error
    return entries if isinstance(entries, dict) else None


def _broken(file: File, why: str) -> Exception:
    return file.problem(f"the front matter is no valid YAML{why}", "correct it; a text that holds a colon needs quotes")


def _fields(file: File, entries: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for field, names in _NAMES.items():
        value = next((entries[name] for name in names if entries.get(name) is not None), None)
        if value is not None:
            found[field] = _READ.get(field, _words)(file, value)
    return found


def _words(_: File, value: object) -> str | None:
    """A text; the names in a list are joined."""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value if isinstance(item, str)) or None
    return None if isinstance(value, dict) else " ".join(str(value).split()) or None


def _language(_: File, value: object) -> str | None:
    """Two letters of ``de-AT``. YAML takes a bare ``no`` for False: Norwegian was meant."""
    code = "no" if value is False else str(value).strip().lower()
    return code[:2] if re.fullmatch(r"[a-z]{2}([-_].*)?", code) else None


def _published(file: File, value: object) -> date:
    if isinstance(value, date):
        return value
    text = str(value).strip()
    if found := _iso(text) or _spoken(text):
        return found
    raise file.problem(f'"{text}" in its front matter is no date', "write it like 2024-05-16 or 2024-05-16T14:15")


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _spoken(text: str) -> date | None:
    """A full date in words or with full stops, such as "16. Mai 2024, 14:15"; none with two readings."""
    if not re.search(r"[^\W\d_]{3}|\d\.\s?\d", text) or not re.search(r"\b\d{4}\b", text):
        return None
    import dateparser  # noqa: PLC0415 - slow, and hardly ever needed

    parts = {"STRICT_PARSING": True, "DATE_ORDER": "DMY", "RETURN_AS_TIMEZONE_AWARE": False}
    found: datetime | None = dateparser.parse(text, languages=["de", "en"], settings=parts)
    if found is None:
        return None
    return found if ":" in text else found.date()


_READ: dict[str, Any] = {"published": _published, "language": _language}


def _zones(raw: str, offset: int, end: int) -> Iterator[Span]:
    """Metadata up to ``end``, but for the words of the title, which are a headline."""
    at = 0
    for start, stop in _title(raw):
        yield Span(start=0, end=offset + start, zone=Zone.METADATA)
        yield Span(start=offset + start, end=(at := offset + stop), zone=Zone.HEADLINE)
    yield Span(start=at, end=end, zone=Zone.METADATA)


def _title(raw: str) -> Iterator[tuple[int, int]]:
    """Where the words of the title stand, without their quotation marks; nothing where it has none."""
    import yaml  # noqa: PLC0415 - came with the handler

    node = yaml.compose(raw, Loader=yaml.SafeLoader)
    pairs = node.value if node else ()
    titles = [value for key, value in pairs if key.value in _NAMES["title"] and isinstance(value, yaml.ScalarNode)]
    for value in titles[:1]:
        start, stop = value.start_mark.index, value.end_mark.index
        if value.style in ("|", ">"):  # the words begin on the line after the mark
            start = raw.find("\n", start) + 1
        quotes = 1 if value.style in ("'", '"') else 0
        words = raw[start + quotes : stop - quotes]
        if words.strip():
            start += quotes + len(words) - len(words.lstrip())
            yield start, start + len(words.strip())
