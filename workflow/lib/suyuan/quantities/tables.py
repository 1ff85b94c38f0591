"""The tables of words that the grammar of quantities reads, from ``suyuan/data``.

Each function reads one file once and returns plain frozen values. A row that breaks the form of its table raises
ValueError with the file and the row.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

from suyuan.language import language_table
from suyuan.records.fact import Comparator, NumeralClass
from suyuan.values import value

ALONE = "0"  # in units_si.yaml: the unit without a prefix
PREFIX_AS_PRINTED = {"u": "μ", "K": "k"}
COMPARATORS: tuple[Comparator, ...] = ("=", "~", ">", ">=", "<", "<=")


@value
class UnitWord:
    """A word that may follow a number as its unit."""

    text: str  # as printed
    unit: str  # base unit
    kind: str  # money, share, ratio, measure, time, score; count, noun, arabic for classifiers
    not_before: str  # characters that make a longer word of it (3项 but not 3项目)


@value
class Qualifier:
    """A word beside a number that says how the number is meant."""

    text: str
    place: str  # before, before_power, before_whole, after_number, after, after_time
    comparator: Comparator
    not_after: str  # characters before it that make a longer word of it (节约, 附近)


@value
class NameTemplate:
    """A name with a number in it; ``{n}`` any numeral, ``{d}`` Arabic, ``{D}`` two digits, ``{h}`` Chinese."""

    template: str
    numeral_class: NumeralClass
    reason: str


@value
class NamePattern:
    """A construction with digits that is no quantity, as an expression over normalised text."""

    numeral_class: NumeralClass
    reason: str | None
    expression: str
    example: str  # a phrase that the expression matches
    needs: (
        str | None
    )  # digit, digits (five in a row) or letter: texts without what every match has are not searched
    holds: tuple[str, ...]  # texts that hold none of these are not searched either; () for all


LEDGER_CLASSES: dict[str, NumeralClass] = {
    "name": "name", "document_number": "document_number", "citation": "citation", "list_marker": "list_marker",
    "section_number": "section_number", "date": "date",
}  # fmt: skip


def read_rows(name: str, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Rows of a CSV table of ``suyuan/data``. ValueError when the header or a row does not have ``columns``."""
    text = files("suyuan.data").joinpath(name).read_text(encoding="utf-8")
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != columns:
        raise ValueError(
            f"suyuan/data/{name}: the header must be {','.join(columns)}, not {reader.fieldnames}"
        )
    rows = []
    for line, row in enumerate(reader, start=2):
        if None in row or None in row.values() or not row[columns[0]]:
            raise ValueError(
                f"suyuan/data/{name}, line {line}: {len(columns)} fields expected, quote those with a comma"
            )
        rows.append(row)
    return rows


@cache
def numerals_table() -> dict[str, Any]:
    """``numerals.yaml`` as it stands."""
    return dict(language_table("numerals.yaml"))


@cache
def shield_words() -> frozenset[str]:
    """Words in which 一 二 三 … is no numeral (numerals_words.yaml)."""
    table: dict[str, str] = language_table("numerals_words.yaml")
    return frozenset(word for words in table.values() for word in words.split())


@cache
def counted_nouns() -> dict[str, str]:
    """Nouns that numbers count without a classifier, with the classifier (head_nouns.yaml)."""
    table: dict[str, str] = language_table("head_nouns.yaml")["nouns"]
    return {noun: classifier for classifier, nouns in table.items() for noun in nouns.split()}


@cache
def unit_words() -> dict[str, tuple[UnitWord, ...]]:
    """Chinese units and classifiers by first character, longest first; a unit comes before a classifier of equal text."""
    found: dict[str, UnitWord] = {}
    for row in read_rows("units.csv", ("text", "unit", "kind", "not_before")):
        found.setdefault(row["text"], UnitWord(**row))
    for row in read_rows("classifiers.csv", ("text", "strength", "not_before")):
        unit = counted_nouns().get(row["text"], row["text"])  # 13亿人口 are so many 人
        word = UnitWord(row["text"], unit, row["strength"], row["not_before"])
        found.setdefault(row["text"], word)
    return by_first_character(found)


@cache
def unit_symbols() -> dict[str, tuple[UnitWord, ...]]:
    """Latin unit symbols and English unit words by first character, longest first; case counts.

    Rows of units_symbols.csv, then each spelling of units_si.yaml behind each of its prefixes.
    """
    rows = read_rows("units_symbols.csv", ("text", "unit", "kind"))
    found = {row["text"]: UnitWord(**row, not_before="") for row in rows}
    for entry in language_table("units_si.yaml"):
        for spelling in entry["spellings"]:
            for printed in entry["prefixes"]:
                prefix = PREFIX_AS_PRINTED.get(printed, printed)
                text = ("" if printed == ALONE else printed) + spelling
                unit = ("" if printed == ALONE else prefix) + entry["name"]
                found.setdefault(text, UnitWord(text, unit, "measure", ""))
    return by_first_character(found)


def by_first_character(words: dict[str, UnitWord]) -> dict[str, tuple[UnitWord, ...]]:
    """Index of words by their first character, longest first."""
    index: dict[str, list[UnitWord]] = {}
    for text in sorted(words, key=lambda text: (-len(text), text)):
        index.setdefault(text[0], []).append(words[text])
    return {first: tuple(group) for first, group in index.items()}


@cache
def qualifiers() -> dict[str, tuple[Qualifier, ...]]:
    """Qualifiers by place, longest first."""
    places: dict[str, list[Qualifier]] = {}
    for row in read_rows("qualifiers.csv", ("text", "place", "comparator", "not_after", "note")):
        if row["comparator"] not in COMPARATORS:
            raise ValueError(
                f"suyuan/data/qualifiers.csv: {row['text']} has comparator {row['comparator']!r}"
            )
        comparator = next(c for c in COMPARATORS if c == row["comparator"])
        places.setdefault(row["place"], []).append(
            Qualifier(row["text"], row["place"], comparator, row["not_after"])
        )
    return {place: tuple(sorted(group, key=lambda q: -len(q.text))) for place, group in places.items()}


@cache
def name_templates() -> tuple[NameTemplate, ...]:
    """Names with numbers, in the order of the table."""
    rows = read_rows("names_with_numbers.csv", ("template", "class", "reason"))
    return tuple(NameTemplate(row["template"], LEDGER_CLASSES[row["class"]], row["reason"]) for row in rows)


@cache
def name_patterns() -> tuple[NamePattern, ...]:
    """Constructions with digits that are no quantities, in the order of the table."""
    return tuple(
        NamePattern(
            LEDGER_CLASSES[row["class"]],
            row["reason"],
            row["expression"],
            row["example"],
            row.get("needs"),
            tuple(row.get("holds", ())),
        )
        for row in language_table("names_with_numbers_patterns.yaml")
    )


@cache
def change_words() -> dict[str, list[str]]:
    """Verbs, adverbs and moments of a change from one level to another (change_words.yaml)."""
    table: dict[str, list[str]] = language_table("change_words.yaml")
    return table
