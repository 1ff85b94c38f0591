"""Figures: declared in config/figures.yaml, drawn from observations, every mark traceable.

Public functions:

- ``read_figures(path) -> (list[FigureDeclaration], list[Problem])``
- ``draw_figures(declarations, observations, facts, catalogue, folder, sources=None, known_areas=(), languages=None)
  -> list[Problem]``
  writes ``folder/ID.LANG.svg``, ``.png``, ``.json`` (sidecar), ``.md`` (caption) for each figure and language, and
  ``folder/index.json`` (what was built, with titles); a figure that cannot be drawn is a Problem, the others are built.
  ``known_areas``: names of the gazetteer. ``languages`` narrows the languages of the declarations.
- ``source_labels(cards, collected) -> dict[str, SourceLabel]``    the argument ``sources``, from source cards and
  ``suyuan.sources.collected.collected_sources``
- ``figure_files(declaration, languages=None) -> list[str]``    names of the files that a declaration gives

This module imports nothing heavy: matplotlib is loaded when a figure is drawn.
"""

from suyuan.figures.build import draw_figures
from suyuan.figures.declaration import FigureDeclaration, figure_files, read_figures
from suyuan.figures.sources import SourceLabel, source_labels

__all__ = [
    "FigureDeclaration",
    "SourceLabel",
    "draw_figures",
    "figure_files",
    "read_figures",
    "source_labels",
]
