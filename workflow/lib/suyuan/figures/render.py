"""From a matplotlib figure to files whose bytes depend on nothing but the figure."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import matplotlib
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from suyuan.figures.style import DPI, font_path, settings

COLOURS = 128  # of a PNG's palette: a figure has few, and their blends at the edges of letters


@contextmanager
def styled() -> Iterator[None]:
    """The rcParams of our style on top of matplotlib's defaults, whatever the user's matplotlibrc says."""
    path = str(font_path())
    if not any(entry.fname == path for entry in font_manager.fontManager.ttflist):
        font_manager.fontManager.addfont(path)
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(cast(Any, settings()))
        yield


def write_figure(figure: Figure, stem: Path, title: str) -> None:
    """``stem.svg`` (text as paths), ``stem.pdf`` and ``stem.png`` (300 dpi), without dates and program versions.

    Use within ``styled``.
    """
    stem.parent.mkdir(parents=True, exist_ok=True)
    svg = {"Date": None, "Creator": "Suyuan", "Title": title}
    buffer = io.StringIO()
    figure.savefig(buffer, format="svg", metadata=svg)
    Path(f"{stem}.svg").write_text(_lean(buffer.getvalue()), encoding="utf-8", newline="\n")
    pdf = {"CreationDate": None, "Creator": "Suyuan", "Producer": None, "Title": title}
    figure.savefig(f"{stem}.pdf", format="pdf", metadata=pdf)
    canvas = FigureCanvasAgg(figure)
    figure.set_dpi(DPI)
    canvas.draw()
    picture = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba()).convert("RGB")
    small = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(f"{stem}.png", format="png", dpi=(DPI, DPI), optimize=True)


def _lean(svg: str) -> str:
    """The same picture in fewer bytes: no indentation and no line breaks inside outlines."""
    lines = [line.strip() for line in svg.splitlines()]
    return (
        " ".join(line for line in lines if line and not line.startswith("<!-- ")).replace("> <", ">\n<")
        + "\n"
    )
