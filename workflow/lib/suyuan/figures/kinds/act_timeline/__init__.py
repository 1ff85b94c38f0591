"""Kind act_timeline: policy acts from the top down in the order of time, in a lane for each level of government."""

from __future__ import annotations

from suyuan.figures.caption import digest_word, place
from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.act_timeline.declared import ActTimeline
from suyuan.figures.kinds.act_timeline.select import ActMark, TimelineData, select
from suyuan.figures.times import date_text

SENTENCES = {
    "zh": {
        "order": "自上而下按时间排列，行距不表示时间间隔；来源标于右侧，用编号者见图下。",
        "joined": "不同来源讲述的同一事项合为一行。",
        "undated": "另有{count}项所选文件未载明时间，未标在图中。",
    },
    "en": {
        "order": "From the top in the order of time; the distance of rows says nothing. Sources stand at the right, by name "
        "or by a number that is explained below.",
        "joined": "An act that several sources tell has one row.",
        "undated": "{count} further acts of this selection have no date and are not shown.",
    },
}

HEADS = {
    "zh": ("时间", "层级", "事项", "主体", "来源", "位置", "编号"),
    "en": ("time", "level", "act", "by", "source", "place", "id"),
}


def sentences(data: TimelineData, view: View) -> list[str]:
    """How to read it, and how many acts have no date."""
    said = SENTENCES[view.language]
    found = [said["order"]]
    if any(len(mark.acts) > 1 for mark in data.marks):
        found.append(said["joined"])
    if data.undated_acts:
        found.append(said["undated"].format(count=len(data.undated_acts)))
    return found


def label(mark: ActMark, view: View) -> str:
    """Title and verb of an act."""
    return mark.words(view)


def table(data: TimelineData, view: View) -> Table:
    """A row for each mention of each act."""
    rows = [
        [
            date_text(act.date, view.language) if act.date else "",
            view.words[act.level or "no_level"],
            mark.words(view) if first else "″",
            view.words["comma"].join(view.area(actor) for actor in act.actors),
            view.names.source(act.source_id).name(view.language, act.source_id) + digest_word(act, view),
            place(act, view),
            act.act_id,
        ]
        for mark in data.act_marks
        for first, act in ((index == 0, act) for index, act in enumerate(mark.acts))
    ]
    return Table(HEADS[view.language], rows, ids=True)


KIND = Kind(ActTimeline, select, sentences, label, table)
