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
        "n_none": "各组人数未载明，因此没有误差线，也无从检验。",
        "n_some": "{count}组中{n}组载明人数；人数未载明的组没有误差线，也无从检验。",
        "error_all": "横线为均值±标准误（标准差除以人数的平方根）。",
        "error_some": "横线为均值±标准误（标准差除以人数的平方根），只见于人数与标准差均载明的{n}组。",
        "no_sd": "各组标准差未载明，因此没有误差线。",
        "elsewhere": "另有{n}个来源给出该题均值，未画。",
        "no_scale": "计分范围未载明。",
        "others": "下列题项的均值在所读文本中未给出：{items}。",
    },
    "en": {
        "dot": "Dots: means as printed; the scale does not begin at zero.",
        "n": "The questionnaire has {n} valid answers.",
        "n_none": "The number of people is not printed for any group, so that there are no error bars and nothing can be tested.",
        "n_some": "The number of people is printed for {n} of {count} groups; others have no error bars and cannot be tested.",
        "error_all": "Lines: mean ± standard error (deviation over the root of the number of people).",
        "error_some": "Lines: mean ± standard error (deviation over the root of the number), where both are in print ({n}).",
        "no_sd": "Standard deviations of groups whose size is printed are not, so that there are no error bars.",
        "elsewhere": "Means of the item that {n} more sources give are not drawn.",
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
    if data.extent(data.with_n) != "all":
        found.append(said[f"n_{data.extent(data.with_n)}"].format(n=data.with_n, count=len(data.marks)))
    if data.with_error:
        found.append(said[f"error_{data.extent(data.with_error)}"].format(n=data.with_error))
    elif data.with_n:
        found.append(said["no_sd"])
    if data.elsewhere:
        found.append(said["elsewhere"].format(n=len(data.elsewhere)))
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
