"""config/analyses.yaml: what all methods declare. Each analysis is an entry; there is no code per analysis."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from suyuan.records import Record

STAGE = "methods"
Language = Literal["zh", "en"]
Texts = dict[Language, Annotated[str, Field(min_length=1)]]


class AnalysisDeclaration(Record):
    """Keys of every analysis; each method adds its own."""

    id: str = Field(
        pattern=r"^[a-z][a-z0-9_]*$", description="name of its tables: small letters, digits and underscores"
    )
    kind: str = Field(description="method")
    title: Texts = Field(description="what it shows, by language")
    sources: tuple[str, ...] = Field((), description="ids of the sources to read; none: all")
