"""Completion scripts for shells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shtab

from claimcheck.errors import ConfigError, did_you_mean

if TYPE_CHECKING:
    import argparse


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script that completes ``parser`` in ``shell``.

    Raises:
        ConfigError: the shell is none of those known.
    """
    if shell not in shtab.SUPPORTED_SHELLS:
        raise ConfigError(f'unknown shell "{shell}"{did_you_mean(shell, shtab.SUPPORTED_SHELLS)}')
    completed: str = shtab.complete(parser, shell)
    return completed
