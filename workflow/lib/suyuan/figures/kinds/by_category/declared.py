"""The form of a figure by category in config/figures.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from suyuan.figures.declaration import Display, FigureDeclaration, Selection, Texts, Wanted
from suyuan.records import Record
from suyuan.records.fact import Nature
from suyuan.records.observation import Frequency

AREA = "area"  # by: area


class Rows(Record):
    """One category, or with ``by`` one for each area or each value of a dimension."""

    measure: str = Field(description="id in the measure catalogue")
    ref_area: str | None = Field(None, description="area measured, as in observations.csv; not with by: area")
    by: str | None = Field(None, description="area, or a dimension: a row for each of its values")
    values: tuple[str, ...] = Field(
        (), description="with by: which ones, in this order; empty: all, the greatest first"
    )
    breakdown: dict[str, str] = Field(
        default_factory=dict, description="dimension to value; empty: the whole"
    )
    nature: Nature = Field("actual", description="actual, target or forecast")
    freq: Frequency | None = Field(None, description="A, Q, M, YTD, point or span; empty: any")
    label: Texts | None = Field(None, description="name of the category; without it the area or value")
    title: Texts = Field(default_factory=dict, description="head above these rows")

    @model_validator(mode="after")
    def _area_or_by(self) -> Rows:
        if self.by == AREA and self.ref_area is not None:
            raise ValueError("by: area takes no ref_area; list the areas under values")
        if self.by != AREA and self.ref_area is None:
            raise ValueError("ref_area is missing: the area measured")
        if self.by is None and self.values:
            raise ValueError("values need by: area or a dimension")
        if self.by is not None and self.label is not None:
            raise ValueError("label names one row; with by each is named by its area or value")
        return self

    def selection(self, value: str | None = None) -> Selection:
        """The observations of one row; ``value`` is its area or value where ``by`` is given."""
        area = self.ref_area if self.by != AREA else value
        more = {self.by: value} if self.by is not None and self.by != AREA and value is not None else {}
        return Selection(
            measure=self.measure, ref_area=area or "", breakdown=self.breakdown | more, nature=self.nature,
            freq=self.freq, label=self.label,
        )  # fmt: skip


class Panel(Record):
    """Rows on one scale."""

    title: Texts = Field(default_factory=dict, description="head of the panel; without it measure and unit")
    rows: tuple[Rows, ...] = Field(min_length=1, description="categories, from the top")
    from_zero: bool = Field(True, description="bars from zero; false: dots on a scale of their own")
    display: Display | None = None


class ByCategory(FigureDeclaration):
    """Values side by side."""

    kind: Literal["by_category"] = Field(description="form of the figure")
    panels: tuple[Panel, ...] = Field(min_length=1, description="scales, each with rows of its own")

    def wanted(self) -> Iterator[Wanted]:
        """Measure and areas of all rows."""
        for number, panel in enumerate(self.panels, 1):
            for index, rows in enumerate(panel.rows, 1):
                areas = rows.values if rows.by == AREA else (rows.ref_area or "",)
                yield Wanted(
                    where=f"panel {number}, rows {index}",
                    measure=rows.measure,
                    areas=tuple(part for area in areas for part in area.split("+") if part),
                )
