"""Trials of a treatment: the period in which the patients came dates who took part, not what the treatment did.

选取2021年6月至2023年5月收治的患者126例，随机分为两组…。结果：治疗24周后，总有效率为92%: readers date the 126 patients; an
effect is of so many weeks after a treatment began, at no stated time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.clauses import index_of, sentences
from suyuan.time.study_sections import Section
from suyuan.time.study_words import study_words

RULE = "effect_of_trial"
EFFECTS = ("results", "discussion", "conclusion", "advice")
COURSE = re.compile(  # 疗程8周, 连续治疗3个月, after 24 weeks
    r"疗程|(?:治疗|服药|服用|用药|给药|口服|注射|干预|训练|随访|观察|持续|连续|共)[^，。；\d]{0,6}(?:\d+|[一二两三四五六七八九十]+)\s?"
    r"(?:个?(?:周|月|疗程)|d(?![a-zA-Z])|天|w(?![a-zA-Z]))|(?:\d|one|two|three|four|six|eight|twelve)[ -](?:weeks?|months?|days?)"
)
ENGLISH = re.compile("(?:patients|participants|cases|subjects|adults|children|women|men)$")
ENROLLED = re.compile("[Rr]andomi[sz]ed|enrolled|recruited|included|analy[sz]ed|assigned|allocated")


def is_trial(flows: Sequence[Flow], sections: Sequence[Section]) -> bool:
    """Whether the abstract or the methods say that patients were put into groups by chance and treated, with no operation.

    Where an operation is tried, what is found of it belongs to the stay in hospital: the period of the study dates it.
    """
    words = study_words()
    told = [
        flow.text
        for flow, section in zip(flows, sections, strict=True)
        if section.kind in ("abstract", "methods", "definitions", "title")
    ]
    titles = [flow.text for flow, section in zip(flows, sections, strict=True) if section.kind == "title"]
    if any(words.operations.search(title) for title in titles):
        return False
    return any(words.by_chance.search(text) for text in told) and any(
        words.treated.search(text) for text in told
    )


def takes_its_course(flows: Sequence[Flow], sections: Sequence[Section]) -> bool:
    """Whether a paper tells for how long a trial treats.

    What is found of care without such a length (nursing, sedation) is of the stay in hospital too.
    """
    rows = zip(flows, sections, strict=True)
    return any(row.kind not in ("background", "end") and COURSE.search(flow.text) for flow, row in rows)


def without_effects(
    flow: Flow,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    section: Section,
    of_study: Sequence[str],
) -> list[AssignedTime]:
    """``found`` without the period of a trial for what was found of its treatment.

    ``of_study``: the rules of times that the study gave. In an abstract those who took part keep it.
    """
    if section.kind not in (*EFFECTS, "abstract"):
        return list(found)
    text = flow.text
    parts = sentences(text)
    abstract = section.kind == "abstract"
    return [
        no_time(RULE)
        if (item.rule in of_study or (abstract and item.rule == "frame_of_paragraph"))
        and not (abstract and _takes_part(text, start, end, parts))
        else item
        for item, (start, end) in zip(found, spans, strict=True)
    ]


def _takes_part(text: str, start: int, end: int, parts: list[tuple[int, int]]) -> bool:
    """126例, 每组63例 in a sentence on who was taken and put into groups; 128 patients were randomized."""
    a, b = parts[index_of(parts, start)]
    surface, words = text[start:end], study_words()
    if ENGLISH.search(surface):
        return ENROLLED.search(text, a, b) is not None
    return surface.endswith(words.sizes) and words.sampling.search(text, a, b) is not None
