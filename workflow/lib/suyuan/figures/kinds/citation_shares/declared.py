"""The form of a figure of quantities with a reference in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class CitationShares(FigureDeclaration):
    """Share of the quantities that a reference backs, by document or by section of one."""

    kind: Literal["citation_shares"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of citations")
    by: Literal["document", "section"] = Field("document", description="a bar is a document, or a section")
    sources: tuple[str, ...] = Field((), description="sources that are shown; none: all with marks or lists")
