"""The form of a tile map in config/figures.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from suyuan.figures.declaration import FigureDeclaration
from suyuan.records import Record


class Boundaries(Record):
    """A file with the boundaries of places, which the user brings: none comes with Suyuan."""

    file: str = Field(description="GeoJSON (RFC 7946), its path from the project's root")
    name: str = Field(
        "name", description="property of a feature that holds the short or full name of the place"
    )
    licence: str = Field(min_length=1, description="licence and origin, said in the caption")


class TileMap(FigureDeclaration):
    """Units of a level as tiles, a panel a period."""

    kind: Literal["tile_map"] = Field(description="form of the figure")
    analysis: str = Field(description="id of an analysis of adoption")
    level: str = Field(
        description="level whose units are tiles; units of other levels are listed beside them"
    )
    tiles: tuple[tuple[str | None, ...], ...] = Field(
        min_length=1, description="places, row by row from the north, null where there is none"
    )
    boundaries: Boundaries | None = Field(
        None, description="a real map in place of the tiles, where this file is there"
    )

    @model_validator(mode="after")
    def _each_tile_once(self) -> TileMap:
        names = [name for row in self.tiles for name in row if name]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"tiles: {twice[0]} stands twice")
        return self
