"""Say what a rule finds, why it matters, an example, and when it is wrong. Without a RULE: list all rules.

Examples:
  claimcheck explain
  claimcheck explain value-mismatch
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``explain``."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="id of the rule, such as value-mismatch")
    parser.add_argument("--isolated", action="store_true", help="ignore configuration files and the rules they name")


def run(args: argparse.Namespace) -> int:
    """Print one page, or a line for each rule."""
    from claimcheck.commands._options import naming_the_file
    from claimcheck.commands._output import Target, deliver
    from claimcheck.commands._pages import page, summary
    from claimcheck.config import Settings, load
    from claimcheck.errors import ConfigError, did_you_mean
    from claimcheck.rules._registry import all_rules

    settings = Settings(isolated=True) if args.isolated else load()
    with naming_the_file(settings):
        rules = all_rules(settings)
    if args.rule is None:
        column = max(map(len, rules)) + 2
        text = "".join(f"{name:{column}}{summary(rules[name])}\n" for name in sorted(rules))
    elif args.rule in rules:
        text = f"# {args.rule}\n\n{page(rules[args.rule])}"
    else:
        raise ConfigError(f'unknown rule "{args.rule}"{did_you_mean(args.rule, rules)}')
    deliver(text, Target("text"))
    return 0
