"""Analyses as they lie in processed/analyses/: tables with their data dictionary, and the evidence of all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from suyuan.export.columns import columns_of, from_row
from suyuan.export.csvfile import parted, read_rows
from suyuan.records import Evidence
from suyuan.yamlfile import YamlError, read_yaml

PACKAGE = "datapackage.json"
EVIDENCE = "evidence"
EVIDENCE_IDS = "evidence_ids"


@dataclass(frozen=True)
class TableShown:
    """A table: ``columns`` are name and meaning of each, without that of the evidence; ``rows`` their cells as in the file,
    ``evidence`` the ids of each row."""

    name: str  # acts, of collective_action.acts.csv
    file: Path
    meaning: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    evidence: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class AnalysisShown:
    """An analysis with its tables; titles by language."""

    analysis_id: str
    kind: str
    title: Mapping[str, str]
    sources: tuple[str, ...]
    tables: tuple[TableShown, ...]

    def title_in(self, language: str) -> str:
        """Its title; in another language where it has none in this."""
        return self.title.get(language) or next(iter(self.title.values()), self.analysis_id)


def read_shown(folder: Path, declarations: Path) -> tuple[list[AnalysisShown], dict[str, Evidence]]:
    """Analyses in the order of their declaration, and evidence by id; nothing where ``folder`` has no data package.

    Raises ValueError for a data package or declaration that cannot be read, TableError for a table that is missing.
    """
    path = folder / PACKAGE
    if not path.is_file():
        return [], {}
    try:
        resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
    except (ValueError, KeyError) as error:
        raise ValueError(f"{path} cannot be read ({error}); make the analyses again") from error
    of_analysis: dict[str, list[Mapping[str, Any]]] = {}
    for resource in resources:
        analysis, dot, _ = str(resource["path"]).removesuffix(".csv").partition(".")
        if dot:  # all but the evidence
            of_analysis.setdefault(analysis, []).append(resource)
    shown = [
        AnalysisShown(
            analysis_id=entry["id"],
            kind=str(entry.get("kind")),
            title=entry["title"],
            sources=tuple(entry.get("sources") or ()),
            tables=tuple(_table(folder, resource, entry["title"]) for resource in of_analysis[entry["id"]]),
        )
        for entry in _entries(declarations)
        if entry.get("id") in of_analysis
    ]
    columns = columns_of(Evidence)
    rows = read_rows(folder / f"{EVIDENCE}.csv", [column.name for column in columns])
    found = [Evidence.model_validate(from_row(row, Evidence, columns)) for row in rows]
    return shown, {item.evidence_id: item for item in found}


def _entries(declarations: Path) -> Sequence[dict[str, Any]]:
    try:
        data = read_yaml(declarations).data
    except YamlError as error:
        raise ValueError(f"{declarations}: {error}; correct it and make the analyses again") from error
    entries = data.get("analyses") if isinstance(data, dict) else None
    return [entry for entry in entries or () if isinstance(entry, dict)]


def _table(folder: Path, resource: Mapping[str, Any], title: Mapping[str, str]) -> TableShown:
    fields = [(field["name"], field.get("description", "")) for field in resource["schema"]["fields"]]
    file = folder / resource["path"]
    rows = read_rows(file, [field for field, _ in fields])
    kept = [field for field, _ in fields if field != EVIDENCE_IDS]
    return TableShown(
        name=file.stem.partition(".")[2],
        file=file,
        meaning=_without(str(resource.get("description", "")), title),
        columns=tuple(field for field in fields if field[0] != EVIDENCE_IDS),
        rows=tuple(tuple(row[field] for field in kept) for row in rows),
        evidence=tuple(tuple(parted(row.get(EVIDENCE_IDS, ""))) for row in rows),
    )


def _without(description: str, title: Mapping[str, str]) -> str:
    """Meaning of a table, without the title of its analysis in front."""
    for text in title.values():
        description = description.removeprefix(f"{text}: ")
    return description
