"""The form of a figure of shares of answers in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class SurveyShares(FigureDeclaration):
    """Shares of the people asked, item by item."""

    kind: Literal["survey_shares"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of surveys")
    items: tuple[str, ...] = Field((), description="ids of items, in this order; empty: all that have shares")
