"""Words of surveys in texts of any subject: roles of numbers, symbols of statistics, names of tables and figures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from suyuan.language import language_table
from suyuan.methods.surveys.declared import Role
from suyuan.methods.surveys.rows import Kind
from suyuan.records import Fact


@dataclass(frozen=True, slots=True)
class RoleWords:
    """How a role is said."""

    words: tuple[str, ...]
    symbols: frozenset[str]
    units: frozenset[str | None]


@dataclass(frozen=True, slots=True)
class SurveyWords:
    """The table of words."""

    roles: dict[Role, RoleWords]
    fillers: tuple[str, ...]
    questionnaire_units: frozenset[str]
    questionnaire_words: tuple[str, ...]
    valid: tuple[str, ...]
    several: tuple[str, ...]
    one: tuple[str, ...]
    plus_minus: tuple[str, ...]
    statistics: dict[str, str]  # symbol -> statistic, p or df
    relations: dict[str, str]
    one_sided: tuple[str, ...]
    exhibits: dict[str, Kind]  # by name
    after_exhibits: tuple[str, ...]

    def role_of(self, fact: Fact) -> Role | None:
        """Role by the measure as read: its whole for a symbol, else its last words."""
        read = fact.measure or ""
        if any(sign in fact.surface for sign in self.plus_minus):
            return "mean" if fact.unit in self.roles["mean"].units else None
        names = [read, *(read.removesuffix(filler) for filler in self.fillers)]
        for role, said in self.roles.items():
            if fact.unit not in said.units:
                continue
            if any(name in said.symbols or (name and name.endswith(said.words)) for name in names):
                return role
        return None

    def symbol_of(self, fact: Fact) -> str | None:
        """Statistic, p or df that the head of a column says (满意度t数值); None for another."""
        read = fact.measure or ""
        for name in (read, *(read.removesuffix(filler) for filler in self.fillers)):
            for symbol in sorted(self.statistics, key=len, reverse=True):
                before = name.removesuffix(symbol)
                if name.endswith(symbol) and not (before and before[-1].isascii() and before[-1].isalnum()):
                    return self.statistics[symbol]
        return None

    def counts_questionnaires(self, fact: Fact) -> bool:
        """Whether an N counts questionnaires, not the people behind one item."""
        measure = fact.measure or ""
        return fact.unit in self.questionnaire_units or any(w in measure for w in self.questionnaire_words)


@cache
def survey_words() -> SurveyWords:
    """The words of the package."""
    table: dict[str, Any] = language_table("survey_words.yaml")
    symbols = {word: kind for kind, words in table["statistics"].items() for word in words}
    symbols |= dict.fromkeys(table["probability"], "p") | dict.fromkeys(table["freedom"], "df")
    return SurveyWords(
        roles={
            role: RoleWords(tuple(said["words"]), frozenset(said["symbols"]), frozenset(said["units"]))
            for role, said in table["roles"].items()
        },
        fillers=tuple(table["fillers"]),
        questionnaire_units=frozenset(table["questionnaire_units"]),
        questionnaire_words=tuple(table["questionnaire_words"]),
        valid=tuple(table["valid"]),
        several=tuple(table["several"]),
        one=tuple(table["one"]),
        plus_minus=tuple(table["plus_minus"]),
        statistics=symbols,
        relations=dict(table["relations"]),
        one_sided=tuple(table["one_sided"]),
        exhibits={word: kind for kind, words in table["exhibits"].items() for word in words},
        after_exhibits=tuple(table["after_exhibits"]),
    )
