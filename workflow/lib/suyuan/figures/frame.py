"""What stands around the drawing of every kind: title above, legend and small print below; the height follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from suyuan.figures import style
from suyuan.figures.canvas import Canvas
from suyuan.figures.glyphs import Key, draw_keys, key_height, key_rows
from suyuan.figures.inputs import View
from suyuan.figures.labels import Rect
from suyuan.figures.measuring import ASCENT, LEADING, balanced, text_width, wrapped

GAP = 7.0  # between title, drawing and legend, points


@dataclass(frozen=True)
class Frame:
    """Title, legend and small print of a figure, broken to its width."""

    width: float
    title: list[str]
    title_size: float
    notes: list[str] = field(default_factory=list)
    keys: list[list[Key]] = field(default_factory=list)

    @property
    def above(self) -> float:
        """Height of what stands above the drawing, points."""
        return style.EDGE + len(self.title) * LEADING * self.title_size + GAP

    @property
    def below(self) -> float:
        """Height of what stands below it, points."""
        lines = len(self.keys) * key_height(style.SMALL) + len(self.notes) * LEADING * style.SMALL
        return style.EDGE + (lines + GAP if lines else 0.0)


def frame(title: str, view: View, keys: Sequence[Key] = (), notes: Sequence[str] = ()) -> Frame:
    """Frame of a figure with its title, legend and notes in small print."""
    width = style.WIDTHS[view.size]
    inner = width - 2 * style.EDGE
    size = style.TITLES[view.size]
    return Frame(
        width=width,
        title=balanced(title, size, inner),
        title_size=size,
        notes=_flowing(notes, inner),
        keys=key_rows(keys, inner, style.SMALL),
    )


def _flowing(notes: Sequence[str], width: float) -> list[str]:
    """Notes one after the other, each on a line with others where it fits."""
    lines: list[str] = []
    for note in notes:
        together = f"{lines[-1]}    {note}" if lines else ""
        if together and text_width(together, style.SMALL) <= width:
            lines[-1] = together
        else:
            lines += wrapped(note, style.SMALL, width)
    return lines


def framed(outer: Frame, height: float, draw: Callable[[Canvas, Rect], None]) -> Canvas:
    """A canvas with the frame on it and ``draw`` called with the room of ``height`` points between its parts."""
    canvas = Canvas(outer.width, outer.above + height + outer.below)
    y = canvas.height - style.EDGE
    for line in outer.title:
        canvas.text(style.EDGE, y - ASCENT * outer.title_size, line, outer.title_size)
        y -= LEADING * outer.title_size
    draw(canvas, Rect(style.EDGE, outer.below, outer.width - style.EDGE, outer.below + height))
    y = style.EDGE + len(outer.notes) * LEADING * style.SMALL
    draw_keys(canvas, outer.keys, style.EDGE, y + len(outer.keys) * key_height(style.SMALL), style.SMALL)
    for line in outer.notes:
        canvas.text(style.EDGE, y - ASCENT * style.SMALL, line, style.SMALL, style.MUTED)
        y -= LEADING * style.SMALL
    return canvas


def heading(
    canvas: Canvas, x: float, top: float, width: float, lines: Sequence[tuple[str, float, str]]
) -> float:
    """Write texts (text, size, colour) one under the other from ``top``, broken to ``width``; returns the new top."""
    for text, size, colour in lines:
        for line in wrapped(text, size, width):
            canvas.text(x, top - ASCENT * size, line, size, colour)
            top -= LEADING * size
    return top


def heading_height(lines: Sequence[tuple[str, float, str]], width: float) -> float:
    """Height that :func:`heading` takes, points."""
    return sum(len(wrapped(text, size, width)) * LEADING * size for text, size, _ in lines)
