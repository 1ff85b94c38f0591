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
    begins: tuple[str, ...] = ()


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
    differences: tuple[str, ...]
    full_marks: dict[str, tuple[str, ...]]  # before, after, and between the word and its number
    exact_scales: tuple[str, ...]
    exact_scale_units: frozenset[str]
    statistics: dict[str, str]  # symbol -> statistic, p or df
    relations: dict[str, str]
    one_sided: tuple[str, ...]
    tests: dict[str, tuple[str, ...]]  # independent, welch, paired
    other_chi2: tuple[str, ...]
    about: tuple[str, ...]
    exhibits: dict[str, Kind]  # by name
    after_exhibits: tuple[str, ...]

    def role_of(self, fact: Fact) -> Role | None:
        """Role by the measure as read: its whole for a symbol, else its last words, or its first ones."""
        read = fact.measure or ""
        if any(sign in fact.surface for sign in self.plus_minus):
            return "mean" if fact.unit in self.roles["mean"].units else None
        names = [read, *(read.removesuffix(filler) for filler in self.fillers)]
        for role, said in self.roles.items():
            if fact.unit not in said.units:
                continue
            first = bool(said.begins) and read.startswith(said.begins)
            if first or any(name in said.symbols or (name and name.endswith(said.words)) for name in names):
                return None if role == "mean" and any(word in read for word in self.differences) else role
        return None

    def spoken_role(self, before: str, unit: str | None) -> Role | None:
        """Mean or deviation by the words right before a number whose measure was not read (平均得分为8.25分)."""
        said = self._without_verb(before)
        for role in ("mean", "sd"):
            if unit in self.roles[role].units and said.endswith(self.roles[role].words):
                return role
        return None

    def is_full_mark(self, before: str, after: str) -> bool:
        """Whether words around a number say that it is the greatest score (满分为10分, 10分制)."""
        return self._without_verb(before).endswith(self.full_marks["before"]) or after.startswith(
            self.full_marks["after"]
        )

    def _without_verb(self, before: str) -> str:
        said = before.rstrip()
        for word in sorted(self.full_marks["between"], key=len, reverse=True):
            if said.endswith(word):
                return said.removesuffix(word).rstrip()
        return said

    def named_test(self, text: str) -> str | None:
        """The one kind of test that words name: independent, welch or paired; None where they name none or several."""
        named = [kind for kind, words in self.tests.items() if any(word in text for word in words)]
        if "welch" in named and "paired" not in named:
            return "welch"
        return named[0] if len(named) == 1 else None

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
            role: RoleWords(
                tuple(said["words"]),
                frozenset(said["symbols"]),
                frozenset(said["units"]),
                tuple(said.get("begins", ())),
            )
            for role, said in table["roles"].items()
        },
        fillers=tuple(table["fillers"]),
        questionnaire_units=frozenset(table["questionnaire_units"]),
        questionnaire_words=tuple(table["questionnaire_words"]),
        valid=tuple(table["valid"]),
        several=tuple(table["several"]),
        one=tuple(table["one"]),
        plus_minus=tuple(table["plus_minus"]),
        differences=tuple(table["differences"]),
        full_marks={where: tuple(words) for where, words in table["full_marks"].items()},
        exact_scales=tuple(table["exact_scales"]),
        exact_scale_units=frozenset(table["exact_scale_units"]),
        statistics=symbols,
        relations=dict(table["relations"]),
        one_sided=tuple(table["one_sided"]),
        tests={kind: tuple(words) for kind, words in table["tests"].items()},
        other_chi2=tuple(table["other_chi2"]),
        about=tuple(table["about"]),
        exhibits={word: kind for kind, words in table["exhibits"].items() for word in words},
        after_exhibits=tuple(table["after_exhibits"]),
    )
