"""How each kind is drawn. This loads matplotlib: only what draws imports it, so that ``suyuan check`` stays quick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from suyuan.figures.canvas import Canvas
from suyuan.figures.inputs import View
from suyuan.figures.kinds.act_timeline.draw import drawn as act_timeline
from suyuan.figures.kinds.by_category.draw import drawn as by_category
from suyuan.figures.kinds.citation_shares.draw import drawn as citation_shares
from suyuan.figures.kinds.code_matrix.draw import drawn as code_matrix
from suyuan.figures.kinds.code_timeline.draw import drawn as code_timeline
from suyuan.figures.kinds.counts_by_period.draw import drawn as counts_by_period
from suyuan.figures.kinds.coverage_matrix.draw import drawn as coverage_matrix
from suyuan.figures.kinds.network_map.draw import drawn as network_map
from suyuan.figures.kinds.similarity_matrix.draw import drawn as similarity_matrix
from suyuan.figures.kinds.survey_means.draw import drawn as survey_means
from suyuan.figures.kinds.survey_shares.draw import drawn as survey_shares
from suyuan.figures.kinds.term_network.draw import drawn as term_network
from suyuan.figures.kinds.term_series.draw import drawn as term_series
from suyuan.figures.kinds.tile_map.draw import drawn as tile_map
from suyuan.figures.kinds.time_series.draw import drawn as time_series

# By the word of the kind; each takes what the kind's own ``select`` gave. Called within ``render.styled``.
DRAW: dict[str, Callable[[Any, View], Canvas]] = {
    "tile_map": tile_map,
    "network_map": network_map,
    "counts_by_period": counts_by_period,
    "time_series": time_series,
    "by_category": by_category,
    "act_timeline": act_timeline,
    "coverage_matrix": coverage_matrix,
    "similarity_matrix": similarity_matrix,
    "term_network": term_network,
    "term_series": term_series,
    "survey_shares": survey_shares,
    "survey_means": survey_means,
    "code_timeline": code_timeline,
    "code_matrix": code_matrix,
    "citation_shares": citation_shares,
}
