"""Kind time_series: observations over time in one panel or several, a mark each, joined by a line that only guides the eye."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind
from suyuan.figures.kinds.time_series.declared import TimeSeries
from suyuan.figures.kinds.time_series.select import SeriesData, select

SENTENCES = {
    "zh": {
        "line": "虚线仅为便于辨认走势，两点之间并无数据。",
        "coarser": "仅知年份者，在同年另有更精确时点时不连线。",
        "bar": "时间仅精确到年或月的数据点标在该时段正中，横线表示该时段的起讫。",
        "strip": "右侧竖线之外为未注明年份的数值，其横向位置没有含义。",
    },
    "en": {
        "line": "The dashed line only guides the eye; there are no data between two points.",
        "coarser": "A value known to the year is not joined where others of that year are known more closely.",
        "bar": "A point whose time is known to the year or month stands in the middle of it, with a bar over the whole period.",
        "strip": "Values without a year stand to the right of the upright line; their place along the axis means nothing.",
    },
}


def sentences(data: SeriesData, view: View) -> list[str]:
    """What its lines, bars and the strip of undated values mean, as far as they occur."""
    said = SENTENCES[view.language]
    series = [series for panel in data.panels for series in panel.series]
    found = [said["line"]] if any(len(s.joined) > 1 for s in series) else []
    if any(1 < len(s.joined) < len(s.dated) for s in series):
        found.append(said["coarser"])
    if any(mark.dated and mark.precision != "day" for mark in data.value_marks):
        found.append(said["bar"])
    if any(not mark.dated for mark in data.value_marks):
        found.append(said["strip"])
    return found


KIND = Kind(TimeSeries, select, sentences)
