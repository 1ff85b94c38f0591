"""From observations to the lines of a time series."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from suyuan.figures.declaration import Selection
from suyuan.figures.inputs import FigureInputs
from suyuan.figures.kinds.time_series.declared import Panel, Series, TimeSeries
from suyuan.figures.marks import FigureData, ValueMark, value_mark, with_own_gids
from suyuan.figures.observed import observed, one_unit, problem
from suyuan.observe.series import without_coarser
from suyuan.reconcile.catalogue import Measure
from suyuan.records import Observation, Problem


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """One line of a figure."""

    declaration: Selection
    measure: Measure
    marks: tuple[ValueMark, ...]  # in the order of time; those without a year last

    @property
    def dated(self) -> list[ValueMark]:
        """Marks with a place on the time axis."""
        return [mark for mark in self.marks if mark.dated]

    @property
    def joined(self) -> list[ValueMark]:
        """Those that the line joins: no state known to the year where others are known more closely in it."""
        dated = self.dated
        kept = {o.observation_id for o in without_coarser([mark.observation for mark in dated])}
        return [mark for mark in dated if mark.observation.observation_id in kept]


@dataclass(frozen=True, slots=True)
class DrawnPanel:
    """Axes with their lines."""

    declaration: Panel
    series: tuple[DrawnSeries, ...]

    @property
    def marks(self) -> list[ValueMark]:
        """Marks of all its lines."""
        return [mark for series in self.series for mark in series.marks]


@dataclass(frozen=True, slots=True)
class SeriesData(FigureData):
    """What a time series shows."""

    panels: tuple[DrawnPanel, ...] = field(default=())


def select(declaration: TimeSeries, inputs: FigureInputs) -> tuple[SeriesData | None, list[Problem]]:
    """Lines of all panels, or Problems: nothing stated, only without a year, unlike observations, unlike units."""
    problems: list[Problem] = []
    panels: list[DrawnPanel] = []
    left: list[Observation] = []
    for number, panel in enumerate(declaration.all_panels, 1):
        lines: list[DrawnSeries] = []
        for index, series in enumerate(panel.series, 1):
            place = declaration.place(number, index)
            line, undated, found = _line(declaration, series, panel, inputs, place)
            problems += found
            left += undated
            lines += [line] if line is not None else []
        where = f"figure {declaration.id}" + (f", panel {number}" if declaration.panels else "")
        problems += one_unit((line.measure for line in lines), where)
        panels.append(DrawnPanel(panel, tuple(lines)))
    if problems:
        return None, problems
    own = _own_gids(panels)
    marks = tuple(mark for panel in own for mark in panel.marks)
    return SeriesData(declaration, marks, undated=tuple(left), panels=tuple(own)), []


def _line(
    declaration: TimeSeries, series: Series, panel: Panel, inputs: FigureInputs, place: str
) -> tuple[DrawnSeries | None, list[Observation], list[Problem]]:
    """One line, the observations that it does not show, and what is wrong."""
    where = f"figure {declaration.id}, {place}"
    measure, chosen, problems = observed(series, inputs, where)
    if measure is None or problems:
        return None, [], problems
    display = panel.display
    scale, unit = (display.scale(inputs.language), display.unit) if display else (Fraction(1), None)
    given = [value_mark(o, inputs, measure, place, scale, unit) for o in chosen]
    marks = [mark for mark in given if mark is not None]
    shown = sorted((m for m in marks if m.dated or declaration.undated), key=_order)
    left = [m.observation for m in marks if not m.dated and not declaration.undated]
    if not shown:
        what = f"{series.measure} of {series.ref_area} is stated only without a year"
        todo = "a time axis needs a year: add a dated source, say undated: true, or drop the series"
        return None, [], [problem(where, what, todo)]
    return DrawnSeries(series, measure, tuple(shown)), left, []


def _order(mark: ValueMark) -> tuple[bool, int, str]:
    if mark.first is None or mark.last is None:
        return True, 0, mark.gid
    return False, mark.first.toordinal() + mark.last.toordinal(), mark.gid


def _own_gids(panels: Sequence[DrawnPanel]) -> list[DrawnPanel]:
    """The panels with ids of marks that occur once in the figure."""
    marks = iter(with_own_gids(mark for panel in panels for mark in panel.marks))
    return [
        DrawnPanel(
            panel.declaration,
            tuple(
                DrawnSeries(line.declaration, line.measure, tuple(next(marks) for _ in line.marks))
                for line in panel.series
            ),
        )
        for panel in panels
    ]
