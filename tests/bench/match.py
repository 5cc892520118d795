"""Matching: CPU per article and how it grows from 10 to 300 articles, of one story and of different ones.

Run it with ``python tests/bench/match.py [SIZE ...]``. The articles are made from the paragraphs of ``seeds/``:
shuffled, with figures that differ between the sources, and for different stories with other names, days and words.
Extraction is not counted. Growth is the exponent e in "n articles cost n^e": 1 is linear, 2 compares each two.
"""

from __future__ import annotations

import gc
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
from claimcheck.languages import load
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
_LATER = re.compile(r"(?<=\d[.,])\d|(?<=[1-9])\d(?=[\d.,]*\b)")  # any digit but the first
_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_WORD = re.compile(r"[A-Z][a-z]{3,}|\b[a-z]{5,}")


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
    """Reports of a year, of a dozen sentences from anywhere, with names, figures and most of the words of their own.

    Of each two some 0.8 % are akin by chance, as of articles from newspapers.
    """
    chance = random.Random(3)  # noqa: S311
    listed = load("en").listed
    sentences = [s for p in paragraphs() for s in _END.split(p)]

    def made(_: object = None) -> str:
        return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3))

    def invented(word: re.Match[str]) -> str:
        if listed.get(word[0].lower()) or (word[0].islower() and chance.random() < 0.2):
            return word[0]
        return made() if word[0].islower() else made().capitalize()

    out = []
    for number in range(size):
        told = [_WORD.sub(invented, sentence) for sentence in chance.sample(sentences, 12)]
        parts = [_LATER.sub(lambda _: str(chance.randrange(10)), sentence) for sentence in told]
        parts.append(f"It says so in {', '.join(made().capitalize() for _ in range(20))}.")  # as many as news have
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
    gc.disable()  # as timeit does: its passes over all that was extracted before are not what is measured
    begin = time.process_time()
    comparison = match_claims(claims, known)
    seconds = time.process_time() - begin
    gc.enable()
    return seconds, comparison


def main(sizes: list[int]) -> None:
    """Print a table for each case, and the time for the copies."""
    measured(different_stories(50))  # what is loaded once is not counted
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
