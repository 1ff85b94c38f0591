"""The form of a matrix of codes in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class CodeMatrix(FigureDeclaration):
    """Codes by year (acts), or by section or document (density of their cue words)."""

    kind: Literal["code_matrix"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of coding")
    by: Literal["year", "section", "document"] = Field(description="what the rows are")
    dimension: str | None = Field(None, description="dimension whose codes are the columns; none: all codes")
