"""What all records share: frozen, closed, exact."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer


class Record(BaseModel):
    """A frozen record that refuses unknown fields.

    Records are values: two with the same fields are equal, and none changes after it was made. The validators are
    built on first use (``defer_build``), so that importing the model stays cheap.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


R = TypeVar("R", bound=Record)


def lean(record: R) -> R:
    """A new record to which every field was given, without a set of its own that says so.

    pydantic keeps the names of the fields given beside each record; of a small one that is most of its memory.
    """
    object.__setattr__(record, "__pydantic_fields_set__", _all_fields(type(record)))
    return record


@cache
def _all_fields(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)


def _moment(value: object) -> object:
    """ISO 8601 text with a time of day becomes a datetime, without one a date; anything else is left to pydantic."""
    if isinstance(value, str):
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return value


def _plain(value: Decimal) -> str:
    """Write a Decimal without an exponent: ``1E+3`` and ``1000`` are the same number and shall look the same."""
    return format(value, "f")


Number = Annotated[Decimal, PlainSerializer(_plain, return_type=str, when_used="json")]
"""An exact decimal number; a decimal string in JSON."""

Moment = Annotated[datetime | date, BeforeValidator(_moment)]
"""A calendar day, or a day with a time of day."""
