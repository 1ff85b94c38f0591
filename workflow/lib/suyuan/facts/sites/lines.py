"""The sentences of a study that may tell its place, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from suyuan.facts.others_work import tells_others_work
from suyuan.facts.run_together import end_of_houses
from suyuan.facts.sites.names import houses_in
from suyuan.facts.sites.words import site_words
from suyuan.flow import Flow
from suyuan.time.clauses import sentences
from suyuan.time.study_default import GENERAL, tells_data
from suyuan.time.study_sections import Section, sections_of
from suyuan.time.study_words import study_words

# before: in front of the methods; lead: any other part of the head but findings
Where = Literal["title", "affiliation", "abstract", "methods", "before", "lead"]

METHOD_FLOWS = 40  # the methods of a study stand in its first paragraphs
LEAD_FLOWS = 14
AFFILIATION_FLOWS = 8
LONGEST_AFFILIATION = 120
OPENING = 2  # sentences under a heading of the methods that tell where, though with no word of collecting
BODY_KINDS = ("abstract", "paragraph", "footnote")
ABSTRACT = re.compile("^[【\\[〔]?(?:内容)?(?:摘要|提要)[】\\]〕：:]*")
STOPS = frozenset("。；")
DEPARTMENT = re.compile(
    r"[^，。；]{0,10}(?:科|室|部|中心|系|病区|车间|院|所|组|门诊)?(?:，?\s*[一-龥]{2,4}省?\s*[一-龥]{2,4}市?)?[\s\d，,]*"
)
AFFILIATION = re.compile(
    r"[（(][^（）()]*[）)]?|[\[【〔]?(?:第一)?(?:作者)?(?:单位|机构|地址)[\]】〕：:]|[\d.．①-⑨]"
    r"|[一-龥\d，、,*·△#]{2,60}?[（(](?:[\d.．]+)?[一-龥]{4,40}[，；]?[^（）()]*(?:\d{6}[^（）()]*)?[）)]$"
)
# 贺某（1983-），男，安徽太和人: where an author was born
OF_AUTHOR = re.compile(r"作者简介|通[讯信]作者|[（(]19\d\d\s*[-—–~]*\s*[）)][，,]?[男女]")


class Line(NamedTuple):
    """A sentence. ``opens``: it is one of the first of a section of the methods; ``first``: the first of the abstract;
    ``case``: the first of a paragraph under a heading of the case; ``flow``: number of its flow."""

    text: str
    where: Where
    flow: int = 0
    opens: bool = False
    first: bool = False
    case: bool = False


def lines_of(titles: Sequence[str], flows: Sequence[Flow]) -> list[Line]:
    """The lines of titles, affiliations and paragraphs near the head, in the order of the text.

    ``flows``: all of the document. Left out are what was found, and, before the methods, what speaks of the country, the world
    or of others' work.
    """
    sections = sections_of(flows)
    lines = [Line(title, "title") for title in dict.fromkeys(titles)]
    heads: tuple[str, ...] | None = None
    for number, (flow, section) in enumerate(zip(flows[:METHOD_FLOWS], sections[:METHOD_FLOWS], strict=True)):
        if number < AFFILIATION_FLOWS and _is_affiliation(flow, section):
            lines.append(Line(flow.text, "affiliation", number))
            continue
        if flow.block.kind not in BODY_KINDS or not flow.text:
            continue
        opens = is_of_methods(section) and section.kind != "abstract" and section.heads != heads
        if section.kind == "background" or is_of_methods(section):
            heads = section.heads
        lines += _of_flow(flow, section, number, opens)
    return lines


def is_of_methods(section: Section) -> bool:
    """Whether a section tells how the study was made: its abstract, methods, data."""
    return section.kind in ("methods", "definitions", "abstract") or tells_data(section)


def innermost(flow: Flow) -> str:
    """The heading right above a flow, without blanks."""
    return re.sub(r"\s", "", flow.block.section[-1]) if flow.block.section else ""


def _is_affiliation(flow: Flow, section: Section) -> bool:
    """A note at the head, what stands between title and abstract, or a short line in brackets (（某医院骨科）)."""
    if flow.block.kind == "note" or section.kind == "title":
        return flow.block.kind not in ("title", "heading") and len(flow.text) <= LONGEST_AFFILIATION
    return flow.block.kind == "paragraph" and names_authors_house(flow.text)


def names_authors_house(text: str) -> bool:
    """Whether a paragraph is a line on where the authors work: 甲市人民医院普外科, （甲大学乙系，丙市 100000）."""
    return (
        len(text) <= LONGEST_AFFILIATION
        and "。" not in text
        and (AFFILIATION.match(text) is not None or ends_in_department(text))
    )


def ends_in_department(text: str) -> bool:
    """甲市人民医院普外科，乙省丙市: a house, what is part of it and where it lies make up the line."""
    if not STOPS.isdisjoint(text):  # neither a house nor what is part of it holds one
        return False
    houses = [house for house in houses_in(text) if house.start == 0]
    return any(DEPARTMENT.fullmatch(text, house.end) for house in houses)


def _of_flow(flow: Flow, section: Section, number: int, opens: bool) -> Iterator[Line]:
    words, own = site_words(), is_of_methods(section)
    lead = (
        number < LEAD_FLOWS and flow.block.kind != "footnote" and not words.findings.search(innermost(flow))
    )
    case = words.cases.search(innermost(flow)) is not None
    told = False  # what was found
    for count, (start, end) in enumerate(sentences(flow.text)):
        text = flow.text[start:end]
        if OF_AUTHOR.search(text):
            continue
        houses = end_of_houses(text) if section.kind == "abstract" and not count else 0
        if houses:
            yield Line(text[:houses], "affiliation", number)
            text = text[houses:]
        told = told or (own and (words.found.match(text) is not None or text.startswith("关键词")))
        if own and not told:
            where: Where = "abstract" if section.kind == "abstract" else "methods"
            text = ABSTRACT.sub("", text) if not count else text
            yield Line(text, where, number, opens and count < OPENING, not count, case and not count)
        elif section.kind == "background" and (
            words.speaks.search(text)
            or study_words().own.search(text)
            or not (
                GENERAL.search(text)
                or study_words().others.search(text)
                or tells_others_work(text, 0, len(text), study=True)
                or any(start <= mark.at <= end for mark in flow.marks)
            )
        ):
            yield Line(text, "before", number, case=case and not count)
        elif lead and not (
            words.cited.search(text)
            or tells_others_work(text, 0, len(text), study=True)
            or any(start <= mark.at <= end for mark in flow.marks)
        ):
            yield Line(text, "lead", number, case=case and not count)
