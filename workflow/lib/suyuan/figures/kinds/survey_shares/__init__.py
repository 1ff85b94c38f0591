"""Kind survey_shares: shares of the people asked as bars, with Wilson's interval where the item's base is printed."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.survey_shares.declared import SurveyShares
from suyuan.figures.kinds.survey_shares.select import AnswerMark, SharesData, item_name, select

SENTENCES = {
    "zh": {
        "bar": "条长为所印占比；空心条为约数。",
        "interval": "横线为Wilson区间（{level}%），按简单随机样本计算，自所印占比容许的最少人数的下限至最多人数的上限；"
        "是否随机抽样，本图不作判断。",
        "base": "N为来源就该题载明的人数；未载明者没有区间。",
        "several": "“{items}”各项之和超过100%或注明多选。",
        "absent": "下列题目在所读文本中没有占比：{items}。",
        "disputed": "下列选项的占比有互相矛盾的陈述，图中未画：{answers}。",
        "only": "只含所读文本中印出的选项；只见于图片的其余选项未知，未作推算。",
    },
    "en": {
        "bar": "The length of a bar is the share as printed; open bars are approximate.",
        "interval": "Lines: Wilson's interval ({level}%) as if the people asked were a simple random "
        "sample, from the lower end of the least count that the print allows to the upper end of the greatest. Whether they "
        "were one is not judged here.",
        "base": "N: people asked, as the source prints it for the item; without it there is no interval.",
        "several": "Several options could be chosen in “{items}”: it says so, or its shares sum to more than 100%.",
        "absent": "The text that was read gives no share for: {items}.",
        "disputed": "Not drawn, since statements of the share exclude one another: {answers}.",
        "only": "Only options that the text prints are shown; what stands in pictures alone is not known and not estimated.",
    },
}
HEADS = {
    "zh": ("题目", "选项", "占比", "区间", "N", "位置"),
    "en": ("item", "option", "share", "interval", "N", "place"),
}


def sentences(data: SharesData, view: View) -> list[str]:
    """What bars and lines are, and what is not given."""
    said, joint = SENTENCES[view.language], view.words["comma"]
    marks = [mark for panel in data.panels for mark in panel]
    found = [said["bar"]]
    if any(mark.row.interval_low is not None for mark in marks):
        found.append(said["interval"].format(level=f"{100 * data.confidence:g}"))
    found.append(said["base"])
    several = [item_name(p[0].item, view) for p in data.panels if p[0].item.choices == "several"]
    if several:
        found.append(said["several"].format(items=joint.join(several)))
    if data.absent:
        found.append(said["absent"].format(items=joint.join(item_name(i, view) for i in data.absent)))
    if data.disputed:
        told = [label(mark, view) for mark in data.disputed]
        found.append(said["disputed"].format(answers=view.words["semicolon"].join(told)))
    return [*found, said["only"]]


def label(mark: AnswerMark, view: View) -> str:
    """Item, option and share."""
    return f"{item_name(mark.item, view)}{view.words['colon']}{mark.name(view)} {mark.value(view)}"


def table(data: SharesData, view: View) -> Table:
    """A row for each share."""
    rows = [
        [
            item_name(mark.item, view),
            mark.name(view),
            mark.value(view),
            ""
            if mark.row.interval_low is None
            else f"{mark.row.interval_low:.1f}–{mark.row.interval_high:.1f}%",
            str(mark.row.n or ""),
            view.words["semicolon"].join(dict.fromkeys(e.cited_at or e.section or "" for e in mark.evidence)),
        ]
        for panel in data.panels
        for mark in panel
    ]
    return Table(HEADS[view.language], rows)


KIND = Kind(SurveyShares, select, sentences, label, table)
