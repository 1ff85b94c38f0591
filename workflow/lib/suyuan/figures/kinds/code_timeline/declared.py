"""The form of a timeline of coded acts in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class CodeTimeline(FigureDeclaration):
    """Acts in the order of time, in a lane and colour for each code that they have."""

    kind: Literal["code_timeline"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of coding with acts")
    dimension: str = Field(description="dimension of the codebook whose codes are the lanes")
    titled: bool = Field(False, description="only acts on a document whose title is given")
