"""From acts to the rows of a timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.kinds.act_timeline.declared import ActTimeline
from suyuan.figures.marks import FigureData, Mark
from suyuan.figures.observed import problem
from suyuan.reconcile.acts import joined_acts
from suyuan.records import Act, Problem
from suyuan.records.period import Period, period

FINENESS = ("day", "month", "quarter", "year", "span")  # of a date, the finest first


@dataclass(frozen=True, slots=True, kw_only=True)
class ActMark(Mark):
    """What several sources may tell of one act; the one with the finest date comes first."""

    starts: date  # first day of its time, or last where only that is known
    fineness: str

    @property
    def act(self) -> Act:
        """The act whose date and title are shown."""
        return self.acts[0]

    @property
    def title(self) -> str | None:
        """Title of the document, from the first act that has one."""
        return next((act.title for act in self.acts if act.title), None)

    @property
    def level(self) -> str:
        """Level of government; ``no_level`` where none of the acts has one."""
        return next((act.level for act in self.acts if act.level), "no_level")

    @property
    def drawn(self) -> dict[str, Any]:
        """Its date as noted and its lane."""
        return {"date": self.act.date, "lane": self.level}

    def words(self, view: View) -> str:
        """Title and verb, or actors and verb; where sources give other titles, these in brackets."""
        if self.title:
            others = [
                title for title in dict.fromkeys(a.title for a in self.acts if a.title) if title != self.title
            ]
            also = f"{view.words['open']}{'；'.join(f'又作《{t}》' for t in others)}{view.words['close']}"
            return f"《{self.title}》{also if others else ''}{self.act.act}"
        actors = view.words["comma"].join(self.act.actors)
        return f"{actors}{'' if view.language == 'zh' else ' '}{self.act.act}"


@dataclass(frozen=True, slots=True)
class TimelineData(FigureData):
    """What a timeline shows."""

    @property
    def act_marks(self) -> list[ActMark]:
        """Its marks, in the order of time."""
        return [mark for mark in self.marks if isinstance(mark, ActMark)]

    @property
    def lanes(self) -> list[str]:
        """Levels that occur, in the declared order; those without a level last."""
        declaration = self.declaration
        known = declaration.levels if isinstance(declaration, ActTimeline) else ()
        found = {mark.level for mark in self.act_marks}
        return [level for level in (*known, "no_level") if level in found]


def select(declaration: ActTimeline, inputs: FigureInputs) -> tuple[TimelineData | None, list[Problem]]:
    """Acts of the declared form, joined where several tell the same; a Problem where there is none with a date."""
    marks: list[ActMark] = []
    undated: list[Act] = []
    for group in (act.mentions for act in joined_acts(inputs.acts)):
        if not any(_wanted(act, declaration) for act in group):
            continue
        mark = mark_of(group)
        if mark is None:
            undated.append(group[0])
        elif (mark.level in declaration.levels or declaration.without_level) and _in_years(mark, declaration):
            marks.append(mark)
    if not marks:
        what = "no act with a date agrees with what is declared"
        return None, [
            problem(f"figure {declaration.id}", what, "look in processed/acts.csv for what was read")
        ]
    marks.sort(key=lambda m: (m.starts, FINENESS.index(m.fineness), m.gid))
    return TimelineData(declaration, tuple(marks), undated_acts=tuple(undated)), []


def _wanted(act: Act, declaration: ActTimeline) -> bool:
    areas = {*act.areas, *act.actors}
    return (
        (not declaration.titled or act.title is not None)
        and (not declaration.acts or act.act in declaration.acts)
        and (not declaration.areas or bool(areas & set(declaration.areas)))
    )


def _in_years(mark: ActMark, declaration: ActTimeline) -> bool:
    first, last = declaration.from_year, declaration.to_year
    return (first is None or mark.starts.year >= first) and (last is None or mark.starts.year <= last)


def mark_of(group: Sequence[Act]) -> ActMark | None:
    """The mark of acts that tell the same, the finest date first; None where none has a date."""
    dated = [(act, period(act.date)) for act in group]
    placed = [(FINENESS.index(p.precision), n, act, p) for n, (act, p) in enumerate(dated) if _start(p)]
    if not placed:
        return None
    _, _, first, span = min(placed, key=lambda item: item[:2])
    start = _start(span)
    if start is None:
        return None
    rest = tuple(act for act in group if act is not first)
    return ActMark(
        gid=first.act_id, part=first.level or "", acts=(first, *rest), starts=start, fineness=span.precision
    )


def _start(span: Period) -> date | None:
    return span.first or span.last
