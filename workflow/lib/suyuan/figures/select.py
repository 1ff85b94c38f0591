"""What a declared figure shows: the observations of its series, each with its facts and its place in time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from suyuan.figures.declaration import STAGE, FigureDeclaration, SeriesDeclaration
from suyuan.observe.series import latest_vintages
from suyuan.reconcile.catalogue import Catalogue, Measure
from suyuan.records import Fact, Observation, Problem
from suyuan.records.period import Period, period
from suyuan.suggest import nearest

FILE = "config/figures.yaml"


@dataclass(frozen=True, slots=True)
class Mark:
    """An observation at its place: values in the shown unit, dates of the first and last day of its period."""

    observation: Observation
    facts: tuple[Fact, ...]  # the chosen one first
    first: date
    last: date
    precision: str  # year, quarter, month, day, span
    value: Fraction  # where the mark stands: the value, the middle of a range
    low: Fraction | None  # ends of a finite interval to show, else None
    high: Fraction | None

    @property
    def gid(self) -> str:
        """Id of the mark in the SVG: that of its observation."""
        return self.observation.observation_id


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """One line of a figure."""

    declaration: SeriesDeclaration
    measure: Measure
    marks: tuple[Mark, ...]  # in the order of time
    undated: tuple[Observation, ...]  # stated without a year: no axis can show them


@dataclass(frozen=True, slots=True)
class FigureData:
    """Everything that a drawing function needs to know."""

    declaration: FigureDeclaration
    series: tuple[DrawnSeries, ...]

    @property
    def marks(self) -> list[Mark]:
        """Marks of all series."""
        return [mark for series in self.series for mark in series.marks]


def select(
    declaration: FigureDeclaration,
    observations: Sequence[Observation],
    facts: Mapping[str, Fact],
    catalogue: Catalogue,
    known_areas: Collection[str] = (),
) -> tuple[FigureData | None, list[Problem]]:
    """Data of a figure, or None with Problems: an unknown measure or area, or one that no observation states.

    ``facts`` by id; ``known_areas`` are names of the gazetteer, used to tell a misspelt area from one never stated.
    """
    problems: list[Problem] = []
    drawn: list[DrawnSeries] = []
    scale = declaration.display.divide_by if declaration.display else Fraction(1)
    for number, series in enumerate(declaration.series, 1):
        where = f"figure {declaration.id}, series {number}"
        measure = catalogue.get(series.measure)
        wrong = catalogue.not_usable(series.measure)
        if measure is None or wrong is not None:
            problems += [_problem(where, *wrong)] if wrong is not None else []
            continue
        chosen = latest_vintages(o for o in observations if _agrees(o, series))
        problem = _nothing(where, series, observations, known_areas) if not chosen else _mixed(where, chosen)
        if problem is not None:
            problems.append(problem)
            continue
        marks = [mark for o in chosen if (mark := _mark(o, facts, scale)) is not None]
        undated = [o for o in chosen if not period(o.time_period).dated]
        if not marks:
            what = f"{series.measure} of {series.ref_area} is stated only without a year"
            problems.append(
                _problem(where, what, "a time axis needs a year: add a dated source, or drop the series")
            )
            continue
        marks.sort(key=lambda m: (_middle(m), m.gid))
        drawn.append(DrawnSeries(series, measure, tuple(marks), tuple(undated)))
    units = sorted({series.measure.unit or "" for series in drawn})
    if len(units) > 1:
        what = f"its series have different units: {', '.join(units)}"
        problems.append(_problem(f"figure {declaration.id}", what, "draw them in separate figures"))
    return (None if problems else FigureData(declaration, tuple(drawn))), problems


def _middle(mark: Mark) -> int:
    return mark.first.toordinal() + mark.last.toordinal()


def _agrees(observation: Observation, series: SeriesDeclaration) -> bool:
    return (
        observation.measure_id == series.measure
        and observation.ref_area == series.ref_area
        and observation.breakdown == series.breakdown
        and observation.nature == series.nature
        and (series.freq is None or observation.freq == series.freq)
    )


def _mark(observation: Observation, facts: Mapping[str, Fact], scale: Fraction) -> Mark | None:
    span: Period = period(observation.time_period)
    if span.first is None or span.last is None:
        return None
    low, high = observation.low, observation.high
    if observation.value is not None:
        value = observation.value
    elif observation.value_min is not None and observation.value_max is not None:
        value = (observation.value_min + observation.value_max) / 2
        low, high = observation.value_min, observation.value_max
    else:
        return None
    shown = low is not None and high is not None and low < high and observation.comparator in ("~", "range")
    return Mark(
        observation=observation,
        facts=tuple(facts[fact_id] for fact_id in observation.fact_ids if fact_id in facts),
        first=span.first,
        last=span.last,
        precision=span.precision,
        value=value / scale,
        low=low / scale if shown and low is not None else None,
        high=high / scale if shown and high is not None else None,
    )


def _nothing(
    where: str, series: SeriesDeclaration, observations: Iterable[Observation], known_areas: Collection[str]
) -> Problem:
    """Why no observation agrees, and what could be meant."""
    same = [o for o in observations if o.measure_id == series.measure]
    if not same:
        todo = "drop the series, add a source that states it, or look in processed/measure_review.csv"
        return _problem(where, f"no source states the measure {series.measure}", todo)
    areas = sorted({o.ref_area for o in same})
    if series.ref_area not in areas:
        unknown = bool(known_areas) and series.ref_area not in known_areas
        near = nearest(series.ref_area, [*areas, *known_areas]) if unknown else None
        what = f"{'unknown area' if unknown else 'no source states the measure for'} {series.ref_area}"
        stated = f"stated for: {', '.join(areas)}"
        return _problem(where, what, f"did you mean {near!r}? {stated}" if near else stated)
    in_area = [o for o in same if o.ref_area == series.ref_area]
    forms = sorted(
        {f"nature {o.nature}, freq {o.freq}, breakdown {_breakdown(o.breakdown)}" for o in in_area}
    )
    what = f"{series.measure} of {series.ref_area} is not stated with nature, freq and breakdown as declared"
    return _problem(where, what, f"stated with: {'; '.join(forms)}")


def _mixed(where: str, chosen: Sequence[Observation]) -> Problem | None:
    """Observations that no line may join: they differ in freq or basis."""
    for name in ("freq", "basis"):
        found = sorted({str(getattr(o, name)) for o in chosen})
        if len(found) > 1:
            todo = "add freq to the series" if name == "freq" else "draw them in separate figures"
            return _problem(
                where, f"its observations have several values of {name}: {', '.join(found)}", todo
            )
    return None


def _breakdown(breakdown: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{n}: {v}" for n, v in sorted(breakdown.items())) + "}"


def _problem(where: str, what: str, todo: str) -> Problem:
    return Problem(stage=STAGE, file=FILE, where=where, what=what, todo=todo)
