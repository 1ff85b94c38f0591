"""Lines of a text file with their offsets and shapes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from suyuan.document import Span
from suyuan.reading.headings import heading_of
from suyuan.reading.shapes import TEXT, Shape, ends_clause, ends_sentence, shape_of, width
from suyuan.reading.words import plain, squeeze

INDENT = re.compile(r"^(?:\u3000{2,}|\t| {4,}| {2}(?! ))")
PARAGRAPH_GAP = re.compile("[\u3000]{2,}")
MARKUP = re.compile(r"^#{1,6}(?=\s|\S)|^>\s|^[-*]\s+(?=\S)|\*\*|__(?=\S)")
# a cell that is set off as a whole: | **合计** |; the stars of a significance (0.35**) are none
WHOLE_CELL = re.compile(
    r"(?<=\|)\s*(\*{1,3}|_{1,3}|`|~~)(?=[^\s|*_`~])(?P<inside>[^|]*?[^\s|*_`~])(\1)\s*(?=\|)"
)
FULL = 0.93  # of the usual full width: a line that long was broken by the margin
HARD_WRAP_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of a line that was typed as a paragraph of its own; offsets count its visible characters."""

    start: int
    end: int
    text: str
    gap: int  # empty lines before it
    indented: bool
    shape: Shape
    full: bool = False  # reaches the margin of a text with hard line breaks

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the file was set."""

    full_width: int | None  # columns of a full line, if the file has hard line breaks
    indented: bool  # paragraphs begin with an indent


def split_lines(text: str) -> list[tuple[int, int, int, bool]]:
    """(start, end, empty lines before, indented) of each line that has a visible character.

    A line in which two ideographic blanks follow the end of a sentence or a heading holds several paragraphs
    (page text pasted without line breaks); it is taken apart there.
    """
    found: list[tuple[int, int, int, bool]] = []
    at, gap = 0, 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if not body:
            gap += 1
        else:
            start = at + len(raw) - len(raw.lstrip())
            indented = INDENT.match(raw) is not None
            for left, right in _paragraphs(body):
                found.append((start + left, start + right, gap, indented))
                gap, indented = 0, True
        at += len(raw)
    return found


def _paragraphs(body: str) -> list[tuple[int, int]]:
    cuts = [0]
    for match in PARAGRAPH_GAP.finditer(body):
        before, after = body[cuts[-1] : match.start()], body[match.end() :]
        if (
            ends_sentence(before)
            or ends_clause(before)
            or heading_of(before)
            or heading_of(after[:60].split("\u3000")[0])
        ):
            cuts += [match.start(), match.end()]
    cuts.append(len(body))
    return [
        (left + len(body[left:right]) - len(body[left:right].lstrip()), left + len(body[left:right].rstrip()))
        for left, right in zip(cuts[::2], cuts[1::2], strict=True)
        if body[left:right].strip()
    ]


def read_lines(text: str) -> tuple[list[Line], Layout]:
    """Lines with shapes; repeated lines (running heads) are furniture; full lines are marked."""
    pieces = split_lines(text)
    shapes = [shape_of(text[start:end]) for start, end, _, _ in pieces]
    layout = find_layout([text[start:end] for start, end, _, _ in pieces], shapes, [p[3] for p in pieces])
    repeated = repeated_lines([text[start:end] for start, end, _, _ in pieces], shapes)
    lines = []
    for (start, end, gap, indented), shape in zip(pieces, shapes, strict=True):
        body = text[start:end]
        full = layout.full_width is not None and width(body) >= FULL * layout.full_width
        if squeeze(body) in repeated and shape.kind in ("text", "furniture", "heading"):
            shape = Shape("furniture")
        elif full and shape.kind == "heading" and shape.heading is not None and not shape.heading.hashes:
            shape = TEXT  # a number at the head of a broken line
        lines.append(Line(start, end, body, gap, indented, shape, full))
    return lines, layout


def find_layout(bodies: list[str], shapes: list[Shape], indents: list[bool]) -> Layout:
    """Hard line breaks show in many lines of one width that end in the middle of a sentence."""
    prose = [
        i
        for i, shape in enumerate(shapes)
        if shape.kind in ("text", "item", "abstract") and width(bodies[i]) >= 30
    ]
    widths = sorted(width(bodies[i]) for i in prose)
    if not widths:
        return Layout(None, False)
    usual = widths[int(len(widths) * 0.75)]
    broken = [
        i for i in prose if abs(width(bodies[i]) - usual) <= 0.08 * usual and not ends_sentence(bodies[i])
    ]
    hard = usual <= 140 and len(broken) >= 4 and len(broken) >= HARD_WRAP_SHARE * len(prose)
    starts = [i for i in prose if i == 0 or ends_sentence(bodies[i - 1])]
    indented = len(starts) >= 3 and sum(indents[i] for i in starts) >= 0.6 * len(starts)
    return Layout(usual if hard else None, indented)


def repeated_lines(bodies: list[str], shapes: list[Shape]) -> frozenset[str]:
    """Squeezed lines that stand three times or more and are no sentence, caption, label or table row."""
    keys = [
        squeeze(body)
        for body, shape in zip(bodies, shapes, strict=True)
        if shape.kind in ("text", "furniture", "heading")
        and len(squeeze(body)) >= 4
        and len(body) <= 60
        and plain(body)[-1:] not in "。！？；：:;!?，,"
    ]
    return frozenset(key for key, count in Counter(keys).items() if count >= 3)


def markup_spans(line: Line) -> list[Span]:
    """Markdown signs of a line (heading marks, bullets, bold): furniture, never part of the words."""
    if line.shape.kind == "table" and line.text.startswith("|"):
        return [
            Span(line.start + m.start(part), line.start + m.end(part))
            for m in WHOLE_CELL.finditer(line.text)
            for part in (1, 3)
        ]
    if line.shape.kind in ("table", "rule"):
        return []
    return [Span(line.start + m.start(), line.start + m.end()) for m in MARKUP.finditer(line.text)]


def without(span: Span, holes: list[Span]) -> list[Span]:
    """The span with the holes (in order, inside it) taken out."""
    parts, at = [], span.start
    for hole in holes:
        if hole.start > at:
            parts.append(Span(at, hole.start))
        at = hole.end
    if at < span.end:
        parts.append(Span(at, span.end))
    return parts
