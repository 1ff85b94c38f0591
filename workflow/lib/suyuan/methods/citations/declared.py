"""The form of an analysis of citations in config/analyses.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from suyuan.methods.declaration import AnalysisDeclaration

Word = Annotated[str, Field(min_length=2)]


class Citations(AnalysisDeclaration):
    """Reference lists, marks and the quantities that they back."""

    kind: Literal["citations"] = Field(description="method")
    level: int | None = Field(
        1,
        ge=1,
        description="level of the headings that begin a section in the table of shares; none: every heading",
    )
    glossary: tuple[tuple[Word, ...], ...] = Field(
        (),
        description="groups of words that say the same (in several languages), added to those of "
        "suyuan/data/bilingual_terms.yaml: sought in a sentence and in the entries that it cites",
    )
    paragraphs_without: tuple[str, ...] = Field(
        (), description="a paragraph that holds one of these words is left out"
    )
