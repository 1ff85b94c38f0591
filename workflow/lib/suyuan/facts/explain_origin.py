"""The words that a time was taken from, and the paragraph where they stand if it is another one."""

from __future__ import annotations

from suyuan.facts.trace import Around, Trace
from suyuan.flow import Flow
from suyuan.time import AssignedTime, TimeExpression
from suyuan.values import value

SECTION = "heading"  # rule of the time that a section gives
BEGINNING = 24  # characters of a paragraph by which it is known


@value
class Origin:
    """Words of a time, with the place of the first in the document and the beginning of their paragraph where that is not the
    paragraph of the number."""

    words: str
    start: int | None = None
    paragraph: str | None = None


def origin_of(trace: Trace) -> Origin | None:
    """Where the words of the time stand: in the paragraph of the number, else in the nearest one before it, else behind it.

    Of a time that the section gives, the heading or the paragraph that turned it (五年来) since.
    """
    around, time = trace.around, trace.stages.time.expression
    if around is None:
        return None
    if time is None:
        return _of_section(around, trace.stages.time) if trace.stages.time.rule == SECTION else None
    behind = range(around.index + 1, len(around.body))
    for index in (around.index, *range(around.index - 1, -1, -1), *behind):
        if any(is_same(other, time) for other in around.times[index]):
            return _origin(around, index, time)
    return None


def _of_section(around: Around, given: AssignedTime) -> Origin | None:
    for index in range(around.index - 1, -1, -1):
        for time in reversed(around.times[index]):
            if time.edtf == given.edtf:
                return _origin(around, index, time)
    return None


def is_same(a: TimeExpression, b: TimeExpression) -> bool:
    """Whether two times are the same words of one paragraph, read alike."""
    return (a.start, a.end, a.rule, a.edtf) == (b.start, b.end, b.rule, b.edtf)


def _origin(around: Around, index: int, time: TimeExpression) -> Origin:
    flow: Flow = around.body[index]
    words = flow.text[time.start : time.end]
    if index == around.index:
        return Origin(words)
    return Origin(words, flow.offsets[time.start], flow.text[:BEGINNING])
