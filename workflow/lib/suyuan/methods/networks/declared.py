"""The form of an analysis of networks in config/analyses.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.methods.declaration import AnalysisDeclaration
from suyuan.records.act import LinkKind


class Networks(AnalysisDeclaration):
    """Degree, circles around a core, and density of the network that links make."""

    kind: Literal["networks"] = Field(description="method")
    area: str | None = Field(
        None, description="place or group of the gazetteer: only links with both ends in it; none: all"
    )
    kinds: tuple[LinkKind, ...] = Field((), description="kinds of links; none: all")
    core: tuple[str, ...] = Field(
        (), description="places from which the circles are counted; none: those with the most partners"
    )
