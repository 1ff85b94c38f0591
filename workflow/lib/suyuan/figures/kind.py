"""What a kind of figure is: a form of declaration, what it selects, and what its caption says.

A kind is a folder under ``kinds``: ``declared.py`` (the form of its entries in config/figures.yaml), ``select.py`` (from
the tables of the line to marks), ``draw.py`` (marks on a canvas; the only one that loads matplotlib), and ``KIND`` in its
``__init__.py``. It is entered in ``registry.KINDS`` and ``drawing.DRAW``, and nothing else knows it: files, sidecar,
caption, checks and index are the same for all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from suyuan.figures.declaration import FigureDeclaration
from suyuan.figures.inputs import FigureInputs, View
from suyuan.figures.marks import FigureData, Mark, ValueMark
from suyuan.figures.text import value_with_unit
from suyuan.records import Problem

Selected = tuple[FigureData | None, list[Problem]]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a caption: heads and rows of cells, without escapes."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    ids: bool = False  # the last column holds ids


def no_sentences(data: Any, view: View) -> list[str]:
    """A kind whose caption needs no words of its own."""
    return []


def value_label(mark: Mark, view: View) -> str:
    """Words of a mark that shows a value."""
    return value_with_unit(mark, view.language) if isinstance(mark, ValueMark) else ""


@dataclass(frozen=True, slots=True)
class Kind:
    """Functions of a kind; each takes its own declaration or the data that its own ``select`` gave."""

    declaration: type[FigureDeclaration]
    select: Callable[[Any, FigureInputs], Selected]
    sentences: Callable[[Any, View], list[str]] = no_sentences
    label: Callable[[Any, View], str] = value_label  # words of a mark, in the sidecar
    table: Callable[[Any, View], Table] | None = None  # None: the table of values
