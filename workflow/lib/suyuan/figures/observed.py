"""Which observations agree with a selection, and what is wrong where none does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from suyuan.figures.declaration import FILE, STAGE, Selection
from suyuan.figures.inputs import FigureInputs
from suyuan.observe.series import latest_vintages
from suyuan.reconcile.catalogue import Measure
from suyuan.records import Observation, Problem
from suyuan.suggest import nearest


def observed(
    selection: Selection, inputs: FigureInputs, where: str, alike: bool = True
) -> tuple[Measure | None, list[Observation], list[Problem]]:
    """Measure of a selection with its observations, or Problems: an unknown measure or area, or nothing stated.

    ``alike``: observations that differ in freq or basis are a Problem too (no line may join them).
    """
    measure, problems = usable_measure(selection.measure, inputs, where)
    if measure is None:
        return None, [], problems
    chosen = latest_vintages(o for o in inputs.observations if agrees(o, selection))
    if not chosen:
        return measure, [], [_nothing(where, selection, inputs)]
    mixed = _mixed(where, chosen) if alike else None
    return measure, chosen, [mixed] if mixed is not None else []


def usable_measure(measure_id: str, inputs: FigureInputs, where: str) -> tuple[Measure | None, list[Problem]]:
    """The measure of an id, or a Problem that names the nearest."""
    wrong = inputs.catalogue.not_usable(measure_id)
    return inputs.catalogue.get(measure_id), [problem(where, *wrong)] if wrong is not None else []


def agrees(observation: Observation, selection: Selection) -> bool:
    """Whether an observation is one of a selection."""
    return (
        observation.measure_id == selection.measure
        and observation.ref_area == selection.ref_area
        and observation.breakdown == selection.breakdown
        and observation.nature == selection.nature
        and (selection.freq is None or observation.freq == selection.freq)
    )


def one_unit(measures: Iterable[Measure], where: str) -> list[Problem]:
    """A Problem where the measures of one axis have several units."""
    units = sorted({measure.unit or "" for measure in measures})
    if len(units) < 2:
        return []
    return [
        problem(where, f"its series have different units: {', '.join(units)}", "draw them in separate panels")
    ]


def _nothing(where: str, selection: Selection, inputs: FigureInputs) -> Problem:
    """Why no observation agrees, and what could be meant."""
    same = [o for o in inputs.observations if o.measure_id == selection.measure]
    if not same:
        todo = "drop it, add a source that states it, or look in processed/measure_review.csv"
        return problem(where, f"no source states the measure {selection.measure}", todo)
    areas = sorted({o.ref_area for o in same})
    if selection.ref_area not in areas:
        unknown = bool(inputs.known_areas) and selection.ref_area not in inputs.known_areas
        near = nearest(selection.ref_area, [*areas, *inputs.known_areas]) if unknown else None
        what = f"{'unknown area' if unknown else 'no source states the measure for'} {selection.ref_area}"
        stated = f"stated for: {', '.join(areas)}"
        return problem(where, what, f"did you mean {near!r}? {stated}" if near else stated)
    in_area = [o for o in same if o.ref_area == selection.ref_area]
    forms = sorted(
        {f"nature {o.nature}, freq {o.freq}, breakdown {_breakdown(o.breakdown)}" for o in in_area}
    )
    what = f"{selection.measure} of {selection.ref_area} is not stated with nature, freq and breakdown as declared"
    return problem(where, what, f"stated with: {'; '.join(forms)}")


def _mixed(where: str, chosen: Sequence[Observation]) -> Problem | None:
    """Observations that no line may join: they differ in freq or basis."""
    for name in ("freq", "basis"):
        found = sorted({str(getattr(o, name)) for o in chosen})
        if len(found) > 1:
            todo = "add freq to it" if name == "freq" else "draw them in separate figures"
            what = f"its observations have several values of {name}: {', '.join(found)}"
            return problem(where, what, todo)
    return None


def _breakdown(breakdown: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{n}: {v}" for n, v in sorted(breakdown.items())) + "}"


def problem(where: str, what: str, todo: str) -> Problem:
    """A row of problems.csv about a declared figure."""
    return Problem(stage=STAGE, file=FILE, where=where, what=what, todo=todo)
