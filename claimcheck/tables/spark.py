"""Apache Spark: the same disputes, and the reading of articles, on as many machines as there are.

Needs the extra [spark] and Java 17 or later. The cluster is the user's own: ``master`` (``spark://host:7077``,
``local[4]``) or ``remote`` (Spark Connect, ``sc://host``).
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ConfigError, MissingExtra
from claimcheck.tables.engines import plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from claimcheck.tables.engines import Kinds, Limits

_DEFAULTS = {
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
}


def session(master: str | None = None, remote: str | None = None, **settings: str) -> Any:
    """A Spark session: the one that runs already, or a new one.

    Raises:
        MissingExtra: PySpark is not installed.
        ConfigError: there is no Java to run it with.
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - slow, and an extra
    except ImportError as error:
        raise MissingExtra("the engine spark", "spark") from error
    builder = SparkSession.builder.appName("claimcheck")
    for name, value in {**_DEFAULTS, **settings}.items():
        builder = builder.config(name, value)
    if remote is not None:
        return builder.remote(remote).getOrCreate()
    _refuse_without_java()
    if (master or "local").startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else workers take whatever python3 the path has
    made = (builder.master(master) if master else builder).getOrCreate()
    made.sparkContext.setLogLevel("FATAL")  # what fails is said in one sentence
    logging.getLogger("DataFrameQueryContextLogger").setLevel(logging.CRITICAL)  # so is what Python would log of it
    return made


def _refuse_without_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (home and (Path(home) / "bin" / "java").exists()) and shutil.which("java") is None:
        raise ConfigError("Spark needs Java 17 or later, and none was found; install it, or set JAVA_HOME.")


def claims_of(articles: Any) -> Any:
    """The claims of a frame of articles, as a frame with the columns of `claimcheck.tables.schema`.

    Needed are the columns ``id`` and ``text``; used where they are there: ``title, publisher, author, published, url,
    language, origin``. Each worker reads the articles of its partitions, and loads word lists once.
    """
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - an extra

    from claimcheck.tables.schema import SCHEMA  # noqa: PLC0415 - workers load it where they need it

    return articles.mapInArrow(_claims_of, from_arrow_schema(SCHEMA))


def _claims_of(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What a worker does: articles in, rows of claims out."""
    from claimcheck.model import Document  # noqa: PLC0415 - on the worker
    from claimcheck.tables.schema import to_arrow  # noqa: PLC0415 - on the worker

    extract = import_module("claimcheck.pipeline").extract  # a layer above, asked for by name
    dated = import_module("claimcheck.extract.dating").dated
    for batch in batches:
        documents = [dated(Document.of(**row)) for row in batch.to_pylist()]
        yield from to_arrow(extract(documents), [document.source for document in documents]).to_batches()


class Spark:
    """A session, local or on a cluster."""

    def __init__(self, spark: Any) -> None:
        """Take a session of `session`."""
        self.spark = spark

    def open(self, files: Kinds) -> Any:
        """All rows; nothing is read yet but the columns."""
        with plainly(next(iter(files.values()))[0]):
            frames = [self._read(kind, names) for kind, names in files.items()]
            rows = frames[0]
            for frame in frames[1:]:
                rows = rows.unionByName(frame, allowMissingColumns=True)
        return rows

    def _read(self, kind: str, names: list[str]) -> Any:
        read, paths = self.spark.read, [str(Path(name).absolute()) for name in names]
        if kind == "parquet":
            return read.option("mergeSchema", "true").parquet(*paths)
        return read.json(paths) if kind == "jsonl" else read.csv(paths, header=True, inferSchema=True)

    def save(self, frame: Any, file: Path) -> None:
        """Write a folder of files, one for each partition."""
        frame.write.parquet(str(file.absolute()))


def start(limits: Limits) -> Spark:
    """The engine; without ``spark.master`` or ``spark.remote`` it runs on this machine."""
    given = dict(limits.settings)
    master, remote = given.pop("spark.master", None), given.pop("spark.remote", None)
    if limits.memory:
        given.setdefault("spark.driver.memory", limits.memory.removesuffix("B"))
    if master is None and remote is None:
        master = f"local[{limits.jobs or '*'}]"
    return Spark(session(master, remote, **given))
