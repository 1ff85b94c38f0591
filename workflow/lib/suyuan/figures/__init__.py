"""Figures: declared in config/figures.yaml, drawn from the tables of the line, every mark traceable.

Public functions:

- ``read_figures(path) -> (list[FigureDeclaration], list[Problem])``
- ``draw_figures(declarations, inputs, names, folder, languages=None) -> list[Problem]``
  writes for each figure and language pictures of every size (``ID.LANG.SIZE.svg``, ``.pdf``, ``.png``), the sidecar
  ``ID.LANG.json`` (shape: ``suyuan.figures.sidecar``) and the caption ``ID.LANG.md``, and ``index.json`` (what was built);
  a figure that cannot be drawn is a Problem, the others are built
- ``FigureInputs`` the tables, ``Names`` how areas, values of dimensions and sources are called
- ``source_labels(cards, collected) -> dict[str, SourceLabel]``    for ``Names.sources``, from source cards and
  ``suyuan.sources.collected.collected_sources``
- ``figure_files(declaration, languages=None) -> list[str]``    names of the files that a declaration gives

Kinds of figures are folders under ``kinds`` (see ``suyuan.figures.kind``). This module imports nothing heavy: matplotlib is
loaded when a figure is drawn.
"""

from suyuan.figures.build import draw_figures
from suyuan.figures.declaration import FigureDeclaration, figure_files
from suyuan.figures.inputs import FigureInputs, Names
from suyuan.figures.registry import read_figures
from suyuan.figures.sources import SourceLabel, source_labels

__all__ = [
    "FigureDeclaration",
    "FigureInputs",
    "Names",
    "SourceLabel",
    "draw_figures",
    "figure_files",
    "read_figures",
    "source_labels",
]
