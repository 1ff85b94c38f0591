"""Sizes of texts in a figure, and line breaks that keep them within a width."""

from __future__ import annotations

from matplotlib.figure import Figure

POINT = 72.0  # points in an inch
NOT_FIRST = frozenset("，。、；：？！）》」』”’…％%,.;:?!)")  # never the first character of a line


def text_size(figure: Figure, text: str, fontsize: float) -> tuple[float, float]:
    """Width and height of a text, in points."""
    probe = figure.text(0, 0, text, fontsize=fontsize)
    box = probe.get_window_extent()
    probe.remove()
    scale = POINT / figure.dpi
    return float(box.width) * scale, float(box.height) * scale


def wrapped(figure: Figure, text: str, fontsize: float, width: float) -> str:
    """Text with line breaks so that no line is wider than ``width`` points; Chinese may break after any character."""
    if text_size(figure, text, fontsize)[0] <= width:
        return text
    lines = [""]
    for char in text:
        if lines[-1] and text_size(figure, lines[-1] + char, fontsize)[0] > width:
            head, blank, tail = lines[-1].rpartition(" ")
            if blank and tail.isascii() and char.isascii():  # inside a Latin word
                lines[-1:] = [head, tail]
            elif char in NOT_FIRST and len(lines[-1]) > 1:
                lines[-1:] = [lines[-1][:-1], lines[-1][-1]]
            else:
                lines.append("")
        lines[-1] += char
    return "\n".join(line.strip() for line in lines)
