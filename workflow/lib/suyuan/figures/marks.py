"""Marks: what a figure shows, each with everything that leads back to the sources. One protocol for all kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from suyuan.figures.declaration import FigureDeclaration
from suyuan.figures.inputs import FigureInputs
from suyuan.reconcile.catalogue import Measure
from suyuan.records import Act, Evidence, Fact, Observation, exact_text
from suyuan.records.period import period

WITHOUT_VALUE = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Something drawn. ``gid`` is the id of its group in the SVG; ``part`` the panel or series it stands in."""

    gid: str
    part: str = ""
    observations: tuple[Observation, ...] = ()  # the one that is shown first
    facts: tuple[Fact, ...] = ()  # the chosen one first
    acts: tuple[Act, ...] = ()
    evidence: tuple[Evidence, ...] = ()  # that an analysis rests on

    @property
    def drawn(self) -> dict[str, Any]:
        """Where it stands in the figure, for the sidecar."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueMark(Mark):
    """An observation with its value in the shown unit and the days of its period (None: no year is stated)."""

    measure: Measure
    unit: Mapping[Any, str] = field(default_factory=dict)  # shown, by language; empty: that of the measure
    value: Fraction  # where the mark stands: the value, the middle of a range
    low: Fraction | None = None  # ends of a finite interval to show, else None
    high: Fraction | None = None
    first: date | None = None
    last: date | None = None
    precision: str = "day"  # year, quarter, month, day, span

    @property
    def observation(self) -> Observation:
        """The observation that it shows."""
        return self.observations[0]

    @property
    def dated(self) -> bool:
        """Whether it has a place on a time axis."""
        return self.first is not None and self.last is not None

    @property
    def drawn(self) -> dict[str, Any]:
        """Days of its period and its value in the unit shown."""
        days = {"first": self.first, "last": self.last}
        return {name: day.isoformat() if day else None for name, day in days.items()} | {
            "value": exact_text(self.value)
        }


@dataclass(frozen=True, slots=True)
class FigureData:
    """What a kind selects for a declaration: marks, and what could not be shown; kinds add what drawing needs."""

    declaration: FigureDeclaration
    marks: tuple[Mark, ...]
    undated: tuple[Observation, ...] = ()  # stated without a year and not shown
    undated_acts: tuple[Act, ...] = ()

    @property
    def value_marks(self) -> list[ValueMark]:
        """Marks that show a value."""
        return [mark for mark in self.marks if isinstance(mark, ValueMark)]


def value_mark(
    observation: Observation,
    inputs: FigureInputs,
    measure: Measure,
    part: str,
    scale: Fraction = Fraction(1),
    unit: Mapping[Any, str] | None = None,
) -> ValueMark | None:
    """Mark of an observation, values divided by ``scale``; None for one without a value."""
    span = period(observation.time_period)
    low, high = observation.low, observation.high
    if observation.value is not None:
        value = observation.value
    elif observation.value_min is not None and observation.value_max is not None:
        value = (observation.value_min + observation.value_max) / 2
        low, high = observation.value_min, observation.value_max
    else:
        return None
    shown = low is not None and high is not None and low < high and observation.comparator in ("~", "range")
    return ValueMark(
        gid=observation.observation_id,
        part=part,
        observations=(observation,),
        facts=inputs.facts_of(observation),
        measure=measure,
        unit=unit or {},
        value=value / scale,
        low=low / scale if shown and low is not None else None,
        high=high / scale if shown and high is not None else None,
        first=span.first if span.dated else None,
        last=span.last if span.dated else None,
        precision=span.precision,
    )


M = TypeVar("M", bound=Mark)


def with_own_gids(marks: Iterable[M]) -> list[M]:
    """The marks with ids that occur once in the figure: a second mark of the same observation gets ``-2``."""
    seen: dict[str, int] = {}
    found = []
    for mark in marks:
        count = seen[mark.gid] = seen.get(mark.gid, 0) + 1
        found.append(mark if count == 1 else replace(mark, gid=f"{mark.gid}-{count}"))
    return found


def chosen_fact(mark: Mark) -> Fact | None:
    """The statement that is shown."""
    return mark.facts[0] if mark.facts else None


def digests(marks: Sequence[Mark]) -> list[str]:
    """Sources that any statement or act behind the marks was read from in the edition digest, in order of id."""
    read = [(f.source_id, f.edition) for mark in marks for f in mark.facts]
    read += [(a.source_id, a.edition) for mark in marks for a in mark.acts]
    read += [(e.source_id, e.edition) for mark in marks for e in mark.evidence]
    return sorted({source for source, edition in read if edition == "digest"})
