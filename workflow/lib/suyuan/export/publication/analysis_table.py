"""A table of the rows of an analysis, or a matrix of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from suyuan.export.publication.analysis_cells import Cells, Row
from suyuan.export.publication.analysis_declaration import AcrossDeclaration, AnalysisTable
from suyuan.export.publication.content import Head, NothingToShow, Table, TableInputs, head
from suyuan.export.publication.words import phrase, text_in, word
from suyuan.records import Evidence

NO_SOURCE = "–"  # of a row that says that there is nothing
Line = tuple[tuple[str, ...], list[Row]]  # words of the declared columns, and the rows that share them


def analysis_table(declaration: AnalysisTable, inputs: TableInputs, language: str) -> Table:
    """Rows in the order of the analysis; each ends in its sources and, in the CSV file, in the ids of its evidence.

    With ``across``, rows that agree in the words of ``columns`` are one row, with a column for each value across.
    Raises NothingToShow for an analysis, table or column that is not there, where no row agrees with ``where``, and
    where two rows fall into one cell.
    """
    cells = Cells(inputs, declaration.analysis, language)
    rows = _selected(declaration, cells)
    lines = _lines(declaration, cells, rows)
    shown = lines[: declaration.first]
    across = declaration.across
    heads = [
        Head(text_in(column.head, language), "right" if cells.numeric(rows, column) else "left", column.wraps)
        for column in declaration.columns
    ]
    body = [list(words) for words, _ in shown]
    if across is not None:
        keys = _keys(across, cells, rows)
        align = "right" if cells.numeric(rows, across.cell) else "centre"
        heads += [Head(cells.text(keys[key], across), align, across.wraps) for key in keys]
        for line, (_, own) in zip(body, shown, strict=True):
            line += _across(across, cells, own, list(keys), declaration)
    evidence = [_evidence(own, inputs) for _, own in shown]
    cited = [_cited(own, found, cells) for (_, own), found in zip(shown, evidence, strict=True)]
    sources = dict.fromkeys(name for names in cited for name in names)
    if declaration.row_sources and sources:
        heads.append(head("source", language, wraps=True))
        for line, names, found in zip(body, cited, evidence, strict=True):
            line.append(_source_names(names, found, inputs, language) or NO_SOURCE)
    heads += [head("citation", language, csv_only=True), head("evidence_ids", language, csv_only=True)]
    semicolon = phrase("semicolon", language)
    for line, names, found in zip(body, cited, evidence, strict=True):
        line.append(semicolon.join(inputs.citation(name, language) for name in names))
        line.append(";".join(item.evidence_id for item in found))
    return Table(
        id=declaration.id,
        language=language,
        title=text_in(declaration.title, language),
        caption=text_in(declaration.caption, language),
        heads=tuple(heads),
        rows=tuple(tuple(line) for line in body),
        notes=tuple(_notes(declaration, len(lines), evidence, inputs, language)),
        sources=tuple(inputs.citation(name, language) for name in sources),
    )


def _selected(declaration: AnalysisTable, cells: Cells) -> list[Row]:
    found = [
        row
        for row in cells.rows(declaration.table)
        if all(_plain(cells.value(row, name)) in values for name, values in declaration.where.items())
    ]
    if not found:
        raise NothingToShow(
            f"no row of {declaration.analysis}.{declaration.table} agrees with its where",
            f"correct where, or look in processed/analyses/{declaration.analysis}.{declaration.table}.csv",
        )
    return found


def _plain(value: Any) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _lines(declaration: AnalysisTable, cells: Cells, rows: Sequence[Row]) -> list[Line]:
    worded = [(tuple(cells.text(row, column) for column in declaration.columns), row) for row in rows]
    if declaration.across is None:
        return [(words, [row]) for words, row in worded]
    found: dict[tuple[str, ...], list[Row]] = {}
    for words, row in worded:
        found.setdefault(words, []).append(row)
    return list(found.items())


def _keys(across: AcrossDeclaration, cells: Cells, rows: Sequence[Row]) -> dict[str, Row]:
    """Values that make the columns, each with a row that has it."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(_plain(cells.value(row, across.key or across.of[0])), row)
    ordered = [key for key in across.order if key in found]
    return {key: found[key] for key in [*ordered, *(key for key in found if key not in across.order)]}


def _across(
    across: AcrossDeclaration, cells: Cells, rows: Sequence[Row], keys: Sequence[str], table: AnalysisTable
) -> list[str]:
    found: dict[str, str] = {}
    for row in rows:
        key = _plain(cells.value(row, across.key or across.of[0]))
        if key in found:
            raise NothingToShow(
                f"two rows of {table.analysis}.{table.table} fall into one cell (column {key})",
                "add a column that tells them apart, or choose rows by where",
            )
        found[key] = cells.text(row, across.cell)
    return [found.get(key, across.cell.missing) for key in keys]


def _evidence(rows: Sequence[Row], inputs: TableInputs) -> list[Evidence]:
    ids = dict.fromkeys(i for row in rows for i in getattr(row, "evidence_ids", ()))
    return list(inputs.analyses.evidence_of(ids))


def _cited(rows: Sequence[Row], evidence: Sequence[Evidence], cells: Cells) -> list[str]:
    own = [getattr(row, "source_id", None) for row in rows]
    listed = [name for row in rows for name in getattr(row, "sources", ())]
    return list(dict.fromkeys([*(name for name in own if name), *listed, *(e.source_id for e in evidence)]))


def _source_names(
    names: Sequence[str], evidence: Sequence[Evidence], inputs: TableInputs, language: str
) -> str:
    first = {item.source_id: item for item in reversed(evidence)}
    return phrase("semicolon", language).join(
        inputs.source(first[name], language)
        if name in first
        else inputs.names.source(name).name(language, name)
        for name in names
    )


def _notes(
    declaration: AnalysisTable,
    lines: int,
    evidence: Sequence[Sequence[Evidence]],
    inputs: TableInputs,
    language: str,
) -> list[str]:
    """How many rows are shown, where they come from, and what was read from digests."""
    digests = dict.fromkeys(
        item.source_id for found in evidence for item in found if item.edition == "digest"
    )
    cut = declaration.first is not None and declaration.first < lines
    file = f"{declaration.analysis}.{declaration.table}.csv"
    notes = [word("notes", "first", language).format(first=declaration.first, rows=lines)] if cut else []
    notes.append(word("notes", "analysis", language).format(analysis=declaration.analysis, file=file))
    if digests and declaration.row_sources:
        notes.append(word("notes", "digest", language))
    elif digests:
        names = (inputs.names.source(name).name(language, name) for name in digests)
        listed = phrase("semicolon", language).join(names)
        notes.append(word("notes", "digests", language).format(sources=listed))
    return notes
