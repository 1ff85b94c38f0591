"""Build all declared figures: files for those that can be drawn, Problems for the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from suyuan.figures.caption import caption
from suyuan.figures.declaration import FigureDeclaration, FigureKind, Language, figure_files, languages_of
from suyuan.figures.select import FigureData, select
from suyuan.figures.sidecar import sidecar, sidecar_text
from suyuan.figures.sources import SourceLabel
from suyuan.reconcile.catalogue import Catalogue
from suyuan.records import Fact, Observation, Problem

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Draw = Callable[[FigureData, str, Mapping[str, SourceLabel]], "Figure"]


def _time_series(data: FigureData, language: str, labels: Mapping[str, SourceLabel]) -> Figure:
    from suyuan.figures.time_series import draw  # matplotlib is loaded only when a figure is drawn

    return draw(data, language, labels)


KINDS: dict[FigureKind, Draw] = {
    "time_series": _time_series
}  # a new kind of figure: its word in FigureKind, a function here


def draw_figures(
    declarations: Iterable[FigureDeclaration],
    observations: Sequence[Observation],
    facts: Iterable[Fact],
    catalogue: Catalogue,
    folder: Path,
    sources: Mapping[str, SourceLabel] | None = None,
    known_areas: Collection[str] = (),
    languages: Sequence[str] | None = None,
) -> list[Problem]:
    """Write ``ID.LANG.svg``, ``.png``, ``.json``, ``.md`` for each figure and language, and ``index.json``, into ``folder``.

    A figure that cannot be drawn gives Problems and no files; the others are built. ``languages`` narrows those of the
    declarations. ``index.json`` lists figures that were built with title, files and number of marks.
    """
    folder.mkdir(parents=True, exist_ok=True)
    by_id = {fact.fact_id: fact for fact in facts}
    problems: list[Problem] = []
    index: list[dict[str, object]] = []
    for declaration in declarations:
        draw = KINDS[declaration.kind]
        data, found = select(declaration, observations, by_id, catalogue, known_areas)
        problems.extend(found)
        if data is None:
            continue
        for language in languages_of(declaration, languages):
            _write(folder / f"{declaration.id}.{language}", data, language, draw, sources or {})
        index.append(
            {
                "id": declaration.id,
                "title": dict(sorted(declaration.title.items())),
                "files": figure_files(declaration, languages),
                "marks": len(data.marks),
            }
        )
    text = json.dumps({"figures": index}, ensure_ascii=False, indent=1) + "\n"
    (folder / "index.json").write_text(text, encoding="utf-8", newline="\n")
    return problems


def _write(
    stem: Path, data: FigureData, language: Language, draw: Draw, sources: Mapping[str, SourceLabel]
) -> None:
    from suyuan.figures.render import styled, write_figure

    with styled():
        write_figure(draw(data, language, sources), stem, data.declaration.title[language])
    texts = {".json": sidecar_text(sidecar(data, language, sources)), ".md": caption(data, language, sources)}
    for ending, text in texts.items():
        Path(f"{stem}{ending}").write_text(text, encoding="utf-8", newline="\n")
