"""Characters to rows: what stands on one baseline, in runs without a wide gap; superscripts brought to their line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from suyuan.document import CharBox
from suyuan.reading.pdf.chars import Char
from suyuan.reading.pdf.mended import SAME_BASELINE, SMALL, WIDE_GAP, mend_rows, middle

HOLDER = "\ufffc"  # stands in the rows for a ruled table until the reading order is known
BLANK_GAP = 0.55  # em, between any two characters: a blank was meant
WORD_GAP = 0.17  # em, between two Latin letters or digits
BY_PLACE = attrgetter("base", "x0")
new_tuple = tuple.__new__


@dataclass(slots=True)
class Run:
    """Characters of one row without a wide gap, from left to right."""

    chars: list[Char]
    x0: float = field(init=False)
    x1: float = field(init=False)
    base: float = field(init=False)
    alone: tuple[float, float, float, float, str] | None = (
        None  # what its line says of itself if it has no other run
    )

    def __post_init__(self) -> None:
        first = self.chars[0]
        self.x0, self.base = first.x0, first.base
        self.x1 = max([char.x1 for char in self.chars])


@dataclass(slots=True)
class Line:
    """A row of one column: its runs, and where the column begins and ends."""

    page: int
    runs: list[Run]
    left: float = 0.0
    right: float = 0.0
    side: int = 0  # 0 full width, 1 left, 2 right column
    column: int = 0  # running number of the column within the document, in reading order
    chars: list[Char] = field(init=False)
    size: float = field(init=False)
    base: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)
    x0: float = field(init=False)
    x1: float = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        runs = self.runs
        self.x0, self.x1 = runs[0].x0, max([run.x1 for run in runs])
        if len(runs) > 1:
            self.chars = [char for run in runs for char in run.chars]
            self.size, self.base, self.top, self.bottom, self.text = self._told()
            return
        run = runs[0]
        self.chars = run.chars
        if run.alone is None:
            run.alone = self._told()
        self.size, self.base, self.top, self.bottom, self.text = run.alone

    def _told(self) -> tuple[float, float, float, float, str]:
        """Size, baseline, top, bottom and text."""
        chars = self.chars
        level = [char for char in chars if not char.raised] or chars
        sizes = [char.size for char in level]
        size = middle(sizes)
        if min(sizes) < SMALL * size:
            level = [char for char in level if char.size >= SMALL * size] or level
        top = min([char.base - char.size for char in level])
        bottom = max([char.base + 0.2 * char.size for char in level])
        return size, middle([char.base for char in level]), top, bottom, "".join(_parts(self)[0])


def rows_of(chars: Sequence[Char]) -> list[list[Run]]:
    """Rows from the top down, each a list of runs from left to right."""
    holders: list[list[Char]] = []
    visible: list[Char] = []
    blanks: list[Char] = []
    for char in chars:
        if char.blank:
            blanks.append(char)
        elif char.text == HOLDER:
            holders.append([char])
        else:
            visible.append(char)
    rows = _by_baseline(visible)
    if rows:
        rows = mend_rows(rows)
        if blanks:
            _add_blanks(rows, blanks)
    if holders or len(rows) > 1:
        rows = sorted([*rows, *holders], key=lambda row: row[0].base)
    return [_runs(row) for row in rows]


def _by_baseline(visible: list[Char]) -> list[list[Char]]:
    """Characters whose baselines lie near that of the first of their row, from the top down."""
    visible.sort(key=BY_PLACE)
    rows: list[list[Char]] = []
    row: list[Char] = []
    top = size = 0.0  # of the first of the row
    for char in visible:
        if row and char.base - top <= SAME_BASELINE * (char.size if char.size < size else size):
            row.append(char)
            continue
        row = [char]
        top, size = char.base, char.size
        rows.append(row)
    return rows


def _add_blanks(rows: list[list[Char]], blanks: Sequence[Char]) -> None:
    """Printed blanks, where they stand between two characters of a row."""
    extents = sorted(
        (middle([char.base for char in row]), number, row[0].x0, row[-1].x0)
        for number, row in enumerate(rows)
    )
    bases = [extent[0] for extent in extents]
    received: set[int] = set()
    for blank in blanks:
        near = SAME_BASELINE * blank.size
        x0, base = blank.x0, blank.base
        first: int | None = None  # of the rows that hold it the first
        for at in range(bisect_left(bases, base - near - 1.0), len(bases)):
            if bases[at] > base + near + 1.0:
                break
            _, number, start, end = extents[at]
            if start < x0 < end and -near <= bases[at] - base <= near and (first is None or number < first):
                first = number
        if first is not None:
            rows[first].append(blank)
            received.add(first)
    for number in received:
        rows[number].sort(key=lambda char: (char.x0, not char.blank))


def _runs(row: list[Char]) -> list[Run]:
    runs: list[Run] = []
    part: list[Char] = []
    end = size = 0.0  # of the last character that is no blank
    for char in row:
        if char.blank:
            if part:
                part.append(char)
            continue
        if part and char.x0 - end > WIDE_GAP * (size if size > char.size else char.size):
            runs.append(_trimmed(part))
            part = []
        part.append(char)
        end, size = char.x1, char.size
    if part:
        runs.append(_trimmed(part))
    return runs


def _trimmed(chars: list[Char]) -> Run:
    while chars[-1].blank:
        chars.pop()
    return Run(chars)


class _Rounded(dict[float, float]):
    """Values to a hundredth; those of one line come again and again."""

    def __missing__(self, value: float) -> float:
        self[value] = rounded = round(value, 2)
        return rounded


def line_text(line: Line) -> tuple[str, list[CharBox | None], list[bool]]:
    """Text of a line, the box of each character (None for a blank put in at a gap), and which are raised."""
    texts, chars = _parts(line)
    page, rounded = line.page, _Rounded()
    boxes = [None if char is None else _box(char, page, rounded) for char in chars]
    raised = [char is not None and char.raised and not char.blank for char in chars]
    text = "".join(texts)
    if len(text) != len(texts):  # characters that are several letters
        boxes = [box for box, part in zip(boxes, texts, strict=True) for _ in part]
        raised = [up for up, part in zip(raised, texts, strict=True) for _ in part]
    return text, boxes, raised


def _parts(line: Line) -> tuple[list[str], list[Char | None]]:
    """Pieces of the text of a line, and the character that each was printed as; None for a blank put in at a gap."""
    texts: list[str] = []
    chars: list[Char | None] = []
    last: Char | None = None  # the last that is no blank
    blank = True  # what was written last
    for run in line.runs:
        for char in run.chars:
            if char.blank:
                if not blank:
                    texts.append("\u3000" if char.text == "\u3000" else " ")
                    chars.append(char)
                    blank = True
                continue
            if not blank and last is not None:
                size = last.size if last.size > char.size else char.size
                gap = char.x0 - last.x1
                if gap > WORD_GAP * size and _needs_blank(last, char, gap, size):
                    texts.append(" ")
                    chars.append(None)
            texts.append(char.text)
            chars.append(char)
            last, blank = char, False
    return texts, chars


def _needs_blank(before: Char, after: Char, gap: float, size: float) -> bool:
    """Whether a gap of more than WORD_GAP stands for a blank; ``size`` of the larger type."""
    if gap > BLANK_GAP * size:
        return True
    latin = (
        before.text.isascii()
        and after.text.isascii()
        and (before.text.isalnum() or before.text in ",.;:)%'\"")
    )
    return latin and after.text[0] not in ",.;:)%]" and not (before.raised or after.raised)


def char_box(char: Char, page: int) -> CharBox:
    """Box of a character, to a hundredth of a point. It holds the origin too.

    Of a font that tells no ascent and descent pdfium gives the ink alone, which may stand clear of the origin.
    """
    return _box(char, page, _Rounded())


def _box(char: Char, page: int, rounded: _Rounded) -> CharBox:
    x0, x1, top, bottom, base = char.x0, char.x1, char.top, char.bottom, char.base
    x = char.start
    if x is not None:
        if x < x0:
            x0 = x
        if x > x1:
            x1 = x
    elif x0 > x1:
        x1 = x0
    return new_tuple(
        CharBox,
        (
            page,
            round(x0, 2),
            rounded[base if base < top else top],
            round(x1, 2),
            rounded[base if base > bottom else bottom],
        ),
    )
