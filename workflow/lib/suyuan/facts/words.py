"""Word tables for columns (measures), natures and breakdowns, loaded once from the package data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, get_origin, get_type_hints

from suyuan.places.tables import package_yaml
from suyuan.quantities.tables import change_words


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
    nouns_of_classifiers: dict[str, str]
    surveying: frozenset[str]
    people_studied: tuple[str, ...]
    durations: frozenset[str]
    sold_by: frozenset[str]
    duration_leads: frozenset[str]
    money: frozenset[str]
    shares: frozenset[str]
    growth: dict[str, tuple[str, str]]
    growth_adverbs: frozenset[str]
    manners: frozenset[str]
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
    after_ratio_noun: frozenset[str]
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
    results_of_bodies: frozenset[str]
    handing_out: tuple[str, ...]
    bodies_counted: tuple[str, ...]
    naming_heads: tuple[str, ...]
    fresh: tuple[str, ...]
    compound_heads: frozenset[str]
    paired_deeds: frozenset[str]
    two_sides: dict[str, str]
    scales_of_events: dict[str, str]
    done_for_people: tuple[str, ...]
    made_things: tuple[str, ...]
    lying: frozenset[str]
    steps: frozenset[str]
    rates: tuple[str, ...]
    no_groups: tuple[str, ...]
    compared_groups: frozenset[str]
    completely: frozenset[str]
    bare_yields: frozenset[str]
    kinds: tuple[str, ...]
    deed_takers: frozenset[str]
    pairs_in_one_word: dict[str, tuple[str, ...]]
    compound_ends: tuple[str, ...]
    occasions: frozenset[str]
    founding_verbs: frozenset[str]
    total_leads: tuple[str, ...]
    wholes_in_order: dict[str, dict[str, Any]]
    shared_leads: tuple[str, ...]
    ordinals_in_full: dict[str, str]
    sets_of_characters: tuple[str, ...]
    member_heads: frozenset[str]
    counting_only: frozenset[str]
    counted_places: frozenset[str]
    shared_tails: tuple[str, ...]
    tails_of_attributes: tuple[str, ...]
    bare_results: frozenset[str]
    sizes: frozenset[str]
    counted_alone: frozenset[str]
    organisms: tuple[str, ...]
    counted_by_number: tuple[str, ...]
    former: frozenset[str]
    latter: frozenset[str]
    ratios: frozenset[str]
    test_words: tuple[str, ...]
    sexes: dict[str, str]
    makers: tuple[str, ...]
    before_attaching: frozenset[str]
    new_totals: tuple[str, ...]
    after_growth: frozenset[str]
    compared_times: tuple[str, ...]
    ends_of_periods: frozenset[str]
    reckoning: tuple[str, ...]
    names_of_changes: tuple[str, ...]
    equals: frozenset[str]
    shares_alone: frozenset[str]
    glued_verbs: tuple[str, ...]
    glued_words: dict[str, str]
    two_words: dict[str, str]
    recut: dict[str, dict[str, str]]


@cache
def column_words() -> ColumnWords:
    """The word table of the package."""
    table: dict[str, Any] = package_yaml("column_words.yaml")
    made: dict[str, Any] = {
        "suffix_by_unit": _by_name(table["suffix_by_unit"]),
        "level_verbs": frozenset(table["level_verbs"]) | _led_to_levels(),
        "growth": {verb: (rate, change) for verb, (rate, change) in table["growth"].items()},
        "topics": tuple(Topic(**topic) for topic in table["topics"]),
        "statistics": _by_name(table["statistics"]),
        "fixed_words": {word: flag for flag, words in table["fixed_words"].items() for word in words},
        "pairs_in_one_word": {word: tuple(pair) for word, pair in table["pairs_in_one_word"].items()},
    }
    kinds = get_type_hints(ColumnWords)
    for field in fields(ColumnWords):
        if field.name not in made:  # a mapping, or a list of words: a set, or in its order
            made[field.name] = get_origin(kinds[field.name])(table[field.name])
    return ColumnWords(**made)


def _led_to_levels() -> frozenset[str]:
    """降为, 增至, 调整到: each verb of a change with each word that leads to its new level."""
    words = change_words()
    return frozenset(verb + lead for verb in words["verbs"] for lead in words["leads"])


def _by_name(mapping: Mapping[Any, str]) -> dict[str, str]:
    """With keys as text: YAML takes some symbols for other things."""
    return {str(key): value for key, value in mapping.items()}
