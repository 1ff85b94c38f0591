"""Two editions of one source compared, fact by fact: what audit/editions.csv holds.

- ``compare_editions(facts) -> list[EditionRow]``
- ``compare_figures(first, second) -> FigureComparison``: which figures stand in one of two editions only, however often
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Literal, NamedTuple

from pydantic import Field

from suyuan.reconcile.phrases import dice, normal_phrase
from suyuan.records import Fact, Record, exact_text

EDITIONS = ("original", "text", "digest", "collected")
ATTRIBUTES = ("comparator", "unit", "time", "time_kind", "area", "measure_id", "breakdown", "nature")
LEAST = 2.0  # score of attributes below which two facts are not paired


class EditionRow(Record):
    """One quantity of a source, as two of its editions have it."""

    source_id: str
    edition_a: str = Field(description="the edition of higher precedence")
    edition_b: str
    outcome: Literal["same", "differs", "only_a", "only_b"]
    differs: tuple[str, ...] = Field((), description="attributes that differ")
    fact_a: str | None = None
    fact_b: str | None = None
    surface_a: str | None = None
    surface_b: str | None = None
    value_a: str | None = Field(None, description="value in the base unit, or least..greatest of a range")
    value_b: str | None = None
    measure_a: str | None = Field(None, description="measure as read")
    measure_b: str | None = None


class Figure(NamedTuple):
    """A number as stated, whatever it is about."""

    value: Fraction | None
    value_min: Fraction | None
    value_max: Fraction | None
    comparator: str
    unit: str | None


@dataclass(frozen=True)
class FigureComparison:
    """Facts of two editions by figure: of ``same`` those of the first edition."""

    same: dict[Figure, list[Fact]]
    only_first: dict[Figure, list[Fact]]
    only_second: dict[Figure, list[Fact]]


def figure(fact: Fact) -> Figure:
    """The figure that a fact states; 53大类 is 53类, for under a head 货物大类 the unit is 类."""
    unit = (
        fact.unit[1:] if fact.unit is not None and fact.unit.startswith("大") and fact.unit[1:] else fact.unit
    )
    return Figure(fact.value, fact.value_min, fact.value_max, fact.comparator, unit)


def compare_figures(first: Iterable[Fact], second: Iterable[Fact]) -> FigureComparison:
    """Figures of two editions of one source, in order of their first place.

    A figure told several times is one figure. A number without unit (English 8 documents, a cell) is the one with a unit
    of the other edition where their values agree.
    """
    a, b = _by_figure(first), _by_figure(second)
    bare_a, bare_b = ({_bare(f) for f in found} for found in (a, b))

    def stands(this: Figure, others: dict[Figure, list[Fact]], bare: set[Figure]) -> bool:
        return this in others or _bare(this) in others or (this.unit is None and this in bare)

    return FigureComparison(
        {f: facts for f, facts in a.items() if stands(f, b, bare_b)},
        {f: facts for f, facts in a.items() if not stands(f, b, bare_b)},
        {f: facts for f, facts in b.items() if not stands(f, a, bare_a)},
    )


def _by_figure(facts: Iterable[Fact]) -> dict[Figure, list[Fact]]:
    found: dict[Figure, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: (f.start, f.end, f.fact_id)):
        found.setdefault(figure(fact), []).append(fact)
    return found


def _bare(this: Figure) -> Figure:
    return this._replace(unit=None)


def compare_editions(facts: Iterable[Fact]) -> list[EditionRow]:
    """Rows for every pair of editions of every source, by source, editions, place in the first edition.

    Facts are paired one to one within equal unit or equal value, the most alike first: value, measure, time and area
    count; two that share nothing but the unit are no pair. The rows of collected.csv are an edition of a source that
    was read as a document too.
    """
    by_source: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        by_source[fact.source_id][fact.edition].append(fact)
    rows: list[EditionRow] = []
    for source_id in sorted(by_source):
        editions = sorted(by_source[source_id], key=EDITIONS.index)
        for a, b in combinations(editions, 2):
            rows.extend(_compare(by_source[source_id][a], by_source[source_id][b]))
    return rows


def _compare(first: list[Fact], second: list[Fact]) -> list[EditionRow]:
    first = sorted(first, key=lambda f: (f.start, f.end, f.fact_id))
    second = sorted(second, key=lambda f: (f.start, f.end, f.fact_id))
    scored = sorted(
        (-likeness(a, b), i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if likeness(a, b) >= LEAST
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in scored:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    names = (first[0].edition, second[0].edition)
    rows = [_row(a, second[partner[i]] if i in partner else None, names) for i, a in enumerate(first)]
    return rows + [_row(None, b, names) for j, b in enumerate(second) if j not in taken]


def likeness(a: Fact, b: Fact) -> float:
    """How much two facts of different editions look like the same statement; 0 where neither value nor unit agree."""
    same_value = _value(a) == _value(b)
    if not same_value and a.unit != b.unit:
        return 0.0
    measure = (
        dice(normal_phrase(a.measure or ""), normal_phrase(b.measure or ""))
        if a.measure and b.measure
        else 0.0
    )
    return (
        2.0 * same_value
        + 0.5 * (a.unit == b.unit)
        + measure
        + 0.5 * (a.time is not None and a.time == b.time)
        + 0.5 * (bool(a.area) and set(a.area) == set(b.area))
    )


def differences(a: Fact, b: Fact) -> tuple[str, ...]:
    """Names of the attributes in which two facts differ; areas are compared as sets."""
    found = ["value"] if _value(a) != _value(b) else []
    for name in ATTRIBUTES:
        x, y = getattr(a, name), getattr(b, name)
        if (set(x) != set(y)) if name == "area" else (x != y):
            found.append(name)
    return tuple(found)


def _value(fact: Fact) -> tuple[object, ...]:
    return (fact.value, fact.value_min, fact.value_max)


def _row(a: Fact | None, b: Fact | None, editions: tuple[str, str]) -> EditionRow:
    present = a or b
    if present is None:
        raise ValueError("a row needs a fact")
    differs = differences(a, b) if a and b else ()
    both: Literal["same", "differs"] = "differs" if differs else "same"
    return EditionRow(
        source_id=present.source_id,
        edition_a=editions[0],
        edition_b=editions[1],
        outcome=both if a and b else "only_a" if a else "only_b",
        differs=differs,
        fact_a=a.fact_id if a else None,
        fact_b=b.fact_id if b else None,
        surface_a=a.surface if a else None,
        surface_b=b.surface if b else None,
        value_a=shown_value(a) if a else None,
        value_b=shown_value(b) if b else None,
        measure_a=a.measure if a else None,
        measure_b=b.measure if b else None,
    )


def shown_value(fact: Fact) -> str:
    """Value with its comparator: ``75``, ``>70``, ``20..30``."""
    if fact.value_min is not None and fact.value_max is not None:
        return f"{exact_text(fact.value_min)}..{exact_text(fact.value_max)}"
    number = exact_text(fact.value) if fact.value is not None else ""
    return number if fact.comparator == "=" else f"{fact.comparator}{number}"
