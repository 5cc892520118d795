"""Dates and languages as metadata write them."""

from __future__ import annotations

import re
from datetime import date, datetime


def moment(text: object) -> date | None:
    """A date in ISO 8601 or as in e-mail, with its time of day and zone where it has them; None for anything else.

    >>> moment("2024-05-16T14:15:00+02:00").isoformat(), moment("Thu, 16 May 2024 23:30:00 -0500").day
    ('2024-05-16T14:15:00+02:00', 16)
    >>> moment("2024-05-16"), moment("in May")
    (datetime.date(2024, 5, 16), None)
    """
    said = text.strip() if isinstance(text, str) else ""
    try:
        return date.fromisoformat(said) if len(said) <= 10 else datetime.fromisoformat(said)
    except ValueError:
        return _mail_date(said)


def _mail_date(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow, and only for RSS

    try:
        return parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None


def language(code: object) -> str | None:
    """Two letters of ``de-AT``; None for what is no code.

    >>> language("de-AT"), language("EN_us"), language("deutsch"), language(None)
    ('de', 'en', None, None)
    """
    found = re.fullmatch(r"([A-Za-z]{2})([-_].*)?", code.strip()) if isinstance(code, str) else None
    return found[1].lower() if found else None
