"""A study of records over years that also examined a sample at one time: what was found in the sample is of that time.

收集2014—2022年报告病例；2022年4—6月对重点人群抽样调查. The sample is known by its size: where results first say 1432人 again,
they go on with the sample; a discussion takes the time of a number from where the results told it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import index_of, sentences
from suyuan.time.study_records import Study, years_of
from suyuan.time.study_sections import Section
from suyuan.time.study_words import study_words

LEAST_YEARS = 3
SMALLEST = 3  # digits of a size that no other number has by chance
RULE = "sample_of_study"
FOUND, LATE = ("results",), ("discussion", "conclusion", "advice")

Span = tuple[int, int]


def sample_time(study: Study | None) -> str | None:
    """When the sample was examined (EDTF): the one period of months that a study of at least three years states beside its
    years; None where there is none, or several."""
    if study is None:
        return None
    first, last = (int(year) for year in years_of(study.edtf))
    months = {told for told in study.told if years_of(told) != years_of(study.edtf) and "-" in told}
    return months.pop() if last - first + 1 >= LEAST_YEARS and len(months) == 1 else None


def with_sample(
    flows: Sequence[Flow],
    spans: Sequence[Sequence[Span]],
    sections: Sequence[Section],
    found: Sequence[Sequence[AssignedTime]],
    edtf: str,
    of_study: Sequence[str],
) -> list[list[AssignedTime]]:
    """``found`` with what is of the sample under its time ``edtf``; ``of_study``: the rules of times that the study gave."""
    result = [list(row) for row in found]
    sizes: set[str] = set()
    told: dict[str, AssignedTime] = {}
    begun = False
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        texts = [flow.text[a:b] for a, b in spans[index]]
        if section.kind in ("methods", "definitions") and _samples(flow, section):
            sizes.update(text for text in texts if _digits(text) >= SMALLEST)
            result[index] = [_moved(item, edtf, of_study) for item in result[index]]
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        texts = [flow.text[a:b] for a, b in spans[index]]
        if section.kind == "abstract":
            result[index] = _from_size_on(flow.text, spans[index], result[index], sizes, edtf, of_study)
        elif section.kind in FOUND:
            if begun:
                result[index] = [_moved(item, edtf, of_study) for item in result[index]]
            else:
                result[index] = _from_size_on(flow.text, spans[index], result[index], sizes, edtf, of_study)
            begun = begun or any(text in sizes for text in texts)
            told.update({text: item for text, item in zip(texts, result[index], strict=True)})
        elif section.kind in LATE:
            result[index] = _as_told(texts, result[index], told, of_study)
    return result


def _samples(flow: Flow, section: Section) -> bool:
    """Whether a paragraph of the methods tells how a sample was taken."""
    words = study_words().samples
    head = section.heads[-1] if section.heads else ""
    return words.search(head) is not None or words.search(flow.text[: flow.text.find("。") + 1]) is not None


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _moved(item: AssignedTime, edtf: str, of_study: Sequence[str]) -> AssignedTime:
    if item.rule not in of_study:
        return item
    return AssignedTime(edtf, "during", "document", rule=RULE)


def _from_size_on(
    text: str,
    spans: Sequence[Span],
    found: Sequence[AssignedTime],
    sizes: set[str],
    edtf: str,
    of_study: Sequence[str],
) -> list[AssignedTime]:
    """From the sentence on that says a size of the sample."""
    parts = sentences(text)
    named = [parts[index_of(parts, a)][0] for a, b in spans if text[a:b] in sizes]
    if not named:
        return list(found)
    return [
        _moved(item, edtf, of_study) if a >= named[0] else item
        for (a, _), item in zip(spans, found, strict=True)
    ]


def _as_told(
    texts: Sequence[str],
    found: Sequence[AssignedTime],
    told: Mapping[str, AssignedTime],
    of_study: Sequence[str],
) -> list[AssignedTime]:
    return [
        told[text] if item.rule in of_study and text in told and told[text].rule == RULE else item
        for text, item in zip(texts, found, strict=True)
    ]
