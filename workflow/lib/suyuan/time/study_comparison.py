"""Studies that set the time before something beside the time after it: 改造前（2021年9月）与改造后（2022年3月）."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.expression import TimeExpression
from suyuan.time.study_dates import periods, span_of
from suyuan.time.study_phases import EVENT_SIDES, Phases
from suyuan.time.study_records import Study
from suyuan.time.study_sections import Section

REACH = 12  # characters before a date in which 改造前 may stand
GAPS = ("", "（", "为", "于", "：", "（为", "调查于", "（于", "一年（", "半年（")  # what stands between


def before_and_after(
    flows: Sequence[Flow], sections: Sequence[Section], times: Sequence[Sequence[TimeExpression]]
) -> Study | None:
    """A study that sets the time before something beside the time after it: 改造前（2021年9月）与改造后（2022年3月）."""
    phases: Phases = {}
    stated = set()
    for index, (flow, section) in enumerate(zip(flows, sections, strict=True)):
        if section.kind in ("end", "discussion") or flow.block.kind == "heading":
            continue
        for period in periods(flow.text, times[index]):
            before = EVENT_SIDES.search(flow.text, max(0, period.start - REACH), period.start)
            if before is not None and before["gap"] in GAPS:
                phases.setdefault(before["side"], period.edtf)
                stated.add((index, period.start, period.end))
    sides = {label[-1] for label in phases}
    if sides != {"前", "后"}:
        return None
    return Study(span_of(list(phases.values())), phases, frozenset(stated))
