"""The form of a figure of means in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class SurveyMeans(FigureDeclaration):
    """Means of an item by group, on a scale of its own."""

    kind: Literal["survey_means"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of surveys")
    item: str = Field(description="id of an item that asks for a mean")
    order: Literal["group", "value"] = Field(
        "group", description="rows by name of the group, or the greatest first"
    )
