"""Kind term_series: how often words occur in the documents of each year."""

from __future__ import annotations

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.term_series.declared import TermSeries
from suyuan.figures.kinds.term_series.select import TermSeriesData, YearMark, select

SENTENCES = {
    "zh": {
        "bar": "柱高为每万字出现次数，柱上数字为出现次数；各图纵轴不同。",
        "whole": "次数是对所读文本的全数清点，不是抽样，因此没有置信区间；各年文件不同，次数随文件多少与种类而变。",
        "gap": "没有文件的年份留空。",
    },
    "en": {
        "bar": "Height: occurrences per 10,000 characters; number: occurrences. Each panel has a scale of its own.",
        "whole": "All occurrences in the texts that were read are counted, so that there is no sampling error; years differ in "
        "how many documents there are, and of what kind.",
        "gap": "Years without a document are empty.",
    },
}
HEADS = {
    "zh": ("词语", "年份", "次数", "每万字次数", "字数", "文件", "其中出现的"),
    "en": (
        "words",
        "year",
        "occurrences",
        "per 10,000 characters",
        "characters",
        "documents",
        "with the words",
    ),
}


def sentences(data: TermSeriesData, view: View) -> list[str]:
    """What a bar is."""
    said = SENTENCES[view.language]
    gap = len(data.documents) < len(data.years)
    return [said["bar"], said["whole"], *([said["gap"]] if gap else [])]


def label(mark: YearMark, view: View) -> str:
    """Words, year and count."""
    return f"{mark.name(view)} {mark.row.year}: {mark.row.count}"


def table(data: TermSeriesData, view: View) -> Table:
    """A row for each series and year."""
    rows = [
        [
            mark.name(view),
            str(mark.row.year),
            str(mark.row.count),
            f"{mark.row.rate:.2f}",
            str(mark.row.characters),
            str(mark.row.documents),
            str(mark.row.documents_with),
        ]
        for panel in data.panels
        for mark in panel
    ]
    return Table(HEADS[view.language], rows)


KIND = Kind(TermSeries, select, sentences, label, table)
