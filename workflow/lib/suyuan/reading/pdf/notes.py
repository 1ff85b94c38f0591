"""Footnotes: smaller type at the foot of a column that begins with a note mark or a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.reading.pdf.rows import Line
from suyuan.reading.shapes import NOTE_MARK, shape_of
from suyuan.reading.words import plain, squeeze, words
from suyuan.records.fact import BlockKind

SMALLER = 0.94  # of the body's type
STANDS_OFF = 2.0  # em from the baseline above
CAPTIONS = frozenset({"caption", "caption_label"})
STAR = re.compile(r"^[*∗†‡△▲\ufffd]")
LABELS = frozenset({"note", "footnote", "keywords"})


def find_footnotes(lines: Sequence[Line], body_size: float, references_from: int) -> list[list[int]]:
    """Groups of line indexes, one group a footnote. Lines from ``references_from`` on count only with ① or *."""
    groups: list[list[int]] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (lines[end].page, lines[end].column) == (
            lines[start].page,
            lines[start].column,
        ):
            end += 1
        groups += _foot(lines, start, end, body_size, references_from)
        start = end
    return groups


def _foot(
    lines: Sequence[Line], start: int, end: int, body_size: float, references_from: int
) -> list[list[int]]:
    """Footnotes of the column ``lines[start:end]``: they reach to the foot of the page, and stand off from the text
    by their type or by a blank."""
    lowest = max(line.base for line in lines if line.page == lines[start].page)
    if lines[end - 1].base < lowest - 4 * body_size:
        return []
    first = end
    while first > start and lines[first - 1].size <= SMALLER * body_size:
        first -= 1
    while first < end and not _can_begin(lines, first, start, body_size, references_from):
        first += 1
    if first == end or (first == start and end - start > 12):
        return []  # a whole column in small type is no footnote
    groups: list[list[int]] = []
    inside = False
    for index in range(first, end):
        if shape_of(lines[index].text).kind in CAPTIONS:
            inside = False  # of a figure at the foot of the column, with its own note above
            continue
        if not inside or begins_note(lines[index], after_references=False):
            groups.append([])
            inside = True
        groups[-1].append(index)
    return groups


def _can_begin(lines: Sequence[Line], index: int, start: int, body_size: float, references_from: int) -> bool:
    line = lines[index]
    if not begins_note(line, after_references=index >= references_from):
        return False
    if index == start:
        return True
    above = lines[index - 1]
    return above.size > SMALLER * body_size or line.base - above.base > STANDS_OFF * line.size


def begins_note(line: Line, *, after_references: bool) -> bool:
    """True if the line begins with a note mark, a raised number, or a label such as 基金项目, 注."""
    if _mark(line):
        return True
    if after_references:
        return False
    text = plain(line.text)
    return NOTE_MARK.match(text) is not None or shape_of(line.text).kind in LABELS


def note_kind(lines: Sequence[Line]) -> BlockKind:
    """note for what is said of the paper and its authors (grants, dates, addresses), footnote for what belongs to the text.

    A note to the title hangs on a star or a like sign, on the first pages, and names a grant or an author.
    """
    if shape_of(lines[0].text).kind in ("note", "keywords"):
        return "note"
    text = squeeze("".join(line.text for line in lines))
    starred = lines[0].page <= 2 and STAR.match(text) is not None
    return "note" if starred and any(word in text for word in words("grant_words")) else "footnote"


def _mark(line: Line) -> bool:
    first = line.chars[0]
    return first.raised or re.match(r"^[①-⑳*＊∗†‡△▲\ufffd]", line.text) is not None
