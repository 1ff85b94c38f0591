"""From observations to the rows of a figure by category."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.by_category.declared import AREA, ByCategory, Panel, Rows
from suyuan.figures.marks import FigureData, ValueMark, value_mark, with_own_gids
from suyuan.figures.observed import observed, one_unit, problem, usable_measure
from suyuan.figures.text import in_language
from suyuan.records import Problem


@dataclass(frozen=True, slots=True)
class Category:
    """A row with its name: declared texts, or an area, or a value of a dimension."""

    rows: Rows
    value: str | None  # area or value where rows are by one
    marks: tuple[ValueMark, ...]  # in the order of time, without a year last

    def head(self, view: View) -> str:
        """Head above it, for the first category of its rows."""
        return in_language(self.rows.title, view.language)

    def name(self, view: View) -> str:
        """Its name in the figure."""
        declared = in_language(self.rows.label, view.language)
        if declared:
            return declared
        if self.rows.by in (None, AREA):
            return view.area(self.value or self.rows.ref_area or "")
        return view.names.value(self.rows.by or "", self.value or "", view.language)


@dataclass(frozen=True, slots=True)
class DrawnPanel:
    """Categories on one scale."""

    declaration: Panel
    categories: tuple[Category, ...]

    @property
    def marks(self) -> list[ValueMark]:
        """Marks of all rows."""
        return [mark for category in self.categories for mark in category.marks]

    def name(self, view: View) -> str:
        """Its declared head, else its measure."""
        declared = in_language(self.declaration.title, view.language)
        return declared or in_language(self.marks[0].measure.label, view.language)


@dataclass(frozen=True, slots=True)
class CategoryData(FigureData):
    """What a figure by category shows."""

    panels: tuple[DrawnPanel, ...] = field(default=())


def select(declaration: ByCategory, inputs: FigureInputs) -> tuple[CategoryData | None, list[Problem]]:
    """Rows of all panels, or Problems: nothing stated, unlike units."""
    problems: list[Problem] = []
    panels: list[DrawnPanel] = []
    for number, panel in enumerate(declaration.panels, 1):
        categories: list[Category] = []
        for index, rows in enumerate(panel.rows, 1):
            where = f"figure {declaration.id}, panel {number}, rows {index}"
            found, wrong = _categories(rows, panel, inputs, where, f"panel {number}")
            categories += found
            problems += wrong
        measures = [mark.measure for category in categories for mark in category.marks]
        problems += one_unit(measures, f"figure {declaration.id}, panel {number}")
        panels.append(DrawnPanel(panel, tuple(categories)))
    if problems:
        return None, problems
    marks = with_own_gids(mark for panel in panels for mark in panel.marks)
    rest = iter(marks)
    own = tuple(
        DrawnPanel(
            panel.declaration,
            tuple(replace(c, marks=tuple(next(rest) for _ in c.marks)) for c in panel.categories),
        )
        for panel in panels
    )
    return CategoryData(declaration, tuple(marks), panels=own), []


def _categories(
    rows: Rows, panel: Panel, inputs: FigureInputs, where: str, part: str
) -> tuple[list[Category], list[Problem]]:
    measure, problems = usable_measure(rows.measure, inputs, where)
    if measure is None:
        return [], problems
    values: list[str | None] = list(rows.values) or (_stated(rows, inputs) if rows.by else [None])
    if not values:
        area = f" for {rows.ref_area}" if rows.ref_area else ""
        what = f"no value of {rows.by} is stated of {rows.measure}{area}"
        return [], [problem(where, what, "look in processed/observations.csv for what is stated")]
    categories = []
    display = panel.display
    scale, unit = (display.scale(inputs.language), display.unit) if display else (Fraction(1), None)
    for value in values:
        _, chosen, found = observed(rows.selection(value), inputs, where, alike=False)
        problems += found
        given = [value_mark(o, inputs, measure, part, scale, unit) for o in chosen]
        marks = sorted((m for m in given if m is not None), key=_order)
        if marks:
            categories.append(Category(rows, value, tuple(marks)))
    if rows.by is not None and not rows.values:
        categories.sort(key=lambda c: (-max(m.value for m in c.marks), c.value or ""))
    return categories, problems


def _stated(rows: Rows, inputs: FigureInputs) -> list[str | None]:
    """Areas or values of the dimension that any observation states, alphabetically."""
    found = set()
    for o in inputs.observations:
        if o.measure_id != rows.measure or o.nature != rows.nature or (rows.freq and o.freq != rows.freq):
            continue
        if rows.by == AREA and o.breakdown == rows.breakdown:
            found.add(o.ref_area)
        elif rows.by in o.breakdown and o.ref_area == rows.ref_area:
            rest = {name: value for name, value in o.breakdown.items() if name != rows.by}
            if rest == rows.breakdown:
                found.add(o.breakdown[str(rows.by)])
    return list(sorted(found))


def _order(mark: ValueMark) -> tuple[bool, int, str, str]:
    time = mark.observation.time_period
    if mark.first is None or mark.last is None:
        return True, 0, time, mark.gid
    return False, mark.first.toordinal() + mark.last.toordinal(), time, mark.gid
