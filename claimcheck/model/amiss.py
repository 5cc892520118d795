"""What is wrong with values for a record, in our words instead of pydantic's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args, get_origin

from claimcheck.errors import did_you_mean, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

_KINDS = {
    "string": "a text",
    "tuple": "a list",
    "dict": "a table of names and values",
    "int": "a whole number",
    "bool": "true or false",
    "decimal": "a number",
    "float": "a number",
    "date": "a date such as 2024-05-16",
    "datetime": "a date such as 2024-05-16",
}
"""First word of pydantic's kind of error -> what belongs there."""

_PATTERNS = {
    "^[a-z]{2}$": "two small letters such as de",
    "^[a-z][a-z0-9-]*$": "small letters, digits and hyphens, such as turnout-apart",
    "^[0-9a-f]{64}$": "64 hexadecimal digits",
}
_BOUNDS = {
    "greater_than": "a number above {gt}",
    "greater_than_equal": "at least {ge}",
    "model_type": "a table with the fields of {class_name}",
    "model_attributes_type": "a record or a table of its fields",
}
_PLAIN = ("type", "parsing", "from_float", "from_datetime_parsing", "from_datetime_inexact", "from_date_parsing")
"""How a kind of error goes on where nothing but the kind of value is wrong."""
_BARE = re.compile(r"^(Input|String|Value|List|Tuple) should ")


def amiss(error: ValidationError, record: type[BaseModel], written: Callable[[str], str] = str, noun: str = "") -> str:
    """The first thing that is wrong with values for ``record``, and what would be right, without a full stop.

    Args:
        error: what pydantic says.
        record: what was to be made.
        written: how the user writes the name of a field.
        noun: what the user calls a field; "field" where nothing else is given.

    >>> from pydantic import ValidationError
    >>> from claimcheck.model import Source
    >>> try:
    ...     Source.model_validate({"id": "a", "titel": "On bells"})
    ... except ValidationError as error:
    ...     amiss(error, Source)
    'unknown field "titel" - did you mean title?'
    """
    first = error.errors(include_url=False)[0]
    path, owner = _path(first["loc"], record)
    noun = noun or "field"
    if first["type"] == "extra_forbidden":
        name = str(first["loc"][-1])
        hint = did_you_mean(written(name), map(written, owner.model_fields))
        return f'unknown {noun} "{name}"{_in(path, written)}{hint}'
    if not path:
        return belongs(first)
    *path, key = path
    verdict = "is missing" if first["type"] == "missing" else f"cannot be used: {belongs(first)}"
    noun = f"the {noun} " if first["type"] == "missing" else ""
    return f'{noun}"{written(key)}"{_in(path, written)} {verdict}'


def _in(path: list[str], written: Callable[[str], str]) -> str:
    return f" in {' '.join(map(written, path))}" if path else ""


def belongs(first: ErrorDetails) -> str:
    """What should stand there instead of what does."""
    context = first.get("ctx", {})
    kind = first["type"]
    if kind in ("value_error", "assertion_error"):
        return str(context.get("error", first["msg"]))
    return f"it must be {_wanted(kind, context, first['msg'], first['input'])}, not {shown(first['input'])}"


def _wanted(kind: str, context: dict[str, Any], said: str, given: object) -> str:
    if choice := context.get("expected") or context.get("expected_tags"):
        return f"one of {choice}".replace("'", "").replace(" or ", ", ")
    if kind in _BOUNDS:
        return _BOUNDS[kind].format(**context)
    if kind == "tuple_type" and isinstance(given, str):
        return f"a list such as [{shown(given)}]"
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(context["pattern"], f"a text like {context['pattern']}")
    first, _, detail = kind.partition("_")
    return _KINDS[first] if first in _KINDS and detail in _PLAIN else _BARE.sub("", said).removeprefix("be ")


def _path(steps: tuple[int | str, ...], record: Any) -> tuple[list[str], Any]:
    """The names that lead to what is wrong, and the record that the last one leads to.

    pydantic also names the branch that it tried of a union; nobody has written that.
    """
    names: list[str] = []
    free = False
    for step in steps:
        field = _field(record, step)
        if field is not None:
            names.append(str(step))
            free = get_origin(field.annotation) is dict
            record = _record_in(field.annotation) or record
        elif isinstance(step, int) and names:
            names[-1] += f" no. {step + 1}"
        elif free:
            names.append(str(step))
    return names, record


def _field(record: Any, step: object) -> Any:
    """The field of a name, in the record or in an alias of the record; None where there is none."""
    fields = record.model_fields
    return fields.get(step) or next((field for field in fields.values() if field.alias == step), None)


def _record_in(annotation: Any) -> Any:
    """The record that a field holds, alone, in a list or in a union; None where there is none."""
    if hasattr(annotation, "model_fields"):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part)) is not None), None)
