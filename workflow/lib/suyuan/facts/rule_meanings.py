"""What a rule does, in words, for explanations: from rule_meanings.yaml, or from the docstring of the rule for a measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from suyuan.language import language_table

LEFT_OPEN = "_left_open"  # ending of the rule of a time that says no date


def meaning(stage: str, rule: str) -> str:
    """What a rule for ``time`` or ``area`` does; its name with blanks where the table has no words for it."""
    table = table_of_rules()[stage]
    words = table.get(rule) or table.get(rule.removesuffix(LEFT_OPEN))
    return str(words) if words else rule.replace("_", " ")


@cache
def table_of_rules() -> dict[str, dict[str, str]]:
    """The table of the package, by stage."""
    table: dict[str, dict[str, str]] = language_table("rule_meanings.yaml")
    return table


def documented(name: str, rules: Iterable[Callable[..., Any]]) -> str | None:
    """The first sentence of the docstring of the rule with this name; None where none of ``rules`` has it."""
    rule = next((rule for rule in rules if rule.__name__.strip("_") == name), None)
    if rule is None or not rule.__doc__:
        return None
    return " ".join(rule.__doc__.split("\n\n")[0].split()).rstrip(".")
