"""Kind code_timeline: acts in the order of time, coloured by their codes."""

from __future__ import annotations

from suyuan.figures.caption import digest_word
from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.kinds.code_timeline.declared import CodeTimeline
from suyuan.figures.kinds.code_timeline.select import CodedData, CodedMark, code_name, select
from suyuan.figures.times import date_text

SENTENCES = {
    "zh": {
        "order": "自上而下按时间排列，行距不表示时间间隔；每列一个编码，一项可有数个；同一事项的各次讲述合为一行。",
        "how": "编码由编码本的线索词与事项的文种、动词、层级给出，审阅者可以改判。",
        "without_code": "另有{count}项有时间而无此类编码，未标在图中。",
        "without_place": "另有{count}项有编码而无时间，未标在图中。",
    },
    "en": {
        "order": "From the top in the order of time; the distance of rows says nothing. A column for each code; an act may have "
        "several. An act that is told more than once has one row.",
        "how": "Codes follow the cue words of the codebook and the title, verb and level of the act; a reviewer may overrule.",
        "without_code": "{count} further acts with a date have no code of this kind and are not shown.",
        "without_place": "{count} further acts with a code have no date and are not shown.",
    },
}
HEADS = {
    "zh": ("时间", "事项", "编码", "线索", "来源", "编号"),
    "en": ("time", "act", "code", "cues", "source", "id"),
}


def sentences(data: CodedData, view: View) -> list[str]:
    """How to read it, and what is not shown."""
    said = SENTENCES[view.language]
    counts = (("without_code", data.without_code), ("without_place", data.without_place))
    return [said["order"], said["how"], *(said[name].format(count=n) for name, n in counts if n)]


def label(mark: CodedMark, view: View) -> str:
    """Title and verb of an act with its codes."""
    return f"{mark.words(view)} ({view.words['comma'].join(code_name(row, view) for row in mark.rows)})"


def table(data: CodedData, view: View) -> Table:
    """A row for each act and code."""
    comma, semicolon = view.words["comma"], view.words["semicolon"]
    rows = [
        [
            date_text(mark.act.date, view.language) if mark.act.date else "",
            mark.words(view) if row is mark.rows[0] else "″",
            code_name(row, view),
            comma.join(row.cues),
            semicolon.join(
                dict.fromkeys(
                    view.names.source(act.source_id).name(view.language, act.source_id)
                    + digest_word(act, view)
                    for act in mark.acts
                )
            ),
            row.joined_id,
        ]
        for mark in data.coded_marks
        for row in mark.rows
    ]
    return Table(HEADS[view.language], rows, ids=True)


KIND = Kind(CodeTimeline, select, sentences, label, table)
