"""Making the declared tables: content first, then its three forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from suyuan.export.publication.act_table import act_table
from suyuan.export.publication.analysis_declaration import AnalysisTable
from suyuan.export.publication.analysis_table import analysis_table
from suyuan.export.publication.content import NothingToShow, Table, TableInputs
from suyuan.export.publication.coverage_table import coverage_table
from suyuan.export.publication.declaration import STAGE, TableDeclaration, TableKind, languages_of
from suyuan.export.publication.forms import csv_text, markdown_text
from suyuan.export.publication.head import TableHead
from suyuan.export.publication.latex import latex_text
from suyuan.export.publication.observation_table import observation_table
from suyuan.records import Problem

FILE = "config/tables.yaml"
KINDS: dict[TableKind, Callable[[TableDeclaration, TableInputs, str], Table]] = {
    "observations": observation_table,
    "coverage": coverage_table,
    "acts": act_table,
}
FORMS: dict[str, Callable[[Table], str]] = {"csv": csv_text, "md": markdown_text, "tex": latex_text}


def table_of(declaration: TableHead, inputs: TableInputs, language: str) -> Table:
    """Content of a table. Raises NothingToShow where it cannot be made."""
    if isinstance(declaration, AnalysisTable):
        return analysis_table(declaration, inputs, language)
    assert isinstance(declaration, TableDeclaration)
    return KINDS[declaration.kind](declaration, inputs, language)


def build_tables(
    declarations: Iterable[TableHead],
    inputs: TableInputs,
    folder: Path,
    languages: Sequence[str] | None = None,
) -> list[Problem]:
    """Write ``ID.LANG.csv``, ``.md`` and ``.tex`` into ``folder`` for each table and language (None: all declared).

    A table that cannot be made gives a Problem, and the others are made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    problems = []
    for declaration in declarations:
        for language in languages_of(declaration, languages):
            try:
                table = table_of(declaration, inputs, language)
            except NothingToShow as nothing:
                what, todo = nothing.args
                where = f"table {declaration.id}"
                problems.append(Problem(stage=STAGE, file=FILE, where=where, what=what, todo=todo))
                break  # the same in every language
            for ending, form in FORMS.items():
                path = folder / f"{declaration.id}.{language}.{ending}"
                path.write_text(form(table), encoding="utf-8", newline="\n")
    return problems
