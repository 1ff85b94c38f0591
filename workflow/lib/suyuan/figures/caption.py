"""Captions: what the figure shows, each point with its source, and what the signs mean. Nothing is typed by hand."""

from __future__ import annotations

from collections.abc import Mapping

from suyuan.figures.declaration import Language
from suyuan.figures.select import FigureData, Mark
from suyuan.figures.sources import SourceLabel
from suyuan.figures.style import WORDS
from suyuan.figures.text import in_language, shown_unit, shown_value
from suyuan.records import CollectedLocator, Fact

SENTENCES = {
    "zh": {
        "line": "虚线只为引导视线，两点之间没有数据。",
        "bar": "时间只精确到年或月的点画在该时段中央，横线标出整个时段。",
        "exact": "实心标记为确数，空心标记为约数、区间或单边界限（箭头指向真值所在一侧）。",
        "grades": "标记形状表示证据等级：{grades}。",
        "conflict": "红圈：各来源的数值不一致，图中取按规则选用的一个。",
        "digest": "标“摘编”的数值读自溯源摘编（我们自己的摘要，非原文）：{sources}。",
        "undated": "另有 {count} 个没有年份的数值，无法画在时间轴上。",
        "trace": "每个标记的出处见同名 .json 文件。",
        "points": "数据点",
        "also": "另见",
        "head": "| 时间 | 数值 | 来源 | 等级 | 位置 | 观测 |",
    },
    "en": {
        "line": "The dashed line only guides the eye; there are no data between two points.",
        "bar": "A point whose time is known to the year or month stands in the middle of it, with a bar over the whole period.",
        "exact": "Filled marks are exact; open ones are about, ranges or one-sided (the arrow points towards the true value).",
        "grades": "Shapes of marks tell the grade of evidence: {grades}.",
        "conflict": "Red ring: the sources disagree; the value shown was chosen by rule.",
        "digest": "Values marked digest were read from our own summaries, not from the texts themselves: {sources}.",
        "undated": "{count} further values have no year and cannot be placed on a time axis.",
        "trace": "The .json file of the same name traces every mark.",
        "points": "Points",
        "also": "also",
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
    if any(mark.observation.comparator != "=" for mark in marks):
        sentences.append(said["exact"])
    grades = [
        words[g]
        for g in ("primary", "repost", "mirror", "abstract")
        if any(m.observation.grade == g for m in marks)
    ]
    sentences.append(said["grades"].format(grades=words["comma"].join(grades)))
    if any(mark.observation.obs_status == "conflicting" for mark in marks):
        sentences.append(said["conflict"])
    digests = sorted({fact.source_id for mark in marks for fact in mark.facts if fact.edition == "digest"})
    if digests:
        sentences.append(said["digest"].format(sources=words["comma"].join(digests)))
    undated = sum(len(series.undated) for series in data.series)
    if undated:
        sentences.append(said["undated"].format(count=undated))
    sentences.append(said["trace"])
    joint = "" if language == "zh" else " "
    text = joint.join(sentence for sentence in sentences if sentence)
    rows = [_row(mark, data, language, labels) for mark in marks]
    table = "\n".join([said["head"], "|" + "---|" * 6, *rows])
    return f"**{data.declaration.title[language]}**\n\n{text}\n\n{table}\n"


def _declared(data: FigureData, language: Language) -> str:
    template = in_language(data.declaration.caption, language)
    series = data.series[0]
    marks = data.marks
    values = {
        "first": min(marks, key=lambda m: m.first).observation.time_period,
        "last": max(marks, key=lambda m: m.last).observation.time_period,
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
        cited += f"{words['open']}{SENTENCES[language]['also']} {words['comma'].join(others)}{words['close']}"
    grade = words[mark.observation.grade]
    if chosen is not None and chosen.edition == "digest":
        grade += f"{words['open']}{words['digest']}{words['close']}"
    cells += [cited, grade, _place(chosen) if chosen else "", f"`{mark.gid}`"]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _place(fact: Fact) -> str:
    """Where the number was read: section or page as cited, page of the file, or address."""
    if fact.cited_at:
        return f"〔{fact.cited_at}〕"
    locator = fact.locator
    if isinstance(locator, CollectedLocator):
        return locator.address
    if locator.kind == "pdf":
        return f"p. {locator.page_label or locator.page}"
    return fact.section or f"{locator.start}–{locator.end}"
