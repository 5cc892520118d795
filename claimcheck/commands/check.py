"""Show which figures and dates of the articles cannot all be true, and why.

Examples:
  claimcheck check herald.md courier.txt              compare two articles
  claimcheck check story/ --fail-on error             only contradictions fail
  claimcheck check story/ --output full --output json:report.json
  claimcheck check story/ --baseline report.json      only what is new since then
  claimcheck check story/ --baseline claimcheck.review.jsonl   ... or not decided yet
  claimcheck check story/ --worklist figures.xlsx     ... or not ticked off in a spreadsheet
  curl -s https://example.org/a.html | claimcheck check - b.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from claimcheck.commands._before import Before
    from claimcheck.commands._output import Target
    from claimcheck.config import Settings

_OUTPUT = (
    "full (default), concise, json, jsonl, csv, markdown, html, xlsx, worklist, junit, sarif, github, annotations or "
    "claimreview; and which file to write; may be given again"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``check``."""
    from claimcheck.commands._options import add_input, add_language

    add_input(parser)
    add_language(parser)
    add = parser.add_argument
    add("--output", action="append", default=[], metavar="FORMAT[:FILE]", help=_OUTPUT)
    add("--error", action="append", metavar="RULE", help="findings of this rule are errors; may be given again")
    add("--warn", action="append", metavar="RULE", help="findings of this rule are warnings; may be given again")
    add("--ignore", action="append", metavar="RULE", help="leave this rule out; may be given again")
    levels = ("error", "warning", "note")
    add("--fail-on", choices=levels, metavar="LEVEL", help="exit with 1 from error, warning (default) or note on")
    add("--baseline", metavar="FILE", help="leave out what an earlier report (json, jsonl) found or a review decided")
    add("--worklist", metavar="FILE", help="take over what was ticked off in a worklist (xlsx, csv)")
    # not "watch": that is a setting, and options of the same name set it
    add("--watch", action="store_true", dest="keep_on", help="check again whenever an article changes, until Ctrl-C")


def run(args: argparse.Namespace) -> int:
    """Check once, or again and again."""
    from claimcheck.commands._before import before
    from claimcheck.commands._options import refuse_unknown_rules, settings_of
    from claimcheck.commands._output import targets
    from claimcheck.writers import WRITERS

    settings = settings_of(args)
    refuse_unknown_rules(settings)
    wanted = targets(args.output or ["full"], WRITERS)
    said = before(args, wanted)
    if args.keep_on:
        from claimcheck.commands._watch import watch

        written = [target.file for target in wanted if target.file]
        return watch(args.paths, lambda: _check(args, settings, wanted, said), written)
    return _check(args, settings, wanted, said)


def _check(args: argparse.Namespace, settings: Settings, wanted: list[Target], said: Before) -> int:
    from claimcheck.commands._output import deliver, written
    from claimcheck.commands._progress import progress
    from claimcheck.commands._say import say, say_decided, say_reading, say_ticks
    from claimcheck.pipeline import compare, gather
    from claimcheck.readers import read_paths

    with progress("reading", quiet=args.quiet):
        reading = read_paths(args.paths, settings)
    say_reading(reading, quiet=args.quiet)
    if not reading.documents:
        return 2
    with progress("comparing", quiet=args.quiet):
        comparison = gather(*reading.documents, settings=settings)
        found = compare(comparison, settings)
    ticks = said.ticks(comparison.claims)
    known = said.known.plus(ticks.baseline(found, comparison.claims))
    report = found.without(known.hidden)
    decided = known.suppressions
    hidden = tuple(
        finding for finding in found.findings if finding.fingerprint in known.hidden & (decided or {}).keys()
    )
    for target in wanted:
        more = {"ticks": ticks.found, "hidden": hidden, "suppressions": decided}
        deliver(written(report, comparison, settings, target, **more), target)
    if not comparison.claims:
        say(f"no figure or date was found in {args.paths[0]}; give articles that hold some.")
    if not args.quiet:
        say_decided(known, found)
        say_ticks(ticks)
    if reading.problems or not comparison.claims:
        return 2
    return 1 if found.without(known.known).at_least(settings.fail_on) else 0
