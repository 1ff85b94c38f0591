"""The form of a network of places in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.figures.declaration import FigureDeclaration


class NetworkMap(FigureDeclaration):
    """Places and their links, on circles around the core."""

    kind: Literal["network_map"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of networks")
    bearings: dict[str, float] = Field(
        default_factory=dict,
        description="direction of a place from the core, degrees clockwise from north: only the order is kept; a place "
        "without one stands after those of its city and province",
    )
