"""Decide about findings in the browser: confirm, explain or dismiss, with a note. Works offline, on this machine only.

Decisions are saved in claimcheck.review.jsonl beside the project; check --baseline leaves out what they hide.

Examples:
  claimcheck review story/                     opens the browser
  claimcheck review story/ --reviewer anna     decisions in claimcheck.review.anna.jsonl, for shared drives
  claimcheck check story/ --baseline claimcheck.review.jsonl
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from claimcheck.config import Settings
    from claimcheck.review.api import Checker
    from claimcheck.review.desk import Desk


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``review``."""
    from claimcheck.commands._options import add_input, add_language

    add_input(parser)
    add_language(parser)
    add = parser.add_argument
    add("--reviewer", metavar="NAME", help="who decides, with a file of decisions of their own")
    add("--decisions", metavar="FOLDER", help="where decisions are saved (default: beside claimcheck.toml, or here)")
    add("--port", type=int, default=0, metavar="N", help="port to answer on (default: any that is free)")
    add("--no-browser", action="store_true", help="print the address and open no browser")


def run(args: argparse.Namespace) -> int:
    """Check, then serve the page until Ctrl-C."""
    from claimcheck.commands._options import refuse_unknown_rules, settings_of
    from claimcheck.commands._say import say
    from claimcheck.errors import MissingExtra
    from claimcheck.writers.html import part

    settings = settings_of(args)
    refuse_unknown_rules(settings)
    try:
        from claimcheck.review.app import create_app
        from claimcheck.review.guard import Keys
        from claimcheck.review.server import listen, serve
    except ImportError as error:
        raise MissingExtra("The review page", "serve") from error
    desk = _desk(args, settings)
    if desk is None:
        return 2
    with listen(args.port) as sock:
        keys = Keys(sock.getsockname()[1])
        app = create_app(desk, _checker(settings), keys, style=part("style.css"), limit=settings.max_size)
        say(f"the review page is open at {keys.address} - Ctrl-C ends.")
        sys.stderr.flush()
        with suppress(KeyboardInterrupt):
            serve(app, sock, keys.address, browse=not args.no_browser)
        say(f"decisions are saved in {desk.file}.")
    return 0


def _desk(args: argparse.Namespace, settings: Settings) -> Desk | None:
    """The desk; None where nothing can be read."""
    from claimcheck.commands._story import Stories
    from claimcheck.review.desk import Desk

    stories = Stories(args.paths, settings)
    if not stories.readable(quiet=args.quiet):
        return None
    desk = Desk(stories.load, _folder(args), by=args.reviewer or _user(), reviewer=args.reviewer, lang=settings.lang_ui)
    _ = desk.decisions  # a broken file is better known before the first decision than after
    return desk


def _folder(args: argparse.Namespace) -> Path:
    from pathlib import Path

    from claimcheck.config import home
    from claimcheck.errors import ConfigError

    if args.decisions is None:
        return Path() if args.isolated else home()
    folder = Path(args.decisions)
    if not folder.is_dir():
        raise ConfigError(f"--decisions {folder}: there is no such folder; name one that exists.")
    return folder


def _user() -> str:
    """Who is at the keyboard, as far as the system knows."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "reviewer"


def _checker(settings: Settings) -> Checker:
    from claimcheck.commands._wire import Report
    from claimcheck.pipeline import check, write
    from claimcheck.review.api import Checker

    return Checker(
        check=lambda documents: check(*documents, settings=settings),
        json=lambda report: str(write(report, "json")),
        wire=Report,
    )
