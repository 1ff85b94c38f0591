"""The form of a series of terms in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class TermSeries(FigureDeclaration):
    """Words by year."""

    kind: Literal["term_series"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of terms with series")
