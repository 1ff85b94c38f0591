"""Kind by_category: values side by side, a row each: areas, values of a dimension, or measures that are named one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind
from suyuan.figures.kinds.by_category.declared import ByCategory
from suyuan.figures.kinds.by_category.select import CategoryData, select

if TYPE_CHECKING:
    from suyuan.figures.canvas import Canvas


def draw(data: CategoryData, view: View) -> Canvas:
    """Rows of categories with the values at their ends."""
    from suyuan.figures.kinds.by_category.draw import (
        drawn,
    )  # matplotlib is loaded only when a figure is drawn

    return drawn(data, view)


SENTENCES = {
    "zh": {"zero": "各条自零起。", "dots": "横轴不自零起。", "undated": "时间或年份未载明者照录，不作推定。"},
    "en": {
        "zero": "Bars begin at zero.",
        "dots": "The scale does not begin at zero.",
        "undated": "Where the sources give no time or no year, none is inferred.",
    },
}


def sentences(data: CategoryData, view: View) -> list[str]:
    """Where the scale begins, and what a time that is not given means."""
    said = SENTENCES[view.language]
    from_zero = {panel.declaration.from_zero for panel in data.panels}
    found = [said["zero"]] if True in from_zero else []
    found += [said["dots"]] if from_zero == {False} else []
    if any(not mark.dated for mark in data.value_marks):
        found.append(said["undated"])
    return found


KIND = Kind(ByCategory, select, draw, sentences)
