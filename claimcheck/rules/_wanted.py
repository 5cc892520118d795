"""What settings say of rules: every rule and option that they name must be there, else it would silently do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claimcheck.errors import ConfigError, did_you_mean
from claimcheck.model.amiss import amiss
from claimcheck.rules._registry import all_rules

if TYPE_CHECKING:
    from claimcheck.config import Settings
    from claimcheck.rules import Rule


def refuse_unknown_rules(settings: Settings) -> None:
    """Refuse rules that there are not, and options that they have not.

    Raises:
        ConfigError: there is none of that name, or an option has a value that it may not have.

    >>> from claimcheck.config import Settings
    >>> refuse_unknown_rules(Settings(ignore=["value-missmatch"]))
    Traceback (most recent call last):
    claimcheck.errors.ConfigError: unknown rule "value-missmatch" - did you mean value-mismatch?
    """
    named = (*settings.error, *settings.warn, *settings.ignore, *settings.rule)
    if not (named or settings.rules or settings.watch):
        return
    known = all_rules(settings)
    for name in named:
        if name not in known and "," in name:
            raise ConfigError(f'unknown rule "{name}"; name one rule at a time, without commas.')
        if name not in known:
            raise ConfigError(f'unknown rule "{name}"{did_you_mean(name, known)}')
    for name in settings.rule:
        _refuse_wrong_options(name, known[name], settings.options(name))


def _refuse_wrong_options(name: str, rule: type[Rule], options: dict[str, Any]) -> None:
    own = [field.replace("_", "-") for field in rule.model_fields if field != "lang"]
    for option in options:
        if option not in rule.model_fields or option == "lang":
            raise ConfigError(f"[rule.{name}]: {_unknown(option.replace('_', '-'), name, own)}")
    try:
        rule.model_validate(options)
    except ValidationError as error:
        raise ConfigError(f"[rule.{name}]: {amiss(error, rule, _key)}.") from error


def _unknown(option: str, rule: str, own: list[str]) -> str:
    if option == "lang":  # a field of every rule, but chosen for all of them at once
        return "the language of messages is set for all rules at once: remove it here and set lang-ui."
    if not own:
        return f'unknown option "{option}"; {rule} has no options, so remove the table.'
    return f'unknown option "{option}"{did_you_mean(option, own)}'


def _key(name: str) -> str:
    """An option as it is written in a configuration file."""
    return name.replace("_", "-")
