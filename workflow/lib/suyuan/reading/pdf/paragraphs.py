"""Lines to paragraphs: joined over lines, columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from suyuan.reading.headings import heading_of
from suyuan.reading.pdf.rows import Line
from suyuan.reading.shapes import ENTRY, ends_clause, ends_open, ends_sentence, is_latin, shape_of
from suyuan.reading.words import label_of, plain, squeeze
from suyuan.records.fact import BlockKind

BIG = 1.07  # times the body's type: a heading
INDENT = 0.7  # em
SHORT = 1.6  # em left blank at the end of a line: the paragraph may end there
OTHER_TYPE = 0.08  # a change of type size of more than this begins a paragraph
ALONE = frozenset({"caption", "caption_label", "stamp"})
STARTS = frozenset({"abstract", "keywords", "note", "references", "after_references", "footnote"})
HALF = 0.5  # of the column: a line that stops before this ends its paragraph, whatever its last character
BULLET = re.compile(r"^[•●▪■◆♦⬧◇○□√✓➢➤►▶▲\ue000-\uf8ff]\s*[^\s,，.．、。;；:：)）]")
MARK = re.compile(
    r"^(?:[•●▪■◆♦⬧◇○□√✓➢➤►▶▲*\-–—\ue000-\uf8ff]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|第[一二三四五六七八九十百\d]{1,4}[条款]|[①-⑳]|\[\d)"
)
CLAUSE = re.compile(r"^(?:[A-Z]\.\d{1,2}(?:\.\d{1,2}){0,3}|\d{1,2}(?:\.\d{1,2}){1,3})\s*(?![\d\s%‰.])\D")
WIDE = 3.0  # em: no gap between the words of running text
MARK_WIDTH = 7.0  # em: the text that hangs under a mark stands no further in
LARGER = 1.08  # times the type of the references: what follows them
DEEPEST = 4  # levels that sizes of type tell
CONTENTS = re.compile(r"[.·…⋯]{4,}\s*[\divx]+$", re.I)


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph; ``hint`` is its kind where the place or the type tells it."""

    lines: list[Line]
    hint: BlockKind | None = None
    big: bool = False
    table: str | None = None
    cells: list[list[int]] | None = None  # of the row of a table: the runs of its line in each cell
    shape: str = "text"
    text: str = field(default="")
    marks: int = 0  # raised marks in it
    after: bool = False  # it stands after the end of the reference list

    @property
    def last(self) -> Line:
        return self.lines[-1]


def body_size(lines: Sequence[Line]) -> float:
    """Size of type of the running text: the largest in which a good part of the characters is set.

    Notes, abstracts and references are smaller, and in a paper with a long list they may have more characters.
    """
    counts: dict[float, int] = {}
    for line in lines:
        key = round(line.size * 2) / 2
        counts[key] = counts.get(key, 0) + len(line.chars)
    return max((size for size in counts if counts[size] >= 0.3 * max(counts.values())), default=10.0)


def heading_levels(paragraphs: Sequence[Paragraph]) -> list[int | None]:
    """For each paragraph its level by the size of its type, 1 for the largest; None where it is no heading in large type."""
    sizes = sorted({p.lines[0].size for p in paragraphs if p.big and p.hint is None}, reverse=True)
    steps: list[float] = []
    for size in sizes:
        if not steps or size < (1 - OTHER_TYPE) * steps[-1]:
            steps.append(size)
    return [
        min(sum(p.lines[0].size <= step for step in steps), DEEPEST) if p.big and p.hint is None else None
        for p in paragraphs
    ]


def usual_pitch(lines: Sequence[Line]) -> float:
    """Distance of baselines within a column."""
    steps = [
        b.base - a.base
        for a, b in pairwise(lines)
        if a.column == b.column and 0 < b.base - a.base < 4 * a.size
    ]
    return median(steps) if steps else 0.0


def join_lines(lines: Sequence[Line], size: float, references_from: Line | None) -> list[Paragraph]:
    """Paragraphs of the running text, in reading order. ``references_from`` is the heading of the reference list."""
    pitch = usual_pitch(lines)
    paragraphs: list[Paragraph] = []
    references = after = False
    entries = 0.0  # size of type of the reference list
    for line in lines:
        shape = shape_of(line.text).kind
        big = line.size >= BIG * size
        head = _is_heading(line, big, size)
        current = paragraphs[-1] if paragraphs else None
        if line is references_from:
            references = True
        elif references and entries and _leaves_list(line, shape, big and head, entries):
            references, after = False, True
            paragraphs.append(Paragraph([line], big=big and head, shape=_shape(shape, head), after=True))
            continue
        elif after and entries and ENTRY.match(line.text) and abs(line.size - entries) <= 0.02 * entries:
            references, after = True, False  # a figure or a table stood among the entries
        elif references and not entries and shape != "references":
            entries = line.size
        broken = _broken_by_captions(paragraphs) if not references and not head else None
        if broken is not None and not _begins(broken, line, shape, head, references, pitch):
            broken.lines.append(line)
        elif (
            current is None
            or line is references_from
            or _begins(current, line, shape, head, references, pitch)
        ):
            paragraphs.append(Paragraph([line], big=big and head, shape=_shape(shape, head), after=after))
        else:
            current.lines.append(line)
            if current.shape == "caption_label":
                current.shape = "caption"
    return paragraphs


