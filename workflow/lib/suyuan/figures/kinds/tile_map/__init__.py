"""Kind tile_map: units that had adopted something, a panel a period."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.tile_map.declared import TileMap
from suyuan.figures.kinds.tile_map.select import (
    CellMark,
    TileData,
    TotalMark,
    level_name,
    period_name,
    select,
)
from suyuan.figures.kinds.tile_map.words import HEADS, SENTENCES, WORDS
from suyuan.figures.times import date_text


def sentences(data: TileData, view: View) -> list[str]:
    """What tiles are, and what stands in none; the licence of the boundaries of a real map."""
    said = SENTENCES[view.language]
    found = [said["cell"]]
    if any(mark.row.unnamed for mark in data.totals):
        found.append(said["number"])
    if any(mark.row.comparator == ">=" for mark in data.totals):
        found.append(said["open"])
    boundaries = getattr(data.declaration, "boundaries", None)
    found.append(
        said["map"].format(licence=boundaries.licence) if data.shapes and boundaries else said["tiles"]
    )
    return found


def label(mark: CellMark | TotalMark, view: View) -> str:
    """Unit and basis, or level and number."""
    if isinstance(mark, CellMark):
        return f"{view.area(mark.row.unit)} {date_text(mark.row.period, view.language)} {WORDS[view.language][mark.row.basis]}"
    return f"{level_name(mark.row, view.language)} {period_name(mark.row, view.language)} {number(mark)}"


def number(mark: TotalMark) -> str:
    """Total with its comparator."""
    return f"{'≥' if mark.row.comparator == '>=' else ''}{mark.row.total}"


def table(data: TileData, view: View) -> Table:
    """A row for each level and period."""
    rows = [
        [
            level_name(mark.row, view.language),
            period_name(mark.row, view.language),
            str(mark.row.named),
            str(mark.row.implied),
            str(mark.row.carried),
            "" if mark.row.stated is None else str(mark.row.stated),
            number(mark),
            "" if mark.row.units is None else str(mark.row.units),
        ]
        for mark in data.totals
    ]
    return Table(HEADS[view.language], rows)


KIND = Kind(TileMap, select, sentences, label, table)
