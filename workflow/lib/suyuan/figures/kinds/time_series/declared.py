"""The form of a time series in config/figures.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field, model_validator

from suyuan.figures.declaration import Display, FigureDeclaration, Selection, Texts, Wanted
from suyuan.records import Record


class Series(Selection):
    """The observations of one line: all that agree with what is said here."""


class Panel(Record):
    """Axes with one unit."""

    title: Texts = Field(default_factory=dict, description="head of the panel; without it measure and unit")
    series: tuple[Series, ...] = Field(min_length=1, description="what is drawn, a line each")
    from_zero: bool = Field(True, description="the vertical axis begins at zero")
    own_time: bool = Field(False, description="its time axis is its own; else that of the other panels")
    display: Display | None = None


class TimeSeries(FigureDeclaration):
    """Observations over time."""

    kind: Literal["time_series"] = Field(description="form of the figure")
    series: tuple[Series, ...] = Field((), description="what is drawn, a line each; or give panels")
    y_label: Texts = Field(
        default_factory=dict, description="label of the vertical axis; without it measure and unit"
    )
    from_zero: bool = Field(True, description="the vertical axis begins at zero")
    display: Display | None = None
    panels: tuple[Panel, ...] = Field((), description="several axes, each with series of its own")
    undated: bool = Field(False, description="values without a year stand in a strip beside the time axis")

    @model_validator(mode="after")
    def _series_or_panels(self) -> TimeSeries:
        if bool(self.series) == bool(self.panels):
            raise ValueError("give either series (one panel) or panels, with at least one item")
        if self.panels and (self.y_label or self.display or not self.from_zero):
            raise ValueError("y_label, display and from_zero belong into the panels (y_label is their title)")
        return self

    @property
    def all_panels(self) -> tuple[Panel, ...]:
        """The panels; of a figure with series of its own, one."""
        own = Panel.model_construct(
            title=self.y_label,
            series=self.series,
            from_zero=self.from_zero,
            display=self.display,
            own_time=False,
        )
        return self.panels or (own,)

    def wanted(self) -> Iterator[Wanted]:
        """Measure and area of each series."""
        for number, panel in enumerate(self.all_panels, 1):
            for index, series in enumerate(panel.series, 1):
                yield Wanted(
                    where=self.place(number, index),
                    measure=series.measure,
                    areas=tuple(series.ref_area.split("+")),
                )

    def place(self, panel: int, series: int) -> str:
        """Where a series stands, for messages."""
        return f"panel {panel}, series {series}" if self.panels else f"series {series}"
