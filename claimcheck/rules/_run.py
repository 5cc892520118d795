"""Run the rules: which are chosen, in which order their findings count, and how loud they are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.model import Finding, NotRun, Severity
from claimcheck.rules._apart import told_apart
from claimcheck.rules._registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.config import Settings
    from claimcheck.model import Comparison
    from claimcheck.rules import Rule

PRECEDENCE = (
    "impossible-date", "weekday-mismatch",
    "conversion-mismatch", "unit-mismatch", "percent-for-points", "direction-mismatch",
    "magnitude-slip", "decimal-slip", "digit-swap",
    "total-mismatch", "share-mismatch", "change-mismatch", "rate-mismatch", "span-mismatch", "anniversary-mismatch",
    "age-mismatch", "order-mismatch", "headline-mismatch", "hedge-dropped", "bound-broken",
    "event-differs", "figure-updated", "attribution-differs", "planned-for-done", "period-differs", "scope-differs",
    "ordinal-mismatch", "duration-mismatch", "date-mismatch", "self-contradiction", "value-mismatch",
    "same-figure-two-measures", "single-origin",
)  # fmt: skip
"""Of two findings about the same claims the one that stands earlier here is kept: it names the cause."""


def findings_of(comparison: Comparison, settings: Settings) -> tuple[list[Finding], list[NotRun]]:
    """The findings of all chosen rules, one for each difference, loudest first; and what did not run."""
    found: list[Finding] = []
    not_run: list[NotRun] = []
    alone = len({c.source for c in comparison.claims}) < 2
    for rule in _chosen(settings):
        if rule.across and alone:
            not_run.append(NotRun(rule=rule.id(), reason="only-one-source"))
        else:
            found += [_leveled(f, settings) for f in rule.check(comparison)]
    return sorted(told_apart(_once(found)), key=_order), not_run


def _chosen(settings: Settings) -> Iterable[Rule]:
    for name, rule in all_rules(settings).items():
        if name not in settings.ignore:
            options = settings.options(name)
            # Without options there is nothing to validate, and building thirty validators takes longer than a check.
            yield rule(lang=settings.lang_ui, **options) if options else rule.model_construct(lang=settings.lang_ui)


def _leveled(finding: Finding, settings: Settings) -> Finding:
    """The finding at the severity that the user gave its rule."""
    level = {**dict.fromkeys(settings.error, Severity.ERROR), **dict.fromkeys(settings.warn, Severity.WARNING)}
    wanted = level.get(finding.rule)
    return finding.model_copy(update={"severity": wanted}) if wanted else finding


def _once(found: Iterable[Finding]) -> list[Finding]:
    """One finding for each difference: a later rule's finding falls if an earlier one has two of its claims.

    What a user's own rule finds stays: nobody should wonder why it is silent.
    """
    kept: list[Finding] = []
    of_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(found, key=_rank):
        if finding.rule not in PRECEDENCE:
            kept.append(finding)
            continue
        ids = {c.id for c in finding.claims}
        near = {id(other): other for claim in ids for other in of_claim[claim] if _covers(other, finding)}
        if not any(len(ids & {c.id for c in other.claims}) >= min(2, len(ids)) for other in near.values()):
            kept.append(finding)
            for claim in ids:
                of_claim[claim].append(finding)
    return kept


def _covers(other: Finding, finding: Finding) -> bool:
    """A finding about dates does not stand for one about figures, nor a note for a louder one."""
    return other.severity.rank >= finding.severity.rank


def _rank(finding: Finding) -> tuple[int, str]:
    place = PRECEDENCE.index(finding.rule) if finding.rule in PRECEDENCE else len(PRECEDENCE)
    return place, finding.fingerprint


def _order(finding: Finding) -> tuple[int, str, int, str]:
    first = finding.claims[0]
    return -finding.severity.rank, first.source, first.start if first.start is not None else -1, finding.fingerprint
