"""Sentences without a date that another paragraph says again with one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import index_of, sentences

LEAST = 3  # quantities in common, each a different one
NUMBER = re.compile(r"\d[\d.,]*")
LEAST_DIGITS = 2
YEAR_OF_CHAPTER = "year_of_chapter"  # weaker than what restates the sentence
Spans = Sequence[Sequence[tuple[int, int]]]


def date_restated(
    flows: Sequence[Flow], spans: Spans, found: Sequence[Sequence[AssignedTime]]
) -> list[list[AssignedTime]]:
    """``found`` with undated sentences dated by the paragraph that restates them.

    份额分别为36%、31%和26%、52%…, undated, and elsewhere 2020年…占比31%，…26%，…52%: at least three of the quantities of the
    sentence stand, with the same digits and unit, in one other paragraph that puts all of them in the same time.
    """
    result = [list(row) for row in found]
    known = [_dated(flow, row, times) for flow, row, times in zip(flows, spans, found, strict=True)]
    if not any(len(row) >= LEAST for row in known):
        return result
    enough = [(other, row) for other, row in enumerate(known) if len(row) >= LEAST]
    for index, flow in enumerate(flows):
        for inside in _by_sentence(flow.text, spans[index]):
            if len(inside) < LEAST or any(
                found[index][i].edtf and found[index][i].rule != YEAR_OF_CHAPTER for i in inside
            ):
                continue
            said = {key for i in inside if (key := _key(flow.text, *spans[index][i]))}
            times = [
                time
                for other, row in enough
                if other != index and (time := _one_time([row[key] for key in said if key in row]))
            ]
            if times and len({time.edtf for time in times}) == 1:
                time = replace(times[0], time_from="document", moved="restated_elsewhere")
                for i in inside:
                    result[index][i] = time
    return result


def _by_sentence(text: str, spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Indices of the spans of each sentence that holds one."""
    parts = sentences(text) if len(spans) >= LEAST else []
    inside: dict[int, list[int]] = {}
    for i, span in enumerate(spans if parts else ()):
        inside.setdefault(index_of(parts, span[0]), []).append(i)
    return [inside[part] for part in sorted(inside)]


def _key(text: str, start: int, end: int) -> str | None:
    """Digits and unit of a quantity, without the words before; None for numbers that coincide by chance."""
    surface = "".join(text[start:end].split())
    number = NUMBER.search(surface)
    if number is None or sum(char.isdigit() for char in number.group()) < LEAST_DIGITS:
        return None
    return surface[number.start() :]


def _dated(
    flow: Flow, spans: Sequence[tuple[int, int]], times: Sequence[AssignedTime]
) -> dict[str, AssignedTime]:
    """Dated quantities of a paragraph."""
    if flow.block.kind != "paragraph":
        return {}
    return {
        key: time
        for span, time in zip(spans, times, strict=True)
        if time.edtf and (key := _key(flow.text, *span))
    }


def _one_time(times: Sequence[AssignedTime]) -> AssignedTime | None:
    return times[0] if len(times) >= LEAST and len({time.edtf for time in times}) == 1 else None
