"""The form of an analysis by a codebook in config/analyses.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.methods.declaration import AnalysisDeclaration, Word


class Coding(AnalysisDeclaration):
    """Codes of acts and sections, and the quantities that stand behind each code."""

    kind: Literal["coding"] = Field(description="method")
    codebook: str = Field(description="file of the codebook, in config/")
    review: str | None = Field(
        None, description="file of a reviewer's decisions and second codings, in config/; none: no review"
    )
    acts: bool = Field(True, description="whether acts are coded")
    quantities: bool = Field(False, description="whether the quantities behind each code are listed")
    level: int | None = Field(
        None, ge=1, description="level of the headings that begin a section; none: every heading"
    )
    paragraphs_without: tuple[Word, ...] = Field(
        (), description="a paragraph that holds one of these words is left out"
    )
