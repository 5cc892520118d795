"""Write the calendar words of a language pack from dateparser's locale data.

    python scripts/generate_calendar.py fr es it nl pt        write the blocks
    python scripts/generate_calendar.py --check fr            exit 1 where one is out of date

The block stands between two marks in ``claimcheck/languages/<code>.toml``; the rest of the file is written by hand.
dateparser takes its data from Unicode's CLDR (https://cldr.unicode.org).
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = Path(__file__).resolve().parent.parent / "claimcheck" / "languages"
BEGIN = "# --- calendar, generated from dateparser's locale data by scripts/generate_calendar.py: do not edit ---"
END = "# --- end of the generated calendar ---"
MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()  # noqa: SIM905
RELATIVE = {
    f"{key} {unit}{' ago' if sign <= 0 else ''}": f"now {unit} {steps * sign if sign else 0}"
    for unit in ("day", "week", "month", "year")
    for key, steps, sign in (("0", 0, 0), ("1", 1, -1), ("2", 2, -1), ("in 1", 1, 1), ("in 2", 2, 1))
}
ARTICLES = re.compile(r"^(?:(?:le|la|el|il|lo|de|het|o|a)\s+|l['’])", re.IGNORECASE)
"""A phrase is looked up by its first word; that shall be a rare one."""


def block(code: str) -> str:
    """The generated tables of a language."""
    info = import_module(f"dateparser.data.date_translation_data.{code}").info
    months, weekdays = _by_number(info, MONTHS), _by_number(info, WEEKDAYS)
    short_months = [word for words in months.values() for word in words if _is_short(word, words)]
    tables = {
        "[month]": {n: [*words, *(w + "." for w in words if w in short_months)] for n, words in months.items()},
        "[short_month]  # a month only beside a number": {"x": short_months},
        "[weekday]": {n: [w for w in words if not _is_short(w, words)] for n, words in weekdays.items()},
        "[shifted]": _relative(info["relative-type"]),
        "[language.calendar.weekday_short]": {n: [w for w in ws if _is_short(w, ws)] for n, ws in weekdays.items()},
        "[language.calendar.before]": _directions(info["relative-type-regex"], before=True),
        "[language.calendar.ago]": _directions(info["relative-type-regex"], before=False),
    }
    return "\n\n".join([BEGIN, *(_table(head, rows) for head, rows in tables.items() if rows), END]) + "\n"


def _by_number(info: Mapping[str, Any], names: list[str]) -> dict[str, list[str]]:
    return {
        str(n): sorted({w.lower() for w in info[name]}, key=lambda w: (-len(w), w)) for n, name in enumerate(names, 1)
    }


def _is_short(word: str, words: list[str]) -> bool:
    """Whether a word abbreviates the longest of its row."""
    return len(word) < len(words[0]) - 1 or (len(word) <= 3 and word != words[0])


def _relative(table: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """``{"now day -1": ["hier"]}``; phrases without their article."""
    found = {value: [ARTICLES.sub("", word) for word in table.get(key, ())] for key, value in RELATIVE.items()}
    return {value: words for value, words in found.items() if words}


def _directions(table: Mapping[str, list[str]], *, before: bool) -> dict[str, list[str]]:
    """The words before ("il y a") or after ("fa") a number of days that make it past or future."""
    found = {
        "now -1": _around(table[r"\1 day ago"], before=before),
        "now 1": _around(table[r"in \1 day"], before=before),
    }
    return {value: words for value, words in found.items() if words}


def _around(patterns: Iterable[str], *, before: bool) -> list[str]:
    """What stands before the number, or after the unit, in dateparser's patterns."""
    sides = (re.match(r"(.*?)\s*\(.*\)\s+\S+\s*(.*)$", pattern) for pattern in patterns)
    return sorted({side[1 if before else 2] for side in sides if side and side[1 if before else 2]})


def _table(head: str, rows: Mapping[str, list[str]]) -> str:
    lines = [f"{_key(key)} = [{', '.join(_quoted(w) for w in words)}]" for key, words in rows.items() if words]
    return "\n".join([head, *lines])


def _key(key: str) -> str:
    return key if key.isalnum() else _quoted(key)


def _quoted(word: str) -> str:
    return f'"{word}"'


def renewed(text: str, code: str) -> str:
    """A language file with its block renewed, or added at the end."""
    if BEGIN in text:
        return text[: text.index(BEGIN)] + block(code) + text[text.index(END) + len(END) + 1 :]
    return text.rstrip("\n") + "\n\n" + block(code)


def main(arguments: list[str]) -> int:
    """Write or check the blocks of the languages named."""
    check, codes = "--check" in arguments, [a for a in arguments if not a.startswith("-")]
    stale = []
    for code in codes:
        path = FOLDER / f"{code}.toml"
        text = path.read_text("utf-8")
        if (new := renewed(text, code)) != text:
            stale.append(code)
            if not check:
                path.write_text(new, "utf-8")
    sys.stderr.write(f"{'out of date' if check else 'written'}: {', '.join(stale) or 'none'}\n")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
