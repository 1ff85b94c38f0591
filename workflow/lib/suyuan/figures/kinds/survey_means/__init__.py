"""Kind survey_means: means of an item by group, as dots on a scale of their own."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.survey_means.declared import SurveyMeans
from suyuan.figures.kinds.survey_means.select import MeanMark, MeansData, select

SENTENCES = {
    "zh": {
        "dot": "点为所印均值；横轴不自零起。",
        "n": "该问卷有效问卷{n}份。",
        "no_n": "各组人数未载明，因此没有误差线，也无从检验。",
        "no_scale": "计分范围未载明。",
        "others": "下列题项的均值在所读文本中未给出：{items}。",
    },
    "en": {
        "dot": "Dots: means as printed; the scale does not begin at zero.",
        "n": "The questionnaire has {n} valid answers.",
        "no_n": "The number of people in each group is not printed, so that there are no error bars and nothing can be tested.",
        "no_scale": "The range of the scores is not printed.",
        "others": "The text that was read does not give the means of: {items}.",
    },
}
HEADS = {"zh": ("组别", "地区", "均值", "n", "位置"), "en": ("group", "area", "mean", "n", "place")}


def sentences(data: MeansData, view: View) -> list[str]:
    """What a dot is, and what is not printed."""
    said, found = SENTENCES[view.language], []
    found.append(said["dot"])
    if data.questionnaire is not None and data.questionnaire.n:
        found.append(said["n"].format(n=data.questionnaire.n))
    marks = [m for m in data.marks if isinstance(m, MeanMark)]
    if not all(m.row.n for m in marks):
        found.append(said["no_n"])
    if data.item is not None and data.item.scale_points is None:
        found.append(said["no_scale"])
    if data.others:
        names = [(i.label_en if view.language == "en" else None) or i.label for i in data.others]
        found.append(said["others"].format(items=view.words["comma"].join(names)))
    return found


def label(mark: MeanMark, view: View) -> str:
    """Group and mean."""
    return f"{mark.name(view)} {mark.value()}"


def table(data: MeansData, view: View) -> Table:
    """A row for each mean."""
    rows = [
        [
            mark.name(view),
            view.area(mark.row.ref_area or ""),
            mark.value(),
            str(mark.row.n or ""),
            view.words["semicolon"].join(dict.fromkeys(e.cited_at or e.section or "" for e in mark.evidence)),
        ]
        for mark in data.marks
        if isinstance(mark, MeanMark)
    ]
    return Table(HEADS[view.language], rows)


KIND = Kind(SurveyMeans, select, sentences, label, table)
