"""The names of rows: without numbering and signs, and a part of a whole (其中：城镇, #铁路) with the row that it is part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from suyuan.facts.table_words import ENUMERATION, table_words
from suyuan.facts.words import column_words
from suyuan.places.tables import package_yaml

SHARED_END = (
    2  # characters at the end that a part has in common with its whole where it is a measure of its own
)


@dataclass(frozen=True)
class PlainRow:
    """A row as the table prints it."""

    name: str  # in normal form
    values: tuple[Fraction | None, ...]  # of the columns of numbers
    steps: tuple[Fraction, ...]  # of the last printed digits of these


@dataclass(frozen=True)
class RowName:
    """What a row is called."""

    name: str  # without numbering, signs, 其中
    whole: str = ""  # name of the row that it is part of
    section: str = ""  # the last row without numbers above it


def row_names(rows: Sequence[PlainRow]) -> list[RowName]:
    """Names of the rows of one table in order.

    A row is a part where it says so (其中, #, 在总计中). A row after such a part belongs to the same whole if it names another
    value of the same dimension (城镇, then 乡村), or if the parts up to some row after it add up to the whole.
    """
    words = table_words()
    found: list[RowName] = []
    section = whole = ""
    whole_at, until, to_the_end = -1, -1, False
    for at, row in enumerate(rows):
        marker = next((word for word in words.parts if row.name.startswith(word)), "")
        name = plain_row_name(row.name)
        if not any(value is not None for value in row.values):
            section = name
            to_the_end = False
            found.append(RowName(name, section=section))
            continue
        if marker and whole:
            until = max(until, _last_of_sum(rows, whole_at, at))
            to_the_end = to_the_end or marker in words.parts_to_the_end
            found.append(RowName(name, whole, section))
        elif whole and (to_the_end or at <= until or _goes_on(row, found[-1])):
            found.append(RowName(name, whole, section))
        else:
            whole, whole_at = name, at
            found.append(RowName(name, section=section))
    return found


def plain_row_name(name: str) -> str:
    """The name without numbering, signs and 其中: 一、营业总收入 → 营业总收入."""
    words = table_words()
    while True:
        numbered = ENUMERATION.match(name)
        lead = numbered.group() if numbered else ""
        lead = lead or next(
            (w for w in (*words.parts, *words.signs) if name.startswith(w) and w.endswith(("：", "#", "中"))),
            "",
        )
        if not lead or lead == name:
            return name.strip().rstrip("：")
        name = name[len(lead) :].lstrip()


def is_own_measure(name: str, whole: str) -> bool:
    """The part is a measure with a name of its own (其中：营业收入 of 营业总收入), no category (其中：城镇)."""
    words = column_words()
    return name.endswith((*words.money_heads, *words.count_heads, *words.share_heads_end)) or (
        len(name) > SHARED_END and name[-SHARED_END:] == whole[-SHARED_END:]
    )


def _last_of_sum(rows: Sequence[PlainRow], whole: int, first: int) -> int:
    """The last row of the parts from ``first`` on that add up to the row ``whole`` in a column; ``first`` - 1 where none do.

    The sum of n numbers may differ from the whole by half a unit of the last digit for each of them and for the whole.
    """
    columns = range(len(rows[whole].values))
    for column in columns:
        total, exact = rows[whole].values[column], Fraction(0)
        slack = rows[whole].steps[column] / 2
        if not total:
            continue
        for at in range(first, len(rows)):
            value = rows[at].values[column]
            if value is None:
                break
            exact += value
            slack += rows[at].steps[column] / 2
            if at > first and abs(exact - total) <= slack:
                return at
            if abs(exact) > abs(total) + slack and total * value > 0:
                break
    return first - 1


def _goes_on(row: PlainRow, last: RowName) -> bool:
    """The row is a part as the one before it: another value of the same dimension."""
    if not last.whole:
        return False
    name, other = plain_row_name(row.name), last.name
    return any(_value(name, values) and _value(other, values) for values in _dimensions())


def _value(name: str, words: tuple[str, ...]) -> bool:
    return any(name in (word, word + "人口", word + "居民") for word in words)


@cache
def _dimensions() -> tuple[tuple[str, ...], ...]:
    table = package_yaml("dimensions_base.yaml")["dimensions"]
    return tuple(
        tuple(word for value, entry in dimension["values"].items() for word in (value, *entry["words"]))
        for dimension in table.values()
    )
