"""Matching: CPU per article and how it grows from 10 to 300 articles, of one story and of different ones.

Run it with ``python tests/bench/match.py [SIZE ...]``. The articles are made from the paragraphs of ``seeds/``:
shuffled, with figures that differ between the sources, and for different stories with other names, days and words.
Extraction is not counted. Growth is the exponent e in "n articles cost n^e": 1 is linear, 2 compares each two.
"""

from __future__ import annotations

import random
import re
import sys
import time
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.extract.dating import dated
from claimcheck.match import match_claims
from claimcheck.model import Document
from claimcheck.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.model import Comparison

SEEDS = Path(__file__).parents[2] / "seeds"
SIZES = (10, 30, 100, 300)
STORY = "ferry-grounding"
COPIES = 200
DAY = date(2026, 3, 12)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FIGURE = re.compile(r"(?<![\d.,])[1-9]\d?(?![\d.,:])|(?<![\d.,])[3-9]\d\d(?![\d.,])")  # no year, no time of day
_WORD = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}|\b[a-z]{5,}")  # a name (within a sentence), or a word that may say much


@cache
def paragraphs(case: str = "*") -> tuple[str, ...]:
    """The English paragraphs of one case, or of all."""
    texts = [path.read_text() for path in sorted(SEEDS.glob(f"{case}/*.md"))]
    bodies = [_FRONT.sub("", text) for text in texts if "language: en" in text]
    return tuple(p for body in bodies for p in body.strip().split("\n\n"))


def article(number: int, parts: list[str], day: date = DAY) -> Document:
    """A report of some paragraphs."""
    return Document.of("\n\n".join(parts), id=f"{number:04}.md", language="en", published=day)


def copies(size: int) -> list[Document]:
    """Reprints of one report, its paragraphs shuffled."""
    chance = random.Random(1)  # noqa: S311 - the same texts each time
    parts = list(paragraphs(STORY))
    return [article(k, chance.sample(parts, len(parts))) for k in range(size)]


def one_story(size: int) -> list[Document]:
    """Reports of one story, each of half of what there is to say; of each figure there are three versions."""
    return _reports(size, 3)


def no_two_alike(size: int) -> list[Document]:
    """The same, but hardly any two reports give one figure alike: the worst case."""
    return _reports(size, 1000)


def _reports(size: int, versions: int) -> list[Document]:
    chance = random.Random(2)  # noqa: S311
    parts = list(paragraphs(STORY))

    def other(figure: re.Match[str]) -> str:
        return str(int(figure[0]) + chance.randrange(versions))

    chosen = [chance.sample(parts, len(parts) // 2) for _ in range(size)]
    return [article(k, [_FIGURE.sub(other, p) for p in some]) for k, some in enumerate(chosen)]


def different_stories(size: int) -> list[Document]:
    """Reports of a year, of three paragraphs each, with names, figures and half of the words of their own."""
    chance = random.Random(3)  # noqa: S311

    def invented(word: re.Match[str]) -> str:
        if word[0].islower() and chance.random() < 0.5:
            return word[0]
        made = "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3))
        return made if word[0].islower() else made.capitalize()

    def other(figure: re.Match[str]) -> str:
        return str(chance.randrange(10 ** (len(figure[0]) - 1), 10 ** len(figure[0])))

    out = []
    for number in range(size):
        parts = [_FIGURE.sub(other, _WORD.sub(invented, p)) for p in chance.sample(paragraphs(), 3)]
        out.append(article(number, parts, DAY + timedelta(days=chance.randrange(365))))
    return out


CASES: dict[str, Callable[[int], list[Document]]] = {
    "different stories": different_stories,
    "one story": one_story,
    "one story, no two figures alike": no_two_alike,
}


def measured(documents: list[Document]) -> tuple[float, Comparison]:
    """CPU seconds for matching the claims of some articles, and what came of it."""
    known = tuple(map(dated, documents))
    claims = tuple(extract(known))
    begin = time.process_time()
    comparison = match_claims(claims, known)
    return time.process_time() - begin, comparison


def main(sizes: list[int]) -> None:
    """Print a table for each case, and the time for the copies."""
    measured(one_story(2))  # what is loaded once is not counted
    for name, make in CASES.items():
        print(
            f"{name}\n{'articles':>10}{'claims':>9}{'topics':>9}{'kept apart':>12}{'ms per article':>16}{'growth':>8}"
        )
        spent: list[float] = []
        for size in sizes:
            seconds, found = measured(make(size))
            spent.append(seconds)
            growth = f"{_exponent(sizes, spent):8.2f}" if len(spent) > 1 else ""
            counts = f"{len(found.claims):9}{len(found.topics):9}{len(found.pairings):12}"
            print(f"{size:10}{counts}{1000 * seconds / size:16.2f}{growth}", flush=True)
        print(f"growth from {sizes[0]} to {sizes[-1]}: {log(spent[-1] / spent[0]) / log(sizes[-1] / sizes[0]):.2f}\n")
    seconds, _ = measured(copies(COPIES))
    print(f"{COPIES} copies of one report: {seconds:.2f} s")


def _exponent(sizes: list[int], spent: list[float]) -> float:
    """The growth from the last size but one to the last."""
    (fewer, more), (before, after) = list(pairwise(sizes))[len(spent) - 2], spent[-2:]
    return log(after / before) / log(more / fewer)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
