"""The words of tables (``data/table_words.yaml``), and what a head says by them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, NamedTuple

from suyuan.places.tables import package_yaml
from suyuan.quantities.cells import name_of_head

PeriodName = Literal["same", "last", "end", "begin"]

ENUMERATION = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d)|[①-⑳])"
)
EMPTY_BRACKETS = re.compile(r"（[^（）]*）")


@dataclass(frozen=True)
class TableWords:
    """table_words.yaml."""

    labels: frozenset[str]
    label_endings: tuple[str, ...]
    kinds: tuple[str, ...]
    times: frozenset[str]
    units: frozenset[str]
    values: frozenset[str]
    measures: frozenset[str]
    measure_endings: tuple[str, ...]
    totals: frozenset[str]
    changes: tuple[str, ...]
    growths: tuple[str, ...]
    of_changes: re.Pattern[str]
    shares: frozenset[str]
    comparisons: tuple[str, ...]
    rates: tuple[str, ...]
    units_of_kinds: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[str, ...]
    parts_to_the_end: tuple[str, ...]
    signs: tuple[str, ...]
    caption_endings: tuple[str, ...]
    no_captions: tuple[str, ...]
    report_endings: tuple[str, ...]
    periods: tuple[tuple[str, PeriodName], ...]
    statements: tuple[str, ...]
    parents: tuple[str, ...]
    lines_of_statements: tuple[str, ...]
    whole_group: tuple[str, ...]
    facets: tuple[str, ...]


def _longest(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def table_words() -> TableWords:
    """The word table of the package."""
    table = package_yaml("table_words.yaml")
    periods = [(word, name) for name, words in table["periods"].items() for word in words]
    rest = "|".join(re.escape(word) for word in _longest(table["of_changes"]))
    kinds = {field.name: field.type for field in fields(TableWords)}
    lists = {key: _longest(words) for key, words in table.items() if kinds[key] == "tuple[str, ...]"}
    sets = {key: frozenset(words) for key, words in table.items() if kinds[key] == "frozenset[str]"}
    others: dict[str, Any] = {
        "of_changes": re.compile(f"(?:{rest})*"),
        "units_of_kinds": tuple(
            (kind, tuple(table["units_of_kinds"][kind])) for kind in _longest(list(table["units_of_kinds"]))
        ),
        "periods": tuple(sorted(periods, key=lambda pair: (-len(pair[0]), pair[0]))),
    }
    return TableWords(**(lists | sets | others))


class PeriodHead(NamedTuple):
    """A head that stands for a period of the report: 期末余额 → end and what it adds to the measure, 余额."""

    period: PeriodName
    facet: str


def is_label(head: str) -> bool:
    """The numbers under this head are labels of the rows: 序号, 功能分类科目编码."""
    words = table_words()
    return name_of_head(head) in words.labels or head.endswith(words.label_endings)


def is_kind(head: str) -> bool:
    """The cells under this head are kinds, whatever they look like: 注册分类 over 三类."""
    return name_of_head(head).endswith(table_words().kinds)


def is_silent(head: str) -> bool:
    """A head that does not name what its numbers measure: 数值, 合计（万元）."""
    name = name_of_head(head)
    return not name or name in table_words().values


def names_measures(head: str) -> bool:
    """The cells under this head are measures, no categories of a dimension: 项目, 主要财务指标, 利润表（百万元）."""
    words = table_words()
    name = name_of_head(head)
    return name in words.measures or name.endswith(words.measure_endings)


def is_total(name: str) -> bool:
    """A row or column over all categories."""
    return name.replace(" ", "") in table_words().totals


def change_of(head: str) -> str | None:
    """增速 or 增减 for a head that says nothing but a change against an earlier time (比上年增长, 增减%), else None."""
    words = table_words()
    name = plain_name(head)
    if not any(word in name for word in words.changes) or not words.of_changes.fullmatch(name):
        return None
    return "增速" if any(word in name for word in words.growths) and "增减" not in name else "增减"


def changed_of(head: str) -> tuple[str, str] | None:
    """What changed and how, for a head that says both: 营业收入比上年增减（%） → (营业收入, 增减); else None."""
    words = table_words()
    name = plain_name(head)
    for at in range(2, len(name) - 1):
        if name[at:].startswith(words.comparisons) and words.of_changes.fullmatch(name, at):
            change = change_of(name[at:])
            return (name[:at], change) if change is not None else None
    return None


def is_share(head: str) -> bool:
    """A head that says nothing but share: 比重（%）."""
    return plain_name(head) in table_words().shares


def period_of(head: str) -> PeriodHead | None:
    """The period of the report that a head stands for, or that it begins with before a change (本报告期比上年同期增减)."""
    words = table_words()
    name = plain_name(head)
    for word, period in words.periods:
        if name == word or (name.startswith(word) and words.of_changes.fullmatch(name[len(word) :])):
            return PeriodHead(period, next((facet for facet in words.facets if word.endswith(facet)), ""))
    for word, period in words.periods:
        rest = name.removeprefix(word)
        if rest != name and rest in (*words.values, *words.facets):
            return PeriodHead(period, rest if rest in words.facets else "")
    return None


def plain_name(head: str) -> str:
    """A head without unit, enumeration, brackets and colon: （+/-）YOY（%） → YOY."""
    name = name_of_head(head.rstrip("：")).rstrip("：")
    bare = EMPTY_BRACKETS.sub("", ENUMERATION.sub("", name, count=1) if ENUMERATION.match(name) else name)
    return bare.strip("# ")
