"""The findings of a report as a data frame: one row for each figure of a finding, in the library that is at hand."""

from __future__ import annotations

import sys
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ConfigError, MissingExtra, did_you_mean
from claimcheck.writers._order import ordered
from claimcheck.writers._plain import claim_dict, finding_dict

if TYPE_CHECKING:
    from claimcheck.model import Report

BACKENDS = ("polars", "pandas", "pyarrow")
OF_FINDING = ("fingerprint", "rule", "severity", "outcome", "cause", "message", "topic", "separation")
OF_CLAIM = (
    "source", "start", "end", "text", "quote", "kind", "value", "low", "high", "unit", "hedge", "timex",
    "period_start", "period_end",
)  # fmt: skip
NUMBERS = ("separation", "value", "low", "high")
PLACES = ("start", "end")


def frame(report: Report, backend: str | None = None) -> Any:
    """The frame, in one of the `BACKENDS`; without a name in the one that is imported already, or else installed.

    Numbers are floats, as every library computes with them; the words stay exact in ``text``.

    Raises:
        ConfigError: there is no such library, or none is installed.
        MissingExtra: narwhals is not installed.
    """
    try:
        import narwhals as nw  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtra("to_frame", "frame") from error
    rows = list(_rows(report))
    schema = nw.Schema({name: _type(nw, name) for name in (*OF_FINDING, *OF_CLAIM)})
    columns = {name: [row[name] for row in rows] for name in schema}
    return nw.from_dict(columns, schema, backend=_chosen(backend)).to_native()


def _rows(report: Report) -> Any:
    for finding in ordered(report):
        whole = finding_dict(finding)
        for claim in finding.claims:
            row = {name: whole[name] for name in OF_FINDING} | claim_dict(claim)
            yield row | {name: _float(row[name]) for name in NUMBERS}


def _float(said: str | None) -> float | None:
    return None if said is None else float(Decimal(said))


def _type(nw: Any, name: str) -> Any:
    return nw.Float64 if name in NUMBERS else nw.Int64 if name in PLACES else nw.String


def _chosen(backend: str | None) -> Any:
    if backend is None:
        return _at_hand()
    if backend not in BACKENDS:
        raise ConfigError(f'unknown library of data frames "{backend}"{did_you_mean(backend, BACKENDS)}')
    return backend


def _at_hand() -> str:
    for name in (*(name for name in BACKENDS if name in sys.modules), *filter(find_spec, BACKENDS)):
        return name
    raise ConfigError("to_frame needs Polars, pandas or PyArrow; install one of them.")
