"""Lines of a sheet to tables with what stands over and under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from suyuan.reading.shapes import ends_sentence, shape_of
from suyuan.reading.words import label_of, squeeze

Kind = Literal["table", "caption", "footnote", "note", "paragraph"]
LONG = 60  # characters: no caption


@dataclass(frozen=True, slots=True)
class Line:
    """A row with at least one filled cell."""

    row: int  # as the sheet counts
    above: int  # the row shown over it
    cells: tuple[str, ...]
    numbers: frozenset[int]  # which of the cells hold a number, not a text

    @property
    def filled(self) -> list[str]:
        return [cell for cell in self.cells if cell]

    @property
    def text(self) -> str:
        return " ".join(self.filled)

    @property
    def single(self) -> bool:
        """One cell with words: a title, a unit, a note, or the name of a group of rows."""
        filled = self.filled
        if self.numbers or len(filled) > 2:
            return False
        return len(filled) == 1 or shape_of(filled[1]).kind == "caption"  # 表1 …, 单位：项


Part = list[tuple[Kind, Line]]


def sheet_parts(lines: Sequence[Line]) -> list[Part]:
    """One part for each table: lines over it, its rows, notes under it.

    An empty row divides two tables only if a title or a row of heads follows; otherwise it is space inside a table, whose
    heads still hold. Words alone in a row inside a table (a group of rows) stay in it.
    """
    groups: list[list[Line]] = []
    for line in lines:
        apart = not groups or (groups[-1][-1].row != line.above and _begins(line, groups[-1]))
        if apart:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [_part(group) for group in _with_titles(groups)]


def _begins(line: Line, before: Sequence[Line]) -> bool:
    """After an empty row: does a new table begin?"""
    if line.single or all(other.single for other in before):
        return True
    heads = not line.numbers and len(line.filled) > 1
    return heads and any(other.numbers for other in before)


def _with_titles(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Titles with an empty row under them go to the table that follows."""
    joined: list[list[Line]] = []
    for group in groups:
        if joined and all(line.single and _is_title(line) for line in joined[-1]):
            joined[-1] = [*joined[-1], *group]
        else:
            joined.append(list(group))
    return joined


def _is_title(line: Line) -> bool:
    return len(line.text) <= LONG and not ends_sentence(line.text) and not _is_note(line)


def _part(group: Sequence[Line]) -> Part:
    wide = [i for i, line in enumerate(group) if not line.single]
    if not wide:
        return [(_over(line) if _is_title(line) else _under(line), line) for line in group]
    part: Part = []
    last = wide[-1]
    notes = next((i for i in range(last + 1, len(group)) if _closes(group[i])), len(group))
    for i, line in enumerate(group):
        if i < wide[0]:
            part += [(_over(piece), piece) for piece in _apart(line)]
        elif i < notes:
            part.append(("table", line))
        else:
            listed = bool(part) and part[-1][0] == "footnote"  # 2. under 注：1. is a note as well
            part.append(("footnote" if listed else _under(line), line))
    return part


def _apart(line: Line) -> list[Line]:
    """The two halves of a line over a table: 编制：某局 at its left, 单位：亿元 at its right."""
    return [replace(line, cells=(cell,)) for cell in line.filled]


def _closes(line: Line) -> bool:
    """Words under a table that are no group of rows."""
    return _is_note(line) or len(line.text) > 20 or ends_sentence(line.text)


def _over(line: Line) -> Kind:
    told = label_of(squeeze(line.text), "sheet_labels") is not None
    if told or shape_of(line.text).kind in ("stamp", "note"):  # 编制：…, 发布时间：…
        return "note"
    return "caption" if len(line.text) <= LONG and not ends_sentence(line.text) else "paragraph"


def _under(line: Line) -> Kind:
    return "footnote" if _is_note(line) else "paragraph"


def _is_note(line: Line) -> bool:
    """A note or the source of a table."""
    labels = (label_of(squeeze(line.text), table) for table in ("source_words", "sheet_labels"))
    return shape_of(line.text).kind in ("note", "footnote") or any(labels)
