"""What a document says about its own time: when it was told, whether it reports a day or a year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from suyuan.document import Block, Document
from suyuan.flow import Flow, make_flow, normalise
from suyuan.time.clauses import sentences
from suyuan.time.cover import year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.resolve import resolve
from suyuan.time.scan import find_times
from suyuan.time.table import time_words

LEAD_FLOWS = 6
DATELINE_BLOCKS = 60
LONGEST_DATELINE = 20
MARKERS_OF_A_REPORT = 12
TITLE_END = re.compile("(?:的通知|（[^（）]*）)+$")
RECEIVED_WORD = "收稿"
RECEIVED = re.compile(r"收稿(?:日期|时间|日)?[:：]?(?P<year>20\d\d)\D(?P<month>1[0-2]|0?[1-9])(?!\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class TimeContext:
    """Times of the document and of the section that a flow stands in; EDTF strings or None."""

    told: str | None = None  # when the source said it: anchor of 今年, 8月14日
    said: str | None = None  # day of the speech or press conference: the meaning of 目前
    said_is_default: bool = False  # a report of a press conference: undated figures stand on that day
    report: str | None = None  # year under report, from the title of a communiqué or report
    report_is_default: bool = False  # figures without a time of their own are of that year
    heading: str | None = None  # time in the nearest heading that has one
    heading_planned: bool = False
    previous: str | None = None  # running antecedent before the flow
    plan: str | None = None  # years of the five-year plan that the document is
    carried: TimeExpression | None = (
        None  # time that the paragraph before goes on with: its sentence is broken off
    )
    general: bool = False  # notes and glossaries: what holds in general
    written: str | None = None  # month in which a paper was handed in: the meaning of 目前 in it


def document_context(document: Document, flows: list[Flow]) -> TimeContext:
    """Context of a document from its card dates, else from its title, dateline and lead sentence."""
    words = time_words()
    title = _title(document, flows)
    title_year = next((year_of(time.edtf) for time in find_times(title) if year_of(time.edtf)), None)
    told = document.dates.told or _dateline(document)
    report: str | None = None
    default = False
    if title_year and any(word in title for word in words.telling_titles):
        report = str(int(title_year) - 1)
        told = told or title_year
    elif title_year and any(word in title for word in words.report_titles):
        report, default = title_year, True
    elif any(word in title for word in words.telling_titles) and _year(document.dates.said or told):
        report = str(int(_year(document.dates.said or told) or 0) - 1)
    if report and not default and _reviews(flows, str(int(report) + 1)):
        report = str(int(report) + 1)  # told in December of the year itself
    if report is None:
        report = _year_of_statistics(flows)
        default = report is not None
    conference = _said_in_lead(flows, told)
    said = document.dates.said or conference
    plan = None if report else _plan_of_title(title)
    written = None if said or report or plan else written_month(document)
    return TimeContext(
        said or told, said, conference is not None, report, default, plan=plan, written=written
    )


def written_month(document: Document) -> str | None:
    """Month of 收稿日期 in the notes of a paper; None where there is none, or several papers stand in one file."""
    received = {
        f"{match['year']}-{int(match['month']):02d}"
        for block in document.blocks
        if block.kind in ("note", "paragraph", "footnote")
        for match in RECEIVED.finditer(_plain(document, block))
    }
    return received.pop() if len(received) == 1 else None


def _plain(document: Document, block: Block) -> str:
    """Text of a block in normal form without blanks, from its first 收稿 on; "" where it has none."""
    text = "".join(document.text[span.start : span.end] for span in block.spans)
    at = text.find(RECEIVED_WORD)
    return "".join(normalise(char) for char in text[at : at + 60] if not char.isspace()) if at >= 0 else ""


def _reviews(flows: list[Flow], year: str) -> bool:
    """A heading looks back on this year: 一、2018年工作回顾."""
    back = re.compile(rf"{year}年[^，。]{{0,12}}(?:回顾|总结)")
    return any(flow.block.kind == "heading" and back.search(flow.text) for flow in flows)


def _dateline(document: Document) -> str | None:
    """The day that stands alone in a line at the head of a document, in whatever block (also a margin): 2022年07月19日."""
    for block in document.blocks[:DATELINE_BLOCKS]:
        if sum(span.end - span.start for span in block.spans) > LONGEST_DATELINE:
            continue
        line = make_flow(document.text, block).text
        for time in find_times(line):
            if time.edtf and DAY.fullmatch(time.edtf) and (time.start, time.end) == (0, len(line)):
                return time.edtf
    return None


def _year(told: str | None) -> str | None:
    return told[:4] if told and told[:4].isdigit() else None


def _plan_of_title(title: str) -> str | None:
    """Years of the five-year plan that a title names: 某省“十二五”旅游业发展规划."""
    words = time_words()
    named = [words.plans[match[1]] for match in words.quoted_plan.finditer(title)]
    plain = TITLE_END.sub("", title).rstrip("》")
    if len(named) != 1 or not plain.endswith(words.plan_titles):
        return None
    return f"{named[0][0]}/{named[0][1]}"


def _year_of_statistics(flows: list[Flow]) -> str | None:
    """Year under report of a communiqué whose title is lost: it opens with 2024年，… and keeps saying 全年 and 比上年."""
    words = time_words()
    marks = sum(flow.text.count(word) for flow in flows for word in words.report_markers)
    if marks < MARKERS_OF_A_REPORT:
        return None
    for flow in [flow for flow in flows if flow.block.kind == "paragraph"][:LEAD_FLOWS]:
        first = next(iter(find_times(flow.text)), None)
        if (
            first
            and first.start == 0
            and first.edtf
            and first.edtf.isdigit()
            and len(flow.text) > first.end + 10
        ):
            return first.edtf
    return None


def _title(document: Document, flows: list[Flow]) -> str:
    """The title in normal form; from the card, the title block, or the first line of the body."""
    if document.title:
        return "".join(normalise(char) for char in document.title if not char.isspace())
    titles = [flow.text for flow in flows[:LEAD_FLOWS] if flow.block.kind == "title"]
    return titles[0] if titles else ""


def _said_in_lead(flows: list[Flow], told: str | None) -> str | None:
    """Day of the press conference that the lead sentence names: X月X日，…召开…新闻发布会."""
    words = time_words()
    lead = [flow for flow in flows if flow.block.kind == "paragraph"][:LEAD_FLOWS]
    for flow in lead:
        for start, end in sentences(flow.text)[:2]:
            sentence = flow.text[start:end]
            if not any(word in sentence for word in words.telling_acts):
                continue
            for time in resolve(find_times(sentence), told=told, previous=None):
                if time.edtf and DAY.fullmatch(time.edtf):
                    return time.edtf
    return None
