"""Build all declared figures: files for those that can be drawn, Problems for the others."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from suyuan.figures.caption import caption
from suyuan.figures.declaration import FILE, STAGE, FigureDeclaration, Language, figure_files, languages_of
from suyuan.figures.inputs import FigureInputs, Names, View
from suyuan.figures.kind import Kind
from suyuan.figures.marks import FigureData, digests
from suyuan.figures.registry import KINDS
from suyuan.figures.sidecar import Json, sidecar, sidecar_text
from suyuan.records import Problem

Drawn = tuple[Json | None, list[Problem]]  # entry of the index, what is wrong


def draw_figures(
    declarations: Iterable[FigureDeclaration],
    inputs: FigureInputs,
    names: Names,
    folder: Path,
    languages: Sequence[str] | None = None,
    processes: int = 1,
) -> list[Problem]:
    """Write all files of all figures and ``index.json`` into ``folder``.

    Of each figure and language ``ID.LANG.SIZE.svg``, ``.pdf`` and ``.png`` for each size, ``ID.LANG.json`` (sidecar) and
    ``ID.LANG.md`` (caption). A figure that cannot be drawn gives Problems and no files; the others are built. A text that
    is clipped or lies on another gives a warning. ``languages`` narrows those of the declarations. Up to ``processes``
    figures are drawn at a time; the files are the same for any number.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draw = partial(_figure, inputs=inputs, names=names, folder=folder, languages=languages)
    drawn = list(_each(draw, list(declarations), processes))
    index = [entry for entry, _ in drawn if entry is not None]
    text = json.dumps({"figures": index}, ensure_ascii=False, indent=1) + "\n"
    (folder / "index.json").write_text(text, encoding="utf-8", newline="\n")
    return [problem for _, problems in drawn for problem in problems]


def _each(draw: partial[Drawn], declarations: Sequence[FigureDeclaration], processes: int) -> Iterator[Drawn]:
    # a forked process does not run the main module again, which here is a script of Snakemake's
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(draw, declarations)
        return
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork")) as pool:
        yield from pool.map(draw, declarations)


def _figure(
    declaration: FigureDeclaration,
    inputs: FigureInputs,
    names: Names,
    folder: Path,
    languages: Sequence[str] | None,
) -> Drawn:
    """Files of one figure in its languages."""
    kind = KINDS[declaration.kind]
    data, problems = kind.select(declaration, inputs)
    if data is None:
        return None, problems
    for language in languages_of(declaration, languages):
        own, _ = kind.select(declaration, replace(inputs, language=language))
        problems = [*problems, *_write(folder, own or data, kind, language, names)]
    return _entry(data, languages), problems


def _entry(data: FigureData, languages: Sequence[str] | None) -> Json:
    """A figure in ``index.json``: its pictures, sidecar and caption stand under the language."""
    declaration = data.declaration
    return {
        "id": declaration.id,
        "kind": declaration.kind,
        "analysis": getattr(declaration, "analysis", None),
        "title": dict(sorted(declaration.title.items())),
        "languages": list(languages_of(declaration, languages)),
        "sizes": list(declaration.sizes),
        "files": figure_files(declaration, languages),
        "marks": len(data.marks),
        "built_from_digests": digests(data.marks),
    }


def _write(folder: Path, data: FigureData, kind: Kind, language: Language, names: Names) -> list[Problem]:
    """Files of a figure in one language; warnings about its layout."""
    from suyuan.figures.drawing import DRAW  # matplotlib is loaded only when a figure is drawn
    from suyuan.figures.render import styled, write_figure

    declaration = data.declaration
    problems = []
    with styled():
        for size in declaration.sizes:
            canvas = DRAW[declaration.kind](data, View(language, size, names))
            stem = folder / f"{declaration.id}.{language}.{size}"
            write_figure(canvas.figure, stem, declaration.title[language])
            problems += [
                _clash(f"figure {declaration.id}, {language}, {size}", what) for what in canvas.faults()
            ]
    view = View(language, declaration.sizes[0], names)
    texts = {"json": sidecar_text(sidecar(data, view, kind.label)), "md": caption(data, kind, view)}
    for ending, text in texts.items():
        path = folder / f"{declaration.id}.{language}.{ending}"
        path.write_text(text, encoding="utf-8", newline="\n")
    return problems


def _clash(where: str, what: str) -> Problem:
    todo = "shorten its labels or title, show fewer marks, or leave out this size"
    return Problem(stage=STAGE, file=FILE, where=where, what=what, todo=todo, severity="warning")
