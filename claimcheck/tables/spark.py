"""Apache Spark: the same disputes, and the reading of articles, on as many machines as there are.

Needs the extra [spark] and Java 17 or later. The cluster is the user's own: ``master`` (``spark://host:7077``,
``local[4]``) or ``remote`` (Spark Connect, ``sc://host``).
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from claimcheck.errors import ConfigError, MissingExtra

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
    made.sparkContext.setLogLevel("ERROR")
    return made


def _refuse_without_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not (home and (Path(home) / "bin" / "java").exists()) and shutil.which("java") is None:
        raise ConfigError("Spark needs Java 17 or later, and none was found; install it, or set JAVA_HOME.")
