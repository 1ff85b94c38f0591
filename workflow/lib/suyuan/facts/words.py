"""Word tables for columns (measures), natures and breakdowns, loaded once from the package data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from suyuan.places.tables import package_yaml


@dataclass(frozen=True)
class Topic:
    """A pair of words around a topic phrase: 从 … 来看."""

    open: str
    close: str


@dataclass(frozen=True)
class ColumnWords:
    """column_words.yaml."""

    predicates: frozenset[str]
    level_verbs: frozenset[str]
    light_verbs: frozenset[str]
    count_heads: tuple[str, ...]
    money_heads: tuple[str, ...]
    share_heads_end: tuple[str, ...]
    suffix_by_unit: dict[str, str]
    durations: frozenset[str]
    duration_leads: frozenset[str]
    money: frozenset[str]
    shares: frozenset[str]
    growth: dict[str, tuple[str, str]]
    growth_adverbs: frozenset[str]
    comparing_only: frozenset[str]
    yearly: tuple[str, ...]
    share_verbs: frozenset[str]
    whole_endings: tuple[str, ...]
    rank_verbs: frozenset[str]
    topics: tuple[Topic, ...]
    each: frozenset[str]
    no_topics: frozenset[str]
    aims: frozenset[str]
    sums: frozenset[str]
    light_relatives: frozenset[str]
    statistics: dict[str, str]
    noun_verbs: frozenset[str]
    right_stops: frozenset[str]
    list_openers: tuple[str, ...]
    noun_units: frozenset[str]
    fixed_words: dict[str, str]
    either_verbs: frozenset[str]
    phrase_breakers: frozenset[str]
    transparent_verbs: frozenset[str]
    pronouns: frozenset[str]
    department_endings: tuple[str, ...]
    summing: frozenset[str]
    bare_shares: frozenset[str]
    bare_magnitudes: frozenset[str]
    document_verbs: frozenset[str]
    levels_of_units: dict[str, str]
    units_in_brackets: frozenset[str]
    doer_units: frozenset[str]
    doer_endings: tuple[str, ...]
    causing_verbs: frozenset[str]
    dimension_units: frozenset[str]
    efforts: tuple[str, ...]
    per_units: frozenset[str]
    attaching_verbs: frozenset[str]
    bare_heads: frozenset[str]
    short_deeds: frozenset[str]
    carrying_heads: tuple[str, ...]
    no_subjects: tuple[str, ...]
    spent: tuple[str, ...]
    wholes: frozenset[str]
    group_endings: tuple[str, ...]
    appointing: frozenset[str]
    of_growth: frozenset[str]
    classifiers: frozenset[str]
    things: tuple[str, ...]
    giving_verbs: frozenset[str]
    belongings: frozenset[str]
    bodies_counted: tuple[str, ...]
    naming_heads: tuple[str, ...]
    fresh: tuple[str, ...]
    compound_heads: frozenset[str]
    paired_deeds: frozenset[str]


@cache
def domain_words() -> dict[str, str]:
    """Words of domain_words.yaml that jieba's dictionary lacks or tags otherwise -> part of speech."""
    return {word: flag for flag, words in package_yaml("domain_words.yaml").items() for word in words}


@cache
def column_words() -> ColumnWords:
    """The word table of the package."""
    table: dict[str, Any] = package_yaml("column_words.yaml")
    return ColumnWords(
        predicates=frozenset(table["predicates"]),
        level_verbs=frozenset(table["level_verbs"]),
        light_verbs=frozenset(table["light_verbs"]),
        count_heads=tuple(table["count_heads"]),
        money_heads=tuple(table["money_heads"]),
        share_heads_end=tuple(table["share_heads_end"]),
        suffix_by_unit={str(unit): suffix for unit, suffix in table["suffix_by_unit"].items()},
        durations=frozenset(table["durations"]),
        duration_leads=frozenset(table["duration_leads"]),
        money=frozenset(table["money"]),
        shares=frozenset(table["shares"]),
        growth={verb: (rate, change) for verb, (rate, change) in table["growth"].items()},
        growth_adverbs=frozenset(table["growth_adverbs"]),
        comparing_only=frozenset(table["comparing_only"]),
        yearly=tuple(table["yearly"]),
        share_verbs=frozenset(table["share_verbs"]),
        whole_endings=tuple(table["whole_endings"]),
        rank_verbs=frozenset(table["rank_verbs"]),
        topics=tuple(Topic(**topic) for topic in table["topics"]),
        each=frozenset(table["each"]),
        no_topics=frozenset(table["no_topics"]),
        aims=frozenset(table["aims"]),
        sums=frozenset(table["sums"]),
        light_relatives=frozenset(table["light_relatives"]),
        statistics={str(symbol): name for symbol, name in table["statistics"].items()},
        noun_verbs=frozenset(table["noun_verbs"]),
        right_stops=frozenset(table["right_stops"]),
        list_openers=tuple(table["list_openers"]),
        noun_units=frozenset(table["noun_units"]),
        fixed_words={word: flag for flag, words in table["fixed_words"].items() for word in words},
        either_verbs=frozenset(table["either_verbs"]),
        phrase_breakers=frozenset(table["phrase_breakers"]),
        transparent_verbs=frozenset(table["transparent_verbs"]),
        pronouns=frozenset(table["pronouns"]),
        department_endings=tuple(table["department_endings"]),
        summing=frozenset(table["summing"]),
        bare_shares=frozenset(table["bare_shares"]),
        bare_magnitudes=frozenset(table["bare_magnitudes"]),
        document_verbs=frozenset(table["document_verbs"]),
        levels_of_units=table["levels_of_units"],
        units_in_brackets=frozenset(table["units_in_brackets"]),
        doer_units=frozenset(table["doer_units"]),
        doer_endings=tuple(table["doer_endings"]),
        causing_verbs=frozenset(table["causing_verbs"]),
        dimension_units=frozenset(table["dimension_units"]),
        efforts=tuple(table["efforts"]),
        per_units=frozenset(table["per_units"]),
        attaching_verbs=frozenset(table["attaching_verbs"]),
        bare_heads=frozenset(table["bare_heads"]),
        short_deeds=frozenset(table["short_deeds"]),
        carrying_heads=tuple(table["carrying_heads"]),
        no_subjects=tuple(table["no_subjects"]),
        spent=tuple(table["spent"]),
        wholes=frozenset(table["wholes"]),
        group_endings=tuple(table["group_endings"]),
        appointing=frozenset(table["appointing"]),
        of_growth=frozenset(table["of_growth"]),
        classifiers=frozenset(table["classifiers"]),
        things=tuple(table["things"]),
        giving_verbs=frozenset(table["giving_verbs"]),
        belongings=frozenset(table["belongings"]),
        bodies_counted=tuple(table["bodies_counted"]),
        naming_heads=tuple(table["naming_heads"]),
        fresh=tuple(table["fresh"]),
        compound_heads=frozenset(table["compound_heads"]),
        paired_deeds=frozenset(table["paired_deeds"]),
    )