def _leaves_list(line: Line, shape: str, head: bool, entries: float) -> bool:
    """True if the line no longer belongs to the list of references, whose type has the size ``entries``."""
    text = squeeze(line.text).lstrip("(（[【*")
    if ENTRY.match(line.text) or shape == "references":
        return False
    if shape in ("abstract", "keywords", "after_references") or label_of(text, "back_labels"):
        return True
    return head or line.size >= LARGER * entries


def _broken_by_captions(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The last paragraph before the captions at the end of the list, if its sentence is not ended; None without captions."""
    at = len(paragraphs) - 1
    while at >= 0 and paragraphs[at].shape in ALONE:
        at -= 1
    if at < 0 or at == len(paragraphs) - 1 or paragraphs[at].shape not in ("text", "item", "abstract"):
        return None
    last = paragraphs[at].last
    full = last.x1 >= last.right - SHORT * last.size
    return paragraphs[at] if full and not ends_sentence(last.text) and not ends_clause(last.text) else None


def _shape(shape: str, head: bool) -> str:
    """Shape of a paragraph that begins with a line of this shape; words alone make no heading of a full line."""
    return "heading" if head else "text" if shape == "heading" else shape


def _is_heading(line: Line, big: bool, size: float) -> bool:
    if len(plain(line.text)) > 60 or (ends_sentence(line.text) and not heading_of(line.text)):
        return False
    if line.size < 0.94 * size:
        return False
    return big or (heading_of(line.text) is not None and line.x1 < line.right - 2.2 * line.size)


def _begins(current: Paragraph, line: Line, shape: str, head: bool, references: bool, pitch: float) -> bool:
    """True if the line begins a new paragraph."""
    last = current.last
    same_size = abs(line.size - last.size) <= OTHER_TYPE * last.size
    full = last.x1 >= last.right - SHORT * last.size
    if current.big and same_size and shape not in STARTS and _title_goes_on(last, line):
        return False
    if references:
        if (
            ENTRY.match(line.text)
            or re.match(r"^\d{1,3}[.．]\s", line.text)
            or head
            or current.shape in ("references", "heading")
        ):
            return True
        return not same_size and abs(line.size - last.size) > 0.2 * last.size
    if current.shape == "heading":
        return not (
            same_size and head and full and heading_of(line.text) is None and line.column == last.column
        )
    if head:
        return (
            not (
                heading_of(line.text) is not None
                and full
                and not ends_sentence(last.text)
                and same_size
                and current.big is False
            )
            or current.shape in ALONE
        )
    if shape in STARTS or shape in ALONE:
        return not (full and same_size and ends_open(last.text))
    if current.shape == "caption_label" and same_size:
        return False
    if current.shape in ALONE:
        return not (
            same_size and full and line.column == last.column and line.base - last.base < 1.6 * line.size
        )
    if not same_size or is_centred(line) or is_centred(last):
        return not (
            same_size
            and is_centred(line)
            and last.x1 - last.x0 > 0.9 * (last.right - last.left)
            and current.big
        )
    if BULLET.match(line.text) and not ends_open(last.text):
        return True
    if CLAUSE.match(plain(line.text)) and (ends_sentence(last.text) or ends_clause(last.text)):
        return True
    if _has_gap(line) or _has_gap(last):
        return not ends_open(last.text)
    if line.x0 - line.left > INDENT * line.size and not _hanging(current, line, full):
        return True
    if full or ends_open(last.text):
        return False
    if ends_sentence(last.text):
        return True
    ragged = last.x1 >= last.right - 0.18 * (last.right - last.left)
    if line.column == last.column and pitch and line.base - last.base > 1.7 * pitch:
        return True
    broken_off = last.x1 - last.left > HALF * (last.right - last.left)
    return not (ragged or (len(current.lines) > 1 and broken_off and not ends_clause(last.text)))


def _has_gap(line: Line) -> bool:
    """True if a gap divides the line that no justified text has: two things stand on one line."""
    return any(b.x0 - a.x1 > WIDE * line.size for a, b in pairwise(line.runs))


def _title_goes_on(last: Line, line: Line) -> bool:
    """True if a heading in large type runs over to this line."""
    close = last.column == line.column and 0 < line.base - last.base < 2 * line.size
    if is_latin(line.text) and (
        abs(line.size - last.size) > 0.04 * last.size or any(char.raised for char in line.chars)
    ):
        return False  # the authors under an English title
    return close and heading_of(line.text) is None and not ends_sentence(last.text)


def is_centred(line: Line) -> bool:
    """True if the line leaves the same blank, of an em and a half or more, on both sides."""
    before, after = line.x0 - line.left, line.right - line.x1
    return min(before, after) > 1.5 * line.size and abs(before - after) <= 1.5 * line.size


def _hanging(current: Paragraph, line: Line, full: bool) -> bool:
    """True if an indented line goes on with the paragraph: its lines hang under a mark, or all stand in a block.

    ``full``: the line before reaches the edge of its column.
    """
    first, last = current.lines[0], current.last
    shift = line.x0 - line.left
    level = abs(shift - (last.x0 - last.left)) < 0.6 * line.size
    if len(current.lines) == 1:
        deeper = 0.6 * line.size <= shift - (first.x0 - first.left) <= MARK_WIDTH * line.size
        if MARK.match(first.text) and deeper:
            return True
        if is_latin(first.text) and current.shape == "keywords":
            return first.column == line.column
        return (
            level
            and full
            and not ends_sentence(last.text)
            and not ends_clause(last.text)
            and not MARK.match(line.text)
        )
    return level and last.x0 - last.left > INDENT * line.size


def is_contents(line: Line) -> bool:
    """True for a line of a table of contents: dots and a page number."""
    return CONTENTS.search(plain(line.text)) is not None
