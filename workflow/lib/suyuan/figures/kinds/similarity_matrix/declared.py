"""The form of a similarity matrix in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration, Texts


class SimilarityMatrix(FigureDeclaration):
    """Texts by texts, as an analysis of information compared them."""

    kind: Literal["similarity_matrix"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an information analysis")
    y_label: Texts = Field(default_factory=dict, description="what the rows are, of a comparison of two sets")
    x_label: Texts = Field(
        default_factory=dict, description="what the columns are, of a comparison of two sets"
    )
