"""Lines in clearly smaller type than the text: the words of tables and figures, or sentences in small type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.reading.pdf.rows import Line
from suyuan.reading.shapes import HAN, shape_of

FILLED = 0.8  # of the widest of the lines under one another
SENTENCE_HAN = 12  # Chinese characters a line, on average
DATUM = re.compile(r"^[\u4e00-\u9fff]{2,8}：\S+$")  # 股票代码：300218


def small_print(lines: Sequence[Line], size: float) -> set[int]:
    """Indexes of the lines in clearly smaller type that are words of tables and figures.

    Sentences in small type (a box, the text of a slide under a large heading) are text: lines of one size under one
    another, all but the last filled, with a full stop.
    """
    small = [i for i, line in enumerate(lines) if is_small_print(line, size)]
    running: set[int] = set()
    group: list[int] = []
    for i in small:
        if group and not _same_passage(lines[group[-1]], lines[i], i - group[-1]):
            running |= _running(lines, group)
            group = []
        group.append(i)
    return set(small) - running - _running(lines, group)


def _same_passage(last: Line, line: Line, steps: int) -> bool:
    return (
        steps == 1
        and last.column == line.column
        and abs(line.size - last.size) <= 0.05 * last.size
        and 0 < line.base - last.base < 2.6 * line.size
        and len(line.runs) == len(last.runs) == 1
    )


def _running(lines: Sequence[Line], group: Sequence[int]) -> set[int]:
    """The group, if it reads as sentences."""
    if len(group) < 2:
        return set()
    wide = max(lines[i].x1 for i in group) - min(lines[i].x0 for i in group)
    text = "".join(lines[i].text for i in group)
    filled = sum(lines[i].x1 - lines[i].x0 >= FILLED * wide for i in group)
    sentences = "。" in text and len(HAN.findall(text)) >= SENTENCE_HAN * len(group)
    return set(group) if sentences and filled >= len(group) - max(1, len(group) // 3) else set()


def is_small_print(line: Line, size: float) -> bool:
    """True for type clearly smaller than the running text, outside captions: the words of tables and figures."""
    if len(line.runs) == 1 and DATUM.match(line.text.replace(":", "：").replace(" ", "")):
        return False
    return line.size <= 0.9 * size and shape_of(line.text).kind not in (
        "caption",
        "caption_label",
        "footnote",
        "note",
    )
