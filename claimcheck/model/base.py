"""What all records share: frozen, closed, exact."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, ValidationError

from claimcheck.errors import ArgumentError, ClaimcheckError, shown

if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass
else:
    ModelMetaclass = type(BaseModel)


class _Made(ModelMetaclass):
    """Says in one sentence of ours what is wrong with the values for a record.

    Only what people call themselves comes by here: records inside records, from JSON or from rows, do not.
    """

    if not TYPE_CHECKING:  # the signature is that of the record's fields

        def __call__(self, *values: Any, **fields: Any) -> Any:
            if values:
                raise self._refused(f"its fields are given by name{self._by_hand()}")
            try:
                return super().__call__(**fields)
            except ValidationError as error:
                from claimcheck.model.amiss import amiss  # noqa: PLC0415 - nobody needs it who makes no mistake

                wrong = amiss(error, self)
                raise self._refused(wrong + (self._by_hand() if wrong.endswith("is missing") else "")) from error
            except TypeError as error:
                if not (open_ := ", ".join(sorted(self.__abstractmethods__))):
                    raise
                raise self._refused(f"the method {open_} is missing; make a subclass that has it") from error

        def _by_hand(self) -> str:
            """How the record is made from what people know of it, where it can be."""
            made = getattr(self, "of", None)
            return f"; give it, or let {self.__name__}.of(...) make the record" if made else "; give it"


class Record(BaseModel, metaclass=_Made):
    """A frozen record that refuses unknown fields.

    Records are values: two with the same fields are equal, and none changes after it was made. The validators are
    built on first use (``defer_build``), so that importing the model stays cheap.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def _refused(cls, wrong: str) -> ClaimcheckError:
        """The error about values that make no such record."""
        return ArgumentError(f"{cls.__name__}: {wrong}{'' if wrong.endswith('?') else '.'}")


class Choice(StrEnum):
    """One of a few words. A wrong one is said with all that there are."""

    @classmethod
    def _missing_(cls, value: object) -> Choice:
        there_are = ", ".join(cls)
        raise ArgumentError(f"{shown(value)} is no {cls.__name__}; it is one of {there_are}.")


R = TypeVar("R", bound=Record)
_DAY = len("2024-05-16")


def lean(record: R) -> R:
    """A new record to which every field was given, without a set of its own that says so.

    pydantic keeps the names of the fields given beside each record; of a small one that is most of its memory.
    """
    object.__setattr__(record, "__pydantic_fields_set__", _all_fields(type(record)))
    return record


@cache
def _all_fields(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)


def moment(value: Any) -> Any:
    """ISO 8601 text becomes a datetime where it has a time of day, else a date; what is no text is left as it is.

    Raises:
        ArgumentError: it is another text, or a number: nobody means seconds since 1970.

    >>> moment("2024-05-16"), moment("2024-05-16 14:15").hour
    (datetime.date(2024, 5, 16), 14)
    """
    if isinstance(value, int | float) or (isinstance(value, str) and not (said := value.strip())):
        raise _no_date(value)
    if not isinstance(value, str):
        return value
    try:
        return datetime.fromisoformat(said) if len(said) > _DAY else date.fromisoformat(said)
    except ValueError as error:
        raise _no_date(value) from error


def _no_date(value: object) -> ArgumentError:
    return ArgumentError(f"{shown(value)} is no date; write it like 2024-05-16 or 2024-05-16T14:15")


def published_at(value: Any) -> Any:
    """When something was published, as callers give it: a date, a datetime or ISO 8601 text.

    Raises:
        ArgumentError: it is none of these.
    """
    try:
        return moment(value)
    except ArgumentError as error:
        raise ArgumentError(f"published: {error}", argument="published") from error


def _plain(value: Decimal) -> str:
    """Write a Decimal without an exponent: ``1E+3`` and ``1000`` are the same number and shall look the same."""
    return format(value, "f")


Number = Annotated[Decimal, PlainSerializer(_plain, return_type=str, when_used="json")]
"""An exact decimal number; a decimal string in JSON."""

Moment = Annotated[datetime | date, BeforeValidator(moment)]
"""A calendar day, or a day with a time of day."""
