"""How each kind is drawn. This loads matplotlib: only what draws imports it, so that ``suyuan check`` stays quick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from suyuan.figures.canvas import Canvas
from suyuan.figures.inputs import View
from suyuan.figures.kinds.act_timeline.draw import drawn as act_timeline
from suyuan.figures.kinds.by_category.draw import drawn as by_category
from suyuan.figures.kinds.coverage_matrix.draw import drawn as coverage_matrix
from suyuan.figures.kinds.time_series.draw import drawn as time_series

# By the word of the kind; each takes what the kind's own ``select`` gave. Called within ``render.styled``.
DRAW: dict[str, Callable[[Any, View], Canvas]] = {
    "time_series": time_series,
    "by_category": by_category,
    "act_timeline": act_timeline,
    "coverage_matrix": coverage_matrix,
}
