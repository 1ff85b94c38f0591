"""A study as the text tells it: its period, its phases, and where they are stated."""

from __future__ import annotations

from dataclasses import field

from suyuan.time.study_phases import STAGE, Phases
from suyuan.time.study_sections import Section
from suyuan.values import value

Names = dict[str, tuple[str, ...]]
Sentences = dict[tuple[int, int], str]


@value
class Study:
    """A study: when its data were collected, as a whole and in its phases."""

    edtf: str
    phases: Phases
    stated: frozenset[tuple[int, int, int]]  # index of the flow and span of each statement of it
    sentences: Sentences = field(default_factory=dict)  # period that a sentence states: its flow and start
    names: Names = field(default_factory=dict)  # what a phase is called: 阶段1 -> 挂膜启动, 启动
    told: tuple[str, ...] = ()  # periods of all statements

    @property
    def has_several_years(self) -> bool:
        """Whether the period does not begin and end in one year."""
        first, last = years_of(self.edtf)
        return first != last

    def series_of(self, number: int) -> list[str]:
        """The dates of its ``number`` seasons, years, stages or waves, in order; empty where it has not so many."""
        for kind in ("季", "年", STAGE, "次"):
            row = [self.phases.get(f"{kind}{k}") for k in range(1, number + 1)]
            if all(row) and f"{kind}{number + 1}" not in self.phases:
                return [edtf for edtf in row if edtf]
        return []


@value
class Studies:
    """The study of a paper, and those that are told in a part of it of their own, by the part's number."""

    whole: Study | None
    parts: dict[int, Study]
    under: dict[tuple[str, ...], Study] = field(default_factory=dict)  # by headings, innermost last

    def of(self, section: Section) -> Study | None:
        """The study that a section tells of."""
        return self.parts.get(section.part) or self.whole or self.under.get(section.heads)


def years_of(edtf: str) -> tuple[str, str]:
    """First and last year of a period (EDTF)."""
    return edtf.split("/")[0][:4], edtf.split("/")[-1][:4]
