"""Coded acts on a canvas: the rows of a timeline, a lane for each code."""

from __future__ import annotations

from suyuan.figures.canvas import Canvas
from suyuan.figures.inputs import View
from suyuan.figures.kinds.act_timeline.draw import Lanes, timeline
from suyuan.figures.kinds.code_timeline.select import CodedData, code_name


def drawn(data: CodedData, view: View) -> Canvas:
    """The figure of a view."""
    order = [row.code for row in data.codes]
    of = {mark.gid: [order.index(code) for code in mark.codes] for mark in data.coded_marks}
    return timeline(data, view, Lanes([code_name(row, view) for row in data.codes], of))
