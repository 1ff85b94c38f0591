"""The form of counts by period in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class CountsByPeriod(FigureDeclaration):
    """How many units had adopted by the end of each period, a panel a level."""

    kind: Literal["counts_by_period"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of adoption")
