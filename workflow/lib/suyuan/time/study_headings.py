"""The stages of a study that headings name."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.time.study_phases import phases_named
from suyuan.time.study_records import Study
from suyuan.time.study_sections import Section
from suyuan.time.study_stages import between_stages, stages_called


def stages_of_heads(sections: Sequence[Section], study: Study | None) -> dict[tuple[str, ...], str]:
    """The time of the stage that the headings of results name, or stand between (the second, between first and third)."""
    if study is None or not study.names:
        return {}
    heads = list(dict.fromkeys(section.heads for section in sections if section.kind == "results"))
    labels: list[str | None] = []
    for head in heads:
        called = (
            {named.label for named in stages_called(head[-1], study.names, heading=True)} if head else set()
        )
        labels.append(called.pop() if len(called) == 1 else None)
    stages = zip(heads, between_stages(labels), strict=True)
    return {head: study.phases[label] for head, label in stages if label in study.phases}


def phase_above(section: Section, study: Study) -> str | None:
    """The time of the phase that the innermost heading names."""
    for head in reversed(section.heads):
        labels = {phase.label for phase in phases_named(head)} & set(study.phases)
        if len(labels) == 1:
            return study.phases[str(labels.pop())]
    return None
