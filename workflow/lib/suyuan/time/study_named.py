"""Which of its phases a study tells a number of: the last one that the text names before it (第二季, 低温期, 对照组)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import index_of
from suyuan.time.study_labels import is_local, is_side, labels_named
from suyuan.time.study_phases import BASIS, Named, phases_named
from suyuan.time.study_reach import Place
from suyuan.time.study_records import Study
from suyuan.time.study_seasons import moment_of, of_its_season
from suyuan.time.study_stages import last_day, stages_called

# in an abstract: what the stage that sought the best conditions found
OPTIMUM = re.compile(
    "在[^，。；]{0,60}条件下|最[优佳](?:工艺)?(?:条件|参数)|[Uu]nder (?:the )?optim(?:al|um|i[sz]ed)"
)
LEVEL = re.compile("的?(?:水平)?（?\\d")  # 短于对照组|的8.5 d: the number is that of what is compared with

START = "undated_start_of_change"  # 2019-2021年由28.5%升至41.3%: not of the study where the clause has a time
END_OF_CLAUSE = re.compile("[，。；]")


def phases_of(text: str, study: Study, abstract: bool) -> list[Named]:
    """The phases with dates of their own that a text names, and their whole."""
    if not study.phases:
        return []
    years = any(label.startswith("年") for label in study.phases)  # else 三年累计 is no whole of them
    named = [
        phase
        for phase in phases_named(text)
        if phase.label in study.phases or (phase.label is None and (years or text[phase.end - 1] != "年"))
    ]
    named += stages_called(text, study.names) if study.names else []
    named += labels_named(text, study.phases)
    best = next((label for label, names in study.names.items() if "优化" in names[0]), None)
    if best and abstract:
        named += [Named(match.start(), match.end(), best) for match in OPTIMUM.finditer(text)]
    rows = {phase.end for phase in named if phase.labels}  # 春、秋|两季: no whole
    ends = {phase.end + 1 for phase in named if phase.label}  # 第一季|与第二季: a row, none compared
    spans = [(phase.start, phase.end) for phase in named if phase.labels]
    kept = [
        phase
        for phase in named
        if (phase.labels or not any(a <= phase.start < b for a, b in spans))
        and phase.start not in rows
        and (phase.start in ends or not _is_basis(text, phase))
    ]
    return _in_rows(text, sorted(kept, key=lambda phase: phase.start))


def _in_rows(text: str, phases: Sequence[Named]) -> list[Named]:
    """``phases`` with those that stand in a row (第一季和第二季分别为A和B) as one, with its labels."""
    result: list[Named] = []
    for phase in phases:
        last = result[-1] if result else None
        joins = last is not None and text[last.end : phase.start] in ("、", "和", "与", "及")
        if (
            last is None
            or not joins
            or phase.label is None
            or phase.labels
            or not (last.label or last.labels)
        ):
            result.append(phase)
            continue
        labels = (*(last.labels or (str(last.label),)), phase.label)
        result[-1] = Named(last.start, phase.end, None, len(labels), each=True, labels=labels)
    return result


def _is_basis(text: str, phase: Named) -> bool:
    """比对照组|低12%, 约为阶段II|的2.4倍: what is compared with; 短于对照组|的8.5 d states its level."""
    before = text[max(0, phase.start - 3) : phase.start]
    if before.endswith("分为"):
        return False
    if BASIS.search(before) is None:
        return False
    return not (before.endswith("于") and not before.endswith("相当于") and LEVEL.match(text, phase.end))


def phase_at(
    phases: Sequence[Named], place: Place, parts: list[tuple[int, int]] | None = None
) -> Named | None:
    """The phase that a number is told of: the last one named before it, a season or group (夏季, 对照组) in its sentence.

    ``parts``: the sentences; one that sets both sides of an event beside each other (实施后高于实施前) leaves none to the next.
    """
    for phase in reversed(phases):
        local = phase.labels or is_local(phase.label)
        if phase.start <= place.start and (phase.start >= place.sentence[0] or not local):
            earlier = phase.start < place.sentence[0] and is_side(phase.label)
            return None if earlier and _both_sides(phases, phase, parts) else phase
    return None


def _both_sides(phases: Sequence[Named], phase: Named, parts: list[tuple[int, int]] | None) -> bool:
    a, b = parts[index_of(parts, phase.start)] if parts else (phase.start, phase.end)
    return any(
        a <= other.start < b and is_side(other.label) and other.label != phase.label for other in phases
    )


def of_phase(
    text: str,
    spans: Sequence[tuple[int, int]],
    k: int,
    phase: Named | None,
    study: Study,
    item: AssignedTime,
) -> str | None:
    """The time of the phase named before a number; of 两季分别A和B each its own, of 两季平均 the whole."""
    if phase is None:
        return None
    if phase.label is not None:
        edtf = study.phases[phase.label]
        ended = text.startswith(("末", "结束"), phase.end) and item.rule != START and "/" in edtf
        return last_day(edtf) if ended else moment_of(text, phase.end, edtf) or edtf
    season = of_its_season(text, spans, k, phase, study)
    if season is not None:
        return season
    if phase.each:
        stop = END_OF_CLAUSE.search(text, phase.end)
        end = stop.start() if stop else len(text)
        row = [i for i, (a, b) in enumerate(spans) if phase.end <= a and b <= end]
        each = [study.phases[label] for label in phase.labels] or study.series_of(phase.number or len(row))
        if k in row and len(row) == len(each):
            return each[row.index(k)]
        if phase.labels:
            return None
    return study.edtf
