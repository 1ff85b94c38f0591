"""Captions: what the figure shows, each point with its source, and what the signs mean. Nothing is typed by hand."""

from __future__ import annotations

from collections.abc import Mapping

from suyuan.figures.dates import shown_time
from suyuan.figures.declaration import Language
from suyuan.figures.select import FigureData, Mark
from suyuan.figures.sources import SourceLabel
from suyuan.figures.style import MARKERS, SHAPES, WORDS
from suyuan.figures.text import has_han, in_language, shown_unit, shown_value
from suyuan.records import CollectedLocator, Fact

SENTENCES = {
    "zh": {
        "line": "虚线仅为便于辨认走势，两点之间并无数据。",
        "bar": "时间仅精确到年或月的数据点标在该时段正中，横线表示该时段的起讫。",
        "exact": "实心标记为确数，空心标记为约数、区间或单侧界限（箭头指向真值所在一侧）。",
        "all_exact": "各点数值在来源中均以确数陈述。",
        "grades": "标记形状表示证据等级：{grades}。",
        "conflict": "红圈表示各来源数值不一致，图中所示为按规则选用的一个。",
        "digest": "注明“摘编”的数值读自本项目自行编写的摘编，并非原文：{sources}。",
        "undated": "另有 {count} 个数值未注明年份，无法标在时间轴上。",
        "names": "",
        "trace": "各数据点的全部出处与所在位置见同名 .json 文件。",
        "also": "另见",
        "original": "原文",
        "head": "| 时间 | 数值 | 来源 | 证据等级 | 位置 | 观测编号 |",
    },
    "en": {
        "line": "The dashed line only guides the eye; there are no data between two points.",
        "bar": "A point whose time is known to the year or month stands in the middle of it, with a bar over the whole period.",
        "exact": "Filled marks are exact; open ones are about, ranges or one-sided (the arrow points towards the true value).",
        "all_exact": "All values are stated as exact.",
        "grades": "Shapes of marks tell the grade of evidence: {grades}.",
        "conflict": "Red ring: the sources disagree; the value shown was chosen by rule.",
        "digest": "Values marked digest were read from summaries written for this project, not from the texts themselves: "
        "{sources}.",
        "undated": "{count} further values have no year and cannot be placed on a time axis.",
        "names": "Names, titles and words that the sources give in Chinese only are left in Chinese.",
        "trace": "The .json file of the same name gives every place that each point was read from.",
        "also": "also",
        "original": "original ",
        "head": "| time | value | source | grade | place | observation |",
    },
}


def caption(data: FigureData, language: Language, labels: Mapping[str, SourceLabel]) -> str:
    """Caption in Markdown: title, declared words, what the signs mean, and a table of points with sources."""
    words, said = WORDS[language], SENTENCES[language]
    marks = data.marks
    sentences = [_declared(data, language)]
    if any(len(series.marks) > 1 for series in data.series):
        sentences.append(said["line"])
    if any(mark.precision != "day" for mark in marks):
        sentences.append(said["bar"])
    exact = all(mark.observation.comparator == "=" for mark in marks)
    sentences.append(said["all_exact" if exact else "exact"])
    found = {mark.observation.grade for mark in marks}
    grades = [f"{SHAPES[marker]} {words[g]}" for g, marker in MARKERS.items() if g in found]
    sentences.append(said["grades"].format(grades=words["comma"].join(grades)))
    if any(mark.observation.obs_status == "conflicting" for mark in marks):
        sentences.append(said["conflict"])
    digests = sorted({fact.source_id for mark in marks for fact in mark.facts if fact.edition == "digest"})
    if digests:
        names = [labels.get(source_id, SourceLabel()).name(language, source_id) for source_id in digests]
        sentences.append(said["digest"].format(sources=words["comma"].join(names)))
    undated = sum(len(series.undated) for series in data.series)
    if undated:
        sentences.append(said["undated"].format(count=undated))
    rows = [_row(mark, data, language, labels) for mark in marks]
    if has_han("".join(rows)):
        sentences.append(said["names"])
    sentences.append(said["trace"])
    joint = "" if language == "zh" else " "
    text = joint.join(sentence for sentence in sentences if sentence)
    table = "\n".join([said["head"], "|" + "---|" * 6, *rows])
    return f"**{data.declaration.title[language]}**\n\n{text}\n\n{table}\n"


def _declared(data: FigureData, language: Language) -> str:
    template = in_language(data.declaration.caption, language)
    series = data.series[0]
    marks = data.marks
    values = {
        "first": shown_time(min(marks, key=lambda m: m.first).observation.time_period, language),
        "last": shown_time(max(marks, key=lambda m: m.last).observation.time_period, language),
        "count": str(len(marks)),
        "area": series.declaration.ref_area,
        "measure": in_language(series.measure.label, language),
    }
    for name, value in values.items():
        template = template.replace("{" + name + "}", value)
    return template


def _row(mark: Mark, data: FigureData, language: Language, labels: Mapping[str, SourceLabel]) -> str:
    words = WORDS[language]
    cells = [
        mark.observation.time_period,
        f"{shown_value(mark, language)} {shown_unit(data, language)}".strip(),
    ]
    chosen = mark.facts[0] if mark.facts else None
    cited = labels.get(chosen.source_id, SourceLabel()).citation(language, chosen.source_id) if chosen else ""
    others = sorted({fact.source_id for fact in mark.facts[1:]} - ({chosen.source_id} if chosen else set()))
    if others:
        names = words["comma"].join(labels.get(o, SourceLabel()).name(language, o) for o in others)
        cited += f"{words['open']}{SENTENCES[language]['also']} {names}{words['close']}"
    grade = words[mark.observation.grade]
    if chosen is not None and chosen.edition == "digest":
        grade += f"{words['open']}{words['digest']}{words['close']}"
    cells += [cited, grade, _place(chosen, language) if chosen else "", f"`{mark.gid}`"]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _place(fact: Fact, language: str) -> str:
    """Where the number was read: section or page of the original that a digest cites, page of the file, or address."""
    if fact.cited_at:
        return f"{SENTENCES[language]['original']}{fact.cited_at}"
    locator = fact.locator
    if isinstance(locator, CollectedLocator):
        return locator.address
    if locator.kind == "pdf":
        return f"p. {locator.page_label or locator.page}"
    return fact.section or f"{locator.start}–{locator.end}"
