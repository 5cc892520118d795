"""Both halves on Spark: articles become claims, claims become disputes; and what is said where there is no Java."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck.model import Document
from claimcheck.pipeline import extract

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("pyspark", reason="the extra [spark] is not installed")
pa = pytest.importorskip("pyarrow", reason="the extra [spark] is not installed")

from claimcheck.tables.disputes import disputes  # noqa: E402 - they need the extra
from claimcheck.tables.schema import from_arrow  # noqa: E402
from claimcheck.tables.spark import claims_of, session  # noqa: E402

ARTICLES = [
    {"id": name, "text": f"Am Montag starben in Valencia {dead} Menschen.", "language": "de", "published": "2024-11-01"}
    for name, dead in (("a", 95), ("b", 137))
]


@pytest.fixture(scope="module")
def spark() -> Any:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, and there is none")
    return session("local[2]", **{"spark.sql.shuffle.partitions": "2", "spark.ui.enabled": "false"})


def test_articles_become_claims_and_claims_disputes(spark: Any) -> None:
    claims = claims_of(spark.createDataFrame(pa.Table.from_pylist(ARTICLES))).cache()
    expected = extract([Document.of(**article) for article in ARTICLES])
    assert sorted(c.model_dump_json() for c in from_arrow(claims.toArrow())) == sorted(
        c.model_dump_json() for c in expected
    )
    lines = disputes(claims).topics.toArrow().to_pylist()
    assert [(line["outcome"], line["sides"]) for line in lines] == [("contradiction", 2)]


def test_without_java_there_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("topic,source,low,high\nt,a,1,1\n", "utf-8")
    without = {name: value for name, value in os.environ.items() if name != "JAVA_HOME"} | {"PATH": str(tmp_path)}
    command = [sys.executable, "-m", "claimcheck", "table", str(file), "--engine", "spark", "--isolated", "--quiet"]
    done = subprocess.run(command, env=without, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert (
        done.stderr == "claimcheck: Spark needs Java 17 or later, and none was found; install it, or set JAVA_HOME.\n"
    )
