"""Lines of pages put together to paragraphs; each page ends in a form feed."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHORT = 80  # characters; a heading or caption is shorter, what is left of a paragraph mostly longer
_EDGE = 3  # lines at the top and bottom of a page that may be repeated on others
_ROOM = 0.85  # of the width: a word that would have fitted there was put on a new line on purpose
_FINAL = tuple(".!?:…\"'»«”“’)")
_BULLET = re.compile(r"[•▪■●‣◦]")
_NUMBERED = re.compile(
    r"\W*(?:[^\W\d]+ )?(\d{1,4})(?: ?(?:[/|]|[^\W\d]{2,5}) ?\d{1,4})?\W*"
)  # "Seite 3 von 12", "- 3 -"
_SOFT = re.compile("\xad(?=.)")  # soft hyphens, but for one at the end of a line
_BROKEN = re.compile(r"[^\W\d_]-$")
_SUSPENDED = re.compile(r"(und|oder|bis|bzw|sowie|and|or|to|et|ou|e|o|y|en|of)\b")  # "Ein- und Ausfuhr"


class Line(NamedTuple):
    """A line as it is printed, and the size of its letters in points; 0 where that is unknown."""

    text: str
    size: float = 0


def paged(pages: Sequence[Sequence[Line]]) -> str:
    r"""The text of pages: paragraphs with an empty line between them, and a form feed after each page.

    A paragraph that goes on overleaf has nothing but the form feed in it. Page numbers are left out, and so are headers
    and footers except where they come first.

    >>> paged([[Line("Zwölf Tote")], [Line("Der Sturm forderte"), Line("zwölf Tote.")]])
    'Zwölf Tote\n\n\x0cDer Sturm forderte zwölf Tote.\n\n\x0c'
    """
    clean = [[Line(_SOFT.sub("", " ".join(text.split())), size) for text, size in page] for page in pages]
    blocks = [list(_paragraphs(page)) for page in _without_furniture(clean)]
    ends = ("\f" if _goes_on(*neighbours) else "\n\n\f" for neighbours in pairwise([*blocks, []]))
    return "".join("\n\n".join(page) + end for page, end in zip(blocks, ends, strict=True))


def _goes_on(page: list[str], following: list[str]) -> bool:
    """Whether the last sentence of a page is open; a short piece at the end is a caption or heading."""
    if not page or not following or page[-1].endswith(_FINAL):
        return False
    return following[0][0].islower() or len(page[-1]) > _SHORT


# Headers and footers


def _without_furniture(pages: list[list[Line]]) -> Iterator[list[Line]]:
    """Pages without what is at the edges of most of them: nothing else is ever left out."""
    keys = [[_key(line.text, number) for line in page] for number, page in enumerate(pages)]
    edges = Counter(key for page in keys for key in {*page[:_EDGE], *page[-_EDGE:]} if key)
    repeated = {key for key, count in edges.items() if count > max(1, len(pages) * _share(key))}
    seen: set[object] = set()
    for page, known in zip(pages, keys, strict=True):
        first, last = _inner(known, {key for key in repeated if key in seen or isinstance(key, tuple)})
        seen.update(known)
        yield page[first:last]


def _key(text: str, number: int) -> str | tuple[str, int] | None:
    """What is the same for a header or footer on every page; for a number, how far it is ahead of its page."""
    if found := _NUMBERED.fullmatch(text):
        return re.sub(r"\d+", "#", text), int(found[1]) - number
    return text if text and len(text) <= _SHORT and not text.endswith(_FINAL) else None


def _share(key: object) -> float:
    """Of how many pages a line must be an edge: in books, the numbers of left and right pages stand in other places."""
    return 0.25 if isinstance(key, tuple) else 0.5


def _inner(keys: Sequence[object], furniture: set[str | tuple[str, int]]) -> tuple[int, int]:
    """From where to where a page is its own: furniture and empty lines are peeled off its ends."""
    first, last = 0, len(keys)
    while first < last and keys[first] in furniture:
        first += 1
    while last > first and keys[last - 1] in furniture:
        last -= 1
    return first, last


# Paragraphs


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    """The lines of a page, joined where they were only wrapped."""
    widths = _widths(lines)
    said = ""
    for i, line in enumerate(lines):
        said = _joined(said, line.text) if said else line.text
        if said and _ends(lines, i, widths[line.size]):
            yield said
            said = ""


def _widths(lines: list[Line]) -> dict[float, int]:
    """Characters of a full line, for each size of letters: all but the longest tenth are no longer."""
    lengths: dict[float, list[int]] = {}
    for text, size in lines:
        lengths.setdefault(size, []).append(len(text))
    return {size: sorted(found)[int(len(found) * 0.9)] for size, found in lengths.items()}


def _ends(lines: list[Line], i: int, width: int) -> bool:
    """Whether a paragraph ends with a line: what comes next is larger, opens a list, or would have fitted on it."""
    line = lines[i].text
    following, apart = _following(lines, i)
    if following is None or following.size != lines[i].size or _BULLET.match(following.text):
        return True
    if following.text[0].islower() and not line.endswith(_FINAL):
        return False
    return apart or len(line) + 1 + len(following.text.split(" ", 1)[0]) < width * _ROOM


def _following(lines: list[Line], i: int) -> tuple[Line | None, bool]:
    """The next line with words, and whether empty ones lie between."""
    for j in range(i + 1, len(lines)):
        if lines[j].text:
            return lines[j], j > i + 1
    return None, True


def _joined(before: str, line: str) -> str:
    """Two lines of one paragraph; a word divided between them is whole again."""
    if before.endswith("\xad"):
        return before[:-1] + line
    if not line or not _BROKEN.search(before):
        return f"{before} {line}".rstrip()
    if line[0].islower() and not _SUSPENDED.match(line):
        return before[:-1] + line
    return before + ("" if line[0].isupper() else " ") + line
