"""Figures as they lie in figures/: the drawing, and its sidecar from each mark to observations, acts, facts and evidence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

INDEX = "index.json"
SMALL = "single"  # name of the size for one column


@dataclass(frozen=True)
class MarkOf:
    """One mark of a drawing. ``gid`` is the id of its group in the SVG; facts are in the sidecar's order, the used first."""

    gid: str
    label: str
    measure_id: str | None
    about: tuple[str, ...]  # area, breakdown, period: what tells it from the other marks
    observation_ids: tuple[str, ...]
    act_ids: tuple[str, ...]
    fact_ids: tuple[str, ...]
    evidence_ids: tuple[str, ...]
    choice_rule: str | None
    grade: str | None
    status: str | None


@dataclass(frozen=True)
class DrawnFigure:
    """A figure in one language; ``narrow`` is the drawing for small screens, where a smaller size was drawn."""

    figure_id: str
    language: str
    title: str
    svg: Path
    narrow: Path | None
    caption: str
    marks: tuple[MarkOf, ...]
    analysis: str | None = None  # whose rows it shows

    @property
    def key(self) -> str:
        """Name of its page, without the ending."""
        return f"{self.figure_id}.{self.language}"


def read_figures(folder: Path) -> list[DrawnFigure]:
    """The figures that ``index.json`` lists, one for each language.

    Raises ValueError if the index or a file that it lists cannot be used, naming the file.
    """
    index = folder / INDEX
    entries = _json(index).get("figures", [])
    found: list[DrawnFigure] = []
    for entry in entries:
        by_language: dict[str, list[str]] = {}
        for name in entry.get("files", []):
            parts = name.removeprefix(f"{entry['id']}.").split(".")
            if parts[-1] == "svg" and len(parts) > 1:
                by_language.setdefault(parts[0], []).append(name)
        for language, names in sorted(by_language.items(), reverse=True):
            found.append(_figure(folder, entry, language, names))
    return found


def _figure(folder: Path, entry: Mapping[str, Any], language: str, names: list[str]) -> DrawnFigure:
    figure_id = str(entry["id"])
    content = _json(folder / f"{figure_id}.{language}.json")
    caption = folder / f"{figure_id}.{language}.md"
    narrow = next((name for name in names if SMALL in name.split(".")), None)
    wide = next((name for name in names if name != narrow), names[0])
    title = content.get("title") or entry.get("title") or figure_id
    if isinstance(title, Mapping):
        title = title.get(language) or next(iter(title.values()), figure_id)
    return DrawnFigure(
        figure_id=figure_id,
        language=language,
        title=str(title),
        svg=folder / wide,
        narrow=folder / narrow if narrow is not None and narrow != wide else None,
        caption=caption.read_text(encoding="utf-8").strip() if caption.is_file() else "",
        marks=tuple(_mark(mark) for mark in content.get("marks", [])),
        analysis=entry.get("analysis"),
    )


def _mark(row: Mapping[str, Any]) -> MarkOf:
    shown = {**_first(row.get("acts")), **_first(row.get("observations")), **row}
    about = [shown.get("ref_area"), *(shown.get("breakdown") or {}).values()]
    about += [shown.get("time_period") or shown.get("date"), shown.get("nature")]
    return MarkOf(
        gid=str(row["gid"]),
        label=str(row.get("label") or shown.get("title") or shown.get("value") or row["gid"]),
        measure_id=shown.get("measure_id"),
        about=tuple(str(part) for part in about if part),
        observation_ids=tuple(row.get("observation_ids") or ()),
        act_ids=tuple(row.get("act_ids") or ()),
        fact_ids=tuple(fact["fact_id"] for fact in row.get("facts") or ()),
        evidence_ids=tuple(item["evidence_id"] for item in row.get("evidence") or ()),
        choice_rule=shown.get("choice_rule"),
        grade=shown.get("grade"),
        status=shown.get("obs_status"),
    )


def _first(rows: Any) -> Mapping[str, Any]:
    return rows[0] if rows else {}


def _json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path} cannot be read ({error}); draw the figures again") from error
    if not isinstance(value, dict):
        raise ValueError(f"{path}: an object is wanted; draw the figures again")
    return value
