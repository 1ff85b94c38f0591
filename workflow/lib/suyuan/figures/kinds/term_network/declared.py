"""The form of a network of terms in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class TermNetwork(FigureDeclaration):
    """Terms that stand together in sentences."""

    kind: Literal["term_network"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of terms with a network")
    edges: int = Field(45, ge=1, description="edges that are drawn: those that tell most")
    seed: int = Field(1, ge=0, description="of the arrangement")
