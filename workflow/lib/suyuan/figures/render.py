"""From a matplotlib figure to files whose bytes depend on nothing but the figure."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import matplotlib
from matplotlib import font_manager
from matplotlib.figure import Figure

from suyuan.figures.style import DPI, font_path, settings


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
    """``stem.svg`` (text as paths) and ``stem.png`` (300 dpi), without dates and program versions. Use within ``styled``."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    svg = Path(f"{stem}.svg")
    figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": "Suyuan", "Title": title})
    figure.savefig(f"{stem}.png", format="png", dpi=DPI, metadata={"Software": None})
