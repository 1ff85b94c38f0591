"""Characters to rows: what stands on one baseline, in runs without a wide gap; superscripts brought to their line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from suyuan.document import CharBox
from suyuan.reading.pdf.chars import Char

HOLDER = "\ufffc"  # stands in the rows for a ruled table until the reading order is known
SAME_BASELINE = 0.3  # em
WIDE_GAP = 1.0  # em: begins a new run
BLANK_GAP = 0.55  # em, between any two characters: a blank was meant
WORD_GAP = 0.17  # em, between two Latin letters or digits
SMALL = 0.82  # of the line's type: a superscript or subscript


@dataclass(slots=True)
class Run:
    """Characters of one row without a wide gap, from left to right."""

    chars: list[Char]

    @property
    def x0(self) -> float:
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        return max(char.x1 for char in self.chars)

    @property
    def base(self) -> float:
        return self.chars[0].base


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
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.chars = [char for run in self.runs for char in run.chars]
        level = [char for char in self.chars if not char.raised] or self.chars
        self.size = median(char.size for char in level)
        main = [char for char in level if char.size >= SMALL * self.size] or level
        self.base = median(char.base for char in main)
        self.top = min(char.base - char.size for char in main)
        self.bottom = max(char.base + 0.2 * char.size for char in main)
        self.text = "".join(part for part, _ in _parts(self))

    @property
    def x0(self) -> float:
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        return max(char.x1 for char in self.chars)


def rows_of(chars: Sequence[Char]) -> list[list[Run]]:
    """Rows from the top down, each a list of runs from left to right."""
    holders = [[char] for char in chars if char.text == HOLDER]
    visible = sorted(
        (char for char in chars if not char.blank and char.text != HOLDER),
        key=lambda char: (char.base, char.x0),
    )
    rows: list[list[Char]] = []
    for char in visible:
        if rows and char.base - rows[-1][0].base <= SAME_BASELINE * min(char.size, rows[-1][0].size):
            rows[-1].append(char)
        else:
            rows.append([char])
    rows = _bring_points(_bring_small(_mend_cuts(rows)))
    _add_blanks(rows, [char for char in chars if char.blank])
    rows = sorted([*rows, *holders], key=lambda row: row[0].base)
    return [_runs(row) for row in rows if row]


def _mend_cuts(rows: list[list[Char]]) -> list[list[Char]]:
    """Rows that touch are cut anew, stretch by stretch: the baselines of two columns lie so that one line was cut in two.

    The letters and the punctuation of a line may stand some tenths of an em apart, and the row of the other column begins
    just above them.
    """
    mended: list[list[Char]] = []
    for row in rows:
        above = mended[-1] if mended else None
        if (
            above is None
            or row[0].base - above[-1].base > SAME_BASELINE * min(row[0].size, above[-1].size)
            or max(len(above), len(row)) < 2
        ):
            mended.append(row)
            continue
        mended[-1:] = _cut_anew(above, row)
    return mended


def _cut_anew(above: list[Char], below: list[Char]) -> list[list[Char]]:
    """Two rows that touch, each stretch without a wide gap kept whole where its own baselines lie near enough."""
    stretches: list[list[Char]] = []
    end = 0.0
    for char in sorted([*above, *below], key=lambda char: char.x0):
        if not stretches or char.x0 - end > WIDE_GAP * char.size:
            stretches.append([])
            end = char.x1
        stretches[-1].append(char)
        end = max(end, char.x1)
    lower = {id(char) for char in below}
    whole: list[tuple[float, list[Char]]] = []
    for stretch in stretches:
        largest = max(char.size for char in stretch)
        level = [char for char in stretch if char.size > SMALL * largest]
        bases = [char.base for char in level]
        if max(bases) - min(bases) <= SAME_BASELINE * min(char.size for char in level):
            small = [char for char in stretch if char.size <= SMALL * largest]
            whole.append((min(bases), level))
            whole += [(char.base, [char]) for char in small]
            continue
        for part in (
            [char for char in stretch if id(char) not in lower],
            [char for char in stretch if id(char) in lower],
        ):
            if part:
                whole.append((min(char.base for char in part), part))
    rows: list[tuple[float, list[Char]]] = []
    for base, stretch in sorted(whole, key=lambda pair: pair[0]):
        if rows and base - rows[-1][0] <= SAME_BASELINE * min(stretch[0].size, rows[-1][1][0].size):
            rows[-1][1].extend(stretch)
        else:
            rows.append((base, list(stretch)))
    return [sorted(row, key=lambda char: (char.base, char.x0)) for _, row in rows]


def _bring_small(rows: list[list[Char]]) -> list[list[Char]]:
    """Move superscripts and subscripts to the line that they touch."""
    bases = [median(char.base for char in row) for row in rows]
    sizes = [max(char.size for char in row) for row in rows]
    received: set[int] = set()
    for index, row in enumerate(rows):
        beside = [other for other in range(max(0, index - 3), min(len(rows), index + 4)) if other != index]
        most = SMALL * max((sizes[other] for other in beside), default=0.0)
        for char in [char for char in row if char.size <= most]:
            best: tuple[float, int] | None = None
            for other in beside:
                drop = bases[other] - char.base  # positive: the line lies below
                if char.size > SMALL * sizes[other] or abs(drop) > 0.8 * sizes[other]:
                    continue
                for near in rows[other]:
                    if char.size > SMALL * near.size or not -0.4 * near.size <= drop <= 0.8 * near.size:
                        continue
                    away = max(near.x0 - char.x1, char.x0 - near.x1, 0.0)
                    if away <= 0.7 * near.size and (best is None or away + abs(drop) < best[0]):
                        best = (away + abs(drop), other)
            if best is not None:
                row.remove(char)
                char.raised = bases[best[1]] > char.base
                rows[best[1]].append(char)
                received.add(best[1])
    # A chain [ 1 2 ] hangs on its neighbours: what is left between raised characters follows them.
    for index, row in enumerate(rows):
        near_received = [
            o for o in range(max(0, index - 3), min(len(rows), index + 4)) if o in received and o != index
        ]
        for char in list(row) if near_received else ():
            for other in near_received:
                if any(
                    near.raised and abs(near.size - char.size) < 0.5 and abs(near.base - char.base) < 1.0
                    and (
                        -0.6 * char.size <= char.x0 - near.x1 <= 0.6 * char.size
                        or -0.6 * char.size <= near.x0 - char.x1 <= 0.6 * char.size
                    )
                    for near in rows[other]
                ):  # fmt: skip
                    row.remove(char)
                    char.raised = True
                    rows[other].append(char)
                    break
    for row in rows:
        row.sort(key=lambda char: char.x0)
    return [row for row in rows if row]


def _bring_points(rows: list[list[Char]]) -> list[list[Char]]:
    """Move rows of nothing but points and commas to the line that they stand in (some fonts set them lower)."""
    solid = [any(char.text.isalnum() for char in row) for row in rows]
    for index, row in enumerate(rows):
        if solid[index]:
            continue
        for char in list(row):
            near = [
                (abs(other.base - char.base), i)
                for i in range(max(0, index - 2), min(len(rows), index + 3))
                if solid[i]
                for other in rows[i]
                if abs(other.base - char.base) <= 0.7 * other.size
                and max(other.x0 - char.x1, char.x0 - other.x1) <= 0.6 * other.size
            ]
            if near:
                row.remove(char)
                rows[min(near)[1]].append(char)
    for row in rows:
        row.sort(key=lambda char: char.x0)
    return [row for row in rows if row]


def _add_blanks(rows: list[list[Char]], blanks: Sequence[Char]) -> None:
    """Printed blanks, where they stand between two characters of a row."""
    extents = [(median(char.base for char in row), row[0].x0, row[-1].x0, row) for row in rows]
    for blank in blanks:
        for base, start, end, row in extents:
            if abs(base - blank.base) <= SAME_BASELINE * blank.size and start < blank.x0 < end:
                row.append(blank)
                break
    for row in rows:
        row.sort(key=lambda char: (char.x0, not char.blank))


def _runs(row: list[Char]) -> list[Run]:
    runs: list[Run] = []
    solid: Char | None = None  # last character that is no blank
    for char in row:
        if char.blank:
            if runs:
                runs[-1].chars.append(char)
            continue
        wide = solid is None or char.x0 - solid.x1 > WIDE_GAP * max(char.size, solid.size)
        if wide:
            if runs:
                _trim(runs[-1])
            runs.append(Run([]))
        runs[-1].chars.append(char)
        solid = char
    if runs:
        _trim(runs[-1])
    return runs


def _trim(run: Run) -> None:
    while run.chars and run.chars[-1].blank:
        run.chars.pop()


def line_text(line: Line) -> tuple[str, list[CharBox | None], list[bool]]:
    """Text of a line, the box of each character (None for a blank put in at a gap), and which are raised."""
    text: list[str] = []
    boxes: list[CharBox | None] = []
    raised: list[bool] = []
    for part, char in _parts(line):
        text.append(part)
        box = char_box(char, line.page) if char is not None else None
        boxes += [box] * len(part)
        raised += [char is not None and char.raised and not char.blank] * len(part)
    return "".join(text), boxes, raised


def _parts(line: Line) -> list[tuple[str, Char | None]]:
    """Pieces of the text of a line with the character that each was printed as; None for a blank put in at a gap."""
    parts: list[tuple[str, Char | None]] = []
    last: Char | None = None  # the last that is no blank
    blank = True  # what was written last
    for run in line.runs:
        for char in run.chars:
            if char.blank:
                if not blank:
                    parts.append(("\u3000" if char.text == "\u3000" else " ", char))
                    blank = True
                continue
            if not blank and last is not None and _needs_blank(last, char):
                parts.append((" ", None))
            parts.append((char.text, char))
            last, blank = char, False
    return parts


def _needs_blank(before: Char, after: Char) -> bool:
    gap = after.x0 - before.x1
    size = before.size if before.size > after.size else after.size
    if gap <= WORD_GAP * size:
        return False
    if gap > BLANK_GAP * size:
        return True
    latin = (
        before.text.isascii()
        and after.text.isascii()
        and (before.text.isalnum() or before.text in ",.;:)%'\"")
    )
    return (
        latin
        and after.text[0] not in ",.;:)%]"
        and gap > WORD_GAP * size
        and not (before.raised or after.raised)
    )


def char_box(char: Char, page: int) -> CharBox:
    """Box of a character, to a hundredth of a point. It holds the origin too.

    Of a font that tells no ascent and descent pdfium gives the ink alone, which may stand clear of the origin.
    """
    x = char.x0 if char.start is None else char.start
    return CharBox(
        page,
        round(min(char.x0, x), 2),
        round(min(char.top, char.base), 2),
        round(max(char.x1, x), 2),
        round(max(char.bottom, char.base), 2),
    )
