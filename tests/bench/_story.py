"""A hundred articles with a thousand figures: those of ``seeds/``, and one fire told by as many papers as are missing.

Every third paper has other figures than the rest; everything is the same in each run.
"""

from __future__ import annotations

from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
FIGURES = (
    "{} people were injured in the fire at the mill.",
    "The flames damaged {} houses.",
    "{} firefighters fought the blaze.",
    "The police put the damage at {} million euros.",
    "{} residents were evacuated in the night.",
    "At the mill {} workers are employed.",
    "The fire burned for {} hours.",
    "In the stables {} animals died.",
    "In the yard {} vehicles were destroyed.",
    "The fire began on {} June 2025.",
)
PROSE = (
    "Neighbours saw the smoke and rang the bells, as people have done in Brenzach for as long as anybody can remember. "
    "The road to the river was closed, trains did not stop, and the school opened its hall to all who could not go "
    "home. The mayor thanked the helpers and said that the town would build the mill again."
)


def articles() -> list[Path]:
    """The articles of the seeds."""
    return sorted(file for file in SEEDS.glob("*/*") if file.suffix in {".md", ".txt", ".html"})


def write(folder: Path, papers: int) -> list[Path]:
    """Write the fire into a folder, once for each paper."""
    return [_article(folder / f"paper-{number:02}.md", number) for number in range(papers)]


def _article(file: Path, number: int) -> Path:
    said = [form.format(12 + place + 3 * (number % 3 == 2)) for place, form in enumerate(FIGURES)]
    body = "\n\n".join(f"{sentence} {PROSE}" for sentence in said)
    head = f"title: Fire in Brenzach\npublisher: Paper {number}\npublished: 2025-06-28\nlanguage: en\n"
    file.write_text(f"---\n{head}---\n\n{body}\n", "utf-8")
    return file
