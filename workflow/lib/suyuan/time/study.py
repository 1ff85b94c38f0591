"""The period of a study: what a paper found, and how many took part, is of the time in which its data were collected.

The text states it once, in the abstract or in the methods; a reader carries it through the abstract and the results. It
governs no criteria and thresholds, planned sizes, doses, or what others found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.context import TimeContext
from suyuan.time.expression import TimeExpression
from suyuan.time.is_study import is_study
from suyuan.time.seasons import months_within
from suyuan.time.series_ends import is_of_records, over_years_of_study
from suyuan.time.study_brief import brief_account
from suyuan.time.study_companions import besides, survey_besides
from suyuan.time.study_constants import is_constant
from suyuan.time.study_costs import RECKONED, without_costs
from suyuan.time.study_followup import followed_until, with_follow_up, without_later_moments
from suyuan.time.study_headings import phase_above, stages_of_heads
from suyuan.time.study_led import led_by_survey
from suyuan.time.study_lists import lists_in_full
from suyuan.time.study_months import SECTIONS as OF_MONTHS
from suyuan.time.study_months import month_told, months_in_brackets
from suyuan.time.study_named import START, of_phase, phase_at, phases_of
from suyuan.time.study_open import (
    day_told,
    ends_period,
    has_no_time,
    is_past_row_of_dates,
    is_share_of_last,
    is_year_before_survey,
    says_another_time,
)
from suyuan.time.study_period import find_studies
from suyuan.time.study_phases import Named
from suyuan.time.study_reach import (
    ELSEWHERE,
    Place,
    is_of_others,
    is_of_study,
    is_required,
    is_setting,
    speaks_of_study,
    told_by_others,
)
from suyuan.time.study_records import Study
from suyuan.time.study_samples import sample_time, with_sample
from suyuan.time.study_seasons import before_sowing, is_past, of_its_season
from suyuan.time.study_sections import Section, heads_in_full, sections_of, with_unnamed_methods
from suyuan.time.study_sides import with_sides
from suyuan.time.study_steps import RULE as STEP
from suyuan.time.study_steps import is_of_step
from suyuan.time.study_whole_again import year_at_edge
from suyuan.time.study_words import study_words
from suyuan.time.trials import is_trial, takes_its_course, without_effects
from suyuan.time.year_told_before import days_with_years

CHINESE = re.compile("[\u4e00-\u9fff]")
TELLING = re.compile(r"[\d.]*\d\.\d|\d{3}|\d \d{3}")  # a number that no other is by chance
ECONOMICS = re.compile("经济|成本|费用|投资|造价")  # in a heading
OF_SERIES = ("abstract", "results", "conclusion")
COMPARED = "year_of_a_comparison"
WHOLE, PHASE = "period_of_study", "phase_of_study"  # rules of a time


def with_study_period(
    flows: Sequence[Flow],
    spans: Sequence[Sequence[tuple[int, int]]],
    times: Sequence[Sequence[TimeExpression]],
    found: list[list[AssignedTime]],
    context: TimeContext,
) -> list[list[AssignedTime]]:
    """``found`` with the period of the study for what is of it and has no time of its own.

    Reports on a year, plans and speeches are no studies; nor is a paper that nowhere says when its data were collected,
    or that tells of neither methods nor results.
    """
    if context.report or context.plan or context.said or context.news:
        return found
    sections = sections_of(flows)
    # a survey told under a heading of its own (调查概况) has a period, though nothing else makes a study of the text
    if "methods" not in heads_in_full(flows) and not is_study(flows, sections, times):
        return found
    sections = brief_account(flows, sections, times) or led_by_survey(flows, sections, times) or sections
    told = zip(flows, spans, found, sections, strict=True)
    found = [_without_years_of_nation(flow.text, inside, row, section) for flow, inside, row, section in told]
    studies = find_studies(flows, sections, times)
    if studies.whole is None and not studies.parts and not studies.under:
        return days_with_years(flows, times, found)
    if studies.whole is not None:
        sections = with_unnamed_methods(sections, {index for index, _, _ in studies.whole.stated})
    result = list(found)
    reckons = any(ECONOMICS.search(head) for section in sections for head in section.heads)
    survey = survey_besides(flows, sections, studies.whole)
    trial = is_trial(flows, sections) and takes_its_course(flows, sections)
    until = followed_until(flows, sections, times)
    headed = stages_of_heads(sections, studies.whole)
    told_numbers: set[str] = set()  # what the study found: a discussion says it again
    late = ("discussion", "advice")
    for again in (False, True):
        for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
            study = studies.of(section)
            if study is None or not spans[index] or (section.kind in late) is not again:
                continue
            above = headed.get(section.heads) or phase_above(section, study)
            result[index] = _of_flow(
                flow, spans[index], times[index], found[index], section, study, index, told_numbers, above
            )
            result[index] = with_sides(
                flow.text, spans[index], result[index], found[index], study, (WHOLE, PHASE)
            )
            result[index] = besides(
                flow.text, spans[index], result[index], section, study, survey, (WHOLE, PHASE)
            )
            if is_of_records(study, flows):
                row, before = result[index], found[index]
                result[index] = over_years_of_study(
                    flow.text, spans[index], row, before, study.edtf, (WHOLE,)
                )
            if until:
                result[index] = with_follow_up(
                    flow.text, spans[index], result[index], section, until, (WHOLE, PHASE)
                )
            result[index] = without_later_moments(flow.text, spans[index], result[index], (WHOLE, PHASE))
            if trial:
                result[index] = without_effects(flow, spans[index], result[index], section, (WHOLE, PHASE))
            if reckons and section.kind in ("abstract", "conclusion"):
                result[index] = without_costs(flow.text, spans[index], result[index], (WHOLE, PHASE))
            if section.kind in ("abstract", "results"):
                rows = zip(spans[index], result[index], strict=True)
                texts = (flow.text[a:b] for (a, b), item in rows if item.rule != RECKONED)
                told_numbers.update(text for text in texts if TELLING.search(text))
    sampled = sample_time(studies.whole)
    return with_sample(flows, spans, sections, result, sampled, (WHOLE, PHASE)) if sampled else result


def _of_flow(
    flow: Flow,
    spans: Sequence[tuple[int, int]],
    times: Sequence[TimeExpression],
    found: list[AssignedTime],
    section: Section,
    study: Study,
    index: int,
    told: set[str],
    above: str | None,
) -> list[AssignedTime]:
    if section.kind == "end" or flow.block.kind in ("table", "footnote", "caption"):
        return found
    text, words = flow.text, study_words()
    phases = phases_of(text, study, section.kind == "abstract")
    parts = sentences(text)
    opening = _opening(text, parts, study, index) if section.kind == "abstract" else 0
    result = list(found)
    own, at = False, 0  # the paragraph speaks of the study at sentence ``at``
    for k, (start, end) in enumerate(spans):
        item, number = found[k], index_of(parts, start)
        within = clauses(text, *parts[number])
        place = Place(start, end, parts[number], within[index_of(within, start)])
        own = speaks_of_study(flow, parts, at, number, own, words)
        at = number
        if (
            is_setting(text, spans, k, place, section, words)
            or is_constant(text, place, section, _is_dated_in_clause(item, place))
            or is_required(text, place, section, item, words)
            or told_by_others(flow, place, section, item, words)
        ):
            result[k] = no_time("setting_of_study_or_of_others")
            continue
        if section.kind == "discussion" and item.time_from == "paragraph" and item.expression is not None:
            item = result[k] = no_time(COMPARED)  # 与2018年的27.5%接近。知晓率为51.2%
        elif is_of_step(text, item, place):
            item = result[k] = no_time(STEP)
        edge = year_at_edge(text, place, study) if section.kind in OF_SERIES else None
        if edge:
            result[k] = AssignedTime(edge, "during", "document", rule=PHASE)
            continue
        of_months = section.kind in OF_MONTHS and not ends_period(item, study, index)
        month = month_told(text, item, place, study.edtf) if of_months else None
        if month is None and section.kind in OF_MONTHS and item.time_from not in ("clause", "sentence"):
            month = months_in_brackets(text, place, study.edtf)
        if month:
            result[k] = replace(item, edtf=month, kind="during", rule=PHASE)
            continue
        phase = phase_at(phases, place, parts)
        if phase is not None and section.kind == "abstract" and is_past(text, phase, place.sentence):
            phase = None
        past_row = is_past_row_of_dates(item, place, study, index)
        phase = None if past_row else phase
        dated_clause = item.rule == START and any(
            place.clause[0] <= time.start < place.clause[1] for time in times
        )
        is_open = has_no_time(text, item, place, phase, study, index)
        dated_clause = dated_clause or says_another_time(text, item, place, times)
        if dated_clause or not is_open or start < opening:
            continue
        day = day_told(item, study)
        late = section.kind in ("discussion", "advice")
        if day and (section.kind == "methods" or (late and not is_of_others(flow, place, section, words))):
            result[k] = replace(item, edtf=day)
            continue
        sown = before_sowing(text, start, place.sentence, study) if section.kind == "methods" else None
        if sown:
            result[k] = AssignedTime(sown, "as_of", "document", rule=PHASE)
            continue
        own_number = own or text[start:end] in told
        if (
            (phase is not None and of_its_season(text, spans, k, phase, study) is not None)
            or _is_told_of_phase(text, phase, place, section)
            or is_of_study(flow, place, section, words, own_number)
            or is_share_of_last(text, spans, k, result, section, study)
            or past_row
            or ends_period(item, study, index)
            or (section.kind == "methods" and is_year_before_survey(text, item, place, study))
        ):
            said = study.sentences.get((index, parts[number][0]))
            told_here = item.expression is not None and item.expression.start >= place.sentence[0]
            season = (
                months_within(item.expression.edtf, study.edtf) if told_here and item.expression else None
            )
            season = day_told(item, study) or season
            edtf = season or of_phase(text, spans, k, phase, study, item) or said or above or study.edtf
            rule = WHOLE if edtf == study.edtf else PHASE
            result[k] = AssignedTime(edtf, "during", "document", rule=rule)
    return lists_in_full(text, spans, result)


def _is_told_of_phase(text: str, phase: Named | None, place: Place, section: Section) -> bool:
    """中国前一时段仅有397篇: what a sentence on a phase of the study found, in the methods what it counts."""
    if phase is None or phase.start < place.sentence[0]:
        return False
    counted = text[place.start : place.end].endswith((*study_words().units, *study_words().sizes))
    return section.kind == "results" or (section.kind == "methods" and counted)


def _is_dated_in_clause(item: AssignedTime, place: Place) -> bool:
    told = item.expression
    return told is not None and place.clause[0] <= told.start < place.clause[1]


def _without_years_of_nation(
    text: str, spans: Sequence[tuple[int, int]], found: list[AssignedTime], section: Section
) -> list[AssignedTime]:
    """2020年全国有290万人。样本学校为1.7: ``found`` without the year of a nation's sentence behind it."""
    words = study_words()
    if section.kind not in ("background", "results", "conclusion", "title"):
        return found
    parts = sentences(text)
    result = list(found)
    for k, ((start, _), item) in enumerate(zip(spans, found, strict=True)):
        if item.time_from != "paragraph" or item.expression is None:
            continue
        sentence = parts[index_of(parts, start)]
        told = parts[index_of(parts, item.expression.start)]
        of_nation = ELSEWHERE.search(text, *told) and words.signal.search(text, *sentence)
        if of_nation or (section.kind in ("background", "title") and _turns_to_survey(text, told, sentence)):
            result[k] = no_time(COMPARED)
    return result


def _turns_to_survey(text: str, told: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """2021年全州产量达6.3万吨。|本文对3个县的农户进行走访: whether a sentence tells a survey of the study's own behind one on
    what there is."""
    words = study_words()
    if words.own.search(text, *told) or words.does.search(text, *told):
        return False
    return words.own.search(text, *sentence) is not None and words.does.search(text, *sentence) is not None


def _opening(text: str, parts: list[tuple[int, int]], study: Study, index: int) -> int:
    """Where the account of the study begins in an abstract: at the label of its methods, or where it says what it did."""
    words = study_words()
    label = words.begins.search(text)
    if label:
        return label.start()
    if CHINESE.search(text) is None:
        return 0
    stated = [start for flow, start, _ in study.stated if flow == index]
    says = [
        a
        for a, b in parts
        if words.own.search(text, a, b)
        or words.signal.search(text, a, b)
        or (words.does.search(text, a, b) and ELSEWHERE.search(text, a, b) is None)
    ]
    starts = [*(parts[index_of(parts, start)][0] for start in stated), *says]
    return min(starts, default=0)
