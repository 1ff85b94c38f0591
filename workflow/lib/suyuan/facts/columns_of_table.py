"""The heads of the columns of a table, which columns name its rows, and the unit of a number from all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from suyuan.facts.grid import GridCell, filled
from suyuan.facts.row_names import plain_row_name
from suyuan.facts.table_words import (
    PeriodHead,
    change_of,
    changed_of,
    is_label,
    is_share,
    is_silent,
    names_measures,
    period_of,
    table_words,
)
from suyuan.facts.words import column_words
from suyuan.quantities.cells import name_of_head, named_unit, unit_of_head
from suyuan.quantities.units import Unit

DATED = re.compile(r"(?:19|20)\d\d年(?:度|末|底)?(?=.)")
BRACKETS = re.compile(r"（([^（）]*)）$")

SHORTEST_CODE = 3  # digits of the codes of a classification

NEARLY_ALL = 0.8  # share of the cells of a column from which on they say what it is
YEAR = re.compile(r"(?:19|20)\d\d$")

RELATIVE = ("%", "‰", "百分点", "倍")

KnownUnit = tuple[Unit, Fraction]
Rows = Sequence[Sequence[GridCell]]


class Layout(Protocol):
    """What is needed of suyuan.facts.table_layout.TableLayout."""

    @property
    def body(self) -> tuple[tuple[GridCell, ...], ...]: ...
    @property
    def numeric(self) -> frozenset[int]: ...


@dataclass(frozen=True)
class Head:
    """The head of a column of one row or more."""

    text: str  # name and unit
    parts: tuple[str, ...]  # as printed, from the top
    times: tuple[str, ...]  # where a time may stand
    name: str  # without unit and statistic
    statistic: str | None  # in brackets behind the name: M
    unit: KnownUnit | None
    silent: bool  # does not name what its numbers measure
    is_time: bool
    change: str | None  # 增速 or 增减, of a head that says nothing but a change
    changed: str  # what changed, if the head says that too: 营业收入比上年增减
    share: bool
    measures: bool  # its cells are measures, no categories
    dimension: str  # whose categories its cells are
    facet: str  # what a head of a period adds to the measure: 余额
    text_of_silent: str = ""


@dataclass(frozen=True)
class Panel:
    """Columns from one naming of the rows to the next (项目 | 决算数 | 项目 | 决算数 has two)."""

    start: int
    numeric: tuple[int, ...]
    units: tuple[int, ...]
    places: tuple[int, ...]
    times: tuple[int, ...]
    names: tuple[int, ...]  # text columns that are none of these and no labels
    keys: tuple[int, ...]  # of these the ones that tell the rows apart


def head_of(parts: Sequence[str], is_time: Callable[[str], bool]) -> Head:
    """The head of a column; of several rows the times apart, and the unit at the end of the name."""
    times = tuple(part for part in parts if is_time(part))
    others = [part for part in parts if part not in times] if len(parts) > 1 else list(parts)
    last = next((part for part in reversed(others) if name_of_head(part)), others[-1] if others else "")
    spoken = [part for part in others if not is_silent(part)] if len(others) > 1 else others
    spoken = [part for part in spoken if len(spoken) == 1 or period_of(part) is None]
    name = "".join(
        [*(name_of_head(part).removesuffix("情况") for part in spoken[:-1]), *map(name_of_head, spoken[-1:])]
    )
    unit = next((found for part in reversed(others) if (found := unit_of_head(part))), None)
    bracket = BRACKETS.search(name)
    statistic = bracket.group(1) if bracket and bracket.group(1) in column_words().statistics else None
    if statistic and bracket:
        name = name[: bracket.start()]
    period = period_of(last)
    dated = DATED.match(name_of_head(last))  # 2020年金额
    if dated is not None and is_silent(last[dated.end() :]):
        period = PeriodHead("same", "")
        name = ""
    change, changed = change_of(last), changed_of(last)
    if changed is not None and change is None:
        name, change = name.removesuffix(name_of_head(last)) + changed[0], changed[1]
    return Head(
        text=last if len(others) == 1 else name + (last[len(name_of_head(last)) :] if last else ""),
        parts=tuple(parts),
        times=times or tuple(parts),
        name=name,
        statistic=statistic,
        unit=unit,
        silent=is_silent(last) or period is not None,
        is_time=bool(last) and is_time(name_of_head(last)),
        change=change,
        changed=changed[0] if changed is not None and change_of(last) is None else "",
        share=is_share(last),
        measures=names_measures(last) or not last,
        dimension=name_of_head(last),
        facet=period.facet if period else "",
        text_of_silent="" if is_time(name_of_head(last)) else DATED.sub("", name_of_head(last), count=1),
    )


def panels_of(
    layout: Layout,
    heads: Sequence[Head],
    places: Callable[[str], object],
    is_time: Callable[[str], bool],
) -> list[Panel]:
    """The panels of a table from the left; one begins at a column whose head is that of the first column again."""
    words = table_words()
    width = len(heads)
    starts = [0]
    if heads and heads[0].dimension:
        starts += [
            i for i in range(1, width) if i not in layout.numeric and heads[i].dimension == heads[0].dimension
        ]
    found = []
    for start, end in zip(starts, [*starts[1:], width], strict=True):
        text = [
            i
            for i in range(start, end)
            if i not in layout.numeric
            and not any(map(is_label, heads[i].parts))
            and not _are_integers([row[i] for row in layout.body if i < len(row)])
        ]
        units = tuple(i for i in text if heads[i].dimension in words.units)
        area = tuple(i for i in text if _all(layout.body, i, places))
        first = min((i for i in layout.numeric if start <= i < end), default=end)
        times = tuple(
            i
            for i in text
            if i not in area
            and (heads[i].dimension in words.times or (i < first and _all(layout.body, i, is_time)))
        )
        names = tuple(i for i in text if i not in (*units, *area, *times))
        numeric = tuple(i for i in range(start, end) if i in layout.numeric)
        keys = _keys(layout.body, names, (*area, *times), start)
        before = tuple(i for i in names if i < first)
        found.append(Panel(start, numeric, units, area, times, before, keys))
    return found


def unit_of_row(
    heads: Sequence[Head],
    panel: Panel,
    row: Sequence[GridCell],
    i: int,
    section: str,
    caption: KnownUnit | None,
) -> KnownUnit | None:
    """Unit of the number in column ``i``: of its head, of a column of units, of the name of its row, of the line above a
    group of rows, of the first head, of the caption. A change or share takes from these only what is no count or money, and
    a head or row that names a kind of number (年龄, 比例) only units of that kind."""
    head = heads[i]
    if head.unit is not None:
        return head.unit
    named = [
        row[at].text for at in panel.names if at < len(row) and (heads[at].measures or at == panel.names[0])
    ]
    rows = [unit_of_head(text.rstrip("：")) for text in named]
    units = [named_unit(row[at].text) for at in panel.units if at < len(row)]
    corner = [heads[at].unit for at in panel.names if heads[at].measures or at == panel.names[0]]
    said = head.name if not (head.silent or head.is_time) else "".join(named)
    relative = head.change == "增速" or head.share or _is_rate(said)
    allowed = RELATIVE if relative else _units_of_kind(said)
    for found in (*units, *rows, unit_of_head(section), *corner, caption):
        if found is not None and (found in rows or allowed is None or found[0].unit in allowed):
            return found
    return None


def _are_integers(column: Sequence[GridCell]) -> bool:
    """Digits alone in nearly all cells, that are no years: such a column names nothing."""
    texts = [cell.text for cell in filled(column)]
    whole = [text for text in texts if text.isdecimal() and not YEAR.match(text)]
    return bool(texts) and len(whole) >= NEARLY_ALL * len(texts)


def are_codes(column: Sequence[GridCell]) -> bool:
    """The cells are codes: digits alone, some with a zero in front (06) or all of them of three and more digits, nested
    (201, 20101)."""
    if not _are_integers(column):
        return False
    codes = [cell.text for cell in filled(column) if cell.text.isdecimal()]
    if any(len(code) > 1 and code[0] == "0" for code in codes):
        return True
    nested = sum(any(code != other and code.startswith(other) for other in codes) for code in codes)
    return all(len(code) >= SHORTEST_CODE for code in codes) and 2 * nested >= len(codes)


def _units_of_kind(name: str) -> tuple[str, ...] | None:
    """Units that a head or row may have that says what kind of number stands there (年龄: 岁); None for any."""
    plain = plain_row_name(BRACKETS.sub("", name_of_head(name)))
    return next((units for kind, units in table_words().units_of_kinds if plain.endswith(kind)), None)


def _is_rate(name: str) -> bool:
    return plain_row_name(name_of_head(name)).endswith(table_words().rates)


def _all(body: Rows, i: int, test: Callable[[str], object]) -> bool:
    """The column has filled cells, and all of them pass the test."""
    column = filled([row[i] for row in body if i < len(row)])
    return bool(column) and all(test(cell.text) for cell in column)


def _keys(body: Rows, names: Sequence[int], roles: Sequence[int], start: int) -> tuple[int, ...]:
    """The first column, if it names the rows, and those name columns that are needed to tell the rows apart."""
    keys: list[int] = [i for i in names[:1] if i == start or not roles]
    for i in names[len(keys) :]:
        told = [tuple(row[at].text for at in (*roles, *keys) if at < len(row)) for row in body]
        if len(set(told)) == len(body) and (keys or roles):
            break
        keys.append(i)
    return tuple(keys)
