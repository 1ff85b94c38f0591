"""Changes in a study that sets the time before something beside the time after it (改造前, 改造后).

停车次数由5.1次减到2.8次: the first is of the time before, the second of the time after; 行程时间下降14.7% is of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.study_labels import labels_named, sides_of
from suyuan.time.study_records import Study

START = "undated_start_of_change"
SHARE = re.compile("(?:%|‰|个百分点|倍|成)$")
CHANGED = re.compile(
    "(?:提[高升]|上升|增[加长幅]|下降|降[低幅]|减[少小]|缩[短小减]|延长|改善|节约|节省|净增|净减|扩大)率?了?(?:为|约|近|达|超过)*$"
)


def with_sides(
    text: str,
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
    before: Sequence[AssignedTime],
    study: Study,
    rules: tuple[str, str],
) -> list[AssignedTime]:
    """``found`` with changes between the two sides of ``study`` under them.

    ``before``: times before the study gave its own; ``rules``: of times of the study as a whole and of its parts.
    """
    result = list(found)
    sides = sides_of(study)
    if sides is None:
        return result
    parts = sentences(text)
    # 实施后|符合率由81%升至94%: the change began before
    named = [
        label.start for label in labels_named(text, study.phases) if not (label.label or "").endswith("后")
    ]
    for k, (start, end) in enumerate(spans):
        a, b = parts[index_of(parts, start)]
        within = clauses(text, a, b)
        clause = within[index_of(within, start)]
        if any(clause[0] <= at < start for at in named):
            continue
        if k and before[k - 1].rule == START and spans[k - 1][0] >= clause[0] and before[k].rule != START:
            if found[k].rule in rules:
                result[k] = replace(found[k], edtf=sides[1], rule=rules[1])
                result[k - 1] = replace(found[k], edtf=sides[0], rule=rules[1])
        elif (
            found[k].rule in rules
            and SHARE.search(text[start:end])
            and CHANGED.search(text, clause[0], start)
        ):
            result[k] = replace(found[k], edtf=study.edtf, rule=rules[0])
    return result
