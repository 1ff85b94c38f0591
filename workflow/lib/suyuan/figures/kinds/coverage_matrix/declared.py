"""The form of a coverage matrix in config/figures.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration, Wanted

STATUSES = (
    "stated",
    "partial",
    "conflicting",
    "forecast",
    "target",
)  # that a cell shows; missing ones are empty


class CoverageMatrix(FigureDeclaration):
    """Measures by area and year."""

    kind: Literal["coverage_matrix"] = Field(description="form of the figure")
    measures: tuple[str, ...] = Field(
        (), description="ids in the catalogue, in this order; empty: all that are stated"
    )
    areas: tuple[str, ...] = Field((), description="areas that have rows; empty: all")
    from_year: int | None = Field(None, description="first year that has a column")
    to_year: int | None = Field(None, description="last year that has a column")
    dated: bool = Field(False, description="only rows of which something is stated for a known year")
    undated_of: tuple[str, ...] = Field(
        (), description="with dated: measures that keep the rows that are stated without a year only"
    )
    least: int = Field(1, ge=1, description="rows with at least so many cells that are not missing")

    def wanted(self) -> Iterator[Wanted]:
        """Measures and areas."""
        for measure in dict.fromkeys((*self.measures, *self.undated_of)):
            yield Wanted(where="measures", measure=measure)
        if self.areas:
            yield Wanted(where="areas", areas=self.areas)
