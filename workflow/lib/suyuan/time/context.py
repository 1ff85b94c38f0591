"""What a document says about its own time: when it was told, whether it reports a day or a year."""

from __future__ import annotations

import re

from suyuan.document import Block, Document
from suyuan.flow import Flow, make_flow, normalise
from suyuan.time.clauses import sentences
from suyuan.time.cover import year_of
from suyuan.time.datelines import LEAD, find_dateline, is_news
from suyuan.time.days_of_year import not_after
from suyuan.time.events import days_of_event
from suyuan.time.expression import TimeExpression
from suyuan.time.own_period import account_period, edition_year, last_year, plan_years, year_of_plan
from suyuan.time.report_titles import is_of_year, issued_plan, months_of_title, plan_of_title
from suyuan.time.resolve import resolve
from suyuan.time.scan import find_times
from suyuan.time.table import time_words
from suyuan.values import value

LEAD_FLOWS = 6
DATELINE_BLOCKS = 60
LONGEST_DATELINE = 20
LONGEST_LABELLED = 60
LONGEST_TITLE = 45
NO_TITLE = re.compile("[，。；：！？]")
# 发布时间：2024-10-21 来源：…, 公告日期：2023年4月21日, （2022年5月）
LABELLED = re.compile(
    "(?:^|发布|发表|发稿|公布|公告|刊发|更新|印发|成文|出版|披露|报告)(?:时间|日期)[：:]"
    r"(?P<year>20\d\d)[-/.年](?P<month>1[0-2]|0?[1-9])(?:[-/.月](?P<day>3[01]|[12]\d|0?[1-9])?|月)(?!\d)"
)
BRACKETED = re.compile(
    r"（(?P<year>20\d\d)年(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?）"
)
# 课题组2024年8月, 2025年3月18日评级：推荐: who wrote it and when
SIGNED = re.compile(
    "(?:[^，。；：！？\\d《》（）]{2,30}(?:局|部|委|办|院|所|中心|协会|学会|课题组|小组|研究组|团队|公司|大学|记者|编辑|作者|政府|处|科|组))?"
    r"(?P<year>20\d\d)年(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日)?(?P<rest>[^，。；！？起施实]{0,20})"
)
SIGNED_BLOCKS = 6
MARKERS_OF_A_REPORT = 12
RECEIVED_WORD = "收稿"
RECEIVED = re.compile(r"收稿(?:日期|时间|日)?[:：]?(?P<year>20\d\d)\D(?P<month>1[0-2]|0?[1-9])(?!\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
TITLE_TAIL = re.compile("(?:摘要|全文|正文|（[^（）]{1,12}）)+$")
MONTHS = re.compile(r"(\d{4})-\d\d/\1-\d\d")
MONTH = re.compile(r"\d{4}-\d\d")


@value
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
    carried: TimeExpression | None = None  # time of a sentence broken off before, or of the list announced
    statement: TimeExpression | None = None  # year that the chapter has stated before the flow
    stated_here: bool = False  # under the same heading as the flow
    general: bool = False  # notes and glossaries: what holds in general
    written: str | None = None  # month in which a paper was handed in: the meaning of 目前 in it
    period: str | None = None  # months under report, where a report is on less than a year
    event: str | None = None  # days of the event that the news tell of: 本届大会
    news: bool = False  # told on a day, in the news: 5年来 ends with that day
    edition: bool = False  # a white paper that names the year of its edition: 目前 goes on in the paragraph


def document_context(document: Document, flows: list[Flow]) -> TimeContext:
    """Context of a document from its card dates, else from its title, dateline and lead sentence."""
    words = time_words()
    title = _title(document, flows)
    title_year = next((year_of(time.edtf) for time in find_times(title) if year_of(time.edtf)), None)
    told = document.dates.told or _dateline(document)
    report: str | None = None
    default = False
    of_year = is_of_year(title)
    head = _head_lines(document)
    plan = plan_years(title, head)
    one_year = None if plan else year_of_plan(title, told)
    plan, told = plan or one_year, told or one_year
    if plan:
        pass  # 三年行动计划（2023-2025年） tells of no year before it
    elif title_year and any(word in title for word in words.telling_titles) and not of_year:
        report = str(int(title_year) - 1)
        told = told or title_year
    elif title_year and (of_year or any(word in title for word in words.report_titles)):
        report, default = title_year, True
    elif any(word in title for word in words.telling_titles) and _year(document.dates.said or told):
        report = str(int(_year(document.dates.said or told) or 0) - 1)
    if report and not default and _reviews(flows, str(int(report) + 1)):
        report = str(int(report) + 1)  # told in December of the year itself
    if report is None and not plan:
        report = _year_of_statistics(flows)
        default = report is not None
    lines = [flow.text for flow in flows]
    own = account_period(title, head, lines) if report is None or default else None
    if own and (report is None or report == last_year(own)):
        report, default = last_year(own), True
    conference = _said_in_lead(flows, told)
    said = document.dates.said or conference
    if not report and not plan:
        plan = plan_of_title(title) or plan_of_title(issued_plan(lines[:LEAD_FLOWS]) or "")
    written = None if said or report or plan else written_month(document) or _signed_month(document)
    told, news, event = _news(flows, told) if not (report or plan or written) else (told, False, None)
    period = (months_of_title(title) or own) if report and default else None
    period = None if period == report else period
    if period and "-" in period and not told:
        told = report  # what is told of some months is told in their year
    edition = None if said or report or plan or news else edition_year(title, lines)
    if edition or own:  # 目前 in them is of the month that they are signed with
        written = told[:7] if told and MONTH.match(told) else written or edition
    if news or conference:
        period = _period_of_news(title, told)
        report, default = (period[:4], True) if period else (report, default)
    return TimeContext(
        said or told,
        said,
        conference is not None,
        report,
        default,
        plan=plan,
        written=written,
        period=period,
        event=event,
        news=news,
        edition=edition is not None,
    )


def _news(flows: list[Flow], told: str | None) -> tuple[str | None, bool, str | None]:
    """Of the news: the day of the telling (that of the dateline where its year is known), whether they are, and the days
    of the event in their lead."""
    line = find_dateline(flows)
    if line is not None and (line.year or (told and DAY.fullmatch(told))):
        pattern = f"XXXX-{line.month:02d}-{line.day:02d}"
        told = pattern.replace("XXXX", line.year) if line.year else not_after(pattern, told)
    if told is None or not DAY.fullmatch(told):
        return told, False, None
    lead = [flow for flow in flows if flow.block.kind == "paragraph"][:LEAD]
    days = (
        days_of_event(flow.text, resolve(find_times(flow.text), told=told, previous=None, news=True))
        for flow in lead
    )
    event = next((day for day in days if day), None)
    return told, event is not None or is_news(flows), event


def _period_of_news(title: str, told: str | None) -> str | None:
    """前三季度全省进出口增长6.8%, over news: the months that their figures are of."""
    times = [time for time in resolve(find_times(title), told=told, previous=None) if time.rule != "duration"]
    closed = [time.edtf for time in times if time.edtf and MONTHS.fullmatch(time.edtf)]
    return closed[0] if len(closed) == len(times) == 1 else None


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
    """The day that stands alone in a line at the head of a document, in whatever block (also a margin): 2022年07月19日;
    the day or month that a label or a bracket gives there: 发布时间：2024-10-21 来源：…, （2022年5月）."""
    for number, block in enumerate(document.blocks[:DATELINE_BLOCKS]):
        length = sum(span.end - span.start for span in block.spans)
        if length > LONGEST_LABELLED:
            continue
        line = make_flow(document.text, block).text
        stated = (
            (None if RECEIVED_WORD in line else LABELLED.search(line))
            or BRACKETED.fullmatch(line)
            or (_signed(line) if number < SIGNED_BLOCKS else None)
        )
        if stated:
            day = f"-{int(stated['day']):02d}" if stated["day"] else ""
            return f"{stated['year']}-{int(stated['month']):02d}{day}"
        if length > LONGEST_DATELINE:
            continue
        for time in find_times(line):
            if time.edtf and DAY.fullmatch(time.edtf) and (time.start, time.end) == (0, len(line)):
                return time.edtf
    return None


def _signed(line: str) -> re.Match[str] | None:
    """A line at the head that ends with a body and a month (某局课题组2024年8月), or begins with a day and rates itself."""
    match = SIGNED.fullmatch(line)
    if match is None or (match["rest"] and (match["day"] is None or match.start("year"))):
        return None
    return match if match.start("year") or match["day"] else None


def _signed_month(document: Document) -> str | None:
    """The month in which the authors signed: 某局课题组2024年8月; None where they gave a day or nothing."""
    for block in document.blocks[:SIGNED_BLOCKS]:
        if sum(span.end - span.start for span in block.spans) > LONGEST_LABELLED:
            continue
        match = _signed(make_flow(document.text, block).text)
        if match and not match["day"]:
            return f"{match['year']}-{int(match['month']):02d}"
    return None


def _year(told: str | None) -> str | None:
    return told[:4] if told and told[:4].isdigit() else None


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
    titles = [flow.text for flow in flows[:LEAD_FLOWS] if flow.block.kind == "title"]
    title = titles[0] if titles else ""
    if document.title:
        title = "".join(normalise(char) for char in document.title if not char.isspace())
    words = time_words()
    kinds = (*words.report_titles, *words.telling_titles, *words.plan_titles)
    return title if any(word in title for word in kinds) else _title_line(document) or title


def _title_line(document: Document) -> str:
    """Where the title says nothing of a report: a line at the head of the body that ends like one and names a year
    (某公司2022年年度报告)."""
    words = time_words()
    for block in document.blocks[:LEAD_FLOWS]:
        if sum(span.end - span.start for span in block.spans) > LONGEST_TITLE:
            continue
        line = make_flow(document.text, block).text
        line = TITLE_TAIL.sub("", line)
        ends = line.endswith((*words.report_titles, *words.telling_titles)) or year_of_plan(line) is not None
        if ends and not NO_TITLE.search(line) and any(year_of(time.edtf) for time in find_times(line)):
            return line
    return ""


def _head_lines(document: Document) -> list[str]:
    """The first lines as they are printed, in normal form, of whatever block: a line in brackets under the title is a note."""
    head = "\n".join(
        document.text[block.spans[0].start : block.spans[-1].end] for block in document.blocks[:LEAD_FLOWS]
    )
    lines = ("".join(normalise(char) for char in line if not char.isspace()) for line in head.split("\n"))
    return [line for line in lines if line][:LEAD_FLOWS]


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
