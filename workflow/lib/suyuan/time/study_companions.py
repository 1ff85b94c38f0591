"""What a study of texts or records over many years tells besides: a survey of its own time or of none, what there is now.

基于2007-2022年政策文本…；另开展问卷调查: the years of the texts date no answers, nor what there is by now (现有园区9个).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.clauses import index_of, sentences
from suyuan.time.study_records import Study
from suyuan.time.study_sections import Section
from suyuan.values import value

WHOLE_YEARS = re.compile(r"(\d{4})/(\d{4})")
SURVEY = re.compile("问卷")
BESIDES = re.compile("(?:同时|此外|其次|再次|并且?|还|另外?|再|为[^，。；]{2,20}，)[^。；]{0,24}问卷")
HELD = re.compile("发放|开展|回收|收回|进行|实施|投放")
NOW = re.compile("现有|现已|现存|至今|迄今|如今|目前|当前")
SINCE = re.compile(r"(\d{4})/\.\.")
LEAST_YEARS = 3
OF_SURVEY, BY_NOW, SINCE_YEAR = "survey_besides", "present_besides_study", "since_year_of_study"


@value
class Survey:
    """A survey besides the texts or records of a study; ``edtf`` None where nothing says when it was held."""

    edtf: str | None


def years_of(study: Study) -> tuple[int, int] | None:
    """First and last year of a study of at least three whole years; None for others."""
    match = WHOLE_YEARS.fullmatch(study.edtf)
    if match is None or int(match[2]) - int(match[1]) + 1 < LEAST_YEARS:
        return None
    return int(match[1]), int(match[2])


def survey_besides(flows: Sequence[Flow], sections: Sequence[Section], study: Study | None) -> Survey | None:
    """The survey that the methods tell besides what the study as a whole is of."""
    if study is None or years_of(study) is None:
        return None
    for index, start, _ in study.stated:
        text = flows[index].text
        a, b = sentences(text)[index_of(sentences(text), start)]
        if SURVEY.search(text, a, b) and study.sentences.get((index, a)) is None:
            return None  # the survey itself is of these years
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if section.kind not in ("methods", "definitions") or SURVEY.search(flow.text) is None:
            continue
        for a, b in sentences(flow.text):
            if BESIDES.match(flow.text, a, b) and HELD.search(flow.text, a, b):
                return Survey(study.sentences.get((index, a)))
    return None


def besides(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    section: Section,
    study: Study,
    survey: Survey | None,
    of_study: Sequence[str],
) -> list[AssignedTime]:
    """``found`` with answers under the time of their survey, and without the period for what there is now.

    ``of_study``: the rules of times that the study gave.
    """
    result = list(found)
    years = years_of(study)
    if years is None:
        return result
    parts = sentences(text)
    methods = section.kind in ("methods", "definitions")
    told = SURVEY.search(text) if survey and (methods or section.kind == "results") else None
    asked = parts[index_of(parts, told.start())][0] if told else len(text)
    for k, (start, _) in enumerate(spans):
        item = found[k]
        sentence = parts[index_of(parts, start)]
        since = SINCE.fullmatch(item.edtf or "")
        if since and item.expression and years[0] <= int(since[1]) < years[1]:
            if text[: item.expression.end].endswith(("以来", "起", "后")) and section.kind != "background":
                result[k] = AssignedTime(
                    f"{since[1]}/{years[1]}", "during", item.time_from, expression=item.expression,
                    rule=item.rule, moved=SINCE_YEAR,
                )  # fmt: skip
        elif item.rule not in of_study and not (methods and start >= asked and item.time_from == "paragraph"):
            continue
        elif survey and start >= asked:
            result[k] = (
                AssignedTime(survey.edtf, "during", "document", rule=OF_SURVEY)
                if survey.edtf
                else no_time(OF_SURVEY)
            )
        elif section.kind in ("results", "conclusion", "discussion", "methods") and NOW.search(
            text, sentence[0], start
        ):
            result[k] = no_time(BY_NOW)
    return result
