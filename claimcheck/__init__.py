"""claimcheck reads several reports on one story and shows which figures and dates cannot all be true, and why.

    from claimcheck import check

    for finding in check("herald.html", "courier.txt").findings:
        print(finding.rule, finding.outcome, finding.cause, finding.message)

Every name is loaded on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False  # the module typing would cost a fifth of the start-up

if TYPE_CHECKING:
    from claimcheck.config import Settings
    from claimcheck.errors import ClaimcheckError
    from claimcheck.model import (
        Claim,
        Comparison,
        Document,
        Event,
        Finding,
        Mention,
        Period,
        Quantity,
        Report,
        Severity,
        Source,
        Topic,
    )  # fmt: skip
    from claimcheck.pipeline import check, compare, extract, match, mentions, read, write
    from claimcheck.rules import Rule
    from claimcheck.tables.ledger import Ledger as Ledger  # needs an extra; "import *" must not ask for it

__version__ = "0.1.0"

__all__ = [
    "Claim", "ClaimcheckError", "Comparison", "Document", "Event", "Finding", "Mention", "Period", "Quantity",
    "Report", "Rule", "Settings", "Severity", "Source", "Topic",
    "check", "compare", "extract", "match", "mentions", "read", "write",
]  # fmt: skip

_HOMES = {
    "claimcheck.config": ("Settings",),
    "claimcheck.errors": ("ClaimcheckError",),
    "claimcheck.model": (
        "Claim", "Comparison", "Document", "Event", "Finding", "Mention", "Period", "Quantity", "Report",
        "Severity", "Source", "Topic",
    ),
    "claimcheck.pipeline": ("check", "compare", "extract", "match", "mentions", "read", "write"),
    "claimcheck.rules": ("Rule",),
    "claimcheck.tables.ledger": ("Ledger",),
}  # fmt: skip
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a public name from where it lives (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})


class _Face(type(sys)):  # type: ignore[misc] # the type of modules, without importing types
    """Keeps ``extract`` and ``match`` the functions: importing the packages of those names would put these there."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOME or not isinstance(value, type(sys)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
