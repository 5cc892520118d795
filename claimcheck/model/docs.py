"""What the docstrings below the fields of a record say.

pydantic can do this by itself (``use_attribute_docstrings``), but it does it for every record whenever it is imported,
which takes a third of the time of a whole check. Schemas and pages of rules ask for it instead.
"""

from __future__ import annotations

import ast
import inspect
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


@cache
def field_docs(record: type[BaseModel]) -> dict[str, str]:
    """Field -> its docstring, for the record and what it inherits.

    >>> from claimcheck.model import Span, Topic
    >>> field_docs(Topic)["identity"]
    'UNKNOWN where the event is only probably one: it lowers the severity of what is found.'
    """
    docs: dict[str, str] = {}
    for base in reversed(record.__mro__):
        if base.__module__.split(".")[0] not in ("pydantic", "builtins", "abc") and hasattr(base, "model_fields"):
            docs |= _own(base)
    return docs


def _own(record: type) -> dict[str, str]:
    try:
        tree = ast.parse(dedent(inspect.getsource(record)))
    except (OSError, TypeError):  # made at run time: it has no source
        return {}
    definition = tree.body[0]
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(said.value.value)
        for field, said in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }
