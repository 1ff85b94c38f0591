"""The title of a report or a paper that its reader kept as a common line at the head: …股份有限公司2022年年度报告."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.document import Document
from suyuan.flow import Flow
from suyuan.language import alternatives
from suyuan.places.tables import package_yaml

LEAD_FLOWS = 6
LONGEST = 60
CODE_LINE = re.compile("(?:证券|公司|股票|A股)(?:代码|简称)")  # the line above the title of a company paper
ABSTRACT_WITHIN = 14
ABSTRACT = re.compile("^[【\\[]?(?:内容)?(?:摘要|提要)[】\\]]?")
AUTHORS = re.compile(r"(?:[一-龥]{2,4}[\d，,*△#]*[，,、 ]*){1,16}")
INSTITUTION = re.compile("大学|学院|医院|研究院|研究所|中心|局|公司|学校|实验室")
HAN = re.compile("[一-龥]{4}")
OF_A_STUDY = re.compile(
    "[-—]{2}(?:基于|来自|以)|(?:研究|分析|探讨|探析|影响|评价|评估|疗效|效果|观察|应用|进展|现状|对策|机制|机理|策略|路径|比较|对比|调查|特征|模型|关系|设计|优化|预测|识别|检测|演变|效应)$"
)
NO_TITLE = re.compile(r"[。；！？，：]|^(?:根据|现发布|目录|下载)")


def with_lead_title(document: Document, flows: Sequence[Flow]) -> Document:
    """The document with the line above the authors of a paper as its title, or the first line at its head that ends as titles of
    reports or studies do, where it has no title or takes the line with the code of a share for one."""
    named = document.title or next(
        (flow.text for flow in flows[:LEAD_FLOWS] if flow.block.kind == "title"), None
    )
    if named and not CODE_LINE.match(named):
        return document
    lines = [flow.text for flow in flows if flow.text][:ABSTRACT_WITHIN]
    paper = None if named else title_of_paper(lines)
    if paper is not None:
        return replace(document, title=paper)
    for flow in [flow for flow in flows if flow.text][:LEAD_FLOWS]:
        if flow.block.kind == "advertising" or len(flow.text) > LONGEST or NO_TITLE.search(flow.text):
            continue
        if _of_a_report().search(flow.text):
            return replace(document, title=flow.text)
    first = next((flow.text for flow in flows if flow.text and flow.block.kind != "advertising"), "")
    if (
        len(first) <= LONGEST
        and HAN.search(first)
        and OF_A_STUDY.search(first)
        and not NO_TITLE.search(first)
    ):
        return replace(document, title=first)
    return document


def title_of_paper(lines: Sequence[str]) -> str | None:
    """The title among the first lines of a paper: the line above the authors and their institutions, if an abstract follows."""
    abstract = next((k for k, line in enumerate(lines) if ABSTRACT.match(line)), 0)
    for k in range(1, min(abstract, LEAD_FLOWS)):
        line, above = lines[k], lines[k - 1]
        if AUTHORS.fullmatch(line) and INSTITUTION.search(lines[k + 1]) and len(above) <= LONGEST:
            return above if HAN.search(above) and not NO_TITLE.search(above) else None
    return None


@cache
def _of_a_report() -> re.Pattern[str]:
    bodies, areas = package_yaml("bodies.yaml"), package_yaml("area_groups.yaml")
    own = {*bodies["company_papers"], *bodies["papers_of_bodies"], *areas["report_titles"]} - {
        "债券",
        "通知",
        "意见",
        "财务事项",
    }
    return re.compile(
        rf"[一-龥].*(?:{alternatives(own)})(?:[（(][^（）]*[）)])?(?:全文|摘要|草案|（草案）)?$"
    )
