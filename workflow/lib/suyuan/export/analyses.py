"""processed/analyses/: a CSV file for each table of each analysis, the evidence of all, and a data package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from suyuan.export.columns import columns_of, from_row, to_row
from suyuan.export.csvfile import read_rows, write_rows
from suyuan.export.package import package
from suyuan.export.tablespecs import TableSpec
from suyuan.methods import METHODS, Analyses, AnalysisDeclaration, Done
from suyuan.records import Evidence, Record

EVIDENCE = TableSpec(
    "evidence",
    "Words that the rows of the analyses rest on, with the place where they stand.",
    columns_of(Evidence),
    ("evidence_id",),
)


def write_analyses(folder: Path, done: Sequence[Done]) -> None:
    """Write every table, rows in the order that the method gives, and ``datapackage.json``. The folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    specs = []
    for each in done:
        for name, model in METHODS[each.declaration.kind].tables.items():
            title = each.declaration.title
            meaning = (model.__doc__ or "").strip().split("\n")[0]
            spec = TableSpec(
                f"{each.declaration.id}.{name}",
                f"{title.get('en') or title['zh']}: {meaning}",
                columns_of(model),
            )
            _write(folder, spec, each.result.tables.get(name, ()))
            specs.append(spec)
    found = {item.evidence_id: item for each in done for item in each.result.evidence}
    ordered = sorted(found.values(), key=lambda e: (e.source_id, e.edition, e.start, e.end, e.evidence_id))
    _write(folder, EVIDENCE, ordered)
    content = package([*specs, EVIDENCE], "suyuan-analyses", "Suyuan: analyses with the evidence behind them")
    (folder / "datapackage.json").write_text(
        json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )


def read_tables(folder: Path, declared: Iterable[AnalysisDeclaration]) -> Analyses:
    """Tables of declared analyses and their evidence, as :func:`write_analyses` wrote them. Raises TableError for one that is
    missing or has other columns.
    """
    tables: dict[str, dict[str, list[Record]]] = {}
    for analysis in declared:
        for name, model in METHODS[analysis.kind].tables.items():
            path = folder / f"{analysis.id}.{name}.csv"
            tables.setdefault(analysis.id, {})[name] = _read(path, model)
    found = _read(folder / EVIDENCE.file, Evidence)
    return Analyses(tables, {item.evidence_id: item for item in found if isinstance(item, Evidence)})


def _read(path: Path, model: type[Record]) -> list[Record]:
    columns = columns_of(model)
    rows = read_rows(path, [column.name for column in columns])
    return [model.model_validate(from_row(row, model, columns)) for row in rows]


def _write(folder: Path, spec: TableSpec, records: Iterable[Record]) -> None:
    write_rows(folder / spec.file, spec.names, (to_row(record, spec.columns) for record in records))
