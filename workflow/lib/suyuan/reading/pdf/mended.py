"""Rows that were cut wrongly: lines of two columns cut in two, superscripts and points on baselines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from suyuan.reading.pdf.chars import Char

SAME_BASELINE = 0.3  # em
WIDE_GAP = 1.0  # em: begins a new run
SMALL = 0.82  # of the line's type: a superscript or subscript
ROWS = 3  # above and below that a superscript may belong to
BY_X = attrgetter("x0")


def middle(values: Sequence[float]) -> float:
    """The median, of one value or more."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def mend_rows(rows: list[list[Char]]) -> list[list[Char]]:
    """Rows, each sorted from left to right, with every character in the row of its line. The rows given are used up."""
    if len(rows) == 1:
        rows[0].sort(key=BY_X)
        return rows
    return _bring_points(_bring_small(_mend_cuts(rows)))


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
    bases = [middle([char.base for char in row]) for row in rows]
    sizes = [max([char.size for char in row]) for row in rows]
    least = [min([char.size for char in row]) for row in rows]
    received: set[int] = set()
    for index, row in enumerate(rows):
        beside = [
            other for other in range(max(0, index - ROWS), min(len(rows), index + ROWS + 1)) if other != index
        ]
        most = SMALL * max([sizes[other] for other in beside], default=0.0)
        if least[index] > most:
            continue
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
                least[best[1]] = min(least[best[1]], char.size)
                received.add(best[1])
    # A chain [ 1 2 ] hangs on its neighbours: what is left between raised characters follows them.
    raised = {index: [char for char in rows[index] if char.raised] for index in received}
    for index, row in enumerate(rows if received else ()):
        near_received = [
            other
            for other in range(max(0, index - ROWS), min(len(rows), index + ROWS + 1))
            if other in received and other != index
        ]
        for char in list(row) if any(raised[other] for other in near_received) else ():
            for other in near_received:
                if any(
                    abs(near.size - char.size) < 0.5 and abs(near.base - char.base) < 1.0
                    and (
                        -0.6 * char.size <= char.x0 - near.x1 <= 0.6 * char.size
                        or -0.6 * char.size <= near.x0 - char.x1 <= 0.6 * char.size
                    )
                    for near in raised[other]
                ):  # fmt: skip
                    row.remove(char)
                    char.raised = True
                    rows[other].append(char)
                    raised[other].append(char)
                    if index in received:
                        raised[index] = [left for left in row if left.raised]
                    break
    for row in rows:
        row.sort(key=BY_X)
    return [row for row in rows if row]


def _bring_points(rows: list[list[Char]]) -> list[list[Char]]:
    """Move rows of nothing but points and commas to the line that they stand in (some fonts set them lower)."""
    solid = [row[0].text.isalnum() or any(char.text.isalnum() for char in row) for row in rows]
    if all(solid):
        return rows
    moved = False
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
                moved = True
    if moved:
        for row in rows:
            row.sort(key=BY_X)
    return [row for row in rows if row]
