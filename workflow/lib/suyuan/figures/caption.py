"""Captions: what the figure shows, what the signs mean, and each mark with its source. Nothing is typed by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.figures.inputs import View
from suyuan.figures.kind import Kind, Table
from suyuan.figures.marks import FigureData, ValueMark, chosen_fact, digests
from suyuan.figures.style import MARKERS, SHAPES
from suyuan.figures.text import has_han, in_language, value_with_unit
from suyuan.figures.times import date_text
from suyuan.markdown import escaped, table
from suyuan.records import Act, CollectedLocator, Fact

PLAIN_ID = re.compile(r"[\w.-]+")

SENTENCES = {
    "zh": {
        "exact": "实心标记为确数，空心标记为约数、区间或单侧界限（箭头指向真值所在一侧）。",
        "all_exact": "各数值在来源中均以确数陈述。",
        "grades": "标记形状表示证据等级：{grades}。",
        "conflict": "红圈表示各来源数值不一致，图中所示为按规则选用的一个。",
        "digest": "据摘编绘制：注明“摘编”的内容读自本项目自行编写的摘编，并非原文（{sources}）。",
        "undated": "另有{count}个数值未注明年份，未标在图中。",
        "names": "",
        "trace": "各标记的全部出处与所在位置见同名 .json 文件。",
        "also": "另见",
        "original": "原文",
    },
    "en": {
        "exact": "Filled marks are exact; open ones are about, ranges or one-sided (the arrow points towards the true value).",
        "all_exact": "All values are stated as exact.",
        "grades": "Shapes of marks tell the grade of evidence: {grades}.",
        "conflict": "Red ring: the sources disagree; the value shown was chosen by rule.",
        "digest": "Built from digests: what is marked digest was read from summaries written for this project, "
        "not from the texts themselves ({sources}).",
        "undated": "{count} further values have no year and are not shown.",
        "names": "Names, titles and words that the sources give in Chinese only are left in Chinese.",
        "trace": "The .json file of the same name gives every place that each mark was read from.",
        "also": "also",
        "original": "original ",
    },
}

HEADS = {
    "zh": ("对象", "时间", "数值", "来源", "证据等级", "位置", "观测编号"),
    "en": ("what", "time", "value", "source", "grade", "place", "observation"),
}


def caption(data: FigureData, kind: Kind, view: View) -> str:
    """Caption in Markdown: title, declared words, what the signs mean, and a table of marks with sources."""
    said = SENTENCES[view.language]
    shown = value_table(data.value_marks, view) if kind.table is None else kind.table(data, view)
    sentences = [declared(data, view), *kind.sentences(data, view), *_signs(data, view)]
    sources = digests(data.marks)
    if sources:
        names = view.words["semicolon"].join(view.source(source_id) for source_id in sources)
        sentences.append(said["digest"].format(sources=names))
    if data.undated:
        sentences.append(said["undated"].format(count=len(data.undated)))
    if any(has_han(cell) for row in shown.rows for cell in row):
        sentences.append(said["names"])
    sentences.append(said["trace"])
    joint = "" if view.language == "zh" else " "
    text = joint.join(sentence for sentence in sentences if sentence)
    return f"**{escaped(data.declaration.title[view.language])}**\n\n{escaped(text)}\n\n{markdown(shown)}\n"


def declared(data: FigureData, view: View) -> str:
    """The declared words of the caption with {first}, {last}, {count}, {area} and {measure} filled in."""
    template = in_language(data.declaration.caption, view.language)
    values = data.value_marks
    known = {"count": str(len(data.marks))}
    dated = [mark for mark in values if mark.first is not None and mark.last is not None]
    if dated:
        first = min(dated, key=lambda m: (m.first, m.gid))
        last = max(dated, key=lambda m: (m.last, m.gid))
        known["first"] = date_text(first.observation.time_period, view.language)
        known["last"] = date_text(last.observation.time_period, view.language)
    if values:
        known["area"] = view.area(values[0].observation.ref_area)
        known["measure"] = in_language(values[0].measure.label, view.language)
    for name, value in known.items():
        template = template.replace("{" + name + "}", value)
    return template


def _signs(data: FigureData, view: View) -> list[str]:
    """What markers of values mean, as far as they occur."""
    marks = data.value_marks
    if not marks:
        return []
    words, said = view.words, SENTENCES[view.language]
    exact = all(mark.observation.comparator == "=" for mark in marks)
    found = {mark.observation.grade for mark in marks}
    grades = [f"{SHAPES[marker]} {words[g]}" for g, marker in MARKERS.items() if g in found]
    sentences = [
        said["all_exact" if exact else "exact"],
        said["grades"].format(grades=words["comma"].join(grades)),
    ]
    if any(mark.observation.obs_status == "conflicting" for mark in marks):
        sentences.append(said["conflict"])
    return sentences


def value_table(marks: Sequence[ValueMark], view: View) -> Table:
    """A row for each value: what, when, how much, who says so, where."""
    return Table(HEADS[view.language], [_row(mark, view) for mark in marks], ids=True)


def subject(mark: ValueMark, view: View) -> str:
    """What a value is about: the measure, and the area with its breakdown."""
    o = mark.observation
    parts = [view.names.value(name, value, view.language) for name, value in sorted(o.breakdown.items())]
    of = view.words["comma"].join([view.area(o.ref_area), *parts])
    return f"{in_language(mark.measure.label, view.language)}{view.words['open']}{of}{view.words['close']}"


def _row(mark: ValueMark, view: View) -> list[str]:
    words = view.words
    chosen = chosen_fact(mark)
    cited = view.names.source(chosen.source_id).citation(view.language, chosen.source_id) if chosen else ""
    others = sorted({fact.source_id for fact in mark.facts[1:]} - ({chosen.source_id} if chosen else set()))
    if others:
        names = words["comma"].join(view.source(other) for other in others)
        cited += f"{words['open']}{SENTENCES[view.language]['also']} {names}{words['close']}"
    return [
        subject(mark, view),
        date_text(mark.observation.time_period, view.language),
        value_with_unit(mark, view.language),
        cited,
        words[mark.observation.grade] + (digest_word(chosen, view) if chosen else ""),
        place(chosen, view) if chosen else "",
        mark.observation.observation_id,
    ]


def digest_word(record: Fact | Act, view: View) -> str:
    """`` (digest)`` for what was read from a digest."""
    words = view.words
    return f"{words['open']}{words['digest']}{words['close']}" if record.edition == "digest" else ""


def place(record: Fact | Act, view: View) -> str:
    """Where it was read: section or page of the original that a digest cites, page of the file, or address."""
    language = view.language
    if record.cited_at:
        return f"{SENTENCES[language]['original']}{record.cited_at}"
    locator = record.locator
    if isinstance(locator, CollectedLocator):
        return locator.address
    if locator.kind == "pdf":
        page = locator.page_label or str(locator.page)
        return f"第{page}页" if language == "zh" else f"p. {page}"
    return (record.section or "") if language == "zh" else ""


def markdown(shown: Table) -> str:
    """A Markdown table; what sources say is shown as it is, ids in the last column as code."""
    rows = [[escaped(cell) for cell in row] for row in shown.rows]
    if shown.ids:
        rows = [[*row[:-1], _code(own[-1])] for row, own in zip(rows, shown.rows, strict=True)]
    return table([escaped(head) for head in shown.heads], rows)


def _code(name: str) -> str:
    return f"`{name}`" if PLAIN_ID.fullmatch(name) else escaped(name)
