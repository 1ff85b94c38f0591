"""Words of the steps of an experiment (procedure_words.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from suyuan.language import any_of, language_table

TABLE = re.compile("%([a-z_]+)%")


@dataclass(frozen=True)
class ProcedureWords:
    """procedure_words.yaml."""

    deeds: tuple[str, ...]
    takes: tuple[str, ...]
    vessels: tuple[str, ...]
    solutions: tuple[str, ...]
    gives: tuple[str, ...]
    nearby: tuple[str, ...]
    conditions: tuple[str, ...]
    reached: tuple[str, ...]
    strengths: tuple[str, ...]
    volumes: tuple[str, ...]
    masses: tuple[str, ...]
    animals: tuple[str, ...]


@cache
def procedure_words() -> ProcedureWords:
    """The word table of the package."""
    table = language_table("procedure_words.yaml")
    return ProcedureWords(**{field.name: tuple(table[field.name]) for field in fields(ProcedureWords)})


@cache
def with_words(expression: str) -> re.Pattern[str]:
    """The pattern of an expression in which ``%deeds%`` stands for any word of that table. AttributeError for another name."""
    return re.compile(TABLE.sub(lambda table: any_of(getattr(procedure_words(), table[1])), expression))
