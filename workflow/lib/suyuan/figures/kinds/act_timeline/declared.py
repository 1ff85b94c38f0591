"""The form of a timeline of acts in config/figures.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration, Wanted
from suyuan.records.act import Level


class ActTimeline(FigureDeclaration):
    """Policy acts by level."""

    kind: Literal["act_timeline"] = Field(description="form of the figure")
    levels: tuple[Level, ...] = Field(
        ("国家", "区域", "省级", "省际", "市级", "城际", "县级"),
        min_length=1,
        description="lanes, in this order",
    )
    without_level: bool = Field(
        True, description="also acts whose level is not known, in a lane of their own"
    )
    acts: tuple[str, ...] = Field((), description="verbs as read (印发, 签署 …); empty: all")
    titled: bool = Field(True, description="only acts on a document whose title is given")
    areas: tuple[str, ...] = Field((), description="acts of or about any of these areas; empty: all")
    from_year: int | None = Field(None, description="first year that is shown")
    to_year: int | None = Field(None, description="last year that is shown")

    def wanted(self) -> Iterator[Wanted]:
        """The areas."""
        if self.areas:
            yield Wanted(where="areas", areas=self.areas)
