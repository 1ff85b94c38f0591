"""Kind by_category: values side by side, a row each: areas, values of a dimension, or measures that are named one by one."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind
from suyuan.figures.kinds.by_category.declared import ByCategory
from suyuan.figures.kinds.by_category.select import CategoryData, select

SENTENCES = {
    "zh": {
        "zero": "各条自零起。",
        "dots": "横轴不自零起。",
        "zero_in": "“{panels}”各条自零起。",
        "dots_in": "“{panels}”的横轴不自零起，起讫见其刻度。",
        "joint": "”“",
        "undated": "时间或年份未载明者照录，不作推定。",
    },
    "en": {
        "zero": "Bars begin at zero.",
        "dots": "The scale does not begin at zero.",
        "zero_in": "Bars begin at zero in “{panels}”.",
        "dots_in": "The scale of “{panels}” does not begin at zero; its ticks say what it spans.",
        "joint": "”, “",
        "undated": "Where the sources give no time or no year, none is inferred.",
    },
}


SCALES = {"zero": True, "dots": False}  # sentence by from_zero


def sentences(data: CategoryData, view: View) -> list[str]:
    """Where the scale begins, and what a time that is not given means."""
    said = SENTENCES[view.language]
    panels = {
        key: [p for p in data.panels if p.declaration.from_zero is zero] for key, zero in SCALES.items()
    }
    named = all(panels.values())
    found = []
    for key, own in panels.items():
        names = said["joint"].join(panel.name(view) for panel in own)
        found += [said[f"{key}_in"].format(panels=names) if named else said[key]] if own else []
    if any(not mark.dated for mark in data.value_marks):
        found.append(said["undated"])
    return found


KIND = Kind(ByCategory, select, sentences)
